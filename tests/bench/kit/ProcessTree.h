// A process and all that it started, from /proc: the cost of a web engine is in its children.
#pragma once

#include <sys/types.h>
#include <unistd.h>

namespace zs::bench {

struct Usage {
    double cpuMillis = 0;   ///< user and system time so far, with that of children that ended; to 10 ms
    int processes = 0;
};

/// Some ms.
Usage usageOfTree(pid_t root = ::getpid());
/// Proportional share (PSS) of the same processes. Takes tens of ms: not while something is measured.
double memoryOfTreeMiB(pid_t root = ::getpid());
/// Of this process alone, all threads; finer than /proc.
double cpuSecondsOfThisProcess();

} // namespace zs::bench
