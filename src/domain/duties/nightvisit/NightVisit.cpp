#include "domain/duties/nightvisit/NightCommands.h"

#include "domain/duties/DutyRules.h"

#include <algorithm>

namespace zs::domain {

namespace {

LocalText nameOf(NightStage stage)
{
    switch (stage) {
    case NightStage::Planned: return {"已计划", "planned"};
    case NightStage::Running: return {"进行中", "under way"};
    case NightStage::Closed: return {"已结束", "closed"};
    case NightStage::Cancelled: return {"已取消", "cancelled"};
    }
    return {};
}

Rejection wrongStage(NightStage stage, std::string_view zh, std::string_view en)
{
    const LocalText name = nameOf(stage);
    Rejection r{"night.stage", {"夜访", "The night visit is "}, {}};
    r.sentence.zh.append(name.zh).append("，不能").append(zh).append("。");
    r.sentence.en.append(name.en).append(" and can't be ").append(en).append(".");
    return r;
}

} // namespace

int NightVisit::findings() const
{
    int sum = 0;
    for (const PlaceVisit& place : places)
        sum += place.findings;
    return sum;
}

std::vector<PersonId> NightVisit::silentAt(TimePoint now) const
{
    std::vector<PersonId> silent;
    if (stage != NightStage::Running)
        return silent;
    for (const TeamMember& member : team)
        if (now > std::max(member.checkedInAt, beganAt) + std::chrono::minutes(checkInMinutes))
            silent.push_back(member.person);
    return silent;
}

tl::expected<NightPlanned, Rejection> decide(const NightVisit&, const PlanNight& command, const DutyContext& context)
{
    if (!context.city.town(command.town))
        return refuse("duty.town_unknown", "没有这个镇街。", "There is no such town.");
    if (auto bad = mustCoverTown(context, command.town))
        return Refused(*bad);
    if (command.day < dayNumber(context.now, context.city.utcOffset))
        return refuse("night.past", "夜访日期已经过去。", "That night is over.");
    if (auto bad = checkDutyText(command.area, 0, 100, "范围", "The area"))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.focus, 1, 200, "重点", "The focus"))
        return Refused(*bad);
    if (command.team.empty() || command.team.size() > NightVisit::maxTeam)
        return refuse("night.team", "夜访要有 1 到 30 名工作人员。", "A night visit needs a team of 1 to 30.");
    if (holdsTwice(std::span<const PersonId>(command.team)))
        return refuse("night.team_twice", "同一名人员写了两次。", "A person is named twice.");
    for (const PersonId person : command.team)
        if (!context.city.person(person))
            return refuse("night.person", "没有这名工作人员。", "There is no such member of staff.");
    if (auto bad = checkAgencies(context, command.agencies, 12))
        return Refused(*bad);
    if (command.checkInMinutes < 5 || command.checkInMinutes > 240)
        return refuse("night.check_in", "报平安间隔应为 5 到 240 分钟。", "The interval of check-ins must be 5 to 240 minutes.");
    return static_cast<const NightPlanned&>(command);
}

tl::expected<NightBegun, Rejection> decide(const NightVisit& state, const BeginNight&, const DutyContext& context)
{
    if (state.stage != NightStage::Planned)
        return Refused(wrongStage(state.stage, "开始", "begun"));
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (dayNumber(context.now, context.city.utcOffset) < state.day)
        return refuse("night.early", "还没到夜访的日子。", "That night hasn't come yet.");
    return NightBegun{};
}

tl::expected<PlaceRecorded, Rejection> decide(const NightVisit& state, const RecordPlace& command, const DutyContext& context)
{
    if (state.stage != NightStage::Running)
        return Refused(wrongStage(state.stage, "记录场所", "added to"));
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    const Grid* grid = context.city.grid(command.grid);
    if (!grid || grid->town != state.town)
        return refuse("night.grid", "夜访的镇街没有这个网格。", "The town of this visit has no such grid.");
    if (command.findings > 99)
        return refuse("night.findings", "一处最多记 99 个问题。", "At most 99 findings a place.");
    if (auto bad = checkDutyText(command.note, 0, 200, "说明", "The note"))
        return Refused(*bad);
    if (auto bad = checkCases(context, command.cases, 20))
        return Refused(*bad);
    if (state.places.size() >= NightVisit::maxPlaces)
        return refuse("night.places", "一次夜访最多记 300 处。", "At most 300 places a visit.");
    return static_cast<const PlaceRecorded&>(command);
}

