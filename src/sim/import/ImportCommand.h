#pragma once

#include "sim/Command.h"

namespace zs::sim {

/// `zhongshu-sim import-city --towns F --grids F --out DIR …`
extern const Command importCommand;

} // namespace zs::sim
