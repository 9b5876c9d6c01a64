#include "ui/map/panel/MapPanel.h"

#include "geo/Mercator.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/HintCard.h"
#include "ui/map/panel/MapOverlays.h"

#include <QEvent>
#include <QKeyEvent>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zs::map {

namespace {
constexpr double kFollowZoom = 14;
constexpr double kZoomStep = 0.5;

SurfaceKind kindFor(const SurfaceFactories& factories, SurfaceKind wish)
{
    if (!factories.web)
        return SurfaceKind::Painter;
    if (wish == SurfaceKind::Auto)
        wish = factories.resolve ? factories.resolve(wish) : SurfaceKind::Painter;
    return wish;
}
} // namespace

MapPanel::MapPanel(const cases::Workplace& place, std::shared_ptr<const MapGround> ground, SurfaceFactories factories,
                   SurfaceKind wish, QWidget* parent)
    : Panel(parent), m_place(place), m_ground(std::move(ground)), m_factories(std::move(factories)), m_model(place.desk),
      m_drops(place), m_actions(place)
{
    setObjectName(QStringLiteral("mapPanel"));
    m_tools = new ToolStrip(place.themes, this);
    m_banner = new ModeBanner(place.themes, this);
    m_legend = new Legend(place.themes, this);
    m_scale = new ScaleBar(place.themes, this);
    m_hint = new kit::HintCard(place.themes, this);
    m_hint->hide();
    buildTools();
    connect(&m_model, &MapModel::peopleReady, this, [this](std::vector<Mark> people) {
        m_surface->setPeople(std::move(people));
        if (m_follow)
            followNow();
    });
    connect(&m_model, &MapModel::casesReady, this, [this](std::vector<Mark> cases) { m_surface->setCases(std::move(cases)); });
    connect(&place.themes, &kit::ThemeManager::changed, this, &MapPanel::restyle);
    connect(&place.selection, &cases::Selection::caseSelected, this, [this](CaseId id) {
        m_model.setSelectedCase(id);
        refreshEmphasis();
        followNow();
    });
    connect(&place.selection, &cases::Selection::personSelected, this, [this] {
        refreshEmphasis();
        followNow();
    });
    connect(&place.selection, &cases::Selection::dragChanged, this, &MapPanel::setDragged);
    connect(&place.selection, &cases::Selection::filterChanged, this, [this] {
        refreshEmphasis();
        refreshStatus();
    });
    connect(&place.desk, &cases::Desk::linkChanged, this, &MapPanel::refreshStatus);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &MapPanel::refreshStatus);
    m_second.start();
    makeSurface(kindFor(m_factories, wish));
    words();
    restyle();
}

MapPanel::~MapPanel()
{
    m_surface->setDropTarget(nullptr);
}

sdk::PanelInfo MapPanel::panelInfo()
{
    sdk::PanelInfo info;
    info.id = QStringLiteral("map");
    info.title = tr("Map");
    info.icon = QStringLiteral("map");
    info.area = sdk::PanelArea::Centre;
    info.size = QSize(1030, 738);
    return info;
}

void MapPanel::makeSurface(SurfaceKind kind)
{
    std::optional<Camera> camera;
    if (m_surface) {
        camera = m_surface->camera();
        m_surface->setDropTarget(nullptr);
        m_surface->disconnect(this);
        m_surface->hide();
        m_surface->deleteLater(); // it may be the sender
    }
    m_kind = kind;
    m_surface = (kind == SurfaceKind::Web ? m_factories.web : m_factories.painter)(this);
    m_surface->setObjectName(QStringLiteral("mapSurface"));
    m_surface->setAccessibleName(tr("Map"));
    m_surface->lower();
    m_surface->setTheme(m_place.themes.theme());
    m_surface->setLanguage(m_place.language());
    m_surface->setGround(m_ground);
    m_surface->setDropTarget(this);
    for (const LayerButton& l : m_layers)
        m_surface->setLayerShown(l.layer, l.button->isChecked());
    connect(m_surface, &MapSurface::cameraChanged, this, &MapPanel::cameraMoved);
    connect(m_surface, &MapSurface::hovered, this, &MapPanel::onHover);
    connect(m_surface, &MapSurface::clicked, this, &MapPanel::onClick);
    connect(m_surface, &MapSurface::contextMenuAt, this, &MapPanel::onMenu);
    connect(m_surface, &MapSurface::ready, this, &MapPanel::surfaceReady);
    connect(m_surface, &MapSurface::failed, this, &MapPanel::surfaceFailed, Qt::QueuedConnection);
    setFocusProxy(m_surface);
    placeOverlays();
    if (camera)
        m_surface->setCamera(*camera);
    m_surface->show();
    m_model.setSelectedCase(m_place.selection.selectedCase());
    m_model.resend();
    refreshEmphasis();
    refreshStatus();
}

