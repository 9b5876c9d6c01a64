// One vector tile in the making (Mapbox Vector Tile 2.1).
#pragma once

#include "maps/basemap/Clip.h"
#include "maps/basemap/TileSet.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace zs::basemap {

inline constexpr std::uint32_t kTileExtent = 4096;

/// Adds features layer after layer; bytes() is the whole tile, not yet compressed.
class MvtTile {
public:
    explicit MvtTile(geo::TileKey key);

    void beginLayer(const std::string& name);
    void addPoint(geo::WorldPoint p, const Feature& feature);
    void addLines(const std::vector<WorldLine>& lines, const Feature& feature);
    void addPolygon(const std::vector<WorldPolygon>& polygons, const Feature& feature);
    void endLayer();

    bool isEmpty() const { return m_bytes.empty(); }
    const std::string& bytes() const { return m_bytes; }

private:
    struct Point {
        std::int32_t x, y;
        bool operator==(const Point&) const = default;
    };
    enum class Type : std::uint32_t { Dots = 1, Strokes = 2, Areas = 3 };

    std::vector<Point> snapped(const WorldLine& line) const;
    void moveTo(Point p);
    void lineTo(const std::vector<Point>& points, std::size_t from);
    std::int64_t ring(std::vector<Point> points, bool outer); ///< answers twice its area
    void finish(Type type, const Feature& feature);
    std::uint32_t keyIndex(const std::string& key);
    std::uint32_t valueIndex(const Value& value);

    double m_scale, m_x, m_y;
    std::string m_bytes;
    std::string m_layer, m_features;
    std::vector<std::string> m_keys;
    std::vector<Value> m_values;
    std::map<std::string, std::uint32_t> m_keyIndex;
    std::map<Value, std::uint32_t> m_valueIndex;
    std::vector<std::uint32_t> m_geometry;
    Point m_cursor{0, 0};
};

} // namespace zs::basemap
