#include "maps/basemap/Tiler.h"

#include "base/storage/Compress.h"
#include "base/storage/Sqlite.h"
#include "maps/basemap/MvtTile.h"

#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <system_error>
#include <tuple>

namespace zs::basemap {

namespace {

using geo::TileKey;
using geo::WorldPoint;
namespace fs = std::filesystem;

constexpr double kBuffer = 80.0 / kTileExtent;   ///< beyond a tile's edge, so that strokes meet
constexpr double kTolerance = 2.5 / kTileExtent; ///< a third of a pixel

using Projected = std::variant<WorldPoint, std::vector<WorldLine>, std::vector<WorldPolygon>>;

/// The set's bounds: nothing beyond them gets into a tile, so that a map ends in a clean edge.
struct Box {
    WorldPoint nw, se;
    bool has(WorldPoint p) const { return p.x >= nw.x && p.x <= se.x && p.y >= nw.y && p.y <= se.y; }
};

WorldLine project(const std::vector<GeoPoint>& line) {
    WorldLine out;
    out.reserve(line.size());
    for (const GeoPoint p : line)
        out.push_back(geo::toWorld(p));
    return out;
}

Projected project(const Geometry& geometry, const Box& box) {
    if (const auto* point = std::get_if<GeoPoint>(&geometry))
        return geo::toWorld(*point);
    if (const auto* lines = std::get_if<std::vector<Line>>(&geometry)) {
        std::vector<WorldLine> out;
        for (const Line& line : *lines) {
            for (const WorldLine& column : clipLine(project(line), Axis::X, box.nw.x, box.se.x)) {
                for (WorldLine& part : clipLine(column, Axis::Y, box.nw.y, box.se.y))
                    out.push_back(std::move(part));
            }
        }
        return out;
    }
    std::vector<WorldPolygon> out;
    for (const GeoPolygon& polygon : std::get<GeoShape>(geometry)) {
        WorldPolygon rings;
        for (const GeoRing& ring : polygon) {
            const WorldLine column = clipRing(project(ring), Axis::X, box.nw.x, box.se.x);
            WorldLine part = column.empty() ? column : clipRing(column, Axis::Y, box.nw.y, box.se.y);
            if (part.empty() && rings.empty())
                break;
            if (!part.empty())
                rings.push_back(std::move(part));
        }
        if (!rings.empty())
            out.push_back(std::move(rings));
    }
    return out;
}

/// Pieces of one feature that fell into one tile.
struct Piece {
    const Feature* feature = nullptr;
    std::vector<WorldPoint> points;
    std::vector<WorldLine> lines;
    std::vector<WorldPolygon> polygons;
};

/// Column, row, layer: the order in which tiles are written and drawn.
using Slot = std::tuple<std::uint32_t, std::uint32_t, std::size_t>;

struct Window {
    std::uint32_t west, east, north, south; ///< tile columns and rows, both ends included
};

class ZoomLevel {
public:
    ZoomLevel(std::uint32_t zoom, Window window, const Box& box)
        : m_zoom(zoom), m_window(window), m_box(box), m_side(std::exp2(-double(zoom))) {}

    void add(std::size_t layer, const Feature& feature, const Projected& geometry, bool simplified) {
        m_layer = layer;
        m_feature = &feature;
        const double tolerance = simplified ? kTolerance * m_side : 0;
        if (const auto* point = std::get_if<WorldPoint>(&geometry)) {
            const TileKey key = geo::tileAt(*point, m_zoom);
            if (m_box.has(*point))
                piece(key.x, key.y).points.push_back(*point);
        } else if (const auto* lines = std::get_if<std::vector<WorldLine>>(&geometry)) {
            for (const WorldLine& line : *lines)
                addLine(simplify(line, tolerance, Closed::No));
        } else {
            for (const WorldPolygon& polygon : std::get<std::vector<WorldPolygon>>(geometry))
                addPolygon(polygon, tolerance);
        }
    }

    const std::map<Slot, std::vector<Piece>>& pieces() const { return m_pieces; }

private:
    Piece& piece(std::uint32_t x, std::uint32_t y) {
        std::vector<Piece>& list = m_pieces[{x, y, m_layer}];
        if (list.empty() || list.back().feature != m_feature)
            list.push_back({m_feature, {}, {}, {}});
        return list.back();
    }

    /// Columns (or rows) whose buffered strip the span touches.
    std::pair<std::uint32_t, std::uint32_t> strips(double low, double high, std::uint32_t first,
                                                   std::uint32_t last) const {
        const double a = std::floor(low / m_side - kBuffer), b = std::floor(high / m_side + kBuffer);
        if (b < first || a > last)
            return {1, 0};
        return {a < first ? first : static_cast<std::uint32_t>(a),
                b > last ? last : static_cast<std::uint32_t>(b)};
    }

