#include "ui/map/painter/GroundScene.h"

#include "geo/Mercator.h"
#include "ui/map/painter/LineMask.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace zs::map {

namespace {

constexpr std::size_t kPlacedKept = 4;

double worldOf(const TileSpot& spot) { return geo::worldPixels(spot.zoom, 256) * spot.dpr; }

QPen linePen(const QColor& colour, double width)
{
    return QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

} // namespace

QImage GroundScene::paint(const TileSpot& spot) const
{
    QImage image(TileSpot::side, TileSpot::side, QImage::Format_RGB32);
    image.fill(tokenColour(m_look.theme, m_look.style->background));
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    const MapStyle& style = *m_look.style;
    for (std::size_t i = 0; i < style.layers.size(); ++i) {
        const StyleLayer& layer = style.layers[i];
        const bool hidden = layer.from == StyleLayer::From::Grids && (!m_look.grids || spot.overview);
        if (hidden || !layer.zooms.has(spot.zoom))
            continue;
        const double width = layer.width.at(spot.zoom) * m_look.theme.scale * spot.dpr;
        if (layer.from == StyleLayer::From::Tiles)
            paintBasemap(p, spot, i, width);
        else
            paintOutlines(p, image, spot, layer, width);
    }
    if (m_look.labels && !spot.overview)
        paintLabels(p, spot);
    return image;
}

void GroundScene::paintBasemap(QPainter& p, const TileSpot& spot, std::size_t index, double width) const
{
    if (!m_look.basemap)
        return;
    const StyleLayer& layer = m_look.style->layers[index];
    const Mbtiles& file = m_look.basemap->file();
    // A tile is shown 362…724 px wide; beyond the file's own zooms more or less.
    const auto wanted = static_cast<std::int64_t>(std::floor(spot.zoom - 0.5));
    const auto z = static_cast<std::uint32_t>(std::clamp<std::int64_t>(wanted, file.minZoom(), file.maxZoom()));
    const double side = worldOf(spot) / static_cast<double>(1u << z);
    const double left = static_cast<double>(spot.x) * TileSpot::side, top = static_cast<double>(spot.y) * TileSpot::side;
    const auto cell = [&](double px) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(px / side), 0.0, static_cast<double>((1u << z) - 1)));
    };
    const QColor colour = tokenColour(m_look.theme, layer.colour);
    for (std::uint32_t y = cell(top); y <= cell(top + TileSpot::side - 1); ++y) {
        for (std::uint32_t x = cell(left); x <= cell(left + TileSpot::side - 1); ++x) {
            const auto paths = m_look.basemap->at({z, x, y});
            const Rings& rings = paths->layers[index];
            if (rings.isEmpty())
                continue;
            // Whole pixels, so that neighbours meet without a seam; shapes reach into the buffer beyond.
            const QPointF corner(x * side - left, y * side - top);
            const QPoint from(qRound(corner.x()), qRound(corner.y()));
            const QPoint to(qRound((x + 1) * side - left), qRound((y + 1) * side - top));
            p.setClipRect(QRect(from, to - QPoint(1, 1)));
            QPainterPath path;
            path.setFillRule(Qt::WindingFill);
            rings.addTo(path, side, corner, Ends::Open);
            if (layer.draw == StyleLayer::Draw::Fill)
                p.fillPath(path, colour);
            else
                p.strokePath(path, linePen(colour, width));
        }
    }
    p.setClipping(false);
}

void GroundScene::paintOutlines(QPainter& p, QImage& image, const TileSpot& spot, const StyleLayer& layer, double width) const
{
    const double world = worldOf(spot);
    const QPointF origin(static_cast<double>(spot.x) * TileSpot::side, static_cast<double>(spot.y) * TileSpot::side);
    const double margin = width + 1;
    const QRectF seen((origin - QPointF(margin, margin)) / world,
                      QSizeF(TileSpot::side + 2 * margin, TileSpot::side + 2 * margin) / world);
    const bool towns = layer.from == StyleLayer::From::Towns;
    const bool muted = layer.from == StyleLayer::From::Muted;
    if (muted && m_look.muted.empty())
        return;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    LineMask lines(image.size());
    const bool fills = layer.draw == StyleLayer::Draw::Fill;
    for (const Outline& outline : towns ? m_look.ground->towns : m_look.ground->grids) {
        if (!outline.bounds.intersects(seen) || (muted && !m_look.muted.contains(outline.id)))
            continue;
        if (fills)
            outline.rings.addTo(path, world, -origin, Ends::Closed);
        // A fill's own outline closes the hairs between neighbours.
        lines.addRings(outline.rings, world, -origin, Ends::Closed, fills ? spot.dpr : width);
    }
    const QColor colour = tokenColour(m_look.theme, layer.colour);
    if (fills)
        p.fillPath(path, colour);
    lines.paintOn(image, colour);
}

void GroundScene::paintLabels(QPainter& p, const TileSpot& spot) const
{
    const auto labels = labelsAt(spot.zoom);
    const double side = TileSpot::side / spot.dpr, halo = m_look.style->haloWidth * m_look.theme.scale;
    const QRectF seen(static_cast<double>(spot.x) * side, static_cast<double>(spot.y) * side, side, side);
    const QColor haloColour = tokenColour(m_look.theme, m_look.style->haloColour);
    p.save();
    p.scale(spot.dpr, spot.dpr);
    for (const PlacedLabel& label : *labels) {
        if (!label.box.adjusted(-halo, -halo, halo, halo).intersects(seen))
            continue;
        const LabelLook& look = m_look.style->labels[static_cast<std::size_t>(label.rank)].at(spot.zoom);
        paintHaloText(p, label.box.topLeft() - seen.topLeft(), label.text,
                      labelFont(*m_look.style, m_look.theme, label.rank, spot.zoom),
                      tokenColour(m_look.theme, look.colour), haloColour, halo);
    }
    p.restore();
}

std::shared_ptr<const std::vector<PlacedLabel>> GroundScene::labelsAt(double zoom) const
{
    const std::lock_guard lock(m_lock); // others wait: they need the same answer
    const auto found = std::find_if(m_placed.begin(), m_placed.end(), [&](const Placed& p) { return p.zoom == zoom; });
    if (found != m_placed.end())
        return found->labels;
    auto labels = std::make_shared<const std::vector<PlacedLabel>>(
        placeLabels(*m_look.ground, *m_look.style, m_look.theme, m_look.language, zoom));
    m_placed.push_front({zoom, labels});
    if (m_placed.size() > kPlacedKept)
        m_placed.pop_back();
    return labels;
}

} // namespace zs::map
