#pragma once

#include "sim/Command.h"

namespace zs::sim {

/// `zhongshu-sim city --seed N --out DIR`
extern const Command cityCommand;

} // namespace zs::sim
