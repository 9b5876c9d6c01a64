// Which grids touch which, and a plausible way from one place to another over them.
#pragma once

#include "domain/city/City.h"
#include "geo/GridIndex.h"

#include <memory>
#include <vector>

namespace zs::sim {

class CityGraph {
public:
    explicit CityGraph(std::shared_ptr<const domain::City> city);

    const std::vector<std::size_t>& neighbours(std::size_t grid) const { return m_neighbours[grid]; }
    /// Corners of a way, `from` first and `to` last; straight where no way over land is known.
    std::vector<GeoPoint> route(GeoPoint from, GeoPoint to) const;
    /// Position in city.grids, or nothing outside of the city.
    std::optional<std::size_t> gridAt(GeoPoint p) const { return m_index.find(p); }

private:
    std::vector<std::size_t> cheapest(std::size_t from, std::size_t to) const;

    std::shared_ptr<const domain::City> m_city;
    geo::GridIndex m_index;
    std::vector<std::vector<std::size_t>> m_neighbours;
};

} // namespace zs::sim
