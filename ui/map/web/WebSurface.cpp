#include "ui/map/web/WebSurface.h"

#include "base/Log.h"
#include "geo/Mercator.h"
#include "ui/map/Mbtiles.h"
#include "ui/map/web/GroundTiles.h"
#include "ui/map/web/MapPage.h"
#include "ui/map/web/MapView.h"
#include "ui/map/web/Scene.h"
#include "ui/map/web/SchemeHandler.h"
#include "ui/map/web/WebEnvironment.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonArray>
#include <QPointer>
#include <QThreadPool>
#include <QUrlQuery>
#include <QVBoxLayout>
#include <QWebEngineProfile>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace std::chrono_literals;

namespace zs::map {

using web::Part;

namespace {

constexpr double kTile = 256;
constexpr double kHitSlack = 5; ///< px around a symbol, as on the native map
constexpr double kZoomPerKey = 0.5;
constexpr double kPanShare = 8; ///< an arrow key moves by this part of the width
constexpr auto kReadyWithin = 30s;
constexpr qint64 kCrashWindowMs = 60'000;
constexpr std::size_t kMostCrashes = 3;

bool sameView(const Camera& a, const Camera& b)
{
    // A hundredth of a pixel: the page computes with the same doubles, in another order.
    const double side = geo::worldPixels(a.zoom, kTile);
    const auto p = geo::toWorld(a.centre), q = geo::toWorld(b.centre);
    return std::abs(a.zoom - b.zoom) < 1e-6 && std::abs(p.x - q.x) * side < 0.01 && std::abs(p.y - q.y) * side < 0.01;
}

} // namespace

WebSurface::WebSurface(QWidget* parent)
    : MapSurface(parent), m_scene(std::make_unique<web::Scene>()),
      m_handler(std::make_unique<web::SchemeHandler>()), m_profile(web::MapPage::makeProfile(*m_handler)),
      m_page(std::make_unique<web::MapPage>(*m_profile)), m_view(new web::MapView(*m_page, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setFocusProxy(m_view);
    setFocusPolicy(Qt::StrongFocus);
    m_clock.start();
    m_flush.setSingleShot(true);
    connect(&m_flush, &QTimer::timeout, this, &WebSurface::flush);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, [this] { fail(tr("The web map did not come up in time.")); });

    connect(m_handler.get(), &web::SchemeHandler::polled, this, &WebSurface::pagePolled);
    connect(m_handler.get(), &web::SchemeHandler::reported, this, &WebSurface::takeReport);
    connect(m_page.get(), &QWebEnginePage::renderProcessPidChanged, this, &drawBehindTheDesk);
    connect(m_page.get(), &QWebEnginePage::renderProcessTerminated, this, &WebSurface::rendererEnded);
    m_view->setHitTest([this](QPointF at) { return hitTest(at); });
    connect(m_view, &web::MapView::pointerMoved, this, &WebSurface::emitHover);
    connect(m_view, &web::MapView::pointerLeft, this, [this] { Q_EMIT hovered(Hit{}, QPoint(-1, -1)); });
    connect(m_view, &web::MapView::pointerClicked, this, [this](QPointF at) { Q_EMIT clicked(hitTest(at)); });
    connect(m_view, &web::MapView::contextAsked, this,
            [this](QPointF at) { Q_EMIT contextMenuAt(hitTest(at), at.toPoint()); });
    connect(m_view, &web::MapView::keyboardContextAsked, this, &WebSurface::keyboardMenu);
    connect(m_view, &web::MapView::panAsked, this, [this](QPointF steps) {
        setCamera({toPlace(QPointF(width(), height()) / 2 + steps * (width() / kPanShare)), m_scene->camera.zoom});
    });
    connect(m_view, &web::MapView::zoomAsked, this, [this](int steps) {
        setCamera({m_scene->camera.centre, m_scene->camera.zoom + steps * kZoomPerKey});
    });
    connect(m_view, &web::MapView::homeAsked, this, [this] {
        if (m_scene->ground)
            fit(m_scene->ground->bounds);
    });
    connect(m_view, &web::MapView::undrawable, this, [this] { fail(tr("The web map can't draw on this machine: it needs WebGL 2.")); });
    m_view->setBackground(m_scene->theme.map.outside);
    m_watch.start(kReadyWithin);
    m_page->open();
}

WebSurface::~WebSurface()
{
    // Closing the page lets its last requests through: nothing of them may reach a surface that is half gone.
    disconnect(m_handler.get(), nullptr, this, nullptr);
    disconnect(m_page.get(), nullptr, this, nullptr);
    // The view must be gone before its page, the page before its profile, the profile before its handler.
    delete m_view;
    m_view = nullptr;
    m_page.reset();
    m_profile.reset();
    m_handler.reset();
}

void WebSurface::setGround(std::shared_ptr<const MapGround> ground)
{
    m_scene->setGround(std::move(ground));
    m_scene->hits.setGround(nullptr);
    m_handler->setGround({});
    openGround();
}

void WebSurface::openGround()
{
    if (!m_scene->ground)
        return;
    struct Opened {
        std::shared_ptr<const GroundHits> hits;
        std::shared_ptr<const web::GroundTiles> outlines;
        std::shared_ptr<const Mbtiles> tiles;
    };
    // Files and indexes take tens of ms; the page is told of the ground when it can be had.
    QThreadPool::globalInstance()->start([guard = QPointer(this), ground = m_scene->ground,
                                          serial = m_scene->groundSerial] {
        Opened opened{std::make_shared<GroundHits>(*ground), std::make_shared<web::GroundTiles>(*ground), nullptr};
        if (!ground->mbtiles.isEmpty()) {
            if (auto tiles = Mbtiles::open(ground->mbtiles.toStdString()))
                opened.tiles = std::move(*tiles);
            else
                qCInfo(logMap) << "no basemap:" << QString::fromStdString(tiles.error().sentence);
        }
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, serial, opened = std::move(opened)] {
            if (!guard || guard->m_scene->groundSerial != serial)
                return;
            web::Scene& scene = *guard->m_scene;
            scene.hits.setGround(opened.hits);
            scene.groundOpened(opened.tiles);
            guard->m_handler->setGround({scene.ground, opened.outlines, opened.tiles, serial});
            guard->flushSoon();
        });
    });
}

