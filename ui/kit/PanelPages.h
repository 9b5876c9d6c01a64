// The pages that PanelFrame shows instead of a panel, and the strips it puts around a partial one.
#pragma once

#include "zhongshu/Panel.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace zs::kit {

class ThemeManager;

/// A row of buttons for PanelActions; calls Panel::runAction. Rebuilt only when the actions differ.
class ActionRow final : public QWidget {
    Q_OBJECT

public:
    enum class Emphasis { None, First };
    ActionRow(ThemeManager& themes, sdk::Panel& panel, Emphasis emphasis, QWidget* parent);
    void setActions(const QList<sdk::PanelAction>& actions);

private:
    sdk::Panel& m_panel;
    Emphasis m_emphasis;
    QHBoxLayout* m_layout;
    QList<sdk::PanelAction> m_actions;
};

/// One line with an icon: the amber strip above a partial panel, the grey line below it.
class StripView final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Strip, Footer };
    StripView(ThemeManager& themes, Kind kind, QWidget* parent);
    void setTexts(const QString& headline, const QString& sentence);

private:
    void restyle();

    ThemeManager& m_themes;
    Kind m_kind;
    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_sentence;
};

/// A still skeleton: the heads of the panel's columns and bars where its rows will be. No shimmer.
class LoadingPage final : public QWidget {
    Q_OBJECT

public:
    LoadingPage(ThemeManager& themes, sdk::Panel& panel, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeManager& m_themes;
    sdk::Panel& m_panel;
};

class EmptyPage final : public QWidget {
    Q_OBJECT

public:
    EmptyPage(ThemeManager& themes, sdk::Panel& panel, QWidget* parent);
    void setStatus(const sdk::PanelStatus& status);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();

    ThemeManager& m_themes;
    sdk::Panel& m_panel;
    QVBoxLayout* m_layout;
    QWidget* m_mark;
    QLabel* m_headline;
    QLabel* m_sentence;
    QLabel* m_hint;
    ActionRow* m_actions;
};

class ErrorPage final : public QScrollArea {
    Q_OBJECT

public:
    ErrorPage(ThemeManager& themes, sdk::Panel& panel, QWidget* parent);
    void setStatus(const sdk::PanelStatus& status);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
    void retranslate();
    void fit();

    ThemeManager& m_themes;
    QWidget* m_page;
    QVBoxLayout* m_layout;
    QGridLayout* m_parts;
    QLabel* m_icon;
    QLabel* m_headline;
    QLabel* m_labels[3];
    QLabel* m_texts[3];
    QLabel* m_code;
    ActionRow* m_actions;
};

} // namespace zs::kit
