#include "ui/cases/actions/ActionTable.h"

namespace zs::cases {

std::span<const ActionSpec> supervisionActions()
{
    return {};
}

} // namespace zs::cases
