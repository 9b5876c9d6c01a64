#include "ui/cases/actions/ActionTable.h"

namespace zs::cases {

std::span<const ActionSpec> mediationActions()
{
    return {};
}

} // namespace zs::cases
