// The product's own way: decide, evolve, encode, chain, write, group commit; 64 producers in a closed loop.
#pragma once

#include <cstddef>
#include <filesystem>

namespace zs::bench {

struct Measured {
    double perSecond = 0;
    double cpuMicros = 0; ///< of all threads, a command
    double averageBatch = 0;
};

/// Runs `commands` commands on a new journal in `folder`. `feeders` threads carry the producers, as io threads do.
Measured runOurs(const std::filesystem::path& folder, std::size_t commands, unsigned feeders);

} // namespace zs::bench
