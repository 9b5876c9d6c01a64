// Keys that a panel handles itself, told to the sheet that `?` shows. They are no shortcuts: a key means one thing in a list and
// another in a field, and only the panel knows which of its lists has the focus. GUI thread.
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QString>
#include <QWidget>

namespace zs::kit {

struct SheetKey {
    QString key;  ///< as it is written on the sheet: "D", "Shift+M", "1 … 9"
    QString does; ///< in the reader's language
};

/// Replaces the keys that `panel` is known to handle; again after a language change.
void setSheetKeys(QWidget& panel, const QList<SheetKey>& keys);

/// What stands on the sheet for an action: a key of setSheetKeys(), else its shortcut; empty: it isn't listed.
QString sheetKeyOf(const QAction& action);

} // namespace zs::kit
