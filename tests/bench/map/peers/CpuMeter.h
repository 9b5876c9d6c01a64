// Processor time of this process and everything it started, whoever the parent is now.
#pragma once

#include <chrono>

namespace zs::bench {

struct Usage {
    std::chrono::milliseconds cpu{0}; ///< user and system, all processes
    int processes = 0;
};

/// Reads /proc: some ms. Processes that ended are in their parent's account once it has waited for them.
Usage usageOfTree();
/// Proportional set size of the same processes, MB. Takes tens of ms: not while something is measured.
long treeMemoryMb();

} // namespace zs::bench
