#include "tests/bench/kit/Report.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <thread>

namespace zs::bench {

namespace {
void append(std::string& list, const std::string& name, const std::string& value)
{
    if (!list.empty())
        list += ',';
    list += '"' + name + "\":" + value;
}

std::string number(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

std::string processor()
{
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("model name"))
            return line.substr(line.find(':') + 2);
    return "unknown";
}
} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const std::size_t n = values.size();
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

void Report::target(const std::string& name, double value, const char* op, double bar, const char* unit)
{
    const bool ok = std::strcmp(op, ">=") == 0 ? value >= bar : value <= bar;
    append(m_targets, name, R"({"value":)" + number(value) + R"(,"bar":)" + number(bar) + R"(,"op":")" + op + R"(","unit":")" + unit
                                + R"(","ok":)" + (ok ? "true" : "false") + "}");
}

void Report::ours(const std::string& name, double value) { append(m_ours, name, number(value)); }
void Report::peer(const std::string& name, double value) { append(m_peers, name, number(value)); }

void Report::print(int rounds) const
{
    std::printf(R"({"bench":"%s","targets":{%s},"ours":{%s},"peers":{%s},"machine":{"cores":%u,"processor":"%s"},"rounds":%d})" "\n",
                m_bench.c_str(), m_targets.c_str(), m_ours.c_str(), m_peers.c_str(), std::thread::hardware_concurrency(),
                processor().c_str(), rounds);
}

} // namespace zs::bench
