// The base map's tiles as lines and rings, sorted by the layers of the style. Thread-safe.
#pragma once

#include "ui/map/MapStyle.h"
#include "ui/map/Mbtiles.h"
#include "ui/map/painter/Rings.h"

#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace zs::map {

/// One tile: for each layer of the style (in its order) what it draws, in tile units 0…1.
struct TilePaths {
    std::vector<Rings> layers;
};

class BasemapPaths {
public:
    BasemapPaths(std::shared_ptr<const Mbtiles> file, std::shared_ptr<const MapStyle> style);

    /// Read, unpacked and decoded, or from the cache. Never null: a tile that is missing or damaged is an empty one.
    std::shared_ptr<const TilePaths> at(geo::TileKey key) const;
    const Mbtiles& file() const { return *m_file; }

private:
    std::shared_ptr<const TilePaths> read(geo::TileKey key) const;

    struct Entry { geo::TileKey key; std::shared_ptr<const TilePaths> paths; };
    std::shared_ptr<const Mbtiles> m_file;
    std::shared_ptr<const MapStyle> m_style;
    std::vector<std::string> m_wanted;
    mutable std::mutex m_lock;
    mutable std::list<Entry> m_recent; ///< guarded by m_lock; newest first
};

} // namespace zs::map
