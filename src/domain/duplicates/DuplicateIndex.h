// Finds the candidates among all cases by a hash of squares as wide as the radius: what lies in the few squares around a place is
// looked at, the rest isn't. One thread at a time.
#pragma once

#include "domain/duplicates/Candidate.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace zs::domain::duplicates {

class DuplicateIndex {
public:
    using Lookup = std::function<const Case*(CaseId)>; ///< null = gone

    /// `rules` are brought into their ranges.
    explicit DuplicateIndex(DuplicateRules rules);

    const DuplicateRules& rules() const { return m_rules; }
    /// Once a case; where and when it was received never changes. One without a place on earth is left out.
    void add(const Case& state);
    std::size_t size() const { return m_size; }

    /// The best `most` candidates, best first, each as it stands now. Of a crowd of more than `crowd` cases in reach the nearest
    /// are compared.
    std::vector<Candidate> find(const Probe& probe, const Lookup& lookup, const City& city, std::size_t most = 5) const;

    static constexpr std::size_t crowd = 400;

private:
    struct Entry {
        CaseId id;
        GeoPoint place;
        TimePoint receivedAt{};
    };
    struct Square {
        std::int32_t x = 0, y = 0;
    };
    Square squareOf(GeoPoint place) const;
    static std::uint64_t keyOf(Square square);

    DuplicateRules m_rules;
    double m_squareDegrees = 0; ///< of latitude
    std::unordered_map<std::uint64_t, std::vector<Entry>> m_squares;
    std::size_t m_size = 0;
};

} // namespace zs::domain::duplicates
