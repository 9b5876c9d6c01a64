#include "ui/map/standin/StandInSurface.h"

#include "base/Log.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>

#include <algorithm>

namespace zs::map {

StandInSurface::StandInSurface(Make standIn, Make chosen, QWidget* parent)
    : MapSurface(parent), m_makeStandIn(std::move(standIn)), m_makeChosen(std::move(chosen))
{
    setFocusPolicy(Qt::StrongFocus);
    makeStandIn();
}

StandInSurface::~StandInSurface() = default;

// ---- the two ----

void StandInSurface::makeStandIn()
{
    m_standIn = m_makeStandIn(this);
    m_standIn->setObjectName(QStringLiteral("mapStandIn"));
    m_standIn->installEventFilter(this);
    tell(*m_standIn);
    if (m_front)
        m_standIn->setCamera(m_front->camera());
    connect(m_standIn, &MapSurface::ready, this, [this] {
        if (!std::exchange(m_saidReady, true))
            Q_EMIT ready();
        // From the event loop: what waits for the live map is told before the next one costs time.
        if (!m_chosen && m_makeChosen)
            QMetaObject::invokeMethod(this, &StandInSurface::makeChosen, Qt::QueuedConnection);
    });
    bringToFront(*m_standIn);
}

void StandInSurface::makeChosen()
{
    if (m_chosen || !m_makeChosen)
        return;
    m_chosen = std::exchange(m_makeChosen, nullptr)(this);
    m_chosen->setObjectName(QStringLiteral("mapChosen"));
    tell(*m_chosen);
    m_chosen->setCamera(m_front->camera());
    // Under the stand-in, but shown: a page that nobody can see draws nothing.
    m_chosen->setGeometry(rect());
    m_chosen->lower();
    m_chosen->show();
    const auto draws = [this] {
        m_chosenDraws = true;
        prepareTakeover();
    };
    connect(m_chosen, &MapSurface::ready, this, draws);
    connect(m_chosen, &MapSurface::recovered, this, draws);
    connect(m_chosen, &MapSurface::interrupted, this, &StandInSurface::chosenInterrupted);
    connect(m_chosen, &MapSurface::failed, this, &StandInSurface::chosenFailed);
}

void StandInSurface::tell(MapSurface& surface) const
{
    if (m_theme)
        surface.setTheme(*m_theme);
    surface.setLanguage(m_language);
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        surface.setLayerShown(static_cast<MapLayer>(i), m_shown[i]);
    if (m_ground)
        surface.setGround(m_ground);
    surface.setPeople(m_people);
    surface.setCases(m_cases);
    surface.setEmphasis(m_emphasis);
    surface.setAccessibleName(accessibleName());
}

/// What moves is told to the one in front alone, for a hundred thousand marks twice a second are work; the other gets the newest when
/// its turn comes.
void StandInSurface::tellMarks(MapSurface& surface)
{
    if (!std::exchange(m_marksMoved, false))
        return;
    surface.setPeople(m_people);
    surface.setCases(m_cases);
}

void StandInSurface::bringToFront(MapSurface& surface)
{
    const bool focused = m_front && (m_front->hasFocus() || m_front->isAncestorOf(QApplication::focusWidget()));
    if (m_front)
        m_front->setDropTarget(nullptr);
    for (const QMetaObject::Connection& connection : std::exchange(m_frontSignals, {}))
        disconnect(connection);
    m_front = &surface;
    surface.setGeometry(rect());
    surface.setDropTarget(m_target);
    m_frontSignals = {connect(&surface, &MapSurface::cameraChanged, this, &StandInSurface::frontMoved),
                      connect(&surface, &MapSurface::hovered, this, &MapSurface::hovered),
                      connect(&surface, &MapSurface::clicked, this, &MapSurface::clicked),
                      connect(&surface, &MapSurface::contextMenuAt, this, &MapSurface::contextMenuAt)};
    setFocusProxy(&surface);
    surface.show();
    surface.raise();
    if (focused)
        surface.setFocus();
    for (const Waiting& waiting : m_waiting)
        askFront(waiting.id);
}

// ---- who is in front ----

void StandInSurface::prepareTakeover()
{
    if (!m_chosen || m_front == m_chosen || !m_chosenDraws || m_preparing)
        return;
    m_preparing = true;
    m_chosen->setCamera(m_front->camera());
    tellMarks(*m_chosen);
    m_chosen->settle([guard = QPointer(this), revision = m_revision] {
        if (!guard)
            return;
        guard->m_preparing = false;
        if (guard->m_revision == revision)
            guard->takeOver();
        else
            guard->prepareTakeover();
    });
}

void StandInSurface::takeOver()
{
    // Nothing changes under a hand: whatever ends the press or the drag asks again.
    if (!m_chosen || m_front == m_chosen || !m_chosenDraws || m_emphasis.dragging
        || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    MapSurface* old = std::exchange(m_standIn, nullptr);
    bringToFront(*m_chosen);
    tellMarks(*m_chosen);
    old->removeEventFilter(this);
    old->disconnect(this);
    old->hide();
    old->deleteLater(); // it may be the sender
    Q_EMIT tookOver();
}

void StandInSurface::chosenInterrupted()
{
    m_chosenDraws = false;
    if (m_front != m_chosen)
        return;
    makeStandIn();
    Q_EMIT steppedBack();
}

void StandInSurface::chosenFailed(const QString& sentence)
{
    qCInfo(logMap) << "the stand-in of the map stays:" << sentence;
    m_chosenDraws = false;
    MapSurface* old = m_chosen;
    const bool wasFront = m_front == old;
    if (wasFront)
        makeStandIn();
    m_chosen = nullptr;
    old->disconnect(this);
    old->hide();
    old->deleteLater(); // it is the sender
    if (wasFront)
        Q_EMIT steppedBack();
}

void StandInSurface::frontMoved()
{
    ++m_revision;
    // While a hand pans, the hidden one isn't made to draw every step; the release brings it after.
    if (m_chosen && m_front != m_chosen && QGuiApplication::mouseButtons() == Qt::NoButton)
        m_chosen->setCamera(m_front->camera());
    Q_EMIT cameraChanged();
}

bool StandInSurface::eventFilter(QObject* watched, QEvent* event)
{
    // After the stand-in has taken it.
    if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::DragLeave || event->type() == QEvent::Drop)
        QMetaObject::invokeMethod(this, &StandInSurface::prepareTakeover, Qt::QueuedConnection);
    return MapSurface::eventFilter(watched, event);
}

void StandInSurface::resizeEvent(QResizeEvent* event)
{
    MapSurface::resizeEvent(event);
    ++m_revision;
    for (MapSurface* surface : {m_standIn, m_chosen})
        if (surface)
            surface->setGeometry(rect());
}

// ---- what is told goes to both ----

template <class Call>
void StandInSurface::toBoth(const Call& call)
{
    for (MapSurface* surface : {m_standIn, m_chosen})
        if (surface)
            call(*surface);
}

void StandInSurface::setGround(std::shared_ptr<const MapGround> ground)
{
    m_ground = std::move(ground);
    ++m_revision;
    toBoth([this](MapSurface& s) { s.setGround(m_ground); });
}

void StandInSurface::setTheme(const kit::Theme& theme)
{
    m_theme = theme;
    ++m_revision;
    toBoth([&](MapSurface& s) { s.setTheme(theme); });
}

void StandInSurface::setLanguage(domain::Language language)
{
    m_language = language;
    ++m_revision;
    toBoth([=](MapSurface& s) { s.setLanguage(language); });
}

void StandInSurface::setLayerShown(MapLayer layer, bool shown)
{
    m_shown[static_cast<std::size_t>(layer)] = shown;
    ++m_revision;
    toBoth([=](MapSurface& s) { s.setLayerShown(layer, shown); });
}

void StandInSurface::setPeople(std::vector<Mark> people)
{
    m_people = std::move(people);
    m_front->setPeople(m_people);
    m_marksMoved = true;
}

void StandInSurface::setCases(std::vector<Mark> cases)
{
    m_cases = std::move(cases);
    m_front->setCases(m_cases);
    m_marksMoved = true;
}

void StandInSurface::setEmphasis(Emphasis emphasis)
{
    m_emphasis = std::move(emphasis);
    ++m_revision;
    toBoth([this](MapSurface& s) { s.setEmphasis(m_emphasis); });
    if (!m_emphasis.dragging)
        prepareTakeover();
}

void StandInSurface::setDropTarget(MapDropTarget* target)
{
    m_target = target;
    m_front->setDropTarget(target);
}

void StandInSurface::settle(std::function<void()> done)
{
    m_waiting.push_back({++m_lastWaiting, std::move(done)});
    askFront(m_lastWaiting);
}

void StandInSurface::askFront(int waiting)
{
    m_front->settle([guard = QPointer(this), waiting] {
        if (!guard)
            return;
        const auto found = std::find_if(guard->m_waiting.begin(), guard->m_waiting.end(), [=](const Waiting& w) { return w.id == waiting; });
        if (found == guard->m_waiting.end())
            return;
        const auto done = std::move(found->done);
        guard->m_waiting.erase(found);
        done();
    });
}

} // namespace zs::map
