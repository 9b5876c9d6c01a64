// From a city pack to what a map surface is given.
#pragma once

#include "domain/city/City.h"
#include "ui/map/MapSurface.h"

#include <memory>

namespace zs::map {

/// Outlines and names of `city` over the tiles in `mbtiles` (empty: none). Takes some ms; any thread.
std::shared_ptr<const MapGround> makeGround(const domain::City& city, const QString& mbtiles);

/// What a place is called on a map: "东城街道" → "东城", "虎门镇" → "虎门", "主山社区" → "主山", "Zhushan Community" →
/// "Zhushan".
domain::LocalText mapName(const domain::LocalText& name);

} // namespace zs::map
