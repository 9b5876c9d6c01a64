#include "session/Session.h"

#include "session/DeskCommands.h"
#include "session/DutyDesk.h"
#include "session/worker/Mailbox.h"
#include "session/worker/SessionWorker.h"

#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace zs::session {

using namespace std::chrono_literals;

namespace {

constexpr auto frame = 16ms;
constexpr std::size_t eventsASlice = 2000;
constexpr auto sweep = 20s; ///< how long a position may outlive its shift while the gateway is away

/// What one slice of letters changed: told once, when all of it is in the stores.
struct Changes {
    bool isReset = false, people = false, outbox = false, link = false, inForce = false;
    std::optional<std::uint32_t> firstNew;
    std::vector<std::uint32_t> rows;
    struct Ended {
        Uuid id;
        CaseId caseId;
        CommandState state;
    };
    std::vector<Ended> ended;
    std::vector<TimelineArrived> timelines;
    std::vector<domain::ReferenceKind> references;
    std::vector<Error> errors;
};

} // namespace

struct Session::Private final : domain::Surroundings {
    Private(Session& session, SessionConfig given, std::shared_ptr<const domain::City> itsCity, const Clock& itsClock)
        : q(session), config(std::move(given)), city(std::move(itsCity)), clock(itsClock), people(city->people.size()),
          actor(config.seat ? *config.seat : domain::Actor{config.operatorName.toStdString(), domain::Role::Dispatcher}),
          duties(cases, *city, actor, [this] { return q.serverNow(); }),
          desk(cases, [this](const auto& state, const auto& command) { return decide(state, command); }, actor.name),
          mailbox([this] { QMetaObject::invokeMethod(&q, "onLetters", Qt::QueuedConnection); })
    {
        desk.useDuties(duties.overlays);
    }

    int openCasesOf(PersonId person) const override { return cases.openCasesOf(person); }
    GridId gridAt(GeoPoint place) const override
    {
        const auto i = grids ? grids->find(place) : std::nullopt;
        return i ? city->grids[*i].id : GridId{};
    }
    const domain::Case* find(CaseId id) const override { return cases.find(id); }

    tl::expected<domain::CaseEvent, domain::Rejection> decide(const domain::Case& state, const domain::CaseCommand& command) const
    {
        return domain::decide(state, command, {q.serverNow(), actor, *city, *this, inForce});
    }

    void onWorker(Tasks::Task task)
    {
        if (worker && tasks.put(std::move(task)))
            QMetaObject::invokeMethod(worker, "takeTasks", Qt::QueuedConnection);
    }

    void schedule()
    {
        if (drainTimer.isActive())
            return;
        const std::chrono::milliseconds since(lastDrain.isValid() ? lastDrain.elapsed() : frame.count());
        drainTimer.start(std::max<std::chrono::milliseconds>(frame - since, 0ms));
    }

    void drain();
    void take(PictureLoaded& picture, Changes& changes);
    void take(EventsArrived& arrived, Changes& changes);
    void take(const CommandMoved& moved, Changes& changes);
    void take(domain::InForce rules, Changes& changes);
    void tell(Changes& changes);
    void forgetWhoWentHome();
    void changed(std::vector<std::uint32_t> rows);
    void tellDuties();
    void wantReferences();

    Session& q;
    SessionConfig config;
    std::shared_ptr<const domain::City> city;
    const Clock& clock;
    CaseStore cases;
    PeopleStore people;
    domain::Actor actor;
    domain::InForce inForce;
    DutyDesk duties;
    DeskCommands desk;
    LinkStatus link;
    Millis offset{0};
    bool isLoaded = false;
    std::shared_ptr<const geo::GridIndex> grids;

    Mailbox mailbox;
    Claims claims;
    Tasks tasks;
    QThread thread;
    SessionWorker* worker = nullptr; ///< lives in `thread`, deleted at its end
    QTimer drainTimer, sweepTimer;
    QElapsedTimer lastDrain;
    std::vector<domain::Subject> changedDuties; ///< not told yet
};

