// A real city's boundaries become a city pack. Staff, agencies and matters are generated, as for the demo
// city.
#pragma once

#include "base/Result.h"
#include "domain/city/City.h"
#include "maps/basemap/TileSet.h"
#include "sim/import/GeoJson.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace zs::sim {

struct ImportSources {
    GeoLayer towns; ///< properties: name, code (or found in `codes` by name)
    GeoLayer grids; ///< properties: town (name), village_code12 and village, grid or code
    std::optional<GeoLayer> outline;
    std::string codes; ///< CSV: town_code9,town,village_code12,village; may be empty
    std::string id;
    domain::LocalText name, remark;
    std::vector<domain::Level> levels; ///< at which there are centres; empty: as cities with that code have them
    std::uint64_t seed = 1;
};

/// Fails with "import.shift" when two layers don't lie on one another, "import.field" when a property is
/// missing or names something that isn't there.
Result<domain::City> importCity(const ImportSources& sources);

/// A plain base map of the outlines: land, the city, its towns and their names.
basemap::TileSet outlineBasemap(const domain::City& city, const std::optional<GeoLayer>& outline);

} // namespace zs::sim
