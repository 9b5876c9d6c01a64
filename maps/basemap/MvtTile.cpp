#include "maps/basemap/MvtTile.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <protozero/pbf_writer.hpp>

namespace zs::basemap {

namespace {

// Field numbers of vector_tile.proto.
enum Tile : protozero::pbf_tag_type { TileLayer = 3 };
enum LayerField : protozero::pbf_tag_type {
    Name = 1,
    Features = 2,
    Keys = 3,
    Values = 4,
    Extent = 5,
    Version = 15
};
enum FeatureField : protozero::pbf_tag_type { Tags = 2, GeometryType = 3, GeometryData = 4 };
enum ValueField : protozero::pbf_tag_type { Text = 1, Double = 3, Signed = 6 };

constexpr std::uint32_t kMoveTo = 1, kLineTo = 2, kClosePath = 7;

std::uint32_t command(std::uint32_t id, std::size_t count) {
    return id | (static_cast<std::uint32_t>(count) << 3);
}

} // namespace

MvtTile::MvtTile(geo::TileKey key)
    : m_scale(std::exp2(key.z) * kTileExtent), m_x(double(key.x) * kTileExtent),
      m_y(double(key.y) * kTileExtent) {}

void MvtTile::beginLayer(const std::string& name) {
    m_layer = name;
    m_features.clear();
    m_keys.clear();
    m_values.clear();
    m_keyIndex.clear();
    m_valueIndex.clear();
}

std::vector<MvtTile::Point> MvtTile::snapped(const WorldLine& line) const {
    std::vector<Point> out;
    out.reserve(line.size());
    for (const geo::WorldPoint p : line) {
        const Point q{static_cast<std::int32_t>(std::lround(p.x * m_scale - m_x)),
                      static_cast<std::int32_t>(std::lround(p.y * m_scale - m_y))};
        if (out.empty() || out.back() != q)
            out.push_back(q);
    }
    return out;
}

void MvtTile::moveTo(Point p) {
    m_geometry.push_back(command(kMoveTo, 1));
    m_geometry.push_back(protozero::encode_zigzag32(p.x - m_cursor.x));
    m_geometry.push_back(protozero::encode_zigzag32(p.y - m_cursor.y));
    m_cursor = p;
}

void MvtTile::lineTo(const std::vector<Point>& points, std::size_t from) {
    m_geometry.push_back(command(kLineTo, points.size() - from));
    for (std::size_t i = from; i < points.size(); ++i) {
        m_geometry.push_back(protozero::encode_zigzag32(points[i].x - m_cursor.x));
        m_geometry.push_back(protozero::encode_zigzag32(points[i].y - m_cursor.y));
        m_cursor = points[i];
    }
}

std::int64_t MvtTile::ring(std::vector<Point> points, bool outer) {
    while (points.size() > 1 && points.front() == points.back())
        points.pop_back();
    if (points.size() < 3)
        return 0;
    std::int64_t doubled = 0;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++)
        doubled += std::int64_t(points[j].x) * points[i].y - std::int64_t(points[i].x) * points[j].y;
    if (doubled == 0)
        return 0;
    if ((doubled > 0) != outer) // the specification: outer rings have a positive area with y down
        std::ranges::reverse(points);
    moveTo(points.front());
    lineTo(points, 1);
    m_geometry.push_back(command(kClosePath, 1));
    return std::abs(doubled);
}

void MvtTile::addPoint(geo::WorldPoint p, const Feature& feature) {
    moveTo(snapped({p}).front());
    finish(Type::Dots, feature);
}

void MvtTile::addLines(const std::vector<WorldLine>& lines, const Feature& feature) {
    for (const WorldLine& line : lines) {
        const std::vector<Point> points = snapped(line);
        if (points.size() < 2)
            continue;
        moveTo(points.front());
        lineTo(points, 1);
    }
    finish(Type::Strokes, feature);
}

void MvtTile::addPolygon(const std::vector<WorldPolygon>& polygons, const Feature& feature) {
    for (const WorldPolygon& polygon : polygons) {
        const std::size_t before = m_geometry.size();
        const Point cursor = m_cursor;
        std::int64_t left = 0;
        for (std::size_t i = 0; i < polygon.size(); ++i) {
            const std::int64_t area = ring(snapped(polygon[i]), i == 0);
            left += i == 0 ? area : -area;
            if (left == 0)
                break; // no outer ring is left of it, or a hole takes up all of this tile
        }
        if (left == 0) {
            m_geometry.resize(before);
            m_cursor = cursor;
        }
    }
    finish(Type::Areas, feature);
}

std::uint32_t MvtTile::keyIndex(const std::string& key) {
    const auto [it, added] = m_keyIndex.try_emplace(key, static_cast<std::uint32_t>(m_keys.size()));
    if (added)
        m_keys.push_back(key);
    return it->second;
}

std::uint32_t MvtTile::valueIndex(const Value& value) {
    const auto [it, added] = m_valueIndex.try_emplace(value, static_cast<std::uint32_t>(m_values.size()));
    if (added)
        m_values.push_back(value);
    return it->second;
}

void MvtTile::finish(Type type, const Feature& feature) {
    m_cursor = {0, 0};
    if (m_geometry.empty())
        return;
    std::string bytes;
    {
        protozero::pbf_writer out(bytes);
        std::vector<std::uint32_t> tags;
        for (const auto& [key, value] : feature.attributes) {
            tags.push_back(keyIndex(key));
            tags.push_back(valueIndex(value));
        }
        out.add_packed_uint32(FeatureField::Tags, tags.begin(), tags.end());
        out.add_enum(FeatureField::GeometryType, static_cast<std::int32_t>(type));
        out.add_packed_uint32(FeatureField::GeometryData, m_geometry.begin(), m_geometry.end());
    }
    protozero::pbf_writer(m_features).add_message(LayerField::Features, bytes);
    m_geometry.clear();
}

void MvtTile::endLayer() {
    if (m_features.empty())
        return;
    std::string layer;
    {
        protozero::pbf_writer out(layer);
        out.add_uint32(LayerField::Version, 2);
        out.add_string(LayerField::Name, m_layer);
    }
    layer += m_features;
    {
        protozero::pbf_writer out(layer);
        for (const std::string& key : m_keys)
            out.add_string(LayerField::Keys, key);
        for (const Value& value : m_values) {
            std::string bytes;
            protozero::pbf_writer v(bytes);
            if (const auto* text = std::get_if<std::string>(&value))
                v.add_string(ValueField::Text, *text);
            else if (const auto* whole = std::get_if<std::int64_t>(&value))
                v.add_sint64(ValueField::Signed, *whole);
            else
                v.add_double(ValueField::Double, std::get<double>(value));
            out.add_message(LayerField::Values, bytes);
        }
        out.add_uint32(LayerField::Extent, kTileExtent);
    }
    protozero::pbf_writer(m_bytes).add_message(Tile::TileLayer, layer);
}

} // namespace zs::basemap
