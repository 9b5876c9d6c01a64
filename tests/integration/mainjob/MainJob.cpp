#include "tests/integration/mainjob/MainJob.h"

#include "ui/map/standin/StandInSurface.h"

#include <QGuiApplication>
#include <QScreen>

#include <cmath>

namespace zs::mainjob {

using namespace std::chrono_literals;
using domain::Phase;

MainJob::MainJob(Stack& stack, console::Console& dispatcher, console::Console& second, const Folders& folders, int cases,
                 std::chrono::seconds deadline)
    : m_stack(stack), m_first(dispatcher), m_second(second), m_folders(folders), m_cases(cases)
{
    m_look.setInterval(50ms);
    connect(&m_look, &QTimer::timeout, this, &MainJob::look);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(deadline);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(QStringLiteral("The time is over while %1.").arg(where())); });
    connect(&m_mouse, &Mouse::failed, this, &MainJob::fail);
    connect(&m_first.map(), &map::MapPanel::surfaceReady, this, [this] { m_mapReady = true; });
    // The second desk's picture is to be the page's, not its stand-in's.
    const auto webReady = [this] { m_webReady = true; };
    if (auto* both = qobject_cast<map::StandInSurface*>(&m_second.map().surface()))
        connect(both, &map::StandInSurface::tookOver, this, webReady);
    else
        connect(&m_second.map(), &map::MapPanel::surfaceReady, this, webReady);
    connect(&m_second.session(), &session::Session::casesChanged, this, &MainJob::watchSecond);
}

void MainJob::start()
{
    m_deadline.start();
    m_look.start();
}

QString MainJob::where() const
{
    switch (m_step) {
    case Step::WaitForCity:
        return QStringLiteral("waiting for the city: %1 of %2 cases, %3 people, map %4, web map %5")
            .arg(m_first.session().cases().size()).arg(m_cases).arg(m_first.session().people().known())
            .arg(m_mapReady).arg(m_webReady);
    case Step::Choose: return QStringLiteral("looking for a case and a person to drag it to");
    case Step::Drag: return QStringLiteral("dragging case %1 to person %2").arg(m_case.value).arg(m_person.value);
    case Step::WaitForEnd: {
        const domain::Case* c = m_second.session().cases().find(m_case);
        return QStringLiteral("waiting for the end of case %1, now at phase %2").arg(m_case.value).arg(c ? int(c->phase) : -1);
    }
    case Step::Pictures: return QStringLiteral("taking the pictures");
    case Step::Ended: return QStringLiteral("ending");
    }
    return {};
}

void MainJob::fail(const QString& sentence)
{
    if (m_step == Step::Ended)
        return;
    m_step = Step::Ended;
    m_look.stop();
    m_deadline.stop();
    // What was on the screens says more than any sentence.
    QGuiApplication::primaryScreen()->grabWindow(0).save(m_folders.work + QStringLiteral("/failed.png"));
    Q_EMIT failed(sentence);
}

void MainJob::look()
{
    if (auto running = m_stack.check(); !running)
        return fail(QString::fromStdString(running.error().sentence));
    switch (m_step) {
    case Step::WaitForCity:
        if (isCityThere())
            m_step = Step::Choose;
        break;
    case Step::Choose:
        if (choose()) {
            m_step = Step::Drag;
            drag();
        }
        break;
    case Step::WaitForEnd: watchSecond(); break;
    case Step::Drag:
    case Step::Pictures:
    case Step::Ended: break;
    }
}

bool MainJob::isCityThere() const
{
    const auto hasPicture = [&](console::Console& desk) {
        return desk.session().link().state == session::LinkState::Online && desk.session().people().known() > 100
               && desk.session().cases().size() >= static_cast<std::size_t>(m_cases);
    };
    return m_mapReady && m_webReady && hasPicture(m_first) && hasPicture(m_second);
}

bool MainJob::choose()
{
    session::Session& session = m_first.session();
    map::MapSurface& surface = m_first.map().surface();
    const session::CaseStore& cases = session.cases();
    // Where the city is dense first: the picture shows what a desk looks at all day, not the edge of the map.
    GeoPoint middle;
    std::vector<CaseId> candidates;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const domain::Case& c = cases.row(i);
        middle.lon += c.place.lon / double(cases.size());
        middle.lat += c.place.lat / double(cases.size());
        if ((c.phase == Phase::Classified || c.phase == Phase::Accepted) && m_first.queue().model().rowOf(c.id) >= 0)
            candidates.push_back(c.id);
    }
    std::ranges::sort(candidates, {}, [&](CaseId id) {
        const GeoPoint place = cases.find(id)->place;
        return std::hypot(place.lon - middle.lon, place.lat - middle.lat);
    });
    for (const CaseId id : candidates) {
        const domain::Case& c = *cases.find(id);
        surface.setCamera({c.place, 14});
        const QRect inner = surface.rect().adjusted(120, 120, -120, -120);
        for (std::uint32_t p = 1; p <= session.city().people.size(); ++p) {
            const session::Fix* fix = session.people().fix(PersonId(p));
            if (!fix || !session.check(c.id, domain::Dispatch{PersonId(p), {}}))
                continue;
            const QPointF at = surface.toWidget(fix->place());
            const map::Hit hit = surface.hitTest(at);
            // Somebody who stands apart: what is under the mouse must be nobody else.
            if (!inner.contains(at.toPoint()) || hit.kind != map::Hit::Kind::Person || hit.id != p)
                continue;
            m_case = c.id;
            m_person = PersonId(p);
            m_first.selection().selectCase(m_case);
            const int row = m_first.queue().model().rowOf(m_case);
            m_first.queue().view().scrollTo(m_first.queue().model().index(row, cases::CaseTableModel::TitleColumn));
            return true;
        }
    }
    return false;
}

