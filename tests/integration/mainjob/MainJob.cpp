#include "tests/integration/mainjob/MainJob.h"

#include "protocol/vocab/Catalogue.h"
#include "session/sync/Snapshot.h"
#include "ui/map/standin/StandInSurface.h"

#include <QFile>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <utility>

namespace zs::mainjob {

using namespace std::chrono_literals;
using domain::Phase;

namespace {

/// It has a lead, or the centre decided that it gets none.
bool isRouted(const domain::Case& c) { return !c.lead.isNone() || c.phase == Phase::Declined || c.phase == Phase::Merged; }

domain::Route routeOf(const domain::Case& c, const domain::City& city, const cases::RoutingAdvice& advice)
{
    const auto agency = [&](std::string_view code) {
        const auto found = std::ranges::find(city.agencies, code, &domain::Agency::code);
        return found == city.agencies.end() ? AgencyId{} : found->id;
    };
    domain::Route route;
    if (const domain::Routing routing = advice.rule(c)) {
        route.lead = agency(routing.rule->lead);
        for (const std::string& code : routing.rule->assisting)
            if (const AgencyId id = agency(code); !id.isNone() && id != route.lead)
                route.assisting.push_back(id);
    }
    if (const domain::Matter* matter = city.matter(c.matter); route.lead.isNone() && matter)
        route.lead = matter->lead;
    return route;
}

} // namespace

MainJob::MainJob(Stack& stack, console::Console& dispatcher, console::Console& second, const Folders& folders, QUrl gateway,
                 int cases, std::chrono::seconds deadline)
    : m_stack(stack), m_first(dispatcher), m_second(second), m_folders(folders), m_gateway(std::move(gateway)), m_cases(cases),
      m_advice(dispatcher.session().city(), protocol::shippedCatalogue(), nullptr)
{
    // What an earlier run left must not pass for this one's.
    for (const char* name : {"/console.png", "/console-web.png"})
        QFile::remove(m_folders.out + QLatin1String(name));
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
    case Step::RouteAll: {
        int open = 0;
        const session::CaseStore& cases = m_second.session().cases();
        QString phases;
        for (std::size_t i = 0; i < cases.size(); ++i)
            if (!isRouted(cases.row(i)) && ++open <= 5)
                phases += QStringLiteral(" case %1 in phase %2").arg(cases.row(i).id.value).arg(int(cases.row(i).phase));
        return QStringLiteral("routing all cases: %1 have no lead yet,%2").arg(open).arg(phases);
    }
    case Step::AskGateway: return QStringLiteral("asking the gateway for its snapshot");
    case Step::Pictures: return QStringLiteral("taking the pictures");
    case Step::ShippedConsole: return QStringLiteral("waiting for the shipped console to show a live city");
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
            m_step = Step::RouteAll;
        break;
    case Step::RouteAll:
        if (routeAll())
            m_step = Step::Choose;
        break;
    case Step::Choose:
        if (choose()) {
            m_step = Step::Drag;
            drag();
        }
        break;
    case Step::WaitForEnd: watchSecond(); break;
    case Step::ShippedConsole: watchShippedConsole(); break;
    case Step::Drag:
    case Step::AskGateway:
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
        if (c.phase == Phase::Accepted && m_first.queue().model().rowOf(c.id) >= 0)
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
    if (!save(screen->grabWindow(0, window.x(), window.y(), window.width(), window.height()), QStringLiteral("console.png")))
        return;
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
    askGateway();
}

bool MainJob::routeAll()
{
    session::Session& session = m_first.session();
    const session::CaseStore& cases = session.cases();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const domain::Case& c = cases.row(i);
        if (c.phase != Phase::Classified || !c.lead.isNone() || cases.isPending(c.id))
            continue;
        // Once for each version: whoever else routes it first is as welcome.
        if (const auto [at, isNew] = m_routed.try_emplace(c.id, c.version); !isNew && std::exchange(at->second, c.version) == c.version)
            continue;
        if (const auto asked = session.submit(c.id, routeOf(c, session.city(), m_advice)); !asked) {
            fail(QStringLiteral("Case %1 can't be routed: %2").arg(c.id.value).arg(QString::fromStdString(asked.error().sentence.en)));
            return false;
        }
    }
    // Seen on the other desk.
    const session::CaseStore& seen = m_second.session().cases();
    std::size_t routed = 0;
    for (std::size_t i = 0; i < seen.size(); ++i)
        routed += isRouted(seen.row(i));
    return routed == seen.size() && routed >= static_cast<std::size_t>(m_cases);
}

