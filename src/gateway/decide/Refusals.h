// The answers that say why nothing was done, alike for commands on cases and on duties.
#pragma once

#include "gateway/decide/Submission.h"

namespace zs::gateway {

protocol::WireError wireError(const domain::Rejection& rejection);
protocol::WireError keyReused();
protocol::WireError baseMissing();
protocol::WireError versionConflict(std::uint32_t base, std::uint32_t present);

} // namespace zs::gateway
