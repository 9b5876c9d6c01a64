// GeoJSON polygons of others, converted to WGS-84 while reading.
#pragma once

#include "base/GeoPoint.h"
#include "base/Result.h"
#include "geo/Crs.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace zs::sim {

struct GeoFeature {
    std::map<std::string, std::string> properties; ///< texts and numbers, as text
    GeoShape shape;                                ///< as the file has it

    /// The first of the names that is there and not empty.
    std::string property(std::initializer_list<const char*> names) const;
};

struct GeoLayer {
    std::string file; ///< its name, for sentences
    geo::Crs crs = geo::Crs::Wgs84;
    std::vector<GeoFeature> features;
};

/// Only polygons; at most 64 MB, 100,000 features. Coordinates stay in `crs`.
Result<GeoLayer> readGeoJson(const std::filesystem::path& path, geo::Crs crs);

/// To WGS-84 as if the layer were in `crs`, rounded to six decimals.
GeoShape inWgs84(const GeoShape& shape, geo::Crs crs);

} // namespace zs::sim
