// Layers of a base map that follow from a city's own reference data: borders and place names.
#pragma once

#include "domain/city/City.h"
#include "maps/basemap/TileSet.h"

namespace zs::sim {

using Attributes = std::vector<std::pair<std::string, basemap::Value>>;

basemap::Layer townLayer(const domain::City& city);
/// City, towns and, where their grids lie together, communities.
enum class Communities { Shown, Left };
basemap::Layer placeLayer(const domain::City& city, Communities communities);

Attributes nameOf(const domain::LocalText& name);

} // namespace zs::sim
