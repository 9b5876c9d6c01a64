// Where cases of the same kind went before, here and in the wider area: counts under a category, under the category with its
// title (a fixed word of the sending system often), and under the category in each of the case's areas. A finer count is
// trusted as far as it has cases; the rest is taken from the coarser one, and at the root from the linear model. Old cases weigh less. Of a case nothing is kept but the count.
#pragma once

#include "suggest/Terms.h"

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
    /// Counts one case: in all, and if it has a category under that, with its title, and in every area.
    void add(const PrecedentKey& key, std::span<const std::string> areas, std::uint32_t label, double weight);
    enum class Of { All, Category, Title, Area };
    struct Level {
        Of of = Of::All;
        const std::vector<LabelCount>* counts = nullptr;
    };
    /// The counts that speak for a case, coarse to fine: empty, or the first is of its category.
    std::vector<Level> levelsOf(const PrecedentKey& key, std::span<const std::string> areas) const;
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
