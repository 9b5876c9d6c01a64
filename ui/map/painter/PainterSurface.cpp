#include "ui/map/painter/PainterSurface.h"

#include "base/Log.h"
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
constexpr double kHitSlack = 5; ///< px around a symbol that still count as the symbol
constexpr std::size_t kMostAtlases = 16;
constexpr std::size_t kFewLegal = 200;
constexpr double kLeastMarked = 10;    ///< px of core at 100 %

kit::Theme firstTheme()
{
    auto themes = kit::builtinThemes();
    return themes ? themes->light : kit::Theme{};
}
} // namespace

PainterSurface::PainterSurface(MapStyle style, const kit::Theme& theme, QWidget* parent)
    : MapSurface(parent), m_style(std::make_shared<const MapStyle>(std::move(style))), m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    setMinimumSize(160, 120);
    m_preparing.setMaxThreadCount(1);
    connect(&m_tiles, &TileStore::arrived, this, &PainterSurface::tilesArrived);
}

PainterSurface::PainterSurface(QWidget* parent)
    : PainterSurface(builtinMapStyle().value_or(MapStyle{}), firstTheme(), parent)
{
}

PainterSurface::~PainterSurface()
{
    m_preparing.waitForDone();
}

void PainterSurface::setGround(std::shared_ptr<const MapGround> ground)
{
    m_source = ground;
    if (!ground) {
        m_ground = nullptr;
        rebuildScene();
        return;
    }
    m_preparing.start([this, ground = std::move(ground)] {
        auto prepared = prepareGround(ground);
        QMetaObject::invokeMethod(
            this,
            [this, prepared = std::move(prepared)] {
                if (prepared->source != m_source)
                    return; // another ground was set meanwhile
                if (!prepared->problem.empty())
                    qCWarning(logMap) << "Base map:" << QString::fromStdString(prepared->problem);
                m_ground = prepared;
                m_basemap = prepared->tiles ? std::make_shared<BasemapPaths>(prepared->tiles, m_style) : nullptr;
                m_hits.setGround(prepared->hits);
                rebuildScene();
            },
            Qt::QueuedConnection);
    });
}

void PainterSurface::setTheme(const kit::Theme& theme)
{
    m_theme = theme;
    m_atlases.clear();
    rebuildScene();
}

void PainterSurface::setLanguage(domain::Language language)
{
    if (language == m_language)
        return;
    m_language = language;
    rebuildScene();
}

void PainterSurface::setLayerShown(MapLayer layer, bool shown)
{
    bool& flag = layer == MapLayer::Grids ? m_showGrids : layer == MapLayer::People ? m_showPeople
                 : layer == MapLayer::Cases ? m_showCases : m_showLabels;
    if (flag == shown)
        return;
    flag = shown;
    if (layer == MapLayer::Grids || layer == MapLayer::Labels)
        rebuildScene();
    update();
}

void PainterSurface::setPeople(std::vector<Mark> people)
{
    m_hits.setPeople(std::move(people));
    update();
}

void PainterSurface::setCases(std::vector<Mark> cases)
{
    m_hits.setCases(std::move(cases));
    update();
}

void PainterSurface::setEmphasis(Emphasis emphasis)
{
    const auto before = m_emphasis.muted();
    m_emphasis.set(std::move(emphasis));
    if (m_emphasis.muted() != before)
        rebuildScene();
    update();
}

void PainterSurface::setCamera(const Camera& camera)
{
    auto centre = geo::toWorld(camera.centre);
    const bool inside = centre.x >= 0 && centre.x <= 1 && std::abs(camera.centre.lat) <= geo::kMaxMercatorLat;
    Camera next{camera.centre, std::clamp(camera.zoom, minZoom, maxZoom)};
    if (!inside) {
        centre.x = std::clamp(centre.x, 0.0, 1.0);
        next.centre = geo::toGeo(centre);
    }
    if (next == m_camera)
        return;
    m_camera = next;
    cameraMoved();
}

void PainterSurface::cameraMoved()
{
    wantTiles();
    update();
    Q_EMIT cameraChanged();
}

Hit PainterSurface::hitTest(QPointF widget) const
{
    const double world = geo::worldPixels(m_camera.zoom, kTile);
    const auto centre = geo::toWorld(m_camera.centre);
    HitIndex::Question q;
    q.x = centre.x + (widget.x() - width() / 2.0) / world;
    q.y = centre.y + (widget.y() - height() / 2.0) / world;
    q.peopleReach = m_showPeople ? (peopleCore(m_camera.zoom) / 2 + kHitSlack) / world : 0;
    q.caseReach = m_showCases ? (caseCore(m_camera.zoom) / 2 + kHitSlack) / world : 0;
    q.peopleFirst = m_dragOver || m_emphasis.emphasis().dragging;
    return m_hits.hit(q);
}

double PainterSurface::peopleCore(double zoom) const
{
    return std::round(m_style->peopleCore.at(zoom) * m_theme.scale * 2) / 2;
}

double PainterSurface::caseCore(double zoom) const
{
    return std::round(m_style->caseCore.at(zoom) * m_theme.scale * 2) / 2;
}

// ---- squares of the ground ----

PainterSurface::View PainterSurface::view(double dpr) const
{
    View v;
    v.dpr = dpr;
    v.zoom = m_camera.zoom;
    v.world = geo::worldPixels(v.zoom, kTile) * dpr;
    const auto centre = geo::toWorld(m_camera.centre);
    v.left = std::llround(centre.x * v.world - width() * dpr / 2);
    v.top = std::llround(centre.y * v.world - height() * dpr / 2);
    v.size = QSize(static_cast<int>(std::ceil(width() * dpr)), static_cast<int>(std::ceil(height() * dpr)));
    return v;
}

