#include "ui/cases/actions/ActionTable.h"

namespace zs::cases {

std::span<const ActionSpec> closingActions()
{
    return {};
}

} // namespace zs::cases
