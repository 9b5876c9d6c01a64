#include "ui/cases/actions/ActionTable.h"

namespace zs::cases {

std::span<const ActionSpec> relationActions()
{
    return {};
}

} // namespace zs::cases
