#pragma once

#include "sim/Command.h"

namespace zs::sim {

/// `zhongshu-sim replay --csv FILE --mapping FILE --speed N …`
extern const Command replayCommand;

} // namespace zs::sim
