#include "sim/field/Rounds.h"

#include <algorithm>

namespace zs::sim {

using namespace domain;
using namespace std::chrono_literals;

namespace {
constexpr double neverShare = 0.02, lateShare = 0.04, findingShare = 0.08;
constexpr double reportingSeconds = 2400; ///< over which a city's reports come in, at pace 1
} // namespace

Rounds::Rounds(std::shared_ptr<const City> city, std::uint64_t seed, double pace)
    : m_city(std::move(city)), m_random(seed ^ 0x524f554e4453ULL), m_pace(std::max(0.01, pace)) {}

void Rounds::adopt(const DutyState& state) { m_states.insert_or_assign(subjectOf(state), state); }

void Rounds::happened(const RecordedDutyEvent& event) {
    DutyState& state = m_states.try_emplace(event.subject, blankDuty(event.subject)).first->second;
    if (event.version == versionOf(state) + 1)
        (void)evolve(state, event); // what doesn't fold is a newer gateway's
}

void Rounds::sawCase(CaseId id) {
    if (m_cases.size() < 200)
        m_cases.push_back(id);
}

const DutyState* Rounds::find(Subject subject) const {
    const auto it = m_states.find(subject);
    return it == m_states.end() ? nullptr : &it->second;
}

template <class State>
const State* Rounds::newest() const {
    const auto it = m_states.upper_bound({State::kind, ~std::uint64_t{0}});
    if (it == m_states.begin() || std::prev(it)->first.kind != State::kind)
        return nullptr;
    return std::get_if<State>(&std::prev(it)->second);
}

void Rounds::later(TimePoint at, Role as, Subject subject, DutyCommand command) {
    m_steps.emplace(at, DueDuty{as, subject, std::move(command), 0});
}

/// What the centre sets up at the day's first look, unless it is there.
void Rounds::begin(TimePoint now) {
    const DayNumber today = dayNumber(now, m_city->utcOffset);
    const auto minute = static_cast<int>((now - startOf(today, m_city->utcOffset)) / 1min);
    const auto* period = newest<SensitivePeriod>();
    if (!period || period->stage == PeriodStage::Closed || !period->coversDay(today))
        later(now, Role::Supervisor, {SubjectKind::SensitivePeriod, 0},
              OpenPeriod{{"安全生产月排查", "全市统一部署", today, today + 6,
                          static_cast<std::uint16_t>(std::clamp(minute + static_cast<int>(25 / m_pace) + 5, 60, 24 * 60)), {}}});
    const auto* night = newest<NightVisit>();
    if ((!night || night->day < today) && !m_city->people.empty()) {
        const Grid& grid = m_random.pick(m_city->grids);
        std::vector<PersonId> team;
        for (const Person& person : m_city->people)
            if (const Grid* home = m_city->grid(person.homeGrid); home && home->town == grid.town && team.size() < 3)
                team.push_back(person.id);
        if (team.empty())
            team.push_back(m_city->people.front().id);
        later(now + soon(20), Role::DutyOfficer, {SubjectKind::NightVisit, 0},
              PlanNight{{grid.town, today, "老城片区", "出租屋用电与夜间噪声", team, {m_city->agencies.front().id}, 30}});
    }
    const auto* campaign = newest<Campaign>();
    std::vector<MatterId> matters;
    for (const Matter& matter : m_city->matters)
        if (matter.kind == CaseKind::Hazard && matters.size() < 3)
            matters.push_back(matter.id);
    if ((!campaign || campaign->stage == CampaignStage::Closed) && !matters.empty())
        later(now + soon(30), Role::Supervisor, {SubjectKind::Campaign, 0},
              LaunchCampaign{{"电动自行车消防专项", "楼道清零、飞线清零", matters, {}, today, today + 30}});
}

void Rounds::planReports(const SensitivePeriod& period, TimePoint now) {
    const DayNumber today = dayNumber(now, m_city->utcOffset);
    if (m_reporting == today || period.stage == PeriodStage::Closed || !period.coversDay(today))
        return;
    m_reporting = today;
    const TimePoint due = period.dueAt(today, m_city->utcOffset);
    for (const Grid& grid : m_city->grids) {
        const Subject sheet{SubjectKind::ZeroReport, sheetNumber({period.number, today - period.first, grid.town})};
        const DutyState* state = find(sheet);
        const auto* reported = state ? std::get_if<DaySheet>(state) : nullptr;
        const double luck = m_random.unit();
        if (!period.coversTown(grid.town) || luck < neverShare || (reported && reported->find(grid.id)))
            continue;
        const TimePoint at = luck < neverShare + lateShare ? due + soon(m_random.between(60, 1800))
                                                           : now + soon(m_random.between(5, reportingSeconds / 2));
        const bool found = m_random.chance(findingShare);
        later(at, Role::FieldApp, sheet,
              ReportDay{grid.id, static_cast<std::uint16_t>(found ? 1 + m_random.below(3) : 0), found ? "已当场劝导，另行上报" : "", {}});
    }
}

void Rounds::playNight(const NightVisit& visit, TimePoint now) {
    const Subject subject{SubjectKind::NightVisit, visit.number};
    const DayNumber today = dayNumber(now, m_city->utcOffset);
    if (visit.stage == NightStage::Planned && visit.day <= today && m_played[subject] != visit.version) {
        m_played[subject] = visit.version;
        later(now + soon(20), Role::FieldApp, subject, BeginNight{});
    }
    if (visit.stage != NightStage::Running || now < m_nextCheckIn)
        return;
    m_nextCheckIn = now + soon(m_random.between(60, 180));
    // The last of the team forgets now and then.
    const TeamMember& member = visit.team[m_random.below(visit.team.size())];
    later(now, Role::FieldApp, subject, CheckIn{{member.person}});
    std::vector<GridId> grids;
    for (const Grid& grid : m_city->grids)
        if (grid.town == visit.town)
            grids.push_back(grid.id);
    if (visit.places.size() < 12) {
        const auto category = static_cast<PlaceCategory>(m_random.below(enumNames(PlaceCategory{}).size()));
        const bool found = m_random.chance(0.3);
        later(now + soon(10), Role::FieldApp, subject,
              RecordPlace{{category, m_random.pick(grids), static_cast<std::uint16_t>(found ? 1 : 0), found ? "当场整改" : "", {}}});
        return;
    }
    if (m_played[subject] == visit.version)
        return;
    m_played[subject] = visit.version;
    later(now + soon(30), Role::DutyOfficer, subject,
          CloseNight{{"走访" + std::to_string(visit.places.size()) + "处，发现问题" + std::to_string(visit.findings()) + "项",
                      {{"复查飞线充电", m_city->agencies.front().id, today + 2}}}});
}

void Rounds::playConsultation(const Consultation& meeting, TimePoint now) {
    const Subject subject{SubjectKind::Consultation, meeting.number};
    if (m_played[subject] == meeting.version)
        return;
    m_played[subject] = meeting.version;
    const DayNumber today = dayNumber(now, m_city->utcOffset);
    if (meeting.stage == ConsultationStage::Called)
        later(now + soon(60), Role::DutyOfficer, subject, HoldConsultation{{meeting.invited}});
    else if (meeting.stage == ConsultationStage::Held && meeting.tasks.size() < meeting.agenda.size())
        later(now + soon(20), Role::DutyOfficer, subject,
              DecideTask{{meeting.agenda[meeting.tasks.size()], meeting.invited[meeting.tasks.size() % meeting.invited.size()],
                          "三日内约谈双方并报告", today + static_cast<DayNumber>(meeting.tasks.size())}});
    else if (meeting.stage == ConsultationStage::Held && meeting.tasksIn(TaskState::Done, today) == 0)
        later(now + soon(120), Role::DutyOfficer, subject, FinishTask{{0, "已约谈，达成分期支付"}});
}

void Rounds::playCampaign(const Campaign& campaign, TimePoint now) {
    if (campaign.stage == CampaignStage::Closed || now < m_nextCheck)
        return;
    m_nextCheck = now + soon(m_random.between(5, 25));
    const Grid& grid = m_random.pick(m_city->grids);
    if (campaign.coversTown(grid.town))
        later(now, Role::FieldApp, {SubjectKind::CampaignSheet, campaignSheetNumber(campaign.number, grid.town)},
              CheckGrid{{grid.id, static_cast<std::uint16_t>(m_random.chance(0.4) ? 1 + m_random.below(3) : 0), "", {}}});
}

std::vector<DueDuty> Rounds::due(TimePoint now) {
    const DayNumber today = dayNumber(now, m_city->utcOffset);
    if (m_begun != today) {
        m_begun = today;
        begin(now);
    }
    if (const auto* period = newest<SensitivePeriod>())
        planReports(*period, now);
    if (const auto* night = newest<NightVisit>())
        playNight(*night, now);
    if (const auto* campaign = newest<Campaign>())
        playCampaign(*campaign, now);
    const auto* meeting = newest<Consultation>();
    if (meeting)
        playConsultation(*meeting, now);
    if (m_cases.size() >= 12 && (!meeting || dayNumber(meeting->calledAt, m_city->utcOffset) < today)) {
        const std::vector<CaseId> agenda{m_cases[2], m_cases[5], m_cases[9]};
        std::vector<AgencyId> invited;
        for (std::size_t i = 0; i < std::min<std::size_t>(3, m_city->agencies.size()); ++i)
            invited.push_back(m_city->agencies[i].id);
        m_cases.clear(); // asked once; the next only for another day
        later(now, Role::DutyOfficer, {SubjectKind::Consultation, 0},
              CallConsultation{{"疑难纠纷会商", "二楼会商室", {}, now + 10min, agenda, invited}});
    }
    std::vector<DueDuty> due;
    while (!m_steps.empty() && m_steps.begin()->first <= now) {
        DueDuty& next = due.emplace_back(std::move(m_steps.begin()->second));
        if (const DutyState* state = find(next.subject))
            next.base = versionOf(*state);
        m_steps.erase(m_steps.begin());
    }
    return due;
}

} // namespace zs::sim