    template <class Points>
    std::pair<std::uint32_t, std::uint32_t> stripsOf(const Points& points, Axis axis) const {
        double low = 2, high = -1;
        for (const WorldPoint p : points) {
            const double v = axis == Axis::X ? p.x : p.y;
            low = std::min(low, v);
            high = std::max(high, v);
        }
        return axis == Axis::X ? strips(low, high, m_window.west, m_window.east)
                               : strips(low, high, m_window.north, m_window.south);
    }

    double low(std::uint32_t strip) const { return (strip - kBuffer) * m_side; }
    double high(std::uint32_t strip) const { return (strip + 1 + kBuffer) * m_side; }

    void addLine(const WorldLine& line) {
        const auto [west, east] = stripsOf(line, Axis::X);
        for (std::uint32_t x = west; x <= east; ++x) {
            for (const WorldLine& part : clipLine(line, Axis::X, low(x), high(x))) {
                const auto [north, south] = stripsOf(part, Axis::Y);
                for (std::uint32_t y = north; y <= south; ++y) {
                    for (WorldLine& cut : clipLine(part, Axis::Y, low(y), high(y)))
                        piece(x, y).lines.push_back(std::move(cut));
                }
            }
        }
    }

    void addPolygon(const WorldPolygon& polygon, double tolerance) {
        WorldPolygon rings;
        for (const WorldLine& ring : polygon) {
            WorldLine kept = simplify(ring, tolerance, Closed::Yes);
            if (kept.empty() && rings.empty())
                return; // smaller than a pixel
            if (!kept.empty())
                rings.push_back(std::move(kept));
        }
        if (rings.empty())
            return;
        const auto [west, east] = stripsOf(rings.front(), Axis::X);
        for (std::uint32_t x = west; x <= east; ++x) {
            WorldPolygon column;
            for (const WorldLine& ring : rings)
                column.push_back(clipRing(ring, Axis::X, low(x), high(x)));
            if (column.front().empty())
                continue;
            const auto [north, south] = stripsOf(column.front(), Axis::Y);
            for (std::uint32_t y = north; y <= south; ++y) {
                WorldPolygon cut;
                for (const WorldLine& ring : column) {
                    WorldLine part = ring.empty() ? ring : clipRing(ring, Axis::Y, low(y), high(y));
                    if (part.empty() && cut.empty())
                        break;
                    if (!part.empty())
                        cut.push_back(std::move(part));
                }
                if (!cut.empty())
                    piece(x, y).polygons.push_back(std::move(cut));
            }
        }
    }

    std::uint32_t m_zoom;
    Window m_window;
    Box m_box;
    double m_side;
    std::size_t m_layer = 0;
    const Feature* m_feature = nullptr;
    std::map<Slot, std::vector<Piece>> m_pieces;
};

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) >= 0x20)
            out += c;
    }
    return out + '"';
}

std::string vectorLayers(const TileSet& set) {
    std::string out = "{\"vector_layers\":[";
    bool first = true;
    for (const Layer& layer : set.layers) {
        std::map<std::string, const char*> fields;
        for (const Feature& feature : layer.features) {
            for (const auto& [key, value] : feature.attributes)
                fields[key] = std::holds_alternative<std::string>(value) ? "String" : "Number";
        }
        out += std::string(first ? "" : ",") + "{\"id\":" + quoted(layer.name) +
               ",\"description\":" + quoted(layer.description) +
               ",\"minzoom\":" + std::to_string(std::max(layer.zooms.min, set.zooms.min)) +
               ",\"maxzoom\":" + std::to_string(std::min(layer.zooms.max, set.zooms.max)) + ",\"fields\":{";
        first = false;
        bool firstField = true;
        for (const auto& [key, type] : fields) {
            out += std::string(firstField ? "" : ",") + quoted(key) + ":\"" + type + '"';
            firstField = false;
        }
        out += "}}";
    }
    return out + "]}";
}

std::string degrees(std::initializer_list<double> values) {
    std::string out;
    for (const double v : values) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%s%.6f", out.empty() ? "" : ",", v);
        out += buffer;
    }
    return out;
}

Result<void> writeMetadata(storage::Database& db, const TileSet& set) {
    const GeoBounds& b = set.bounds;
    const std::pair<const char*, std::string> rows[] = {
        {"name", set.name},
        {"format", "pbf"},
        {"type", "baselayer"},
        {"version", "1"},
        {"description", set.name},
        {"attribution", set.attribution},
        {"minzoom", std::to_string(set.zooms.min)},
        {"maxzoom", std::to_string(set.zooms.max)},
        {"bounds", degrees({b.west, b.south, b.east, b.north})},
        {"center", degrees({set.centre.lon, set.centre.lat}) + ',' + std::to_string(set.centreZoom)},
        {"scheme", "tms"},
        {"json", vectorLayers(set)},
    };
    auto insert = db.prepare("INSERT INTO metadata(name, value) VALUES(?, ?)");
    if (!insert)
        return Unexpected(insert.error());
    for (const auto& [name, value] : rows) {
        insert->bind(1, std::string_view(name));
        insert->bind(2, std::string_view(value));
        if (auto done = insert->run(); !done)
            return done;
    }
    return {};
}

