#include "geo/GridIndex.h"

#include "geo/Polygon.h"

#include <algorithm>
#include <cmath>

namespace zs::geo {

namespace {

constexpr double kNear = 1e-7; // degrees, about 1 cm
constexpr std::size_t kBucketsPerShape = 24;

bool segmentTouches(GeoPoint a, GeoPoint b, const GeoBounds& box) {
    if (std::max(a.lon, b.lon) < box.west || std::min(a.lon, b.lon) > box.east ||
        std::max(a.lat, b.lat) < box.south || std::min(a.lat, b.lat) > box.north)
        return false;
    // Separating axis along the segment's normal.
    const double nx = b.lat - a.lat, ny = a.lon - b.lon;
    const auto side = [&](double lon, double lat) { return (lon - a.lon) * nx + (lat - a.lat) * ny; };
    const double s[] = {side(box.west, box.south), side(box.east, box.south), side(box.west, box.north),
                        side(box.east, box.north)};
    return *std::ranges::min_element(s) <= 0 && *std::ranges::max_element(s) >= 0;
}

double squaredDistance(GeoPoint p, GeoPoint a, GeoPoint b) {
    const double dx = b.lon - a.lon, dy = b.lat - a.lat, length = dx * dx + dy * dy;
    const double t =
        length > 0 ? std::clamp(((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / length, 0.0, 1.0) : 0.0;
    const double x = a.lon + t * dx - p.lon, y = a.lat + t * dy - p.lat;
    return x * x + y * y;
}

} // namespace

GridIndex::GridIndex(std::span<const GeoShape* const> shapes) {
    m_shapes.reserve(shapes.size());
    for (const GeoShape* shape : shapes) {
        Shape s{static_cast<std::uint32_t>(m_edges.size()), 0, boundsOf(*shape)};
        for (const GeoPolygon& polygon : *shape) {
            for (const GeoRing& ring : polygon) {
                for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                    const bool up = ring[j].lat <= ring[i].lat;
                    m_edges.push_back(up ? Edge{ring[j], ring[i]} : Edge{ring[i], ring[j]});
                }
            }
        }
        s.edgeCount = static_cast<std::uint32_t>(m_edges.size()) - s.firstEdge;
        if (!s.bounds.isEmpty()) {
            m_bounds.include({s.bounds.west - kNear, s.bounds.south - kNear});
            m_bounds.include({s.bounds.east + kNear, s.bounds.north + kNear});
        }
        m_shapes.push_back(s);
    }
    if (m_bounds.isEmpty())
        return;

    const double width = m_bounds.east - m_bounds.west, height = m_bounds.north - m_bounds.south;
    const double wanted = static_cast<double>(std::max<std::size_t>(1, m_shapes.size() * kBucketsPerShape));
    m_columns = static_cast<std::size_t>(std::clamp(std::sqrt(wanted * width / height), 1.0, 2048.0));
    m_rows = static_cast<std::size_t>(std::clamp(std::sqrt(wanted * height / width), 1.0, 2048.0));
    m_perLon = static_cast<double>(m_columns) / width;
    m_perLat = static_cast<double>(m_rows) / height;

    std::vector<std::vector<std::uint32_t>> members(m_columns * m_rows);
    std::vector<std::int32_t> whole(m_columns * m_rows, -1);
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const Shape& s = m_shapes[i];
        if (s.bounds.isEmpty())
            continue;
        const auto column = [&](double lon) {
            return static_cast<std::size_t>(
                std::clamp((lon - m_bounds.west) * m_perLon, 0.0, double(m_columns - 1)));
        };
        const auto row = [&](double lat) {
            return static_cast<std::size_t>(
                std::clamp((lat - m_bounds.south) * m_perLat, 0.0, double(m_rows - 1)));
        };
        for (std::size_t y = row(s.bounds.south - kNear); y <= row(s.bounds.north + kNear); ++y) {
            for (std::size_t x = column(s.bounds.west - kNear); x <= column(s.bounds.east + kNear); ++x) {
                const GeoBounds box{m_bounds.west + double(x) / m_perLon - kNear,
                                    m_bounds.south + double(y) / m_perLat - kNear,
                                    m_bounds.west + double(x + 1) / m_perLon + kNear,
                                    m_bounds.south + double(y + 1) / m_perLat + kNear};
                const std::size_t b = y * m_columns + x;
                if (touches(s, box))
                    members[b].push_back(static_cast<std::uint32_t>(i));
                else if (owns(s, box.centre())) {
                    members[b].push_back(static_cast<std::uint32_t>(i));
                    if (members[b].size() == 1)
                        whole[b] = static_cast<std::int32_t>(i); // the first one owns, whoever else comes
                }
            }
        }
    }
    m_buckets.reserve(members.size());
    for (std::size_t b = 0; b < members.size(); ++b) {
        m_buckets.push_back({static_cast<std::uint32_t>(m_members.size()),
                             static_cast<std::uint32_t>(members[b].size()), whole[b]});
        m_members.insert(m_members.end(), members[b].begin(), members[b].end());
    }
}

bool GridIndex::touches(const Shape& shape, const GeoBounds& box) const {
    for (std::uint32_t e = 0; e < shape.edgeCount; ++e) {
        const Edge& edge = m_edges[shape.firstEdge + e];
        if (segmentTouches(edge.low, edge.high, box))
            return true;
    }
    return false;
}

bool GridIndex::owns(const Shape& shape, GeoPoint p) const {
    bool inside = false;
    for (std::uint32_t i = 0; i < shape.edgeCount; ++i) {
        const Edge& e = m_edges[shape.firstEdge + i];
        if (p.lat >= e.low.lat && p.lat < e.high.lat &&
            p.lon < e.low.lon + (p.lat - e.low.lat) / (e.high.lat - e.low.lat) * (e.high.lon - e.low.lon))
            inside = !inside;
    }
    return inside;
}

std::size_t GridIndex::bucketAt(GeoPoint p) const {
    const auto x = std::min(static_cast<std::size_t>((p.lon - m_bounds.west) * m_perLon), m_columns - 1);
    const auto y = std::min(static_cast<std::size_t>((p.lat - m_bounds.south) * m_perLat), m_rows - 1);
    return y * m_columns + x;
}

std::optional<std::size_t> GridIndex::find(GeoPoint p) const {
    if (!m_bounds.contains(p)) // false for NaN too
        return std::nullopt;
    const Bucket& bucket = m_buckets[bucketAt(p)];
    if (bucket.whole >= 0)
        return static_cast<std::size_t>(bucket.whole);
    const std::span members(m_members.data() + bucket.first, bucket.count);
    for (const std::uint32_t i : members) {
        if (m_shapes[i].bounds.contains(p) && owns(m_shapes[i], p))
            return i;
    }
    std::optional<std::size_t> nearest;
    double best = kNear * kNear;
    for (const std::uint32_t i : members) {
        for (std::uint32_t e = 0; e < m_shapes[i].edgeCount; ++e) {
            const Edge& edge = m_edges[m_shapes[i].firstEdge + e];
            const double d = squaredDistance(p, edge.low, edge.high);
            if (d < best) {
                best = d;
                nearest = i;
            }
        }
    }
    return nearest;
}

} // namespace zs::geo