void WebSurface::setTheme(const kit::Theme& theme)
{
    m_scene->theme = theme;
    m_scene->atlas.forget();
    m_scene->dirty |= Part::Look | Part::Marks | Part::Overlay;
    m_view->setBackground(theme.map.outside);
    flushSoon();
}

void WebSurface::setLanguage(domain::Language language)
{
    m_scene->language = language;
    m_scene->dirty |= Part::Look;
    flushSoon();
}

void WebSurface::setLayerShown(MapLayer layer, bool shown)
{
    m_scene->shown[static_cast<int>(layer)] = shown;
    const bool marks = layer == MapLayer::People || layer == MapLayer::Cases;
    m_scene->dirty |= marks ? Part::Marks | Part::Overlay : web::Parts(Part::Look);
    flushSoon();
}

void WebSurface::setPeople(std::vector<Mark> people)
{
    m_scene->hits.setPeople(std::move(people));
    m_scene->peopleChanged();
    flushSoon();
}

void WebSurface::setCases(std::vector<Mark> cases)
{
    m_scene->hits.setCases(std::move(cases));
    m_scene->dirty |= Part::Marks;
    flushSoon();
}

void WebSurface::setEmphasis(Emphasis emphasis)
{
    m_scene->setEmphasis(std::move(emphasis));
    flushSoon();
}

Camera WebSurface::camera() const
{
    return m_scene->camera;
}

