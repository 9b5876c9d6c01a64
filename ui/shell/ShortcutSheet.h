// The sheet that `?` shows: every key of the panel with the focus, and those of the console.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QAction;

namespace zs::kit {
class ThemeManager;
}

namespace zs::shell {

struct ShortcutGroup {
    QString title;
    QList<QAction*> actions;
};

/// Actions of `widget` and its children that have a key (their shortcut, or what the panel handles itself: kit/SheetKeys.h), in the
/// order they were made. An action whose
/// property "sheetHidden" is true is left out (Ctrl+2…9 beside Ctrl+1).
QList<QAction*> actionsWithKeys(const QWidget& widget);

class ShortcutSheet final : public QFrame {
    Q_OBJECT

public:
    ShortcutSheet(kit::ThemeManager& themes, QWidget* parent);
    /// Centred over the parent; takes the focus and gives it back on Esc, `?` or a click.
    void showGroups(const QList<ShortcutGroup>& groups);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void dismiss();

    kit::ThemeManager& m_themes;
    QPointer<QWidget> m_before;
};

} // namespace zs::shell
