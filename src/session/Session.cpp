#include "session/SessionPrivate.h"

namespace zs::session {

using namespace std::chrono_literals;

namespace {

constexpr auto clockSlice = 6ms; ///< of counting all clocks anew, in one turn of the event loop
constexpr auto sweep = 20s;      ///< how long a position may outlive its shift while the gateway is away

} // namespace

void Session::Private::countClocks()
{
    if (!cases.countClocks(clockSlice))
        return;
    clockTimer.stop();
    Q_EMIT q.calendarChanged();
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
    connect(&d->clockTimer, &QTimer::timeout, this, [this] { d->countClocks(); });
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
    d->worker = new SessionWorker(d->config, d->city, d->cases.calendar(), d->clock, d->mailbox, d->claims, d->tasks);
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

void Session::setCalendar(std::shared_ptr<const domain::WorkCalendar> calendar)
{
    d->onWorker([calendar](SessionWorker& worker) { worker.useCalendar(calendar); });
    d->cases.useCalendar(std::move(calendar));
    if (d->cases.isCountingClocks())
        d->clockTimer.start();
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
