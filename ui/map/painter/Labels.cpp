#include "ui/map/painter/Labels.h"

#include "geo/Mercator.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace zs::map {

namespace {

/// Boxes that are taken, by cells of 256 px.
class Taken {
public:
    bool isFree(const QRectF& box) const
    {
        bool free = true;
        visit(box, [&](std::uint64_t cell) {
            const auto found = m_cells.find(cell);
            if (found == m_cells.end())
                return;
            for (const QRectF& other : found->second)
                free = free && !other.intersects(box);
        });
        return free;
    }
    void take(const QRectF& box)
    {
        visit(box, [&](std::uint64_t cell) { m_cells[cell].push_back(box); });
    }

private:
    template <class Each>
    static void visit(const QRectF& box, Each&& each)
    {
        const auto cell = [](double v) { return static_cast<std::uint64_t>(std::max(0.0, std::floor(v / 256))); };
        for (auto y = cell(box.top()); y <= cell(box.bottom()); ++y)
            for (auto x = cell(box.left()); x <= cell(box.right()); ++x)
                each(y << 32 | x);
    }
    std::unordered_map<std::uint64_t, std::vector<QRectF>> m_cells;
};

} // namespace

QFont labelFont(const MapStyle& style, const kit::Theme& theme, LabelRank rank, double zoom)
{
    const LabelLook& look = style.labels[static_cast<std::size_t>(rank)].at(zoom);
    QFont font = theme.font(look.type, look.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void paintHaloText(QPainter& painter, QPointF topLeft, const QString& text, const QFont& font, const QColor& colour,
                   const QColor& halo, double haloWidth)
{
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addText(topLeft + QPointF(0, metrics.ascent()), font, text);
    painter.strokePath(path, QPen(halo, 2 * haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, colour);
}

std::vector<PlacedLabel> placeLabels(const PreparedGround& ground, const MapStyle& style, const kit::Theme& theme,
                                     domain::Language language, double zoom)
{
    std::array<std::optional<QFontMetricsF>, MapStyle::ranks> metrics;
    const double world = geo::worldPixels(zoom, 256);
    const double gap = theme.px(style.labelGap) / 2.0;
    Taken taken;
    std::vector<PlacedLabel> out;
    for (const PlacedText& label : ground.labels) {
        const auto rank = static_cast<std::size_t>(label.rank);
        if (!style.labels[rank].zooms.has(zoom))
            continue;
        if (!metrics[rank])
            metrics[rank].emplace(labelFont(style, theme, label.rank, zoom));
        const QString text = QString::fromStdString(label.text.in(language));
        if (text.isEmpty())
            continue;
        const QSizeF size(metrics[rank]->horizontalAdvance(text), metrics[rank]->height());
        const QPointF middle = label.world * world;
        const QRectF box(middle - QPointF(size.width() / 2, size.height() / 2), size);
        const QRectF room = box.adjusted(-gap, -gap, gap, gap);
        if (!taken.isFree(room))
            continue;
        taken.take(room);
        out.push_back({text, box, label.rank});
    }
    return out;
}

} // namespace zs::map