void MapPanel::surfaceFailed(const QString&)
{
    if (m_kind == SurfaceKind::Web)
        makeSurface(SurfaceKind::Painter); // the picture goes on; nothing is lost, the surface held no truth
}

void MapPanel::buildTools()
{
    using enum ToolStrip::Press;
    m_zoomIn = m_tools->add(QStringLiteral("plus"), Once);
    m_zoomOut = m_tools->add(QStringLiteral("minus"), Once);
    m_home = m_tools->add(QStringLiteral("maximize-2"), Once);
    m_followButton = m_tools->add(QStringLiteral("crosshair"), Stays);
    m_tools->addLine();
    const auto layer = [this](MapLayer which, const QString& icon, const QString& name) {
        QToolButton* button = m_tools->add(icon, Stays);
        button->setObjectName(name);
        button->setChecked(true);
        connect(button, &QToolButton::toggled, this, [this, which](bool on) {
            m_surface->setLayerShown(which, on);
            refreshStatus();
        });
        m_layers.push_back({which, button});
    };
    layer(MapLayer::Grids, QStringLiteral("grid-3x3"), QStringLiteral("mapLayerGrids"));
    layer(MapLayer::People, QStringLiteral("users"), QStringLiteral("mapLayerPeople"));
    layer(MapLayer::Cases, QStringLiteral("map-pin"), QStringLiteral("mapLayerCases"));
    layer(MapLayer::Labels, QStringLiteral("tag"), QStringLiteral("mapLayerLabels"));
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { zoomBy(1); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { zoomBy(-1); });
    connect(m_home, &QToolButton::clicked, this, &MapPanel::showWholeCity);
    connect(m_followButton, &QToolButton::toggled, this, &MapPanel::setFollow);
}

void MapPanel::words()
{
    ToolStrip::setWords(*m_zoomIn, tr("Zoom in (+)"));
    ToolStrip::setWords(*m_zoomOut, tr("Zoom out (-)"));
    ToolStrip::setWords(*m_home, tr("The whole city (Home)"));
    ToolStrip::setWords(*m_followButton, tr("Follow what is selected (Space)"));
    for (const LayerButton& l : m_layers) {
        switch (l.layer) {
        case MapLayer::Grids: ToolStrip::setWords(*l.button, tr("Grids")); break;
        case MapLayer::People: ToolStrip::setWords(*l.button, tr("People on duty")); break;
        case MapLayer::Cases: ToolStrip::setWords(*l.button, tr("Cases")); break;
        case MapLayer::Labels: ToolStrip::setWords(*l.button, tr("Place names")); break;
        }
    }
    const auto entry = [](kit::Shape shape, kit::Fill fill, const QString& word) {
        kit::Symbol s;
        s.shape = shape;
        s.fill = fill;
        return Legend::Entry{s, word};
    };
    m_legend->setEntries({entry(kit::Shape::Person, kit::Fill::None, tr("idle")),
                          entry(kit::Shape::Person, kit::Fill::Half, tr("on the way")),
                          entry(kit::Shape::Person, kit::Fill::Full, tr("on scene")),
                          entry(kit::Shape::Dispute, kit::Fill::None, tr("dispute")),
                          entry(kit::Shape::Hazard, kit::Fill::None, tr("hazard")),
                          entry(kit::Shape::Request, kit::Fill::None, tr("request")),
                          entry(kit::Shape::Team, kit::Fill::None, tr("team"))});
    m_surface->setAccessibleName(tr("Map"));
    refreshStatus();
}

void MapPanel::restyle()
{
    m_tools->restyle();
    m_banner->restyle();
    m_legend->adjustSize();
    m_scale->adjustSize();
    m_surface->setTheme(m_place.themes.theme());
    placeOverlays();
}

void MapPanel::placeOverlays()
{
    const kit::Theme& t = m_place.themes.theme();
    const int gap = t.space(3);
    m_surface->setGeometry(rect());
    m_tools->move(width() - m_tools->width() - gap, gap);
    m_banner->move(gap, gap);
    m_scale->resize(m_scale->sizeHint());
    m_scale->move(width() - m_scale->width() - gap, height() - m_scale->height() - gap);
    m_legend->resize(m_legend->sizeHint());
    m_legend->move(gap, height() - m_legend->height() - gap);
    // On a narrow map the scale tells more than the legend.
    m_legend->setVisible(m_legend->geometry().right() + gap < m_scale->geometry().left());
    for (QWidget* overlay : std::initializer_list<QWidget*>{m_tools, m_legend, m_scale, m_banner, m_hint})
        overlay->raise();
}

void MapPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_surface)
        return;
    m_surface->setLanguage(m_place.language());
    words();
    placeOverlays();
}

void MapPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    placeOverlays();
    cameraMoved();
}

void MapPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    placeOverlays();
    if (!m_fitted && m_ground) {
        m_fitted = true;
        m_surface->fit(m_ground->bounds);
    }
    cameraMoved();
}

void MapPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_followButton->toggle();
        return;
    }
    Panel::keyPressEvent(event);
}

void MapPanel::cameraMoved()
{
    const Camera c = m_surface->camera();
    m_scale->setMetresPerPixel(geo::metresPerPixel(c.centre.lat, c.zoom, 256));
}

void MapPanel::showWholeCity()
{
    if (m_ground)
        m_surface->fit(m_ground->bounds);
}

void MapPanel::zoomBy(double steps)
{
    Camera c = m_surface->camera();
    c.zoom = std::clamp(c.zoom + steps * kZoomStep, minZoom, maxZoom);
    m_surface->setCamera(c);
}

void MapPanel::setFollow(bool follow)
{
    if (m_follow == follow)
        return;
    m_follow = follow;
    m_followButton->setChecked(follow);
    if (!follow)
        return;
    Camera c = m_surface->camera();
    c.zoom = std::max(c.zoom, kFollowZoom);
    m_surface->setCamera(c);
    followNow();
}

void MapPanel::followNow()
{
    if (!m_follow || !m_dragged.isNone()) // nothing moves under a pointer that drags
        return;
    std::optional<GeoPoint> place;
    if (const session::Fix* fix = m_place.desk.people().fix(m_place.selection.selectedPerson()))
        place = fix->place();
    else if (const domain::Case* state = m_place.desk.cases().find(m_place.selection.selectedCase()))
        place = state->place;
    if (!place)
        return;
    Camera c = m_surface->camera();
    c.centre = *place;
    m_surface->setCamera(c);
}

void MapPanel::refreshStatus()
{
    if (!m_surface)
        return;
    sdk::PanelStatus status;
    status.state = sdk::PanelState::Ready;
    const TimePoint now = m_place.desk.serverNow();
    const auto ageOf = [&](TimePoint at) {
        return std::chrono::floor<std::chrono::seconds>(std::max(Millis(0), now - at));
    };
    const TimePoint newest = m_place.desk.people().newest();
    const session::LinkStatus& link = m_place.desk.link();
    if (link.state != session::LinkState::Online) {
        status.tone = sdk::FreshnessTone::Warn;
        status.freshness = link.dataAt == TimePoint{} ? tr("not connected") : kit::DurationText::dataAge(ageOf(link.dataAt));
    } else if (newest == TimePoint{}) {
        status.freshness = tr("no positions yet");
    } else {
        status.freshness = tr("positions %1 old").arg(kit::DurationText::age(ageOf(newest)));
    }
    QStringList shown, hidden;
    for (const LayerButton& l : m_layers) {
        QString words;
        switch (l.layer) {
        case MapLayer::People: words = tr("people %1").arg(kit::DurationText::grouped(static_cast<qint64>(m_model.peopleShown()))); break;
        case MapLayer::Cases: words = tr("cases %1").arg(kit::DurationText::grouped(static_cast<qint64>(m_model.casesShown()))); break;
        case MapLayer::Grids: words = l.button->isChecked() ? QString() : tr("grids"); break;
        case MapLayer::Labels: words = l.button->isChecked() ? QString() : tr("place names"); break;
        }
        if (!words.isEmpty())
            (l.button->isChecked() ? shown : hidden) << words;
    }
    if (m_model.casesHidden() > 0)
        hidden << tr("closed cases");
    const QString comma = tr(", ", "between what the map shows");
    status.hidden = shown.isEmpty() ? QString() : tr("shows %1").arg(shown.join(comma));
    if (!hidden.isEmpty())
        status.hidden += (status.hidden.isEmpty() ? QString() : tr("; ")) + tr("hides %1").arg(hidden.join(comma));
    if (m_place.selection.filteredGrids())
        status.hidden += (status.hidden.isEmpty() ? QString() : tr("; ")) + tr("greyed: outside the queue's filter");
    setStatus(status);
}

} // namespace zs::map
