#include "ui/map/web/GroundTiles.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace zs::map::web {

namespace {

constexpr double kExtent = 4096;
constexpr double kBuffer = 128;   ///< units around a tile, so that lines don't end at its edge
constexpr double kClose = 3;      ///< units; 0.4 px: points nearer to the one before are left out

struct Point {
    double x, y;
};

void varint(QByteArray& out, std::uint64_t value)
{
    while (value > 127) {
        out += static_cast<char>(value | 128);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

void field(QByteArray& out, unsigned number, const QByteArray& bytes)
{
    varint(out, number << 3 | 2);
    varint(out, static_cast<std::uint64_t>(bytes.size()));
    out += bytes;
}

void field(QByteArray& out, unsigned number, std::uint64_t value)
{
    varint(out, number << 3);
    varint(out, value);
}

std::uint64_t zigzag(std::int64_t v)
{
    return (static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63);
}

/// What of the ring is on the inner side of one edge (Sutherland-Hodgman).
template <class Inside, class Cross>
void clip(std::vector<Point>& ring, std::vector<Point>& out, Inside inside, Cross cross)
{
    out.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[i + 1 == ring.size() ? 0 : i + 1];
        const bool in = inside(a);
        if (in)
            out.push_back(a);
        if (in != inside(b))
            out.push_back(cross(a, b));
    }
    ring.swap(out);
}

void clipToTile(std::vector<Point>& ring, std::vector<Point>& spare)
{
    constexpr double lo = -kBuffer, hi = kExtent + kBuffer;
    const auto atX = [](double x) {
        return [x](const Point& a, const Point& b) { return Point{x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)}; };
    };
    const auto atY = [](double y) {
        return [y](const Point& a, const Point& b) { return Point{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y}; };
    };
    clip(ring, spare, [](const Point& p) { return p.x >= lo; }, atX(lo));
    clip(ring, spare, [](const Point& p) { return p.x <= hi; }, atX(hi));
    clip(ring, spare, [](const Point& p) { return p.y >= lo; }, atY(lo));
    clip(ring, spare, [](const Point& p) { return p.y <= hi; }, atY(hi));
}

/// Twice the area; positive = clockwise on the screen, which the format wants of outer rings.
double area(std::span<const Point> ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[i + 1 == ring.size() ? 0 : i + 1];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum;
}

/// Commands of one feature's geometry.
class Pen {
public:
    void ring(std::span<const Point> points)
    {
        moveTo(points.front());
        varint(m_bytes, static_cast<std::uint64_t>(points.size() - 1) << 3 | 2);
        for (const Point& p : points.subspan(1))
            step(p);
        varint(m_bytes, 1 << 3 | 7);
    }
    const QByteArray& bytes() const { return m_bytes; }

private:
    void moveTo(const Point& p)
    {
        varint(m_bytes, 1 << 3 | 1);
        step(p);
    }
    void step(const Point& p)
    {
        const auto x = static_cast<std::int64_t>(p.x), y = static_cast<std::int64_t>(p.y);
        varint(m_bytes, zigzag(x - m_x));
        varint(m_bytes, zigzag(y - m_y));
        m_x = x;
        m_y = y;
    }
    QByteArray m_bytes;
    std::int64_t m_x = 0, m_y = 0;
};

} // namespace

GroundTiles::Shape GroundTiles::shapeOf(const GeoShape& shape)
{
    Shape out;
    for (const GeoPolygon& polygon : shape) {
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            for (const GeoPoint& p : polygon[r]) {
                const auto w = geo::toWorld(p);
                out.west = std::min(out.west, w.x);
                out.east = std::max(out.east, w.x);
                out.north = std::min(out.north, w.y);
                out.south = std::max(out.south, w.y);
                out.points.push_back(w);
            }
            out.rings.push_back({out.points.size(), r == 0});
        }
    }
    return out;
}

GroundTiles::GroundTiles(const MapGround& ground) : m_layers{{"towns", {}}, {"grids", {}}}
{
    for (const TownArea& town : ground.towns)
        m_layers[0].shapes.push_back(shapeOf(town.shape));
    for (const GridArea& grid : ground.grids)
        m_layers[1].shapes.push_back(shapeOf(grid.shape));
}

QByteArray GroundTiles::tile(geo::TileKey key) const
{
    const double tiles = static_cast<double>(1u << key.z), scale = tiles * kExtent, margin = kBuffer / scale;
    const double west = key.x / tiles, north = key.y / tiles, side = 1 / tiles;
    QByteArray out;
    std::vector<Point> ring, spare;
    for (const Layer& layer : m_layers) {
        QByteArray features;
        for (std::size_t id = 0; id < layer.shapes.size(); ++id) {
            const Shape& shape = layer.shapes[id];
            if (shape.east < west - margin || shape.west > west + side + margin || shape.south < north - margin
                || shape.north > north + side + margin)
                continue;
            Pen pen;
            std::size_t first = 0;
            bool outerDrawn = false;
            for (const Ring& part : shape.rings) {
                ring.clear();
                for (std::size_t i = first; i < part.end; ++i)
                    ring.push_back({(shape.points[i].x - west) * scale, (shape.points[i].y - north) * scale});
                first = part.end;
                clipToTile(ring, spare);
                spare.clear();
                for (const Point& p : ring) {
                    const Point whole{std::round(p.x), std::round(p.y)};
                    if (spare.empty() || std::abs(whole.x - spare.back().x) + std::abs(whole.y - spare.back().y) >= kClose)
                        spare.push_back(whole);
                }
                const double twice = spare.size() < 3 ? 0 : area(spare);
                if (part.outer)
                    outerDrawn = twice != 0;
                if (twice == 0 || !outerDrawn)
                    continue; // nothing of it is left, or it is a hole in what isn't there
                if ((twice > 0) != part.outer)
                    std::reverse(spare.begin(), spare.end());
                pen.ring(spare);
            }
            if (pen.bytes().isEmpty())
                continue;
            QByteArray feature;
            field(feature, 1, id);
            field(feature, 3, 3); // polygon
            field(feature, 4, pen.bytes());
            field(features, 2, feature);
        }
        if (features.isEmpty())
            continue;
        QByteArray body;
        field(body, 15, 2); // version
        field(body, 1, QByteArray(layer.name));
        body += features;
        field(body, 5, static_cast<std::uint64_t>(kExtent));
        field(out, 3, body);
    }
    return out;
}

} // namespace zs::map::web