void Session::Private::take(PictureLoaded& picture, Changes& changes)
{
    auto old = std::make_shared<CaseStore::Contents>(cases.reset(std::move(picture.contents)));
    // 100,000 cases take a while to free: not on this thread.
    onWorker([old = std::move(old)](SessionWorker&) {});
    duties.store.reset(std::move(picture.duties));
    desk.layAll();
    (void)desk.takeChangedDuties(); // all of them are new
    isLoaded = true;
    changes.isReset = true;
    changes.rows.clear();
    changes.firstNew.reset();
}

void Session::Private::take(EventsArrived& arrived, Changes& changes)
{
    for (const domain::RecordedDutyEvent& event : arrived.events.duties) {
        if (duties.store.apply(event))
            changedDuties.push_back(event.subject);
        desk.onConfirmedEvent(event);
        link.seq = std::max(link.seq, event.seq);
        link.dataAt = std::max(link.dataAt, event.at);
        changes.link = true;
    }
    for (const domain::RecordedEvent& event : arrived.events.cases) {
        const CaseStore::Applied applied = cases.apply(event);
        if (applied.isNew && !changes.firstNew)
            changes.firstNew = applied.row;
        if (applied.changed)
            changes.rows.push_back(applied.row);
        desk.onConfirmedEvent(event, changes.rows);
        link.seq = std::max(link.seq, event.seq);
        link.dataAt = std::max(link.dataAt, event.at);
        changes.link = true;
    }
}

void Session::Private::take(const CommandMoved& moved, Changes& changes)
{
    const auto caseId = desk.apply(moved, changes.rows);
    if (!caseId)
        return;
    changes.outbox = true;
    if (moved.state == CommandState::Confirmed || moved.state == CommandState::Refused)
        changes.ended.push_back({moved.id, *caseId, moved.state});
}

void Session::Private::take(domain::InForce rules, Changes& changes)
{
    inForce = std::move(rules);
    changes.inForce = true;
}

void Session::Private::drain()
{
    lastDrain.start();
    Changes changes;
    std::size_t events = 0;
    while (events < eventsASlice) {
        auto letter = mailbox.take();
        if (!letter)
            break;
        if (auto* picture = std::get_if<PictureLoaded>(&*letter)) {
            take(*picture, changes);
        } else if (auto* arrived = std::get_if<EventsArrived>(&*letter)) {
            events += arrived->events.size();
            take(*arrived, changes);
        } else if (auto* positions = std::get_if<protocol::PositionFrame>(&*letter)) {
            people.apply(*positions);
            changes.people = true;
        } else if (auto* moved = std::get_if<LinkMoved>(&*letter)) {
            const bool isBack = link.state != LinkState::Online && moved->status.state == LinkState::Online;
            link = std::move(moved->status);
            offset = moved->offset;
            changes.link = true;
            if (isBack)
                wantReferences(); // what couldn't be fetched while the gateway was away
        } else if (auto* outbox = std::get_if<OutboxLoaded>(&*letter)) {
            changes.outbox = !outbox->commands.empty();
            desk.load(std::move(outbox->commands), changes.rows);
        } else if (auto* command = std::get_if<CommandMoved>(&*letter)) {
            take(*command, changes);
        } else if (auto* timeline = std::get_if<TimelineArrived>(&*letter)) {
            changes.timelines.push_back(std::move(*timeline));
        } else if (auto* reference = std::get_if<ReferenceArrived>(&*letter)) {
            if (duties.take(reference->kind, reference->version, std::move(reference->content)))
                changes.references.push_back(reference->kind);
            take(std::move(reference->inForce), changes);
        } else if (auto* rules = std::get_if<domain::InForce>(&*letter)) {
            take(std::move(*rules), changes);
        } else if (auto* index = std::get_if<std::shared_ptr<const geo::GridIndex>>(&*letter)) {
            grids = std::move(*index);
        } else if (auto* error = std::get_if<Error>(&*letter)) {
            changes.errors.push_back(std::move(*error));
        }
    }
    if (!mailbox.isEmpty())
        schedule();
    tell(changes);
}

