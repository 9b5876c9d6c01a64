// Lines and rings as plain arrays: unlike QPainterPath they may be read by several threads at once.
#pragma once

#include <QPointF>

#include <cstdint>
#include <vector>

class QPainterPath;

namespace zs::map {

enum class Ends { Open, Closed };

struct Rings {
    std::vector<QPointF> points;
    std::vector<std::uint32_t> ends; ///< index past each ring's last point

    bool isEmpty() const { return points.empty(); }
    /// Adds them to `path`: a point p goes to p·scale + offset. Points closer than half a pixel to the one before are
    /// left out.
    void addTo(QPainterPath& path, double scale, QPointF offset, Ends kind) const;
};

} // namespace zs::map
