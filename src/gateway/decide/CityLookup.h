// What decisions ask of the city while they are made: the grid of a place, and how many open cases a person has.
#pragma once

#include "domain/cases/Context.h"
#include "domain/city/City.h"
#include "geo/GridIndex.h"

#include <unordered_map>

namespace zs::gateway {

/// Belongs to the writer's thread. Keeps a reference to the city.
class CityLookup {
public:
    CityLookup(const domain::City& city, std::unordered_map<PersonId, int> workload);

    int openCasesOf(PersonId person) const;
    GridId gridAt(GeoPoint place) const;

    void addOpenCase(PersonId person) { ++m_workload[person]; }
    void removeOpenCase(PersonId person) { --m_workload[person]; }

private:
    const domain::City& m_city;
    geo::GridIndex m_index;
    std::unordered_map<PersonId, int> m_workload;
};

} // namespace zs::gateway
