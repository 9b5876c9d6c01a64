#include "ui/map/painter/LineMask.h"

#include <algorithm>
#include <cmath>

namespace zs::map {

namespace {
constexpr double kNear = 0.5; ///< px
}

LineMask::LineMask(QSize size)
    : m_size(size), m_coverage(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height())),
      m_top(size.height()), m_bottom(0)
{
}

void LineMask::addLine(QPointF from, QPointF to, double width)
{
    // A line narrower than a pixel is a pixel wide and as much fainter.
    const double half = std::max(width, 1.0) / 2, full = 255 * std::min(width, 1.0);
    const double reach = half + 0.5;
    const double dx = to.x() - from.x(), dy = to.y() - from.y();
    const double squared = dx * dx + dy * dy, length = std::sqrt(squared);
    const double west = std::min(from.x(), to.x()) - reach, east = std::max(from.x(), to.x()) + reach;
    const double north = std::min(from.y(), to.y()) - reach, south = std::max(from.y(), to.y()) + reach;
    if (east < 0 || south < 0 || west > m_size.width() || north > m_size.height())
        return;
    const int top = std::max(0, static_cast<int>(std::floor(north))), bottom = std::min(m_size.height(), static_cast<int>(std::ceil(south)));
    m_top = std::min(m_top, top);
    m_bottom = std::max(m_bottom, bottom);
    const double perSquared = squared > 0 ? 1 / squared : 0;
    // How far the band around the line reaches to both sides within one row; a flat line fills its whole box.
    const bool flat = std::abs(dy) * (east - west) < reach * length;
    const double side = flat ? 0 : reach * length / std::abs(dy), slope = flat ? 0 : dx / dy;
    for (int y = top; y < bottom; ++y) {
        const double py = y + 0.5 - from.y();
        double first = west, last = east;
        if (!flat) {
            const double middle = from.x() + py * slope;
            first = std::max(first, middle - side - std::abs(slope) * 0.5);
            last = std::min(last, middle + side + std::abs(slope) * 0.5);
        }
        const int left = std::max(0, static_cast<int>(std::floor(first))), right = std::min(m_size.width(), static_cast<int>(std::ceil(last)));
        std::uint8_t* row = m_coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width());
        for (int x = left; x < right; ++x) {
            const double px = x + 0.5 - from.x();
            const double along = std::clamp((px * dx + py * dy) * perSquared, 0.0, 1.0);
            const double ex = px - along * dx, ey = py - along * dy;
            const double away = ex * ex + ey * ey;
            if (away >= reach * reach)
                continue;
            const double coverage = std::min(1.0, reach - std::sqrt(away));
            row[x] = std::max(row[x], static_cast<std::uint8_t>(coverage * full + 0.5));
        }
    }
}

void LineMask::addRings(const Rings& rings, double scale, QPointF offset, Ends kind, double width)
{
    std::uint32_t first = 0;
    for (const std::uint32_t end : rings.ends) {
        if (end == first)
            continue;
        const QPointF start = rings.points[first] * scale + offset;
        QPointF last = start;
        for (std::uint32_t i = first + 1; i < end; ++i) {
            const QPointF p = rings.points[i] * scale + offset;
            if (i + 1 < end && std::abs(p.x() - last.x()) < kNear && std::abs(p.y() - last.y()) < kNear)
                continue;
            addLine(last, p, width);
            last = p;
        }
        if (kind == Ends::Closed)
            addLine(last, start, width);
        first = end;
    }
}

void LineMask::paintOn(QImage& target, const QColor& colour) const
{
    const int alpha = colour.alpha(), r = colour.red(), g = colour.green(), b = colour.blue();
    for (int y = m_top; y < m_bottom; ++y) {
        const std::uint8_t* row = m_coverage.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width());
        auto* out = reinterpret_cast<QRgb*>(target.scanLine(y));
        for (int x = 0; x < m_size.width(); ++x) {
            if (row[x] == 0)
                continue;
            const int share = row[x] * alpha / 255;
            const auto mix = [share](int below, int above) { return (below * (255 - share) + above * share + 127) / 255; };
            out[x] = qRgb(mix(qRed(out[x]), r), mix(qGreen(out[x]), g), mix(qBlue(out[x]), b));
        }
    }
}

} // namespace zs::map
