// The demo city: 澄川市 (Chengchuan), which exists nowhere. The same seed gives the same city, byte for byte.
#pragma once

#include "domain/city/City.h"
#include "maps/basemap/TileSet.h"

#include <cstdint>

namespace zs::sim {

struct DemoCity {
    domain::City city;
    basemap::TileSet basemap;
};

/// 33 towns, 609 communities, 2,927 grids, 10,291 staff; some hundred milliseconds of one core.
DemoCity makeDemoCity(std::uint64_t seed);

} // namespace zs::sim
