#include "ui/map/Mbtiles.h"

#include "base/storage/Compress.h"

#include <algorithm>

namespace zs::map {

namespace {
constexpr std::size_t kMaxTile = 8u << 20;
constexpr std::int64_t kHighestZoom = 22;
} // namespace

Result<std::shared_ptr<const Mbtiles>> Mbtiles::open(const std::string& path)
{
    std::shared_ptr<Mbtiles> file(new Mbtiles(path));
    auto connection = file->borrow();
    if (!connection)
        return Unexpected(connection.error());
    auto range = (*connection)->database.prepare("SELECT min(zoom_level), max(zoom_level) FROM tiles");
    if (!range)
        return Unexpected(range.error());
    const auto step = range->step();
    if (!step)
        return Unexpected(step.error());
    if (*step != storage::Statement::Step::Row || range->isNull(0))
        return fail("mbtiles.empty", "The base map " + path + " holds no tiles.");
    file->m_minZoom = static_cast<std::uint32_t>(std::clamp<std::int64_t>(range->integer(0), 0, kHighestZoom));
    file->m_maxZoom = static_cast<std::uint32_t>(std::clamp<std::int64_t>(range->integer(1), 0, kHighestZoom));
    range->reset();
    file->m_idle.push_back(std::move(*connection));
    return std::shared_ptr<const Mbtiles>(std::move(file));
}

Result<std::unique_ptr<Mbtiles::Connection>> Mbtiles::borrow() const
{
    {
        const std::lock_guard lock(m_lock);
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return connection;
        }
    }
    auto database = storage::Database::open(m_path, storage::Database::Mode::ReadOnly);
    if (!database)
        return Unexpected(database.error());
    auto connection = std::make_unique<Connection>();
    connection->database = std::move(*database);
    auto find = connection->database.prepare(
        "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3");
    if (!find)
        return Unexpected(find.error());
    connection->find = std::move(*find);
    return connection;
}

Result<std::string> Mbtiles::tile(geo::TileKey key) const
{
    auto connection = borrow();
    if (!connection)
        return Unexpected(connection.error());
    storage::Statement& find = (*connection)->find;
    find.bind(1, static_cast<std::int64_t>(key.z));
    find.bind(2, static_cast<std::int64_t>(key.x));
    find.bind(3, static_cast<std::int64_t>(geo::tmsRow(key)));
    const auto step = find.step();
    if (!step)
        return Unexpected(step.error()); // the connection may be broken: it isn't used again
    Result<std::string> bytes = std::string();
    if (*step == storage::Statement::Step::Row) {
        const std::string_view blob = find.blob(0);
        const bool packed = blob.size() > 2 && blob[0] == '\x1f' && blob[1] == '\x8b';
        if (packed)
            bytes = storage::gunzip(blob, kMaxTile);
        else if (blob.size() <= kMaxTile)
            bytes = std::string(blob);
        else
            bytes = fail("mbtiles.limit", "A tile of the base map is larger than 8 MB.");
    }
    find.reset();
    const std::lock_guard lock(m_lock);
    m_idle.push_back(std::move(*connection));
    return bytes;
}

} // namespace zs::map
