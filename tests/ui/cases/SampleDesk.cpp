#include "tests/ui/cases/SampleDesk.h"

#include "protocol/vocab/Calendar.h"
#include <algorithm>
#include <random>

namespace zs::testkit {

using namespace domain;
using namespace std::chrono_literals;
using session::CommandState;
using session::DeskCommand;
using session::LinkState;

SampleDesk::SampleDesk(QObject* parent)
    : Desk(parent), m_city(sampleCity()), m_cases(protocol::shippedCalendar().value()), m_people(m_city->people.size()),
      m_duties(m_cases, *m_city, actor, [this] { return clock.now(); })
{
    std::vector<const GeoShape*> shapes;
    for (const Grid& grid : m_city->grids) shapes.push_back(&grid.shape);
    m_grids = geo::GridIndex(shapes);
    (void)m_cases.reset(session::CaseStore::prepare({}, m_cases.calendar()));
    m_link.state = LinkState::Online;
    m_link.dataAt = clock.now();
    m_link.latency = 12ms;
}

GridId SampleDesk::gridAt(GeoPoint place) const
{
    const auto i = m_grids.find(place);
    return i ? m_city->grids[*i].id : GridId();
}

tl::expected<CaseEvent, Rejection> SampleDesk::check(CaseId id, const CaseCommand& command) const
{
    const Case none;
    const Case* state = m_cases.find(id);
    return decide(state ? *state : none, command, Context{clock.now(), actor, *m_city, *this, inForce()});
}

tl::expected<Uuid, Rejection> SampleDesk::submit(Subject subject, const DutyCommand& command)
{
    auto event = check(subject, command);
    if (!event) return tl::unexpected(event.error());
    if (subject.number == 0)
        do ++subject.number;
        while (m_duties.store.find(subject));
    m_duties.store.apply({++m_seq, subject, m_duties.versionOf(subject) + 1, clock.now(), actor.name, std::move(*event)});
    submittedDuties.emplace_back(subject, command);
    Q_EMIT dutiesChanged({subject});
    return Uuid::random();
}

RecordedEvent SampleDesk::recorded(CaseId id, const CaseEvent& event, TimePoint at, const std::string& by)
{
    const Case* state = m_cases.confirmed(id);
    RecordedEvent e{++m_seq, id, state ? state->version + 1 : 1, at, by, event};
    m_events[id.value].push_back(e);
    return e;
}

CaseId SampleDesk::record(CaseId id, const CaseCommand& command, TimePoint at, const std::string& by, Role role)
{
    const Case none;
    const Case* state = m_cases.confirmed(id);
    const Actor other{by, role};
    const auto event = decide(state ? *state : none, command, Context{at, other, *m_city, *this, inForce()});
    if (!event) qFatal("record C-%llu: %s", static_cast<unsigned long long>(id.value), event.error().sentence.en.c_str());
    const CaseId used = id.isNone() ? CaseId(++m_lastCase) : id;
    m_lastCase = std::max(m_lastCase, used.value);
    m_cases.apply(recorded(used, *event, at, by));
    return used;
}

void SampleDesk::relay(CaseId id)
{
    if (const auto row = m_cases.rowOf(id)) Q_EMIT casesChanged({*row});
}

void SampleDesk::stream(CaseId id, const CaseEvent& event, const std::string& by)
{
    const auto applied = m_cases.apply(recorded(id, event, clock.now(), by));
    if (applied.isNew) Q_EMIT casesAppended(static_cast<int>(applied.row), static_cast<int>(applied.row));
    else Q_EMIT casesChanged({applied.row});
}

std::optional<CommandState> SampleDesk::stateOf(CaseId id) const
{
    std::optional<CommandState> state;
    for (const DeskCommand& c : m_outbox)
        if (c.caseId == id) state = c.state;
    return state;
}

tl::expected<Uuid, Rejection> SampleDesk::submit(CaseId id, const CaseCommand& command)
{
    const auto event = check(id, command);
    if (!event) return tl::unexpected(event.error());
    submitted.emplace_back(id, command);
    const Case* state = m_cases.confirmed(id);
    const bool online = m_link.state == LinkState::Online;
    m_outbox.push_back({Uuid::random(), id, command, state ? state->version : 0, clock.now(),
                        online ? CommandState::Sent : CommandState::Waiting, {}, {}});
    const Uuid key = m_outbox.back().id;
    m_cases.setPending(id, *event, clock.now(), actor.name);
    Q_EMIT outboxChanged();
    relay(id);
    return key;
}

DeskCommand* SampleDesk::command(const Uuid& id)
{
    const auto it = std::ranges::find(m_outbox, id, &DeskCommand::id);
    return it == m_outbox.end() ? nullptr : &*it;
}

bool SampleDesk::withdraw(const Uuid& id)
{
    DeskCommand* c = command(id);
    if (!c || c->state != CommandState::Waiting) return false;
    const CaseId caseId = c->caseId;
    std::erase_if(m_outbox, [&](const DeskCommand& o) { return o.id == id; });
    m_cases.clearPending(caseId);
    Q_EMIT outboxChanged();
    relay(caseId);
    return true;
}

void SampleDesk::dismiss(const Uuid& id)
{
    DeskCommand* c = command(id);
    if (!c || c->state != CommandState::Refused) return;
    const CaseId caseId = c->caseId;
    std::erase_if(m_outbox, [&](const DeskCommand& o) { return o.id == id; });
    Q_EMIT outboxChanged();
    relay(caseId);
}

void SampleDesk::requestTimeline(CaseId id)
{
    const auto source = m_link.state == LinkState::Online ? session::TimelineSource::Gateway : session::TimelineSource::Partial;
    QMetaObject::invokeMethod(
        this, [this, id, source] { Q_EMIT timelineReady(id, m_events[id.value], source); }, Qt::QueuedConnection);
}

void SampleDesk::fixAt(PersonId person, GeoPoint place, Millis age)
{
    protocol::PositionFrame frame;
    frame.time = clock.now();
    protocol::Position p = protocol::Position::at(person, place);
    p.ageSeconds = static_cast<std::uint16_t>(std::chrono::duration_cast<std::chrono::seconds>(age).count());
    frame.positions.push_back(p);
    m_people.apply(frame);
    Q_EMIT peopleMoved();
}

void SampleDesk::setLink(LinkState state)
{
    m_link.state = state;
    if (state == LinkState::Online) m_link.dataAt = clock.now();
    else m_link.offlineSince = m_link.dataAt;
    Q_EMIT linkChanged();
}

void SampleDesk::setLoaded(bool loaded)
{
    m_loaded = loaded;
    Q_EMIT linkChanged();
}

void SampleDesk::confirm(const Uuid& id)
{
    DeskCommand* c = command(id);
    if (!c) return;
    const DeskCommand done = *c;
    m_cases.clearPending(done.caseId);
    const CaseId caseId = record(done.caseId, done.command, clock.now(), actor.name, actor.role);
    std::erase_if(m_outbox, [&](const DeskCommand& o) { return o.id == id; });
    Q_EMIT commandConfirmed(id, caseId);
    Q_EMIT outboxChanged();
    if (done.caseId.isNone()) {
        const int row = static_cast<int>(*m_cases.rowOf(caseId));
        Q_EMIT casesAppended(row, row);
    } else {
        relay(caseId);
    }
}

void SampleDesk::refuse(const Uuid& id, const Rejection& why)
{
    DeskCommand* c = command(id);
    if (!c) return;
    c->state = CommandState::Refused;
    c->rejection = why;
    m_cases.clearPending(c->caseId);
    Q_EMIT commandRefused(id, c->caseId);
    Q_EMIT outboxChanged();
    relay(c->caseId);
}

void SampleDesk::loseAnswer(const Uuid& id)
{
    if (DeskCommand* c = command(id)) c->state = CommandState::Unknown;
    Q_EMIT outboxChanged();
}

void SampleDesk::setCalendar(std::shared_ptr<const domain::WorkCalendar> calendar)
{
    m_cases.useCalendar(std::move(calendar));
    while (m_cases.isCountingClocks()) m_cases.countClocks(1ms);
    Q_EMIT calendarChanged();
}

void SampleDesk::reset(std::vector<Case> all)
{
    for (const Case& c : all) m_lastCase = std::max(m_lastCase, c.id.value);
    (void)m_cases.reset(session::CaseStore::prepare(std::move(all), m_cases.calendar()));
    Q_EMIT casesReset();
}

AgencyId SampleDesk::agency(const std::string& code) const
{
    const Agency* a = m_city->agencyByCode(code);
    return a ? a->id : AgencyId();
}

PersonId SampleDesk::person(const std::string& nameZh) const
{
    const auto it = std::ranges::find(m_city->people, nameZh, [](const Person& p) { return p.name.zh; });
    return it == m_city->people.end() ? PersonId() : it->id;
}

PersonId SampleDesk::anyOnDuty() const
{
    for (const Person& p : m_city->people)
        if (isOnDuty(p.shift, clock.now(), m_city->utcOffset)) return p.id;
    return {};
}

std::vector<Case> manyCases(const City& city, std::size_t count, TimePoint now, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<Case> all;
    all.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Matter& matter = city.matters[random() % city.matters.size()];
        const Grid& grid = city.grids[random() % city.grids.size()];
        Case c;
        c.id = CaseId(i + 1);
        c.version = 1 + random() % 9;
        c.phase = static_cast<Phase>(1 + random() % 8);
        c.kind = matter.kind;
        c.priority = static_cast<Priority>(random() % 3);
        c.matter = matter.id;
        c.title = matter.name.zh;
        c.grid = grid.id;
        c.place = grid.label;
        c.firstReceiver = random() % 8 == 0 ? "zhou.j" : "other";
        c.limits = matter.limits;
        c.receivedAt = now - Millis(random() % (6 * 86400) * 1000);
        c.phaseAt = c.receivedAt;
        if (c.phase >= Phase::Routed) {
            c.lead = city.agencies[1 + random() % (city.agencies.size() - 1)].id;
            c.respondedAt = c.receivedAt + 5min;
        }
        if (c.phase >= Phase::Dispatched) c.handler = city.people[random() % 24].id;
        if (c.phase >= Phase::OnScene) c.arrivedAt = c.receivedAt + 20min;
        if (c.phase == Phase::Finished) c.finishedAt = c.receivedAt + 100min;
        all.push_back(std::move(c));
    }
    return all;
}

} // namespace zs::testkit