QPoint PainterSurface::View::at(double x, double y) const
{
    const auto near = [](double v) { return static_cast<int>(std::clamp(std::floor(v + 0.5), -1e6, 1e6)); };
    return {near(x * world - static_cast<double>(left)), near(y * world - static_cast<double>(top))};
}

void PainterSurface::rebuildScene()
{
    if (m_ground) {
        GroundScene::Look look;
        look.ground = m_ground;
        look.style = m_style;
        look.basemap = m_basemap;
        look.theme = m_theme;
        look.language = m_language;
        look.grids = m_showGrids;
        look.labels = m_showLabels;
        look.muted = m_emphasis.muted();
        m_tiles.setScene(std::make_shared<const GroundScene>(std::move(look)));
    } else {
        m_tiles.setScene(nullptr);
    }
    wantTiles();
    update();
}

std::vector<TileSpot> PainterSurface::visibleSpots(const View& v) const
{
    const auto first = [](std::int64_t px) { return px >= 0 ? px / kSide : -((-px + kSide - 1) / kSide); };
    std::vector<TileSpot> spots;
    for (auto y = first(v.top); y <= first(v.top + v.size.height() - 1); ++y)
        for (auto x = first(v.left); x <= first(v.left + v.size.width() - 1); ++x)
            spots.push_back({v.zoom, v.dpr, x, y, false});
    return spots;
}

std::vector<TileSpot> PainterSurface::overviewSpots(double dpr) const
{
    if (!m_ground || m_ground->source->bounds.isEmpty())
        return {};
    // The whole city on some four squares.
    const GeoBounds& b = m_ground->source->bounds;
    const auto nw = geo::toWorld({b.west, b.north}), se = geo::toWorld({b.east, b.south});
    const double extent = std::max({se.x - nw.x, se.y - nw.y, 1e-9});
    const double zoom = std::floor(std::log2(2 * kSide / dpr / kTile / extent));
    const double world = geo::worldPixels(zoom, kTile) * dpr;
    std::vector<TileSpot> spots;
    const auto cell = [&](double w) { return static_cast<std::int64_t>(std::floor(w * world / kSide)); };
    for (auto y = cell(nw.y); y <= cell(se.y); ++y)
        for (auto x = cell(nw.x); x <= cell(se.x); ++x)
            spots.push_back({zoom, dpr, x, y, true});
    return spots;
}

void PainterSurface::wantTiles()
{
    if (!m_ground || width() <= 0 || height() <= 0)
        return;
    const View v = view(devicePixelRatioF());
    std::vector<TileSpot> spots = visibleSpots(v);
    const double cx = (static_cast<double>(v.left) + v.size.width() / 2.0) / kSide - 0.5;
    const double cy = (static_cast<double>(v.top) + v.size.height() / 2.0) / kSide - 0.5;
    std::sort(spots.begin(), spots.end(), [&](const TileSpot& a, const TileSpot& b) {
        return std::hypot(a.x - cx, a.y - cy) < std::hypot(b.x - cx, b.y - cy);
    });
    const std::vector<TileSpot> overview = overviewSpots(v.dpr);
    spots.insert(spots.end(), overview.begin(), overview.end());
    // One more square all round, for the next movement.
    View wider = v;
    wider.left -= kSide;
    wider.top -= kSide;
    wider.size += QSize(2 * kSide, 2 * kSide);
    for (const TileSpot& spot : visibleSpots(wider))
        if (std::find(spots.begin(), spots.end(), spot) == spots.end())
            spots.push_back(spot);
    for (auto it = spots.rbegin(); it != spots.rend(); ++it)
        m_tiles.find(*it); // what is near is what is kept
    m_tiles.want(std::move(spots));
}

bool PainterSurface::isComplete(const View& v)
{
    if (!m_source)
        return true;
    if (!m_ground)
        return false;
    const auto spots = visibleSpots(v);
    return std::all_of(spots.begin(), spots.end(), [this](const TileSpot& s) { return m_tiles.find(s) != nullptr; });
}

void PainterSurface::tilesArrived()
{
    update();
    answerCaptures();
}

void PainterSurface::capture(std::function<void(QImage)> done)
{
    m_captures.push_back(std::move(done));
    wantTiles();
    QMetaObject::invokeMethod(this, &PainterSurface::answerCaptures, Qt::QueuedConnection);
}

void PainterSurface::answerCaptures()
{
    if (m_captures.empty() || !isComplete(view(devicePixelRatioF())))
        return;
    const auto waiting = std::exchange(m_captures, {});
    const QImage picture = render(devicePixelRatioF());
    for (const auto& done : waiting)
        done(picture);
}

// ---- a frame ----

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
        const auto shade = fades ? SpriteAtlas::Shade::Faded : SpriteAtlas::Shade::Full;
        const bool anyMarked = fades || e.hoverPerson || e.selectedPerson;
        for (const Mark& m : m_hits.people()) {
            if (anyMarked && m_emphasis.isMarked(m.id)) {
                kit::Symbol symbol = kit::symbolOf(m.symbol);
                symbol.selection = m_emphasis.personSelection(m.id);
                const double size = symbol.selection == kit::Selection::Target ? markedCore
                                                                               : std::max(core, kLeastMarked * m_theme.scale);
                m_above.push_back({v.at(m.x, m.y), kit::symbolCode(symbol), size});
            } else {
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