void Session::Private::changed(std::vector<std::uint32_t> rows)
{
    if (rows.empty())
        return;
    std::ranges::sort(rows);
    const auto twice = std::ranges::unique(rows);
    rows.erase(twice.begin(), twice.end());
    Q_EMIT q.casesChanged(rows);
}

void Session::Private::tellDuties()
{
    for (const domain::Subject subject : desk.takeChangedDuties())
        changedDuties.push_back(subject);
    std::vector<domain::Subject> subjects = std::exchange(changedDuties, {});
    if (subjects.empty())
        return;
    std::ranges::sort(subjects);
    const auto twice = std::ranges::unique(subjects);
    subjects.erase(twice.begin(), twice.end());
    Q_EMIT q.dutiesChanged(subjects);
    if (subjects.back().kind == domain::SubjectKind::Reference)
        wantReferences();
}

void Session::Private::wantReferences()
{
    for (const auto& [kind, publication] : duties.wanted())
        onWorker([kind, publication](SessionWorker& w) { w.requestReference(kind, publication); });
}

void Session::Private::tell(Changes& changes)
{
    if (changes.inForce)
        Q_EMIT q.inForceChanged();
    if (changes.isReset) {
        Q_EMIT q.casesReset();
        changedDuties.clear();
        Q_EMIT q.dutiesReset();
        wantReferences();
    } else {
        if (changes.firstNew) {
            std::erase_if(changes.rows, [first = *changes.firstNew](std::uint32_t row) { return row >= first; });
            Q_EMIT q.casesAppended(static_cast<int>(*changes.firstNew), static_cast<int>(cases.size()) - 1);
        }
        changed(std::move(changes.rows));
    }
    tellDuties();
    for (const domain::ReferenceKind kind : changes.references)
        Q_EMIT q.referencePublished(kind);
    if (changes.people)
        Q_EMIT q.peopleMoved();
    if (changes.link)
        Q_EMIT q.linkChanged();
    if (changes.outbox)
        Q_EMIT q.outboxChanged();
    for (const Changes::Ended& ended : changes.ended) {
        if (ended.state == CommandState::Confirmed)
            Q_EMIT q.commandConfirmed(ended.id, ended.caseId);
        else
            Q_EMIT q.commandRefused(ended.id, ended.caseId);
    }
    for (const TimelineArrived& timeline : changes.timelines)
        Q_EMIT q.timelineReady(timeline.id, timeline.events, timeline.source);
    for (const Error& error : changes.errors)
        Q_EMIT q.failed(error);
}

void Session::Private::forgetWhoWentHome()
{
    const std::size_t before = people.known();
    const TimePoint now = q.serverNow();
    for (const domain::Person& person : city->people)
        if (people.fix(person.id) && !domain::isOnDuty(person.shift, now, city->utcOffset))
            people.forget(person.id);
    if (people.known() != before)
        Q_EMIT q.peopleMoved();
}

Session::Session(SessionConfig config, std::shared_ptr<const domain::City> city, const Clock& clock, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, std::move(config), std::move(city), clock))
{
    d->thread.setObjectName(QStringLiteral("session"));
    d->drainTimer.setSingleShot(true);
    d->drainTimer.setTimerType(Qt::PreciseTimer);
    connect(&d->drainTimer, &QTimer::timeout, this, [this] { d->drain(); });
    connect(&d->sweepTimer, &QTimer::timeout, this, [this] { d->forgetWhoWentHome(); });
}

Session::~Session()
{
    if (!d->worker)
        return;
    d->worker->requestStop();
    d->onWorker([](SessionWorker& worker) { worker.stop(); });
    d->thread.wait();
}

void Session::onLetters() { d->schedule(); }

