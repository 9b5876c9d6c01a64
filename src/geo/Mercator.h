// The square world of web maps (EPSG:3857): x to the east, y to the south, both 0…1, origin at 180° W, 85.05°
// N.
#pragma once

#include "base/GeoPoint.h"

#include <cstdint>

namespace zs::geo {

inline constexpr double kMaxMercatorLat = 85.0511287798066;

struct WorldPoint {
    double x = 0; ///< 0…1 from west to east
    double y = 0; ///< 0…1 from north to south
    bool operator==(const WorldPoint&) const = default;
};

struct TileKey {
    std::uint32_t z = 0, x = 0, y = 0; ///< y counts from the north (XYZ); MBTiles counts from the south
    bool operator==(const TileKey&) const = default;
};

/// Latitudes beyond ±85.05° are pulled to the edge.
WorldPoint toWorld(GeoPoint p);
GeoPoint toGeo(WorldPoint p);

/// Side of the whole world in pixels at a zoom (fractions allowed) with tiles of `tileSize` pixels.
double worldPixels(double zoom, double tileSize = 512);
/// Metres on the ground that one pixel covers at a latitude.
double metresPerPixel(double lat, double zoom, double tileSize = 512);

TileKey tileAt(WorldPoint p, std::uint32_t zoom);
/// Row number as MBTiles (TMS) stores it.
inline std::uint32_t tmsRow(TileKey key) {
    return (1u << key.z) - 1 - key.y;
}

} // namespace zs::geo
