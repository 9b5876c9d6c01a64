// The "1+6+N" of every city pack we make: agencies, the catalogue of matters, and the staff.
#pragma once

#include "domain/city/City.h"
#include "sim/city/Random.h"

namespace zs::sim {

inline constexpr std::size_t kStaff = 10'291;

/// Fills city.agencies and city.matters.
void addAgencies(domain::City& city);
void addMatters(domain::City& city);
/// Fills city.people: kStaff of them over the grids that the city has, with shifts that cover day and night.
void addStaff(domain::City& city, Random& random);

} // namespace zs::sim