Result<void> writeTile(storage::Statement& insert, const MvtTile& tile, TileKey key, TilerStats& stats) {
    const auto packed = storage::gzip(tile.bytes());
    if (!packed)
        return Unexpected(packed.error());
    insert.bind(1, std::int64_t(key.z));
    insert.bind(2, std::int64_t(key.x));
    insert.bind(3, std::int64_t(geo::tmsRow(key)));
    insert.bindBlob(4, std::string_view(*packed));
    ++stats.tiles;
    stats.bytes += packed->size();
    return insert.run();
}

Result<void> writeZoom(storage::Statement& insert, const TileSet& set, const ZoomLevel& level,
                       std::uint32_t zoom, TilerStats& stats) {
    const auto& pieces = level.pieces();
    for (auto it = pieces.begin(); it != pieces.end();) {
        const auto [x, y, firstLayer] = it->first;
        const TileKey key{zoom, x, y};
        MvtTile tile(key);
        for (; it != pieces.end() && std::get<0>(it->first) == x && std::get<1>(it->first) == y; ++it) {
            tile.beginLayer(set.layers[std::get<2>(it->first)].name);
            for (const Piece& piece : it->second) {
                for (const WorldPoint p : piece.points)
                    tile.addPoint(p, *piece.feature);
                if (!piece.lines.empty())
                    tile.addLines(piece.lines, *piece.feature);
                if (!piece.polygons.empty())
                    tile.addPolygon(piece.polygons, *piece.feature);
            }
            tile.endLayer();
        }
        if (!tile.isEmpty()) {
            if (auto done = writeTile(insert, tile, key, stats); !done)
                return done;
        }
    }
    return {};
}

Result<TilerStats> fill(storage::Database& db, const TileSet& set) {
    // The file is thrown away if anything fails, so it needs no journal of its own.
    auto made = db.exec(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;"
        "CREATE TABLE metadata (name TEXT, value TEXT);"
        "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
        "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);"
        "BEGIN");
    if (!made)
        return Unexpected(made.error());
    if (auto done = writeMetadata(db, set); !done)
        return Unexpected(done.error());
    auto insert =
        db.prepare("INSERT INTO tiles(zoom_level, tile_column, tile_row, tile_data) VALUES(?, ?, ?, ?)");
    if (!insert)
        return Unexpected(insert.error());

    const Box box{geo::toWorld({set.bounds.west, set.bounds.north}),
                  geo::toWorld({set.bounds.east, set.bounds.south})};
    std::vector<std::vector<Projected>> projected;
    for (const Layer& layer : set.layers) {
        projected.emplace_back();
        for (const Feature& feature : layer.features)
            projected.back().push_back(project(feature.geometry, box));
    }
    TilerStats stats;
    for (std::uint32_t zoom = set.zooms.min; zoom <= set.zooms.max; ++zoom) {
        const TileKey nw = geo::tileAt(geo::toWorld({set.bounds.west, set.bounds.north}), zoom);
        const TileKey se = geo::tileAt(geo::toWorld({set.bounds.east, set.bounds.south}), zoom);
        ZoomLevel level(zoom, {nw.x, se.x, nw.y, se.y}, box);
        for (std::size_t l = 0; l < set.layers.size(); ++l) {
            const Layer& layer = set.layers[l];
            for (std::size_t f = 0; layer.zooms.has(zoom) && f < layer.features.size(); ++f) {
                if (layer.features[f].zooms.has(zoom))
                    level.add(l, layer.features[f], projected[l][f], zoom < set.zooms.max);
            }
        }
        if (auto done = writeZoom(*insert, set, level, zoom, stats); !done)
            return Unexpected(done.error());
    }
    if (auto done = db.exec("COMMIT"); !done)
        return Unexpected(done.error());
    return stats;
}

} // namespace

Result<TilerStats> writeMbtiles(const fs::path& path, const TileSet& set) {
    if (set.bounds.isEmpty() || set.zooms.min > set.zooms.max || set.zooms.max > 16)
        return fail("basemap.bounds", "The base map has no area, or its zoom levels are not within 0 to 16.");
    const fs::path part = path.string() + ".part";
    std::error_code error;
    fs::remove(part, error);
    Result<TilerStats> stats = TilerStats{};
    {
        auto db = storage::Database::open(part.string(), storage::Database::Mode::ReadWriteCreate);
        if (!db)
            return Unexpected(db.error());
        stats = fill(*db, set);
    }
    if (!stats) {
        fs::remove(part, error);
        return stats;
    }
    fs::rename(part, path, error);
    if (error)
        return fail("basemap.file", "Can't write " + path.string() + ": " + error.message() + ".");
    return stats;
}

} // namespace zs::basemap
