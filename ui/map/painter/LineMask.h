// Many thin lines at once: outlines of thousands of grids. QPainter's stroker turns them into one polygon first, which costs
// some hundred ms a square; here each pixel near a line gets the coverage of the nearest one. Borders that two neighbours
// share don't add up, joints are round. Any thread, one mask a thread.
#pragma once

#include "ui/map/painter/Rings.h"

#include <QColor>
#include <QImage>

#include <cstdint>
#include <vector>

namespace zs::map {

class LineMask {
public:
    /// Of `size` pixels; empty.
    explicit LineMask(QSize size);

    /// From pixel coordinates to pixel coordinates; what lies outside is cut. `width` > 0, in px.
    void addLine(QPointF from, QPointF to, double width);
    /// A point p of the rings lies at p·scale + offset. Points closer than half a pixel to the one before are left out.
    void addRings(const Rings& rings, double scale, QPointF offset, Ends kind, double width);
    /// `target` is RGB32 and of the mask's size.
    void paintOn(QImage& target, const QColor& colour) const;

private:
    QSize m_size;
    std::vector<std::uint8_t> m_coverage; ///< by row, 0…255
    int m_top, m_bottom;                  ///< rows that have any: [top, bottom)
};

} // namespace zs::map
