// Reads an MBTiles file. Any number of threads at once: each call borrows a connection of its own.
#pragma once

#include "base/Result.h"
#include "base/storage/Sqlite.h"
#include "geo/Mercator.h"

#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace zs::map {

class Mbtiles {
public:
    /// Opens `path` read-only and reads its zoom range. Blocks for a file access: not for the GUI thread.
    static Result<std::shared_ptr<const Mbtiles>> open(const std::string& path);

    /// The tile's bytes, unpacked (8 MB at most); empty if the file has none there.
    Result<std::string> tile(geo::TileKey key) const;
    std::uint32_t minZoom() const { return m_minZoom; }
    std::uint32_t maxZoom() const { return m_maxZoom; } ///< beyond it, tiles of maxZoom() are magnified

private:
    struct Connection {
        storage::Database database;
        storage::Statement find;
    };
    explicit Mbtiles(std::string path) : m_path(std::move(path)) {}
    Result<std::unique_ptr<Connection>> borrow() const;

    std::string m_path;
    std::uint32_t m_minZoom = 0, m_maxZoom = 14;
    mutable std::mutex m_lock;
    mutable std::vector<std::unique_ptr<Connection>> m_idle; ///< guarded by m_lock
};

} // namespace zs::map
