// From a city pack to what a map surface is given.
#pragma once

#include "domain/city/City.h"
#include "ui/map/MapSurface.h"

#include <memory>

namespace zs::map {

/// Outlines and names of `city` over the tiles in `mbtiles` (empty: none). Takes some ms; any thread.
std::shared_ptr<const MapGround> makeGround(const domain::City& city, const QString& mbtiles);

/// "东城街道" → "东城", "虎门镇" → "虎门": what a town is called on a map.
std::string shortTownName(const std::string& zh);

} // namespace zs::map
