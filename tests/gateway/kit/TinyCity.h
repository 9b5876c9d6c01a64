// A city of four square grids, three agencies and as many people as a test wants.
#pragma once

#include "domain/city/City.h"

#include <memory>

namespace zs::gateway::test {

/// Grids 1-4 are squares of 0.1° around [113.5, 23.0]: 1 south-west, 2 south-east, 3 north-west, 4 north-east.
/// Person 1 to `people` work around the clock, except that person 2 never does.
std::shared_ptr<const domain::City> tinyCity(std::uint32_t people = 8, int capacity = 1000);

inline constexpr GeoPoint inGrid1{113.45, 22.95};
inline constexpr GeoPoint outside{100.0, 10.0};

} // namespace zs::gateway::test