tl::expected<CheckedIn, Rejection> decide(const NightVisit& state, const CheckIn& command, const DutyContext& context)
{
    if (state.stage != NightStage::Running)
        return Refused(wrongStage(state.stage, "报平安", "checked in to"));
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (std::ranges::find(state.team, command.person, &TeamMember::person) == state.team.end())
        return refuse("night.not_team", "此人不在夜访队里。", "That person isn't of the team.");
    return CheckedIn{command.person};
}

tl::expected<NightClosed, Rejection> decide(const NightVisit& state, const CloseNight& command, const DutyContext& context)
{
    if (state.stage != NightStage::Running)
        return Refused(wrongStage(state.stage, "结束", "closed"));
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.summary, 1, 1000, "小结", "The summary"))
        return Refused(*bad);
    if (command.followUps.size() > NightVisit::maxFollowUps)
        return refuse("night.follow_ups", "一次夜访最多 50 项后续。", "At most 50 things to follow up.");
    for (const PlannedNightFollowUp& followUp : command.followUps) {
        if (auto bad = checkDutyText(followUp.what, 1, 200, "后续事项", "What is to be followed up"))
            return Refused(*bad);
        if (auto bad = checkAgencies(context, std::span(&followUp.agency, 1), 1))
            return Refused(*bad);
        if (followUp.due < dayNumber(context.now, context.city.utcOffset))
            return refuse("night.due", "后续事项的期限已经过去。", "The day until which it is due is over.");
    }
    return static_cast<const NightClosed&>(command);
}

tl::expected<NightFollowUpFinished, Rejection> decide(const NightVisit& state, const FinishNightFollowUp& command, const DutyContext& context)
{
    if (command.index >= state.followUps.size())
        return refuse("night.no_follow_up", "没有这项后续。", "There is no such follow-up.");
    const NightFollowUp& followUp = state.followUps[command.index];
    if (followUp.isDone())
        return refuse("night.follow_up_done", "这项后续已经办结。", "This follow-up is done already.");
    if (auto bad = mustBeAgency(context, followUp.agency))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.result, 1, 500, "结果", "The result"))
        return Refused(*bad);
    return static_cast<const NightFollowUpFinished&>(command);
}

tl::expected<NightCancelled, Rejection> decide(const NightVisit& state, const CancelNight& command, const DutyContext& context)
{
    if (state.stage != NightStage::Planned)
        return Refused(wrongStage(state.stage, "取消", "cancelled"));
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.reason, 1, 200, "原因", "The reason"))
        return Refused(*bad);
    return static_cast<const NightCancelled&>(command);
}

void evolve(NightVisit& state, const NightPlanned& event, TimePoint at, const std::string& by)
{
    state.town = event.town;
    state.day = event.day;
    state.area = event.area;
    state.focus = event.focus;
    for (const PersonId person : event.team)
        state.team.push_back({person, {}});
    state.agencies = event.agencies;
    state.checkInMinutes = event.checkInMinutes;
    state.plannedAt = at;
    state.plannedBy = by;
}

void evolve(NightVisit& state, const NightBegun&, TimePoint at, const std::string&)
{
    state.stage = NightStage::Running;
    state.beganAt = at;
}

void evolve(NightVisit& state, const PlaceRecorded& event, TimePoint at, const std::string&)
{
    state.places.push_back({event.category, event.grid, event.findings, event.note, event.cases, at});
}

void evolve(NightVisit& state, const CheckedIn& event, TimePoint at, const std::string&)
{
    const auto member = std::ranges::find(state.team, event.person, &TeamMember::person);
    if (member != state.team.end())
        member->checkedInAt = at;
}

void evolve(NightVisit& state, const NightClosed& event, TimePoint at, const std::string&)
{
    state.stage = NightStage::Closed;
    state.summary = event.summary;
    state.endedAt = at;
    for (const PlannedNightFollowUp& f : event.followUps)
        state.followUps.push_back({f.what, f.agency, f.due, {}, {}});
}

void evolve(NightVisit& state, const NightFollowUpFinished& event, TimePoint at, const std::string&)
{
    if (event.index >= state.followUps.size())
        return;
    state.followUps[event.index].doneAt = at;
    state.followUps[event.index].result = event.result;
}

void evolve(NightVisit& state, const NightCancelled& event, TimePoint at, const std::string&)
{
    state.stage = NightStage::Cancelled;
    state.summary = event.reason;
    state.endedAt = at;
}

} // namespace zs::domain
