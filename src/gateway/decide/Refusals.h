// The answers that say why nothing was done, alike for commands on cases and on duties.
#pragma once

#include "gateway/decide/Submission.h"

namespace zs::gateway {

protocol::WireError wireError(const domain::Rejection& rejection);
protocol::WireError keyReused();
/// The key was used so long ago that nobody can say any more whether it was for this command.
protocol::WireError replyExpired();
protocol::WireError baseMissing();
protocol::WireError versionConflict(std::uint32_t base, std::uint32_t present);
/// Of a command that needs a state which can't be read (isOneState()).
protocol::WireError unreadable();

/// The error concerns one state: its commands are refused and the rest goes on. Any other means that the journal failed.
bool isOneState(const Error& error);

} // namespace zs::gateway
