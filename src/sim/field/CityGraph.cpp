#include "sim/field/CityGraph.h"

#include "geo/Distance.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <unordered_map>

namespace zs::sim {

namespace {

geo::GridIndex indexOf(const domain::City& city) {
    std::vector<const GeoShape*> shapes;
    for (const domain::Grid& g : city.grids)
        shapes.push_back(&g.shape);
    return geo::GridIndex(shapes);
}

std::uint64_t cornerKey(GeoPoint p) {
    const auto lon = static_cast<std::uint32_t>(std::llround((p.lon + 180) * 1e6));
    const auto lat = static_cast<std::uint32_t>(std::llround((p.lat + 90) * 1e6));
    return (std::uint64_t(lon) << 32) | lat;
}

/// Cuts the corners of a way once (Chaikin), so that nobody turns on the spot.
std::vector<GeoPoint> softened(const std::vector<GeoPoint>& way) {
    if (way.size() < 3)
        return way;
    std::vector<GeoPoint> out{way.front()};
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        const auto mix = [&](double t) {
            return GeoPoint{way[i].lon + t * (way[i + 1].lon - way[i].lon),
                            way[i].lat + t * (way[i + 1].lat - way[i].lat)};
        };
        if (i > 0)
            out.push_back(mix(0.25));
        if (i + 2 < way.size())
            out.push_back(mix(0.75));
    }
    out.push_back(way.back());
    return out;
}

} // namespace

CityGraph::CityGraph(std::shared_ptr<const domain::City> city)
    : m_city(std::move(city)), m_index(indexOf(*m_city)), m_neighbours(m_city->grids.size()) {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> atCorner;
    for (std::size_t i = 0; i < m_city->grids.size(); ++i) {
        for (const GeoPolygon& polygon : m_city->grids[i].shape) {
            for (const GeoRing& ring : polygon) {
                for (const GeoPoint p : ring) {
                    std::vector<std::size_t>& list = atCorner[cornerKey(p)];
                    if (list.empty() || list.back() != i)
                        list.push_back(i);
                }
            }
        }
    }
    std::map<std::pair<std::size_t, std::size_t>, int> shared;
    for (const auto& [key, grids] : atCorner) {
        for (std::size_t a = 0; a < grids.size(); ++a) {
            for (std::size_t b = a + 1; b < grids.size(); ++b)
                ++shared[std::minmax(grids[a], grids[b])];
        }
    }
    for (const auto& [pair, corners] : shared) {
        if (corners < 2 || pair.first == pair.second) // one common corner is no border
            continue;
        m_neighbours[pair.first].push_back(pair.second);
        m_neighbours[pair.second].push_back(pair.first);
    }
}

std::vector<std::size_t> CityGraph::cheapest(std::size_t from, std::size_t to) const {
    const auto label = [this](std::size_t g) { return m_city->grids[g].label; };
    std::vector<double> cost(m_neighbours.size(), 1e18);
    std::vector<std::size_t> before(m_neighbours.size(), SIZE_MAX);
    using Item = std::pair<double, std::size_t>; // A*: cost so far + straight line
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    cost[from] = 0;
    queue.push({0, from});
    while (!queue.empty() && queue.top().second != to) {
        const std::size_t at = queue.top().second;
        queue.pop();
        for (const std::size_t n : m_neighbours[at]) {
            const double next = cost[at] + geo::distanceMetres(label(at), label(n));
            if (next < cost[n]) {
                cost[n] = next;
                before[n] = at;
                queue.push({next + geo::distanceMetres(label(n), label(to)), n});
            }
        }
    }
    std::vector<std::size_t> way;
    if (queue.empty())
        return way;
    for (std::size_t at = to; at != SIZE_MAX; at = before[at])
        way.push_back(at);
    std::ranges::reverse(way);
    return way;
}

std::vector<GeoPoint> CityGraph::route(GeoPoint from, GeoPoint to) const {
    std::vector<GeoPoint> way{from};
    const auto first = m_index.find(from), last = m_index.find(to);
    if (first && last && *first != *last) {
        const std::vector<std::size_t> grids = cheapest(*first, *last);
        for (std::size_t i = 1; i + 1 < grids.size(); ++i)
            way.push_back(m_city->grids[grids[i]].label);
    }
    way.push_back(to);
    return softened(way);
}

} // namespace zs::sim
