// Keys shown where they work: a drawn key cap, and a button that carries one.
#pragma once

#include <QPushButton>
#include <QWidget>

namespace zs::kit {

class ThemeManager;
struct Theme;

/// Draws a key cap ("D", "Ctrl K") of 12-px text with a 1-px frame; returns its width. `rect` gives left,
/// top, height.
int paintKeyCap(QPainter& painter, const QRect& rect, const QString& key, const QColor& colour,
                const Theme& theme);
int keyCapWidth(const QString& key, const Theme& theme);

class KeyCap final : public QWidget {
    Q_OBJECT

public:
    KeyCap(ThemeManager& themes, QString key, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeManager& m_themes;
    QString m_key;
};

enum class ButtonRole { Plain, Main, Danger, Link };

/// Gives a push button its look (style sheet property "role").
void setButtonRole(QPushButton& button, ButtonRole role);

/// A 28-px action with its key on it: "Dispatch [D]". The key is only shown; the shortcut belongs to the
/// action.
class KeyButton final : public QPushButton {
    Q_OBJECT

public:
    KeyButton(ThemeManager& themes, const QString& label, QString key, ButtonRole role,
              QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    void setRole(ButtonRole role);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeManager& m_themes;
    QString m_key;
    ButtonRole m_role;
};

} // namespace zs::kit
