#include "suggest/Reliability.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace zs::suggest {

void Reliability::add(double confidence, bool right)
{
    const auto i = std::min(bins - 1, static_cast<std::size_t>(std::max(0.0, confidence) * bins));
    ++m_bins[i].cases;
    m_bins[i].right += right;
    m_bins[i].confidence += confidence;
}

std::size_t Reliability::cases() const
{
    std::size_t sum = 0;
    for (const Bin& bin : m_bins)
        sum += bin.cases;
    return sum;
}

double Reliability::accuracy() const
{
    std::size_t right = 0;
    for (const Bin& bin : m_bins)
        right += bin.right;
    const std::size_t all = cases();
    return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
}

double Reliability::error() const
{
    double sum = 0;
    for (const Bin& bin : m_bins)
        sum += std::abs(static_cast<double>(bin.right) - bin.confidence);
    const std::size_t all = cases();
    return all == 0 ? 0 : sum / static_cast<double>(all);
}

std::string Reliability::text() const
{
    std::string out = "confidence     cases   mean    right\n";
    for (std::size_t i = 0; i < bins; ++i) {
        const Bin& bin = m_bins[i];
        if (bin.cases == 0)
            continue;
        char line[80];
        std::snprintf(line, sizeof line, "%.1f to %.1f  %8zu  %5.1f%%  %5.1f%%\n", static_cast<double>(i) / bins, static_cast<double>(i + 1) / bins, bin.cases,
                      100 * bin.confidence / static_cast<double>(bin.cases), 100 * static_cast<double>(bin.right) / static_cast<double>(bin.cases));
        out += line;
    }
    return out;
}

} // namespace zs::suggest
