#include "tests/bench/kit/ProcessTree.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace zs::bench {

Usage usageOfTree(pid_t root)
{
    struct Process {
        double cpu = 0;
    };
    std::map<pid_t, Process> processes;
    std::multimap<pid_t, pid_t> children;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        std::ifstream in(entry.path() / "stat");
        std::string text((std::istreambuf_iterator<char>(in)), {});
        const auto close = text.rfind(')');
        if (close == std::string::npos)
            continue;
        std::istringstream fields(text.substr(close + 2));
        std::vector<std::string> f;
        for (std::string word; fields >> word;)
            f.push_back(word);
        if (f.size() < 13)
            continue;
        const pid_t pid = std::stoi(name);
        processes[pid].cpu = (std::stod(f[11]) + std::stod(f[12])) * 1000.0 / double(sysconf(_SC_CLK_TCK));
        children.emplace(std::stoi(f[1]), pid);
    }
    Usage usage;
    std::vector<pid_t> todo{root};
    while (!todo.empty()) {
        const pid_t pid = todo.back();
        todo.pop_back();
        if (!processes.contains(pid))
            continue;
        ++usage.processes;
        usage.cpuMillis += processes[pid].cpu;
        std::ifstream in("/proc/" + std::to_string(pid) + "/smaps_rollup");
        for (std::string line; std::getline(in, line);)
            if (line.starts_with("Pss:"))
                usage.memoryMiB += std::stod(line.substr(4)) / 1024;
        const auto [from, to] = children.equal_range(pid);
        for (auto it = from; it != to; ++it)
            todo.push_back(it->second);
    }
    return usage;
}

} // namespace zs::bench