void WebSurface::setCamera(const Camera& camera)
{
    Camera wanted = camera;
    wanted.zoom = std::clamp(wanted.zoom, minZoom, maxZoom);
    wanted.centre.lon = std::clamp(wanted.centre.lon, -180.0, 180.0);
    wanted.centre.lat = std::clamp(wanted.centre.lat, -geo::kMaxMercatorLat, geo::kMaxMercatorLat);
    if (wanted == m_scene->camera)
        return;
    m_scene->cameraReported(wanted);
    ++m_scene->cameraSerial;
    m_scene->dirty |= Part::Camera;
    flushSoon();
    Q_EMIT cameraChanged();
}

Hit WebSurface::hitTest(QPointF widget) const
{
    const web::Scene& s = *m_scene;
    const double side = geo::worldPixels(s.camera.zoom, kTile);
    const auto world = geo::toWorld(toPlace(widget));
    const auto reach = [&](MapLayer layer, double core) {
        return s.isShown(layer) ? (core / 2 + kHitSlack) / side : 0.0;
    };
    return s.hits.hit({world.x, world.y, reach(MapLayer::People, s.peopleCore()), reach(MapLayer::Cases, s.caseCore()),
                       s.emphasis.dragging || m_view->isDraggedOver()});
}

void WebSurface::setDropTarget(MapDropTarget* target)
{
    m_view->setDropTarget(target);
}

void WebSurface::settle(std::function<void()> done)
{
    m_waiting.push_back({++m_lastWaiting, std::move(done)});
    flushSoon();
}

QImage WebSurface::picture()
{
    return m_view->grab().toImage();
}

qint64 WebSurface::rendererPid() const
{
    return m_page->renderProcessPid();
}

void WebSurface::changeEvent(QEvent* event)
{
    MapSurface::changeEvent(event);
    if (event->type() == QEvent::ScreenChangeInternal) {
        // Another pixel ratio, perhaps: sprites are baked for one.
        m_scene->dirty |= Part::Marks;
        flushSoon();
    }
}

void WebSurface::flushSoon()
{
    if (!m_flush.isActive())
        m_flush.start(0);
}

void WebSurface::pagePolled(quint32 seq)
{
    if (seq != 0 && seq == m_seq)
        Q_EMIT taken(seq);
    if (seq == 0 || seq != m_seq) {
        // A new page, or one that lost a message: it gets everything.
        drawBehindTheDesk(rendererPid()); // by now every thread that draws is there
        m_scene->dirty = web::Parts(web::allParts);
        m_scene->atlas.forget();
        for (Waiting& waiting : m_waiting) {
            waiting.id = ++m_lastWaiting;
            waiting.sent = false;
        }
        if (seq == 0 && m_load == Load::Ready) {
            m_load = Load::Starting; // it was loaded anew
            Q_EMIT interrupted();
        }
        if (m_load == Load::Starting && !m_watch.isActive())
            m_watch.start(kReadyWithin);
    }
    flushSoon();
}

void WebSurface::flush()
{
    // The first message waits for the ground: a map that began without it would have to be laid out twice.
    if (!m_handler->isPolled() || m_load == Load::Failed || m_scene->isOpening())
        return;
    web::LiveMessage message;
    message.head = m_scene->head();
    web::MarkFrame marks;
    if (m_scene->dirty & Part::Marks) {
        marks = m_scene->marks(devicePixelRatioF());
        message.marks = &marks;
        if (m_scene->atlas.hasNews())
            message.atlas = &m_scene->atlas.image();
    }
    QJsonArray settles;
    for (Waiting& waiting : m_waiting)
        if (!waiting.sent) {
            settles.append(waiting.id);
            waiting.sent = true;
        }
    if (!settles.isEmpty())
        message.head.insert(QStringLiteral("settles"), settles);
    if (message.head.isEmpty() && !message.marks)
        return;
    message.seq = ++m_seq;
    m_handler->answerPoll(web::encode(message));
    m_scene->atlas.seen();
    m_scene->dirty = {};
}

