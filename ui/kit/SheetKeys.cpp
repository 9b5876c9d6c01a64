#include "ui/kit/SheetKeys.h"

namespace zs::kit {

namespace {
constexpr const char* keyProperty = "sheetKey";
}

void setSheetKeys(QWidget& panel, const QList<SheetKey>& keys)
{
    for (QAction* action : panel.actions())
        if (action->property(keyProperty).isValid()) delete action;
    for (const SheetKey& key : keys) {
        auto* action = new QAction(key.does, &panel);
        action->setProperty(keyProperty, key.key);
        panel.addAction(action);
    }
}

QString sheetKeyOf(const QAction& action)
{
    const QVariant own = action.property(keyProperty);
    return own.isValid() ? own.toString() : action.shortcut().toString(QKeySequence::NativeText);
}

} // namespace zs::kit
