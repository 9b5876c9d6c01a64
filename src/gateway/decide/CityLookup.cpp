#include "gateway/decide/CityLookup.h"

namespace zs::gateway {

namespace {
geo::GridIndex indexOf(const domain::City& city)
{
    std::vector<const GeoShape*> shapes;
    shapes.reserve(city.grids.size());
    for (const domain::Grid& grid : city.grids)
        shapes.push_back(&grid.shape);
    return geo::GridIndex(shapes);
}
} // namespace

CityLookup::CityLookup(const domain::City& city, std::unordered_map<PersonId, int> workload)
    : m_city(city), m_index(indexOf(city)), m_workload(std::move(workload))
{
}

int CityLookup::openCasesOf(PersonId person) const
{
    const auto found = m_workload.find(person);
    return found == m_workload.end() ? 0 : found->second;
}

GridId CityLookup::gridAt(GeoPoint place) const
{
    const auto found = m_index.find(place);
    return found ? m_city.grids[*found].id : GridId{};
}

} // namespace zs::gateway