QPoint MainJob::personOnScreen() const
{
    const session::Fix* fix = m_first.session().people().fix(m_person);
    map::MapSurface& surface = m_first.map().surface();
    return fix ? surface.mapToGlobal(surface.toWidget(fix->place()).toPoint()) : surface.mapToGlobal(surface.rect().center());
}

void MainJob::drag()
{
    auto& view = m_first.queue().view();
    const int row = m_first.queue().model().rowOf(m_case);
    const QRect cell = view.visualRect(m_first.queue().model().index(row, cases::CaseTableModel::TitleColumn));
    const QPoint from = view.viewport()->mapToGlobal(cell.center());
    const QPoint to = personOnScreen();
    m_mouse.moveTo(from);
    m_mouse.press();
    // In steps, as a hand does: the first ones begin the drag, the others pass over what lies between.
    for (int i = 1; i <= 12; ++i)
        m_mouse.moveTo(from + (to - from) * i / 12);
    m_mouse.then([this] { dropWhenOver(0); });
}

void MainJob::dropWhenOver(int tries)
{
    if (m_step != Step::Drag)
        return;
    if (tries > 100)
        return fail(QStringLiteral("The drag never was over the person (dragged case %1).").arg(m_first.selection().draggedCase().value));
    map::MapSurface& surface = m_first.map().surface();
    const map::Hit hit = surface.hitTest(surface.mapFromGlobal(QCursor::pos()));
    const bool over = m_first.selection().draggedCase() == m_case && hit.kind == map::Hit::Kind::Person && hit.id == m_person.value;
    if (!over) {
        m_mouse.moveTo(personOnScreen() + QPoint(tries % 2, 0)); // people move: follow
        m_mouse.then([this, tries] { dropWhenOver(tries + 1); });
        return;
    }
    if (tries == 0 || !m_dragging) {
        // One more small move over the person, so that the answer on screen is to this place; then the picture.
        m_dragging = true;
        m_mouse.moveTo(personOnScreen() + QPoint(1, 1));
        m_mouse.then([this, tries] { dropWhenOver(tries + 1); });
        return;
    }
    QScreen* screen = QGuiApplication::primaryScreen();
    const QRect window = m_first.window().geometry();
    screen->grabWindow(0, window.x(), window.y(), window.width(), window.height()).save(m_folders.out + QStringLiteral("/console.png"));
    m_mouse.release();
    m_mouse.then([this] {
        m_step = Step::WaitForEnd;
    });
}

void MainJob::watchSecond()
{
    const domain::Case* c = m_case ? m_second.session().cases().find(m_case) : nullptr;
    if (!c)
        return;
    if (m_seen.empty() || m_seen.back() != c->phase)
        m_seen.push_back(c->phase);
    if (m_step != Step::WaitForEnd || c->phase != Phase::Finished)
        return;
    if (c->handler != m_person)
        return fail(QStringLiteral("Case %1 ended with person %2, not %3.").arg(m_case.value).arg(c->handler.value).arg(m_person.value));
    for (const Phase wanted : {Phase::Dispatched, Phase::Acknowledged, Phase::OnScene, Phase::Finished})
        if (std::ranges::find(m_seen, wanted) == m_seen.end())
            return fail(QStringLiteral("The second console never saw phase %1.").arg(int(wanted)));
    m_step = Step::Pictures;
    takePictures();
}

void MainJob::takePictures()
{
    m_second.selection().selectCase(m_case);
    m_second.map().surface().capture([this](const QImage& map) {
        if (map.isNull())
            return fail(QStringLiteral("The web map gave no picture."));
        QScreen* screen = QGuiApplication::primaryScreen();
        const QRect window = m_second.window().geometry();
        const bool saved = screen->grabWindow(0, window.x(), window.y(), window.width(), window.height())
                               .save(m_folders.out + QStringLiteral("/console-web.png"));
        if (!saved)
            return fail(QStringLiteral("out/console-web.png could not be written."));
        m_step = Step::Ended;
        m_look.stop();
        m_deadline.stop();
        Q_EMIT done();
    });
}

} // namespace zs::mainjob
