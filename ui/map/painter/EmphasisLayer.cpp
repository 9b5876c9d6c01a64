#include "ui/map/painter/EmphasisLayer.h"

#include "geo/Mercator.h"
#include "ui/map/painter/Labels.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace zs::map {

namespace {
constexpr int kMostWords = 256;
}

void EmphasisLayer::set(Emphasis emphasis)
{
    m_emphasis = std::move(emphasis);
    m_legal.clear();
    m_legal.insert(m_emphasis.legalPeople.begin(), m_emphasis.legalPeople.end());
    m_plain.clear();
    m_plain.insert(m_emphasis.alsoLegal.begin(), m_emphasis.alsoLegal.end());
    m_muted.clear();
    for (const auto& [grid, tone] : m_emphasis.grids)
        if (tone == GridTone::Muted)
            m_muted.insert(grid.value);
}

kit::Selection EmphasisLayer::personSelection(std::uint64_t id) const
{
    if (m_emphasis.hoverPerson == id)
        return kit::Selection::Hover;
    if (m_legal.contains(id))
        return kit::Selection::Target;
    return m_emphasis.selectedPerson == id ? kit::Selection::Selected : kit::Selection::None;
}

void EmphasisLayer::paintGrids(QPainter& p, const View& view, const PreparedGround& ground, const MapStyle& style,
                               const kit::Theme& theme) const
{
    for (const auto& [id, tone] : m_emphasis.grids) {
        const ToneStyle* look = style.tone(tone);
        const Outline* outline = look ? ground.grid(id) : nullptr;
        if (!outline)
            continue;
        const QRectF box(view.at(outline->bounds.topLeft()), view.at(outline->bounds.bottomRight()));
        if (!box.intersects(view.rect))
            continue;
        QPainterPath path;
        outline->rings.addTo(path, view.scale, -view.origin, Ends::Closed);
        if (!look->fill.isEmpty()) {
            QColor fill = tokenColour(theme, look->fill);
            fill.setAlphaF(static_cast<float>(look->opacity));
            p.fillPath(path, fill);
        }
        if (!look->hatch.isEmpty())
            p.fillPath(path, QBrush(tokenColour(theme, look->hatch), Qt::BDiagPattern));
        p.strokePath(path, QPen(tokenColour(theme, look->line), look->width * theme.scale, Qt::SolidLine, Qt::RoundCap,
                                Qt::RoundJoin));
    }
}

void EmphasisLayer::paintLine(QPainter& p, const View& view, const MapStyle& style, const kit::Theme& theme)
{
    if (!m_emphasis.line)
        return;
    const auto place = [&](GeoPoint g) {
        const auto w = geo::toWorld(g);
        return view.at(QPointF(w.x, w.y));
    };
    const QPointF from = place(m_emphasis.line->from), to = place(m_emphasis.line->to);
    const QColor accent = theme.tone(kit::Tone::Accent);
    p.setPen(QPen(tokenColour(theme, style.haloColour), 4 * theme.scale, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(from, to);
    QPen dashes(accent, 2 * theme.scale, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({2.5, 2});
    p.setPen(dashes);
    p.drawLine(from, to);
    if (!m_emphasis.line->label.isEmpty())
        paintWord(p, (from + to) / 2, 2 * theme.scale, Side::Right, m_emphasis.line->label, kit::Tone::Primary, style, theme);
}

void EmphasisLayer::paintWord(QPainter& p, QPointF centre, double reach, Side side, const QString& text, kit::Tone tone,
                              const MapStyle& style, const kit::Theme& theme)
{
    const QImage& image = word(text, tone, p.device()->devicePixelRatioF(), style, theme);
    const QSizeF size = image.deviceIndependentSize();
    const double halo = style.haloWidth * theme.scale;
    QPointF at = centre - QPointF(size.width() / 2, size.height() / 2);
    switch (side) {
    case Side::Right: at.setX(centre.x() + reach + 2 - halo + theme.space(1)); break;
    case Side::Left: at.setX(centre.x() - reach - 2 + halo - theme.space(1) - size.width()); break;
    case Side::Below: at.setY(centre.y() + reach - halo); break;
    }
    p.drawImage(QPointF(std::round(at.x()), std::round(at.y())), image);
}

const QImage& EmphasisLayer::word(const QString& text, kit::Tone tone, double dpr, const MapStyle& style,
                                  const kit::Theme& theme)
{
    const QString key = QStringLiteral("%1|%2|%3|%4|%5").arg(static_cast<int>(theme.mode)).arg(theme.scale)
                            .arg(static_cast<int>(tone)).arg(dpr).arg(text);
    const auto found = m_words.constFind(key);
    if (found != m_words.constEnd())
        return *found;
    if (m_words.size() >= kMostWords)
        m_words.clear();
    const QFont font = theme.font(kit::Type::Caption, kit::Weight::Strong);
    const QFontMetricsF metrics(font);
    const double halo = style.haloWidth * theme.scale;
    const QSizeF size(std::ceil(metrics.horizontalAdvance(text) + 2 * halo), std::ceil(metrics.height() + 2 * halo));
    QImage image((size * dpr).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::transparent);
    QPainter p(&image);
    p.setRenderHint(QPainter::Antialiasing);
    paintHaloText(p, QPointF(halo, halo), text, font, theme.tone(tone), tokenColour(theme, style.haloColour), halo);
    p.end();
    return *m_words.insert(key, std::move(image));
}

} // namespace zs::map
