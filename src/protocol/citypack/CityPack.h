// A city pack is a folder of JSON and GeoJSON files (README.md) that holds one domain::City, and the city's
// base map.
#pragma once

#include "base/Result.h"
#include "domain/city/City.h"

#include <filesystem>
#include <memory>

namespace zs::protocol {

inline constexpr const char* kBasemapFile = "basemap.mbtiles";

/// Reads and checks the whole pack: ids in order, references that exist, lengths and counts within limits.
/// Blocks for the time of the read (tens of ms for a city of 3,000 grids and 10,000 people): not for the GUI
/// thread. Errors: "citypack.file" (missing, too large), "citypack.json" (not JSON), "citypack.field" (a
/// wrong value).
Result<std::shared_ptr<const domain::City>> readCityPack(const std::filesystem::path& dir);

/// Writes everything but the base map; makes the folder. Each file appears complete or not at all.
/// The same city gives the same bytes. Coordinates are rounded to six decimals.
Result<void> writeCityPack(const std::filesystem::path& dir, const domain::City& city);

} // namespace zs::protocol
