#include "tests/bench/kit/ProcessTree.h"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace zs::bench {

namespace {

struct Process {
    pid_t parent = 0;
    double cpuMillis = 0;
};

/// By pid: the root and all below it.
std::map<pid_t, Process> tree(pid_t root)
{
    std::map<pid_t, Process> all;
    std::multimap<pid_t, pid_t> children;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::ifstream in(entry.path() / "stat");
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        const auto close = text.rfind(')'); // the name before it may hold blanks and brackets
        if (close == std::string::npos)
            continue;
        std::istringstream fields(text.substr(close + 2));
        std::vector<std::string> f;
        for (std::string word; fields >> word;)
            f.push_back(word);
        if (f.size() < 15)
            continue;
        Process process{std::stoi(f[1]), 0};
        for (const std::size_t i : {11u, 12u, 13u, 14u}) // user, system, and those of children waited for
            process.cpuMillis += std::stod(f[i]) * 1000.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
        const pid_t pid = std::stoi(name);
        all.emplace(pid, process);
        children.emplace(process.parent, pid);
    }
    std::map<pid_t, Process> ours;
    std::vector<pid_t> todo{root};
    while (!todo.empty()) {
        const pid_t pid = todo.back();
        todo.pop_back();
        const auto found = all.find(pid);
        if (found == all.end())
            continue;
        ours.insert(*found);
        const auto [from, to] = children.equal_range(pid);
        for (auto it = from; it != to; ++it)
            todo.push_back(it->second);
    }
    return ours;
}

} // namespace

Usage usageOfTree(pid_t root)
{
    Usage usage;
    for (const auto& [pid, process] : tree(root)) {
        ++usage.processes;
        usage.cpuMillis += process.cpuMillis;
    }
    return usage;
}

double memoryOfTreeMiB(pid_t root)
{
    double sum = 0;
    for (const auto& [pid, process] : tree(root)) {
        std::ifstream in("/proc/" + std::to_string(pid) + "/smaps_rollup");
        for (std::string line; std::getline(in, line);)
            if (line.starts_with("Pss:"))
                sum += std::stod(line.substr(4)) / 1024;
    }
    return sum;
}

double cpuSecondsOfThisProcess()
{
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

} // namespace zs::bench
