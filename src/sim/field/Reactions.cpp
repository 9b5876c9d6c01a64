#include "sim/field/Reactions.h"

#include "geo/Distance.h"
#include "sim/field/SideWays.h"

#include <algorithm>
#include <string_view>

namespace zs::sim {

namespace {

using namespace domain;

constexpr std::string_view kSettled[] = {"双方达成一致，当场签署调解协议。",
                                         "经调解，双方互相谅解，约定不再追究。",
                                         "已说明法律规定，双方同意分期履行。"};
constexpr std::string_view kResolved[] = {"现场已处置，隐患消除，已拍照留存。",
                                          "已通知责任方整改完毕，复查合格。",
                                          "已处理并告知反映人，反映人表示认可。"};
constexpr std::string_view kNotFound[] = {"到场核查，未发现反映的情况，已留意巡查。"};
constexpr std::string_view kReferred[] = {"超出本格处置能力，已移交责任单位跟进。"};

template <std::size_t N>
std::string any(const std::string_view (&list)[N], Random& random) {
    return std::string(list[random.below(N)]);
}

bool failedMediation(const Case& state) {
    return !state.mediations.empty() &&
           std::ranges::none_of(state.mediations, [](const Mediation& m) { return m.result == MediationResult::Settled; });
}

Finish reportOf(const Case& state, Random& random) {
    Finish f;
    f.person = state.handler;
    const double dice = random.unit();
    if (dice < 0.06) {
        f.outcome = Outcome::Referred;
        f.summary = any(kReferred, random);
    } else if (state.kind == CaseKind::Hazard && dice < 0.14) {
        f.outcome = Outcome::NotFound;
        f.summary = any(kNotFound, random);
    } else if (state.kind == CaseKind::Dispute && !failedMediation(state)) {
        f.outcome = Outcome::Settled;
        f.summary = any(kSettled, random);
    } else {
        f.outcome = Outcome::Resolved;
        f.summary = any(kResolved, random);
    }
    return f;
}

} // namespace

Reactions::Reactions(std::shared_ptr<const City> city, Crowd& crowd, std::uint64_t seed, Habits habits)
    : m_city(std::move(city)), m_crowd(crowd), m_random(seed), m_habits(habits) {}

const Case* Reactions::find(CaseId id) const {
    const auto it = m_cases.find(id);
    return it == m_cases.end() ? nullptr : &it->second;
}

TimePoint Reactions::later(TimePoint now, double minSeconds, double maxSeconds) {
    return now +
           Millis(static_cast<std::int64_t>(m_random.between(minSeconds, maxSeconds) * 1000 / m_habits.pace));
}

void Reactions::settle(PersonId before, PersonId after) {
    if (before == after)
        return;
    if (before)
        --m_load[before];
    if (after)
        ++m_load[after];
}

void Reactions::adopt(const Case& state, TimePoint now) {
    if (!state.isOpen())
        return;
    m_cases[state.id] = state;
    settle({}, state.handler);
    // Agencies take up only what comes in while they look; the person under way goes on in any case.
    if (state.handler || state.phase == Phase::Routed)
        follow(state, now);
}

void Reactions::happened(const RecordedEvent& event, TimePoint now) {
    Case& state = m_cases[event.caseId];
    if (event.version <= state.version)
        return;
    const PersonId before = state.isOpen() ? state.handler : PersonId{};
    const Phase phaseBefore = state.phase;
    domain::evolve(state, event);
    settle(before, state.isOpen() ? state.handler : PersonId{});
    if (before && (state.handler != before || !state.isOpen()))
        leave(before, event.caseId);
    if (std::holds_alternative<Noted>(event.event)) // a remark changes nothing that follows
        return;
    const bool strays = stray(state, event.event, now);
    // Sent to somebody else, or registered anew: the phase is the same, what follows isn't.
    const bool moved = state.phase != phaseBefore || std::holds_alternative<Dispatched>(event.event) ||
                       std::holds_alternative<Classified>(event.event);
    if (moved)
        follow(state, now);
    if (!state.isOpen() && !strays)
        m_cases.erase(event.caseId);
}

bool Reactions::stray(const Case& state, const CaseEvent& event, TimePoint now) {
    // Nothing goes on with a call that the police handed over before it is ruled on: that is its straight way.
    const bool awaitsRuling = state.phase == Phase::Received && state.channel == Channel::PoliceHandover;
    if (!awaitsRuling && (m_habits.sideWays <= 0 || !m_random.chance(m_habits.sideWays)))
        return false;
    auto steps = sideWays(state, event, now, m_cases, *m_city, m_random);
    for (SideStep& step : steps)
        plan(later(now, step.min, step.max), {step.as, state.id, std::move(step.command), 0, state.phase});
    return !steps.empty();
}

void Reactions::classifyLater(CaseId id, MatterId matter, Next next, TimePoint now) {
    m_next[id] = next;
    plan(later(now, 2, 12), {Role::Intake, id, Classify{matter, {}}, 0});
}

void Reactions::startNext(PersonId person) {
    Work& work = m_work[person];
    while (!work.current && !work.waiting.empty()) {
        const CaseId id = work.waiting.front();
        work.waiting.pop_front();
        const Case* state = find(id);
        if (!state || state->phase != Phase::Acknowledged || state->handler != person)
            continue;
        work.current = id;
        m_crowd.send(person, state->place);
    }
}

void Reactions::leave(PersonId person, CaseId id) {
    Work& work = m_work[person];
    if (work.current != id)
        return; // one that waited is skipped when its turn comes
    work.current = {};
    m_crowd.release(person);
    startNext(person);
}

void Reactions::routeLater(const Case& state, TimePoint now) {
    Next next;
    if (const auto it = m_next.find(state.id); it != m_next.end()) {
        next = it->second;
        m_next.erase(it);
    }
    const Matter* matter = m_city->matter(state.matter);
    if (!matter || next.onward == Onward::Leave ||
        (next.onward == Onward::Habit && !m_random.chance(m_habits.routed)))
        return;
    const AgencyId lead = next.lead ? next.lead : matter->lead;
    std::vector<AgencyId> assisting = matter->assisting;
    std::erase(assisting, lead);
    plan(later(now, 8, 60), {Role::Intake, state.id, Route{lead, std::move(assisting), {}}, 0});
}

void Reactions::follow(const Case& state, TimePoint now) {
    switch (state.phase) {
    case Phase::Classified:
        routeLater(state, now);
        break;
    case Phase::Routed:
        plan(later(now, 10, 75), {Role::Agency, state.id, Accept{}, 0});
        break;
    case Phase::Accepted:
        if (m_random.chance(m_habits.dispatched)) // who goes is chosen when the time has come
            plan(later(now, 20, 120), {Role::Agency, state.id, Dispatch{}, 0});
        break;
    case Phase::Dispatched:
        plan(later(now, 4, 20), {Role::FieldApp, state.id, Acknowledge{state.handler}, 0});
        break;
    case Phase::Acknowledged:
        m_work[state.handler].waiting.push_back(state.id);
        startNext(state.handler);
        break;
    case Phase::OnScene:
        m_work[state.handler].current = state.id;
        plan(later(now, 45, 240), {Role::FieldApp, state.id, reportOf(state, m_random), 0});
        break;
    case Phase::None:
    case Phase::Received:
    case Phase::Finished:
    case Phase::Rated:
    case Phase::FollowedUp:
    case Phase::Archived:
    case Phase::Declined:
    case Phase::Merged:
        break;
    }
}

bool Reactions::stillFits(const Case& state, const Plan& plan) const {
    if (plan.phase) // the rest is the gateway's to judge
        return *plan.phase == state.phase;
    return std::visit(
        [&](const auto& c) {
            using C = std::decay_t<decltype(c)>;
            if constexpr (std::is_same_v<C, Classify>)
                return state.phase == Phase::Received;
            else if constexpr (std::is_same_v<C, Route>)
                return state.phase == Phase::Classified;
            else if constexpr (std::is_same_v<C, Accept>)
                return state.phase == Phase::Routed;
            else if constexpr (std::is_same_v<C, Dispatch>)
                return state.phase == Phase::Accepted;
            else if constexpr (std::is_same_v<C, Acknowledge>)
                return state.phase == Phase::Dispatched && state.handler == c.person;
            else if constexpr (std::is_same_v<C, Arrive>)
                return state.phase == Phase::Acknowledged && state.handler == c.person;
            else if constexpr (std::is_same_v<C, Finish>)
                return state.phase == Phase::OnScene && state.handler == c.person;
            else
                return false;
        },
        plan.command);
}

std::optional<PersonId> Reactions::someoneFor(const Case& state) const {
    std::optional<PersonId> best;
    double least = 1e18;
    for (const Person& p : m_city->people) {
        const bool fits = p.agency == state.lead || p.role == PersonRole::GridOfficer;
        const auto place = fits ? m_crowd.place(p.id) : std::nullopt;
        const auto load = m_load.find(p.id);
        if (!place || (load != m_load.end() && load->second >= std::min(p.capacity, 2)))
            continue;
        // The agency's own people are preferred, even from further away.
        const double d = geo::distanceMetres(*place, state.place) * (p.agency == state.lead ? 1 : 2.5);
        if (d < least) {
            least = d;
            best = p.id;
        }
    }
    return best;
}

std::vector<DueCommand> Reactions::due(TimePoint now) {
    for (const PersonId person : m_crowd.arrivals()) {
        const auto it = m_work.find(person);
        if (it != m_work.end() && it->second.current)
            plan(now, {Role::FieldApp, it->second.current, Arrive{person}, 0});
    }
    std::vector<DueCommand> out;
    while (!m_plans.empty() && m_plans.begin()->first <= now) {
        Plan p = std::move(m_plans.begin()->second);
        m_plans.erase(m_plans.begin());
        const Case* state = find(p.caseId);
        if (!state) {
            if (std::holds_alternative<Classify>(p.command) &&
                ++p.waits < 60) // its "received" is still on the way to us
                plan(now + Millis(500), std::move(p));
            continue;
        }
        if (!stillFits(*state, p))
            continue;
        if (std::holds_alternative<Classify>(p.command) && state->channel == Channel::PoliceHandover &&
            state->police == PoliceRuling::None) { // the duty officer looks at it first
            plan(later(now, 10, 20), std::move(p));
            continue;
        }
        if (auto* dispatch = std::get_if<Dispatch>(&p.command)) {
            const auto person = someoneFor(*state);
            if (!person) {
                plan(later(now, 30, 60), std::move(p));
                continue;
            }
            dispatch->person = *person;
        }
        out.push_back({p.as, p.caseId, state->version, std::move(p.command)});
    }
    return out;
}

void Reactions::refused(const DueCommand& command) {
    if (const auto* arrive = std::get_if<Arrive>(&command.command))
        leave(arrive->person, command.caseId);
}

} // namespace zs::sim
