// What a base map is made of. All coordinates WGS-84.
#pragma once

#include "base/GeoPoint.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace zs::basemap {

using Value = std::variant<std::string, std::int64_t, double>;
using Line = std::vector<GeoPoint>;
using Geometry = std::variant<GeoPoint, std::vector<Line>, GeoShape>;

/// Zoom levels at which something is in the tiles, both included.
struct ZoomRange {
    std::uint32_t min = 0, max = 22;
    bool has(std::uint32_t zoom) const { return zoom >= min && zoom <= max; }
};

struct Feature {
    Geometry geometry;
    std::vector<std::pair<std::string, Value>> attributes;
    ZoomRange zooms;
};

struct Layer {
    std::string name;
    std::string description;
    ZoomRange zooms; ///< also cut by the set's own
    std::vector<Feature> features;
};

struct TileSet {
    std::string name;
    std::string attribution;
    GeoBounds bounds; ///< what lies beyond this box is cut off
    GeoPoint centre;
    std::uint32_t centreZoom = 10;
    ZoomRange zooms{6, 14};
    std::vector<Layer> layers; ///< drawn bottom to top
};

} // namespace zs::basemap
