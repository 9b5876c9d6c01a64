// Which of many polygons a point lies in.
#pragma once

#include "base/GeoPoint.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace zs::geo {

/// Built once from a city's grids, then read by any thread. Holds a copy of the edges.
class GridIndex {
public:
    GridIndex() = default;
    /// Position in `shapes` is what find() answers. Shapes should not overlap; where they do, the first one
    /// owns.
    explicit GridIndex(std::span<const GeoShape* const> shapes);

    /// The one shape that owns the point. A point on a border belongs to exactly one of the neighbours; a
    /// point within about 1 cm of a shape that nobody owns (rounding along a border) belongs to that shape.
    std::optional<std::size_t> find(GeoPoint p) const;

    GeoBounds bounds() const { return m_bounds; }
    std::size_t size() const { return m_shapes.size(); }

private:
    struct Edge {
        GeoPoint low, high;
    }; ///< low.lat <= high.lat, whichever way the ring runs
    struct Shape {
        std::uint32_t firstEdge = 0, edgeCount = 0;
        GeoBounds bounds;
    };
    struct Bucket {
        std::uint32_t first = 0, count = 0;
        std::int32_t whole = -1;
    }; ///< whole: covered by that one

    std::size_t bucketAt(GeoPoint p) const;
    bool owns(const Shape& shape, GeoPoint p) const;
    bool touches(const Shape& shape, const GeoBounds& box) const;

    GeoBounds m_bounds;
    std::size_t m_columns = 0, m_rows = 0;
    double m_perLon = 0, m_perLat = 0;
    std::vector<Edge> m_edges;
    std::vector<Shape> m_shapes;
    std::vector<Bucket> m_buckets;
    std::vector<std::uint32_t> m_members;
};

} // namespace zs::geo
