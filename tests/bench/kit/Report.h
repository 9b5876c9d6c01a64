// The last line of a benchmark: one JSON object, the same form for all.
#pragma once

#include <string>
#include <vector>

namespace zs::bench {

double median(std::vector<double> values);

class Report {
public:
    explicit Report(std::string bench) : m_bench(std::move(bench)) {}

    /// One target of an issue; `bar` is the issue's own figure, `op` ">=" or "<=". A missed one is shown as missed.
    void target(const std::string& name, double value, const char* op, double bar, const char* unit);
    void ours(const std::string& name, double value);
    void peer(const std::string& name, double value);
    /// Prints the line.
    void print(int rounds) const;

private:
    std::string m_bench, m_targets, m_ours, m_peers;
};

} // namespace zs::bench