void Session::start()
{
    if (d->worker)
        return;
    d->worker = new SessionWorker(d->config, d->city, d->clock, d->mailbox, d->claims, d->tasks);
    d->worker->moveToThread(&d->thread);
    connect(&d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    d->thread.start();
    d->onWorker([](SessionWorker& worker) { worker.start(); });
    d->sweepTimer.start(sweep);
}

const domain::City& Session::city() const { return *d->city; }
const domain::Actor& Session::seat() const { return d->actor; }
const Clock& Session::clock() const { return d->clock; }
const CaseStore& Session::cases() const { return d->cases; }
const PeopleStore& Session::people() const { return d->people; }
const DutyStore& Session::duties() const { return d->duties.store; }
const LinkStatus& Session::link() const { return d->link; }
TimePoint Session::serverNow() const { return d->clock.now() + d->offset; }
const std::vector<DeskCommand>& Session::outbox() const { return d->desk.list(); }
std::optional<CommandState> Session::stateOf(CaseId id) const { return d->desk.stateOf(id); }
bool Session::isLoaded() const { return d->isLoaded; }

tl::expected<domain::CaseEvent, domain::Rejection> Session::check(CaseId id, const domain::CaseCommand& command) const
{
    static const domain::Case none;
    const domain::Case* state = d->cases.find(id);
    return d->decide(state ? *state : none, command);
}

tl::expected<Uuid, domain::Rejection> Session::submit(CaseId id, const domain::CaseCommand& command)
{
    auto event = check(id, command);
    if (!event)
        return tl::unexpected(std::move(event.error()));
    const domain::Case* shown = d->cases.find(id);
    const DeskCommand asked{Uuid::random(), id, command, shown ? shown->version : 0, serverNow(),
                            CommandState::Waiting, std::nullopt, 0};
    std::vector<std::uint32_t> rows;
    d->desk.add(asked, std::move(*event), rows);
    d->onWorker([asked](SessionWorker& worker) { worker.submit(asked); });
    d->changed(std::move(rows));
    Q_EMIT outboxChanged();
    return asked.id;
}

tl::expected<domain::DutyEvent, domain::Rejection> Session::check(domain::Subject subject, const domain::DutyCommand& command) const
{
    return d->duties.check(subject, command);
}

tl::expected<Uuid, domain::Rejection> Session::submit(domain::Subject subject, const domain::DutyCommand& command)
{
    auto event = check(subject, command);
    if (!event)
        return tl::unexpected(std::move(event.error()));
    DeskCommand asked{Uuid::random(), {}, {}, d->duties.versionOf(subject), serverNow(), CommandState::Waiting, std::nullopt, 0,
                      DutyAsk{subject, command}};
    d->desk.add(asked, std::move(*event));
    const Uuid id = asked.id;
    d->onWorker([asked = std::move(asked)](SessionWorker& worker) { worker.submit(asked); });
    d->tellDuties();
    Q_EMIT outboxChanged();
    return id;
}

const PublishedContent* Session::published(domain::ReferenceKind kind) const { return d->duties.published(kind); }
const domain::InForce& Session::inForce() const { return d->inForce; }

bool Session::withdraw(const Uuid& id)
{
    const DeskCommand* command = d->desk.find(id);
    if (!command || command->state != CommandState::Waiting || !d->claims.withdraw(id))
        return false;
    std::vector<std::uint32_t> rows;
    d->desk.remove(id, rows);
    d->onWorker([id](SessionWorker& worker) { worker.withdraw(id); });
    d->changed(std::move(rows));
    d->tellDuties();
    Q_EMIT outboxChanged();
    return true;
}

void Session::dismiss(const Uuid& id)
{
    const DeskCommand* command = d->desk.find(id);
    if (!command || command->state != CommandState::Refused)
        return;
    std::vector<std::uint32_t> rows;
    d->desk.remove(id, rows);
    d->onWorker([id](SessionWorker& worker) { worker.dismiss(id); });
    d->changed(std::move(rows));
    Q_EMIT outboxChanged();
}

void Session::requestTimeline(CaseId id)
{
    d->onWorker([id](SessionWorker& worker) { worker.requestTimeline(id); });
}

void Session::reconnectNow()
{
    d->onWorker([](SessionWorker& worker) { worker.reconnectNow(); });
}

} // namespace zs::session
