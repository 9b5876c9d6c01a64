#include "tests/bench/map/peers/CpuMeter.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace zs::bench {

namespace {

struct Process {
    int parent = 0;
    long ticks = 0;
};

/// Fields after the name, which may hold blanks and brackets.
bool read(int pid, Process& process)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const auto end = text.rfind(')');
    if (end == std::string::npos)
        return false;
    std::istringstream fields(text.substr(end + 2));
    std::vector<std::string> f;
    for (std::string word; fields >> word;)
        f.push_back(word);
    if (f.size() < 15)
        return false;
    process.parent = std::stoi(f[1]);
    for (int i : {11, 12, 13, 14}) // user, system, and those of children waited for
        process.ticks += std::stol(f[static_cast<std::size_t>(i)]);
    return true;
}

long proportionalKb(int pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string line; std::getline(file, line);)
        if (line.rfind("Pss:", 0) == 0)
            return std::stol(line.substr(4));
    return 0;
}

/// This process and all below it.
std::map<int, Process> tree()
{
    std::map<int, Process> all, ours;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        int pid = 0;
        const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), pid);
        Process process;
        if (error == std::errc() && end == name.data() + name.size() && read(pid, process))
            all.emplace(pid, process);
    }
    for (const auto& [pid, process] : all) {
        int up = pid;
        while (up > 1 && up != ::getpid()) {
            const auto found = all.find(up);
            up = found == all.end() ? 0 : found->second.parent;
        }
        if (up == ::getpid())
            ours.emplace(pid, process);
    }
    return ours;
}

} // namespace

Usage usageOfTree()
{
    long ticks = 0;
    const auto processes = tree();
    for (const auto& [pid, process] : processes)
        ticks += process.ticks;
    return {std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK)), static_cast<int>(processes.size())};
}

long treeMemoryMb()
{
    long kb = 0;
    for (const auto& [pid, process] : tree())
        kb += proportionalKb(pid);
    return kb / 1024;
}

} // namespace zs::bench
