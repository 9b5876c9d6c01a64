// Builds an MBTiles file.
#pragma once

#include "base/Result.h"
#include "maps/basemap/TileSet.h"

#include <cstdint>
#include <filesystem>

namespace zs::basemap {

struct TilerStats {
    std::uint64_t tiles = 0;
    std::uint64_t bytes = 0; ///< of compressed tiles
};

/// Writes the whole set, one core, blocking (a city of 2,500 km² to zoom 14: some seconds). The file appears
/// complete or not at all; the same set gives the same bytes. Errors: "basemap.bounds", "basemap.file", or
/// what storage says.
Result<TilerStats> writeMbtiles(const std::filesystem::path& path, const TileSet& set);

} // namespace zs::basemap
