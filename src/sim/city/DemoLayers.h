// The demo city's plane turned into WGS-84 and into the layers of its base map.
#pragma once

#include "base/GeoPoint.h"
#include "domain/city/City.h"
#include "maps/basemap/TileSet.h"
#include "sim/city/TownPlan.h"

namespace zs::sim {

GeoPoint rounded(GeoPoint p); ///< to six decimals, as the city pack writes it
GeoPoint toGeo(Spot p);       ///< rounded
GeoShape toGeo(const Shape& shape);

/// 0 for sea, 1 for land, for every cell of the partition; kNoLabel at its rim.
std::vector<int> groundLabels(const Partition& partition, const Terrain& terrain);

basemap::TileSet demoLayers(const domain::City& city, const TownPlan& plan, const Partition& partition,
                            const Terrain& terrain, const Noise& noise);

} // namespace zs::sim
