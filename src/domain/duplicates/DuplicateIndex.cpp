#include "domain/duplicates/DuplicateIndex.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zs::domain::duplicates {

namespace {

constexpr double metresPerDegree = 111'195.08;

bool isOnEarth(GeoPoint p) { return std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90; } // false for what isn't a number

} // namespace

DuplicateIndex::DuplicateIndex(DuplicateRules rules) : m_rules(rules)
{
    if (!(m_rules.radiusMetres >= 10))
        m_rules.radiusMetres = 10;
    m_rules.radiusMetres = std::min(m_rules.radiusMetres, 5000.0);
    m_rules.window = std::clamp(m_rules.window, std::chrono::hours(1), std::chrono::hours(8760));
    m_squareDegrees = m_rules.radiusMetres / metresPerDegree;
}

DuplicateIndex::Square DuplicateIndex::squareOf(GeoPoint place) const
{
    return {static_cast<std::int32_t>(std::floor(place.lon / m_squareDegrees)),
            static_cast<std::int32_t>(std::floor(place.lat / m_squareDegrees))};
}

std::uint64_t DuplicateIndex::keyOf(Square square)
{
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(square.x)) << 32) | static_cast<std::uint32_t>(square.y);
}

void DuplicateIndex::add(const Case& state)
{
    if (!isOnEarth(state.place))
        return;
    m_squares[keyOf(squareOf(state.place))].push_back({state.id, state.place, state.receivedAt});
    ++m_size;
}

std::vector<Candidate> DuplicateIndex::find(const Probe& probe, const Lookup& lookup, const City& city, std::size_t most) const
{
    if (!isOnEarth(probe.place) || most == 0)
        return {};
    const auto window = std::chrono::duration_cast<Millis>(m_rules.window);
    // A degree of longitude is shorter than one of latitude: more squares to each side. No city lies at a pole or across the
    // date line.
    const double shrink = std::max(0.02, std::cos(std::min(89.0, std::abs(probe.place.lat) + m_squareDegrees) * std::numbers::pi / 180));
    const auto aside = static_cast<std::int32_t>(std::ceil(1 / shrink));
    const Square middle = squareOf(probe.place);
    std::vector<std::pair<double, CaseId>> near;
    for (std::int32_t y = middle.y - 1; y <= middle.y + 1; ++y)
        for (std::int32_t x = middle.x - aside; x <= middle.x + aside; ++x) {
            const auto square = m_squares.find(keyOf({x, y}));
            if (square == m_squares.end())
                continue;
            for (const Entry& entry : square->second) {
                const Millis apart = probe.at - entry.receivedAt;
                const double metres = metresBetween(probe.place, entry.place);
                if (metres <= m_rules.radiusMetres && apart <= window && apart >= -window)
                    near.emplace_back(metres, entry.id);
            }
        }
    if (near.size() > crowd) {
        std::ranges::nth_element(near, near.begin() + crowd);
        near.resize(crowd);
    }
    const Comparison comparison(probe, m_rules, city);
    std::vector<Candidate> found;
    for (const auto& [metres, id] : near)
        if (const Case* state = lookup(id))
            if (auto candidate = comparison.judge(*state))
                found.push_back(std::move(*candidate));
    const std::size_t shown = std::min(most, found.size());
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown), isBetter);
    found.resize(shown);
    return found;
}

} // namespace zs::domain::duplicates
