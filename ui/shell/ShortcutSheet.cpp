#include "ui/shell/ShortcutSheet.h"

#include "ui/kit/KeyCap.h"
#include "ui/kit/SheetKeys.h"
#include "ui/kit/ThemeManager.h"

#include <QAction>
#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace zs::shell {

namespace {
constexpr int rowsOfAColumn = 22;
}

QList<QAction*> actionsWithKeys(const QWidget& widget) {
    QList<QAction*> found;
    const auto take = [&](QAction* action) {
        if (!kit::sheetKeyOf(*action).isEmpty() && !action->text().isEmpty() && action->isVisible() &&
            !action->property("sheetHidden").toBool() && !found.contains(action)) {
            found.append(action);
        }
    };
    for (QAction* action : widget.actions()) {
        take(action);
    }
    for (const QWidget* child : widget.findChildren<QWidget*>()) {
        for (QAction* action : child->actions()) {
            take(action);
        }
    }
    return found;
}

ShortcutSheet::ShortcutSheet(kit::ThemeManager& themes, QWidget* parent) : QFrame(parent), m_themes(themes) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setFocusPolicy(Qt::StrongFocus);
    hide();
}

void ShortcutSheet::showGroups(const QList<ShortcutGroup>& groups) {
    const kit::Theme& t = m_themes.theme();
    delete layout();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(t.px(24), t.px(16), t.px(24), t.px(16));
    grid->setHorizontalSpacing(t.px(16));
    grid->setVerticalSpacing(t.px(6));
    // As many columns as the keys need, so that all of them stand on one screen.
    int row = 1, column = 0;
    const auto next = [&] {
        if (++row <= rowsOfAColumn) return;
        row = 1;
        column += 3; // the third keeps columns apart
        grid->setColumnMinimumWidth(column - 1, t.px(16));
    };
    const auto label = [&](const QString& text, const char* name) {
        auto* l = new QLabel(text, this);
        l->setTextFormat(Qt::PlainText);
        l->setObjectName(QLatin1String(name));
        return l;
    };
    grid->addWidget(label(tr("Keys"), "sheetTitle"), 0, 0, 1, 2);
    QStringList spoken;
    for (const ShortcutGroup& group : groups) {
        if (group.actions.isEmpty()) {
            continue;
        }
        if (row + 1 > rowsOfAColumn) {
            row = rowsOfAColumn;
            next(); // a head doesn't stand alone at the foot
        }
        grid->addWidget(label(group.title, "sheetGroup"), row, column, 1, 2);
        next();
        for (const QAction* action : group.actions) {
            const QString key = kit::sheetKeyOf(*action);
            grid->addWidget(new kit::KeyCap(m_themes, key, this), row, column, Qt::AlignLeft | Qt::AlignVCenter);
            grid->addWidget(label(QString(action->text()).remove(QLatin1Char('&')), "sheetText"), row, column + 1);
            next();
            spoken.append(key + QLatin1Char(' ') + action->text());
        }
    }
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    m_before = QApplication::focusWidget();
    adjustSize();
    move((parentWidget()->width() - width()) / 2, qMax(0, (parentWidget()->height() - height()) / 2));
    raise();
    show();
    setFocus(Qt::PopupFocusReason);
}

void ShortcutSheet::dismiss() {
    if (isHidden()) {
        return;
    }
    hide();
    if (m_before) {
        m_before->setFocus(Qt::PopupFocusReason);
    }
}

void ShortcutSheet::keyPressEvent(QKeyEvent*) {
    dismiss();
}

void ShortcutSheet::mousePressEvent(QMouseEvent*) {
    dismiss();
}

void ShortcutSheet::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    hide();
}

} // namespace zs::shell
