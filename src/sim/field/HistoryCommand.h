// `zhongshu-sim history`: writes the past of a city, for zhongshu-admin suggest train --history.
#pragma once

#include "sim/Command.h"

namespace zs::sim {

extern const Command historyCommand;

} // namespace zs::sim
