#pragma once

#include "sim/Command.h"

namespace zs::sim {

/// `zhongshu-sim tracks --tracks FILE,FILE --gateway URL --pki DIR --city DIR …`
extern const Command tracksCommand;

} // namespace zs::sim
