// How the native map puts a frame together: ready squares, symbols, what stands out.
#include "ui/map/painter/PainterSurface.h"

#include "domain/cases/Case.h"
#include "geo/Mercator.h"

#include <QPaintEngine>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zs::map {

namespace {
constexpr double kTile = 256;
constexpr int kSide = TileSpot::side;
constexpr std::size_t kMostAtlases = 16;
constexpr std::size_t kFewLegal = 200;
constexpr double kLeastMarked = 10;    ///< px of core at 100 %
} // namespace


void PainterSurface::paintEvent(QPaintEvent* event)
{
    const View v = view(devicePixelRatioF());
    queueMarks(v);
    QPainter p(this);
    QPaintDevice* device = p.paintEngine() ? p.paintEngine()->paintDevice() : nullptr;
    auto* image = dynamic_cast<QImage*>(device);
    const QTransform t = p.deviceTransform();
    const bool plain = t.type() <= QTransform::TxScale && qFuzzyCompare(t.m11(), v.dpr) && qFuzzyCompare(t.m22(), v.dpr);
    Canvas canvas;
    if (image && plain) {
        const QPoint origin(qRound(t.dx()), qRound(t.dy()));
        canvas = Canvas::on(*image, origin, QRect(origin, v.size));
    }
    if (canvas.bits) {
        std::vector<QRect> clips;
        for (const QRect& r : event->region()) {
            const QRectF scaled(r.x() * v.dpr, r.y() * v.dpr, r.width() * v.dpr, r.height() * v.dpr);
            clips.push_back(scaled.toAlignedRect().translated(canvas.origin).intersected(canvas.clip));
        }
        compose(p, canvas, clips, v);
    } else {
        p.drawImage(QPointF(0, 0), render(v.dpr)); // a printer, a transformed painter
    }
    if (hasFocus()) {
        const double w = m_theme.px(2);
        p.setPen(QPen(m_theme.line.focus, w, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(rect()).adjusted(w / 2, w / 2, -w / 2, -w / 2));
    }
    if (isComplete(v)) {
        m_standIns.clear();
        for (const TileSpot& spot : visibleSpots(v))
            m_standIns.push_back({spot, m_tiles.sceneNumber()});
        if (!m_saidReady && m_ground) {
            m_saidReady = true;
            QMetaObject::invokeMethod(this, &MapSurface::ready, Qt::QueuedConnection);
        }
    }
}

QImage PainterSurface::render(double dpr)
{
    const View v = view(dpr);
    QImage image(v.size, QImage::Format_RGB32);
    image.setDevicePixelRatio(dpr);
    image.fill(tokenColour(m_theme, m_style->background));
    queueMarks(v);
    QPainter p(&image);
    const Canvas canvas = Canvas::on(image, {}, image.rect());
    compose(p, canvas, {image.rect()}, v);
    return image;
}

void PainterSurface::compose(QPainter& p, const Canvas& canvas, const std::vector<QRect>& clips, const View& v)
{
    composeGround(p, canvas, clips, v);
    const EmphasisLayer::View logical{v.world / v.dpr,
                                      QPointF(static_cast<double>(v.left), static_cast<double>(v.top)) / v.dpr, rect()};
    p.setRenderHint(QPainter::Antialiasing);
    if (m_ground && m_showGrids)
        m_emphasis.paintGrids(p, logical, *m_ground, *m_style, m_theme);
    m_emphasis.paintLine(p, logical, *m_style, m_theme);
    for (const QRect& clip : clips) {
        Canvas part = canvas;
        part.clip = clip;
        m_queue.drawTo(part);
        for (const Above& a : m_above)
            blit(part, atlas(a.core, v.dpr).sprite(a.code, SpriteAtlas::Shade::Full), a.at);
    }
    paintAbove(p, v);
}

void PainterSurface::composeGround(QPainter& p, const Canvas& canvas, const std::vector<QRect>& clips, const View& v)
{
    QRegion missing;
    for (const TileSpot& spot : visibleSpots(v)) {
        const QPoint at(static_cast<int>(spot.x * kSide - v.left), static_cast<int>(spot.y * kSide - v.top));
        const QImage* image = m_ground ? m_tiles.find(spot) : nullptr;
        if (!image) {
            missing += QRect(at, QSize(kSide, kSide));
            continue;
        }
        for (const QRect& clip : clips) {
            Canvas part = canvas;
            part.clip = clip;
            copy(part, *image, at);
        }
    }
    if (!missing.isEmpty())
        composeStandIn(p, missing, v);
}

void PainterSurface::composeStandIn(QPainter& p, const QRegion& missing, const View& v)
{
    p.save();
    p.scale(1 / v.dpr, 1 / v.dpr);
    p.setClipRegion(missing, Qt::IntersectClip);
    p.fillRect(QRect(QPoint(), v.size), tokenColour(m_theme, m_style->background));
    const auto draw = [&](const TileStore::Key& key) {
        const double scale = v.world / (geo::worldPixels(key.spot.zoom, kTile) * key.spot.dpr);
        const double side = kSide * scale;
        const QRectF target(static_cast<double>(key.spot.x) * side - static_cast<double>(v.left),
                            static_cast<double>(key.spot.y) * side - static_cast<double>(v.top), side, side);
        if (!target.intersects(missing.boundingRect()))
            return;
        if (const QImage* image = m_tiles.find(key))
            p.drawImage(target, *image);
    };
    if (m_ground)
        for (const TileSpot& spot : overviewSpots(v.dpr))
            draw({spot, m_tiles.sceneNumber()});
    for (const TileStore::Key& key : m_standIns)
        draw(key);
    p.restore();
}

SpriteAtlas& PainterSurface::atlas(double core, double dpr)
{
    auto& slot = m_atlases[{qRound(core * 100), qRound(dpr * 100)}];
    if (!slot)
        slot = std::make_unique<SpriteAtlas>(m_theme, core, dpr, m_style->fade,
                                             core < m_style->plainBelow * m_theme.scale ? SpriteAtlas::Detail::Plain
                                                                                        : SpriteAtlas::Detail::Full);
    return *slot;
}

void PainterSurface::queueMarks(const View& v)
{
    if (m_atlases.size() > kMostAtlases)
        m_atlases.clear();
    m_queue.begin(QRect(QPoint(), v.size));
    m_above.clear();
    const Emphasis& e = m_emphasis.emphasis();
    if (m_showCases) {
        const double core = caseCore(v.zoom);
        SpriteAtlas& sprites = atlas(core, v.dpr);
        for (const Mark& m : m_hits.cases()) {
            if (e.selectedCase == m.id) {
                kit::Symbol symbol = kit::symbolOf(m.symbol);
                symbol.selection = kit::Selection::Selected;
                const double largest = m_style->caseCore.at(maxZoom) * m_theme.scale;
                m_above.push_back({v.at(m.x, m.y), kit::symbolCode(symbol), std::max(core, largest)});
            } else {
                m_queue.add(sprites.sprite(m.symbol, SpriteAtlas::Shade::Full), v.at(m.x, m.y));
            }
        }
    }
    if (m_showPeople) {
        const double core = peopleCore(v.zoom);
        // A few who may take a case are shown large; hundreds would hide the map.
        const double markedCore = e.legalPeople.size() <= kFewLegal ? std::max(core, kLeastMarked * m_theme.scale) : core;
        SpriteAtlas& sprites = atlas(core, v.dpr);
        const bool fades = m_emphasis.fades();
        const bool anyMarked = fades || e.hoverPerson || e.selectedPerson;
        for (const Mark& m : m_hits.people()) {
            if (anyMarked && m_emphasis.isMarked(m.id)) {
                kit::Symbol symbol = kit::symbolOf(m.symbol);
                symbol.selection = m_emphasis.personSelection(m.id);
                const double size = symbol.selection == kit::Selection::Target ? markedCore
                                                                               : std::max(core, kLeastMarked * m_theme.scale);
                m_above.push_back({v.at(m.x, m.y), kit::symbolCode(symbol), size});
            } else {
                const auto shade = fades && m_emphasis.fades(m.id) ? SpriteAtlas::Shade::Faded : SpriteAtlas::Shade::Full;
                m_queue.add(sprites.sprite(m.symbol, shade), v.at(m.x, m.y));
            }
        }
    }
    m_queue.sort();
}

void PainterSurface::paintAbove(QPainter& p, const View& v)
{
    const Emphasis& e = m_emphasis.emphasis();
    if (e.selectedCase && m_showCases) {
        for (const Mark& m : m_hits.cases()) {
            if (m.id != *e.selectedCase)
                continue;
            const QString number = QString::fromStdString(domain::displayNumber(CaseId(m.id)));
            m_emphasis.paintWord(p, QPointF(v.at(m.x, m.y)) / v.dpr, 18 * m_theme.scale, EmphasisLayer::Side::Below, number,
                                 kit::Tone::Primary, *m_style, m_theme);
        }
    }
    if (e.personLabels.empty() || !m_showPeople)
        return;
    std::map<std::uint64_t, const QString*> words;
    for (const auto& [id, text] : e.personLabels)
        words.emplace(id, &text);
    for (const Mark& m : m_hits.people()) {
        const auto found = words.find(m.id);
        if (found == words.end())
            continue;
        const QPointF at = QPointF(v.at(m.x, m.y)) / v.dpr;
        const auto side = at.x() > width() / 2.0 ? EmphasisLayer::Side::Left : EmphasisLayer::Side::Right;
        m_emphasis.paintWord(p, at, 12 * m_theme.scale, side, *found->second, kit::Tone::Accent, *m_style, m_theme);
    }
}

} // namespace zs::map
