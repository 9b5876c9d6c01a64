#include "ui/map/painter/Rings.h"

#include <QPainterPath>

#include <cmath>

namespace zs::map {

void Rings::addTo(QPainterPath& path, double scale, QPointF offset, Ends kind) const
{
    constexpr double kNear = 0.5;
    std::uint32_t first = 0;
    for (const std::uint32_t end : ends) {
        QPointF last;
        for (std::uint32_t i = first; i < end; ++i) {
            const QPointF p = points[i] * scale + offset;
            if (i == first) {
                path.moveTo(p);
            } else if (i + 1 < end && std::abs(p.x() - last.x()) < kNear && std::abs(p.y() - last.y()) < kNear) {
                continue;
            } else {
                path.lineTo(p);
            }
            last = p;
        }
        if (kind == Ends::Closed && end > first)
            path.closeSubpath();
        first = end;
    }
}

} // namespace zs::map