void MainJob::askGateway()
{
    m_step = Step::AskGateway;
    const auto identity = link::TlsIdentity::load(m_folders.pki + QStringLiteral("/ca.crt"), m_folders.pki + QStringLiteral("/console-1.crt"),
                                                  m_folders.pki + QStringLiteral("/console-1.key"));
    if (!identity)
        return fail(QString::fromStdString(identity.error().sentence));
    m_client = std::make_unique<link::GatewayClient>(m_gateway, *identity);
    m_client->getSnapshot([this](link::LinkResult<QByteArray> bytes) {
        const std::atomic<bool> stop{false};
        if (!bytes)
            return fail(QStringLiteral("The gateway gave no snapshot: %1").arg(QString::fromStdString(bytes.error().error.sentence)));
        const auto snapshot = session::readSnapshot({bytes->constData(), static_cast<std::size_t>(bytes->size())}, stop);
        if (!snapshot)
            return fail(QString::fromStdString(snapshot.error().sentence));
        const auto routed = std::ranges::count_if(snapshot->cases, isRouted);
        const auto led = std::ranges::count_if(snapshot->cases, [](const domain::Case& c) { return !c.lead.isNone(); });
        if (routed < m_cases || routed != std::ssize(snapshot->cases))
            return fail(QStringLiteral("The gateway's snapshot has %1 cases, of which only %2 are routed.").arg(snapshot->cases.size()).arg(routed));
        std::printf("routed=%d of %d, by this desk %d, declined or merged %d\n", int(led), int(snapshot->cases.size()), int(m_routed.size()),
                    int(routed - led));
        m_step = Step::Pictures;
        takePictures();
    });
}

bool MainJob::save(const QPixmap& picture, const QString& name)
{
    if (!picture.isNull() && picture.save(m_folders.out + QLatin1Char('/') + name))
        return true;
    fail(QStringLiteral("out/%1 could not be written.").arg(name));
    return false;
}

void MainJob::takePictures()
{
    m_second.selection().selectCase(m_case);
    m_second.map().surface().capture([this](const QImage& map) {
        if (map.isNull())
            return fail(QStringLiteral("The web map gave no picture."));
        QScreen* screen = QGuiApplication::primaryScreen();
        const QRect window = m_second.window().geometry();
        if (!save(screen->grabWindow(0, window.x(), window.y(), window.width(), window.height()), QStringLiteral("console-web.png")))
            return;
        if (auto started = m_stack.startConsole(m_gateway); !started)
            return fail(QString::fromStdString(started.error().sentence));
        m_step = Step::ShippedConsole;
    });
}

void MainJob::watchShippedConsole()
{
    const auto live = m_stack.consoleLive();
    if (!live)
        return fail(QString::fromStdString(live.error().sentence));
    if (!*live)
        return;
    if ((*live)->cases < m_cases || (*live)->people == 0)
        return fail(QStringLiteral("The shipped console shows %1 cases and %2 people.").arg((*live)->cases).arg((*live)->people));
    if (auto ended = m_stack.endConsole(); !ended)
        return fail(QString::fromStdString(ended.error().sentence));
    std::printf("console=ok cases=%d people=%d\n", (*live)->cases, (*live)->people);
    m_step = Step::Ended;
    m_look.stop();
    m_deadline.stop();
    Q_EMIT done();
}

} // namespace zs::mainjob
