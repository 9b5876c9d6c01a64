#include "ui/cases/actions/ActionTable.h"

#include <algorithm>

namespace zs::cases {

std::span<const ActionSpec> actionTable()
{
    static const std::vector<ActionSpec> all = [] {
        std::vector<ActionSpec> list;
        for (const auto family : {deskActions(), requestActions(), whistleActions(), supervisionActions(), mediationActions(),
                                  relationActions(), closingActions()})
            list.insert(list.end(), family.begin(), family.end());
        return list;
    }();
    return all;
}

const ActionSpec* specOf(Action action)
{
    const auto found = std::ranges::find(actionTable(), action, &ActionSpec::action);
    return found == actionTable().end() ? nullptr : &*found;
}

} // namespace zs::cases
