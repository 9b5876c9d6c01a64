#include "domain/cases/commands/Close.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Rated, Rejection> decide(const Case& state, const Rate& command, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (state.phase != Phase::Finished)
        return refuse("rate.phase", "只有刚办结的事件可以评价，且只评价一次。",
                      "Only a case that has just been finished can be rated, and only once.");
    if (command.satisfaction == Satisfaction::None)
        return refuse("rate.empty", "须选择满意程度。", "Say how satisfied the citizen is.");
    if (auto bad = checkText(command.comment, 0, 200, "评价内容", "The comment"))
        return Refused(*bad);
    return Rated{command.satisfaction, command.comment};
}

void evolve(Case& state, const Rated& event, TimePoint at, const std::string&)
{
    state.phase = Phase::Rated;
    state.phaseAt = at;
    state.rating = event.satisfaction;
    state.ratedAt = at;
}

tl::expected<FollowedUp, Rejection> decide(const Case& state, const FollowUp& command, const Context& context)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    const bool again = state.phase == Phase::FollowedUp && state.followUp == FollowUpResult::Unreachable;
    if (state.phase != Phase::Finished && state.phase != Phase::Rated && !again)
        return refuse("follow_up.phase", "只有办结后、归档前的事件可以回访；已接通的不再回访。",
                      "Only a finished case that isn't archived can be followed up, and not again once the citizen was reached.");
    if (context.actor.role == Role::Agency) {
        // 110 rule: what the police released is the department's to the end.
        if (state.police != PoliceRuling::Released)
            return refuse("follow_up.centre", "回访须由综治中心做；只有 110 转办件由承办单位回访。",
                          "The centre follows up; the agency does so only for calls that the police handed over.");
        if (auto bad = mustLead(state, context))
            return Refused(*bad);
    }
    if (context.actor.name == state.finishedBy || context.actor.name == state.dispatchedBy)
        return refuse("follow_up.self", "回访须由经办人以外的人做。", "Someone other than who handled the case has to follow up.");
    if (command.result == FollowUpResult::None)
        return refuse("follow_up.empty", "须填写回访结果。", "Say what the follow-up found.");
    if (auto bad = checkText(command.comment, 0, 200, "回访内容", "The comment"))
        return Refused(*bad);
    return FollowedUp{command.result, command.comment};
}

void evolve(Case& state, const FollowedUp& event, TimePoint at, const std::string& by)
{
    if (event.result == FollowUpResult::Dissatisfied)
        beginAnew(state, at);
    else {
        state.phase = Phase::FollowedUp;
        state.phaseAt = at;
    }
    // Kept also when it reopens the case: that is why it was.
    state.followUp = event.result;
    state.followedUpAt = at;
    state.followUpBy = by;
}

tl::expected<Archived, Rejection> decide(const Case& state, const Archive&, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    const bool isOver = state.phase == Phase::FollowedUp || state.phase == Phase::Finished || state.phase == Phase::Rated;
    if (!isOver)
        return refuse("archive.phase", "只有办结的事件可以归档，且只归档一次。", "Only a finished case can be archived, and only once.");
    if (state.phase != Phase::FollowedUp && owesFollowUp(state))
        return refuse("archive.follow_up", "还没有回访，不能归档。", "The case has to be followed up before it is archived.");
    if (awaitsConfirmation(state))
        return refuse("archive.confirmation", "司法确认还没有结果，不能归档。", "The court's confirmation is still awaited.");
    return Archived{};
}

void evolve(Case& state, const Archived&, TimePoint at, const std::string&)
{
    state.phase = Phase::Archived;
    state.phaseAt = at;
    state.archivedAt = at;
}

} // namespace zs::domain
