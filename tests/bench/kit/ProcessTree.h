// A process and all that it started, from /proc: the cost of a web engine is in its children.
#pragma once

#include <sys/types.h>

namespace zs::bench {

struct Usage {
    double cpuMillis = 0;   ///< user and system time so far, to 10 ms
    double memoryMiB = 0;   ///< proportional share (PSS)
    int processes = 0;
};

Usage usageOfTree(pid_t root);

} // namespace zs::bench
