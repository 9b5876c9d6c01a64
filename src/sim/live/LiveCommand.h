#pragma once

#include "sim/Command.h"

namespace zs::sim {

/// `zhongshu-sim live --gateway URL --pki DIR --city DIR …`
extern const Command liveCommand;

} // namespace zs::sim
