#include "ui/cases/actions/ActionTable.h"

namespace zs::cases {

std::span<const ActionSpec> requestActions()
{
    return {};
}

} // namespace zs::cases
