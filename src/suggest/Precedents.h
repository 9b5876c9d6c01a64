// Where cases of the same kind went before, here and in the wider area: counts under a key, and under the key in each of the
// case's areas. A finer count is trusted as far as it has cases; the rest is taken from the coarser one, and at the root from
// the text model. Old cases weigh less. Of a case nothing is kept but the count.
#pragma once

#include "base/Clock.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zs::suggest {

struct LabelCount {
    std::uint32_t label = 0;
    std::uint32_t cases = 0;
    float weight = 0; ///< cases, each halved for every half-life of its age
    bool operator==(const LabelCount&) const = default;
};

class Precedents {
public:
    /// Counts one case: in all, under its key (if it has one), and under the key in every area.
    void add(std::string_view key, std::span<const std::string> areas, std::uint32_t label, double weight);
    /// The counts that speak for a case, coarse to fine; `area` is -1 for the key itself, else an index into `areas`.
    struct Level {
        int area = -1;
        const std::vector<LabelCount>* counts = nullptr;
    };
    std::vector<Level> levelsOf(std::string_view key, std::span<const std::string> areas) const;
    /// Of all cases, whatever their key; none if nothing was counted.
    const std::vector<LabelCount>* all() const;

    /// Leaves out the smallest counts of single areas until at most `maxBytes` are needed in a file.
    void shrink(std::size_t maxBytes);
    std::size_t bytes() const;

    const std::map<std::uint64_t, std::vector<LabelCount>>& nodes() const { return m_nodes; }
    static Precedents fromNodes(std::map<std::uint64_t, std::vector<LabelCount>> nodes);

private:
    std::map<std::uint64_t, std::vector<LabelCount>> m_nodes; ///< by hash of key and area; ordered, so files are the same
};

/// Mixes the levels into `p`, which begins as the text model's answer. `trust`: how many cases of weight one count as much
/// as everything coarser.
void mix(std::span<const Precedents::Level> levels, double trust, std::vector<double>& p);

} // namespace zs::suggest
