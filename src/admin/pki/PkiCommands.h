// zhongshu-admin pki …
#pragma once

#include "admin/cli/Command.h"

namespace zs::admin {

std::vector<Command> pkiCommands();

} // namespace zs::admin
