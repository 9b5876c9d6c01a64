#include "ui/map/painter/PainterSurface.h"

#include "base/Log.h"
#include "geo/Mercator.h"

#include <algorithm>
#include <cmath>

namespace zs::map {

namespace {
constexpr double kTile = 256;
constexpr int kSide = TileSpot::side;
constexpr int kFillInMs = 60;
constexpr double kHitSlack = 5; ///< px around a symbol that still count as the symbol

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
    connect(&m_tiles, &TileStore::arrived, this, &PainterSurface::tileArrived);
    m_fillIn.setSingleShot(true);
    m_fillIn.setInterval(kFillInMs);
    connect(&m_fillIn, &QTimer::timeout, this, qOverload<>(&QWidget::update));
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

void PainterSurface::tileArrived(const TileSpot& spot)
{
    const View v = view(devicePixelRatioF());
    if (isComplete(v)) {
        // What is beside the picture, for the next movement, changes nothing on the screen.
        const auto seen = visibleSpots(v);
        if (m_fillIn.isActive() || std::find(seen.begin(), seen.end(), spot) != seen.end())
            update();
        m_fillIn.stop();
    } else if (!m_fillIn.isActive()) {
        m_fillIn.start();
    }
    answerWaiting();
}

void PainterSurface::settle(std::function<void()> done)
{
    m_waiting.push_back(std::move(done));
    wantTiles();
    QMetaObject::invokeMethod(this, &PainterSurface::answerWaiting, Qt::QueuedConnection);
}

void PainterSurface::answerWaiting()
{
    if (m_waiting.empty() || !isComplete(view(devicePixelRatioF())))
        return;
    for (const auto& done : std::exchange(m_waiting, {}))
        done();
}

} // namespace zs::map
