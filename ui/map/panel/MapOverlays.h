// Small widgets that lie on the map: tools, what a drag means, legend, scale. GUI thread.
#pragma once

#include "ui/kit/Symbol.h"

#include <QFrame>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace zs::kit {
class KeyCap;
class ThemeManager;
}

namespace zs::map {

/// A column of 32×32 buttons.
class ToolStrip final : public QFrame {
    Q_OBJECT
public:
    ToolStrip(kit::ThemeManager& themes, QWidget* parent);
    enum class Press { Once, Stays };
    /// `icon` as in resources/icons. Text comes with setWords().
    QToolButton* add(const QString& icon, Press press);
    void addLine();
    /// Tooltip and name for screen readers.
    static void setWords(QToolButton& button, const QString& words);
    void restyle();

private:
    kit::ThemeManager& m_themes;
    QVBoxLayout* m_column;
};

/// "(o) Dispatching C-0412 · 14 people, 2 teams can take it … Esc cancel"
class ModeBanner final : public QFrame {
    Q_OBJECT
public:
    ModeBanner(kit::ThemeManager& themes, QWidget* parent);
    void say(const QString& headline, const QString& detail, const QString& cancel);
    void restyle();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    kit::ThemeManager& m_themes;
    QLabel* m_headline;
    QLabel* m_detail;
    QLabel* m_cancel;
    kit::KeyCap* m_key;
};

/// Symbols and what they mean, in one line.
class Legend final : public QWidget {
    Q_OBJECT
public:
    struct Entry { kit::Symbol symbol; QString word; };
    Legend(kit::ThemeManager& themes, QWidget* parent);
    void setEntries(QList<Entry> entries);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    kit::ThemeManager& m_themes;
    QList<Entry> m_entries;
};

/// A bar of a round length.
class ScaleBar final : public QWidget {
    Q_OBJECT
public:
    ScaleBar(kit::ThemeManager& themes, QWidget* parent);
    /// How many metres a px covers in the middle of the map.
    void setMetresPerPixel(double metres);
    QSize sizeHint() const override;
    /// The longest 1, 1.5, 2, 3 or 5 times a power of ten that isn't longer than `most` metres.
    static double roundLength(double most);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    kit::ThemeManager& m_themes;
    double m_metresPerPixel = 1;
};

} // namespace zs::map
