// zhongshu-admin journal …
#pragma once

#include "admin/cli/Command.h"

namespace zs::admin {

std::vector<Command> journalCommands();

} // namespace zs::admin