void WebSurface::takeReport(const QUrlQuery& report)
{
    const QString what = report.queryItemValue(QStringLiteral("what"));
    if (what == u"camera") {
        takeCamera(report);
    } else if (what == u"ready") {
        m_watch.stop();
        m_load = Load::Ready;
        if (m_everReady)
            Q_EMIT recovered();
        else
            Q_EMIT ready();
        m_everReady = true;
    } else if (what == u"settled") {
        settled(report.queryItemValue(QStringLiteral("id")).toInt());
    } else if (what == u"failed") {
        qCInfo(logMap) << "map page:" << report.queryItemValue(QStringLiteral("reason"), QUrl::FullyDecoded);
        fail(tr("The web map can't draw on this machine: it needs WebGL 2."));
    }
}

void WebSurface::takeCamera(const QUrlQuery& report)
{
    const auto number = [&](const char* key) { return report.queryItemValue(QLatin1String(key)).toDouble(); };
    // What was asked since is on its way; the page's older place would make the camera jump back for a moment.
    if (report.queryItemValue(QStringLiteral("serial")).toUInt() != m_scene->cameraSerial)
        return;
    const Camera told{{number("lon"), number("lat")}, number("zoom")};
    const bool sane = std::isfinite(told.centre.lon) && std::isfinite(told.centre.lat) && std::abs(told.centre.lon) <= 180
                      && std::abs(told.centre.lat) <= 90 && told.zoom >= minZoom - 1e-6 && told.zoom <= maxZoom + 1e-6;
    if (!sane || sameView(told, m_scene->camera))
        return;
    m_scene->cameraReported(told);
    if (m_scene->dirty)
        flushSoon();
    Q_EMIT cameraChanged();
}

void WebSurface::settled(int id)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [id](const Waiting& w) { return w.id == id; });
    if (found == m_waiting.end())
        return;
    // The page has drawn; its frame has still to come over.
    m_view->afterNextFrame(std::move(found->done));
    m_waiting.erase(found);
}

void WebSurface::rendererEnded()
{
    if (m_load == Load::Failed)
        return;
    const qint64 now = m_clock.elapsed();
    m_crashes.push_back(now);
    while (!m_crashes.empty() && m_crashes.front() < now - kCrashWindowMs)
        m_crashes.pop_front();
    if (m_crashes.size() > kMostCrashes) {
        fail(tr("The web map's drawing process ended again and again."));
        return;
    }
    qCInfo(logMap) << "the renderer of the map ended; it is started again";
    m_load = Load::Starting;
    Q_EMIT interrupted();
    m_watch.start(kReadyWithin);
    // Not from within the signal: the page is still taking its renderer down.
    QTimer::singleShot(0, m_page.get(), [this] { m_page->open(); });
}

void WebSurface::fail(const QString& sentence)
{
    if (m_load == Load::Failed)
        return;
    m_load = Load::Failed;
    m_watch.stop();
    // Nobody waits for ever: the picture as it is, even if it is empty.
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        waiting.done();
    Q_EMIT failed(sentence);
}

void WebSurface::keyboardMenu()
{
    // The menu key means what is selected; nothing selected: the middle.
    QPoint at = rect().center();
    const auto& cases = m_scene->hits.cases();
    const auto found = std::find_if(cases.begin(), cases.end(),
                                    [this](const Mark& m) { return m_scene->emphasis.selectedCase == m.id; });
    if (found != cases.end()) {
        const QPoint place = toWidget(geo::toGeo({found->x, found->y})).toPoint();
        if (rect().contains(place))
            at = place;
    }
    Q_EMIT contextMenuAt(hitTest(at), at);
}

void WebSurface::emitHover(QPointF at)
{
    Q_EMIT hovered(hitTest(at), at.toPoint());
}

} // namespace zs::map
