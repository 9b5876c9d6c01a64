#include "ui/map/panel/MapModel.h"

#include "geo/Mercator.h"
#include "ui/cases/CaseWords.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace zs::map {

namespace {

constexpr int kPeopleMs = 200;
constexpr int kCasesMs = 100; // all marks anew: at 100,000 cases some ms, so not with every event
constexpr int kClockMs = 5000;
constexpr double kSamePlace = 2e5; ///< cells a degree: about half a metre

kit::Freshness freshnessOf(Millis age)
{
    using namespace std::chrono_literals;
    if (age <= 60s) return kit::Freshness::Fresh;
    if (age <= 5min) return kit::Freshness::Minutes5;
    return age <= 15min ? kit::Freshness::Minutes15 : kit::Freshness::Stale;
}

kit::Fill fillOf(session::Activity activity)
{
    switch (activity) {
    case session::Activity::Idle: break;
    case session::Activity::EnRoute: return kit::Fill::Half;
    case session::Activity::OnScene: return kit::Fill::Full;
    }
    return kit::Fill::None;
}

std::uint64_t cellOf(GeoPoint place)
{
    const auto cell = [](double v) { return static_cast<std::uint32_t>(static_cast<std::int64_t>(v * kSamePlace)); };
    return static_cast<std::uint64_t>(cell(place.lat)) << 32 | cell(place.lon);
}

} // namespace

std::vector<Mark> peopleMarks(const domain::City& city, const session::CaseStore& store,
                              const session::PeopleStore& people, TimePoint now)
{
    std::vector<Mark> marks;
    marks.reserve(people.known());
    const auto fixes = people.fixes();
    const std::size_t count = std::min(fixes.size(), city.people.size());
    for (std::size_t i = 0; i < count; ++i) {
        const session::Fix& fix = fixes[i];
        const domain::Person& person = city.people[i];
        // A place is shown on duty only, whatever is still in the store (PRIVACY.md).
        if (!fix.isKnown() || !domain::isOnDuty(person.shift, now, city.utcOffset))
            continue;
        kit::Symbol s;
        s.shape = person.role == domain::PersonRole::VolunteerTeam ? kit::Shape::Team : kit::Shape::Person;
        s.fill = fillOf(store.activityOf(person.id));
        s.freshness = freshnessOf(now - fix.at);
        s.backdrop = kit::Backdrop::Map;
        const auto w = geo::toWorld(fix.place());
        marks.push_back({w.x, w.y, person.id.value, kit::symbolCode(s)});
    }
    return marks;
}

CaseMarks caseMarks(const session::CaseStore& store, const domain::WorkCalendar& calendar, TimePoint now, CaseId shown)
{
    CaseMarks out;
    struct Stack { std::size_t mark; kit::Symbol symbol; int count; };
    std::unordered_map<std::uint64_t, Stack> stacks;
    stacks.reserve(store.size());
    const auto need = [&](const kit::Symbol& s, std::uint64_t id) {
        return std::tuple(id == shown.value, s.attention, s.ring);
    };
    for (std::size_t i = 0; i < store.size(); ++i) {
        const domain::Case& state = store.row(i);
        if (!state.isOpen()) {
            ++out.closed;
            continue;
        }
        ++out.open;
        kit::Symbol s = cases::CaseWords::symbol(state, cases::CaseWords::nextLimit(state, calendar, now).attention,
                                                store.isPending(state.id) ? kit::Pending::Yes : kit::Pending::No);
        s.backdrop = kit::Backdrop::Map;
        const auto [at, isNew] = stacks.try_emplace(cellOf(state.place), Stack{out.marks.size(), s, 1});
        if (isNew) {
            const auto w = geo::toWorld(state.place);
            out.marks.push_back({w.x, w.y, state.id.value, kit::symbolCode(s)});
            continue;
        }
        Stack& stack = at->second;
        Mark& mark = out.marks[stack.mark];
        ++stack.count;
        if (need(s, state.id.value) > need(stack.symbol, mark.id)) {
            stack.symbol = s;
            mark.id = state.id.value;
        }
        stack.symbol.badge = stack.count;
        mark.symbol = kit::symbolCode(stack.symbol);
    }
    return out;
}

MapModel::MapModel(const cases::Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    m_peopleTimer.setSingleShot(true);
    m_peopleTimer.setInterval(kPeopleMs);
    m_caseTimer.setSingleShot(true);
    m_caseTimer.setInterval(kCasesMs);
    m_clock.setInterval(kClockMs);
    connect(&m_peopleTimer, &QTimer::timeout, this, &MapModel::sendPeople);
    connect(&m_caseTimer, &QTimer::timeout, this, &MapModel::sendCases);
    const auto people = [this] { if (!m_peopleTimer.isActive()) m_peopleTimer.start(); };
    const auto events = [this] { if (!m_caseTimer.isActive()) m_caseTimer.start(); };
    connect(&m_clock, &QTimer::timeout, this, [=] { people(); events(); });
    connect(&desk, &cases::Desk::peopleMoved, this, people);
    // A case that changes hands changes what its person does.
    connect(&desk, &cases::Desk::casesReset, this, [=] { people(); events(); });
    connect(&desk, &cases::Desk::casesChanged, this, [=] { people(); events(); });
    connect(&desk, &cases::Desk::casesAppended, this, events);
    connect(&desk, &cases::Desk::outboxChanged, this, events);
    m_clock.start();
}

void MapModel::setSelectedCase(CaseId id)
{
    if (id == m_selected)
        return;
    m_selected = id;
    sendCases();
}

void MapModel::resend()
{
    sendPeople();
    sendCases();
}

void MapModel::sendPeople()
{
    auto marks = peopleMarks(m_desk.city(), m_desk.cases(), m_desk.people(), m_desk.serverNow());
    m_people = marks.size();
    Q_EMIT peopleReady(std::move(marks));
}

void MapModel::sendCases()
{
    auto made = caseMarks(m_desk.cases(), m_desk.calendar(), m_desk.serverNow(), m_selected);
    m_open = made.open;
    m_closed = made.closed;
    Q_EMIT casesReady(std::move(made.marks));
}

} // namespace zs::map
