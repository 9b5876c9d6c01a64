#include "ui/cases/actions/ActionTable.h"

namespace zs::cases {

std::span<const ActionSpec> whistleActions()
{
    return {};
}

} // namespace zs::cases
