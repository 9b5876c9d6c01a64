// `suggest train` and `suggest evaluate`: the routing model, made from a journal and measured on one.
#pragma once

#include "admin/cli/Command.h"

namespace zs::admin {

std::vector<Command> suggestCommands();

} // namespace zs::admin
