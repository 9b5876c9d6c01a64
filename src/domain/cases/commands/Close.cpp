#include "domain/cases/commands/Close.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"
#include "domain/duties/DayNumber.h"

namespace zs::domain {

namespace {

/// The citizen of a duplicate is asked once the case it went on in is over.
std::optional<Rejection> mayFollowUpDuplicate(const Case& state, const Context& context)
{
    const Case* parent = context.surroundings.find(state.mergedInto);
    for (int steps = 0; parent && parent->phase == Phase::Merged && steps < 8; ++steps) // it may have been merged on
        parent = context.surroundings.find(parent->mergedInto);
    if (!parent || parent->isOpen() || parent->phase == Phase::Merged)
        return Rejection{"follow_up.parent",
                         {"已并入 " + displayNumber(state.mergedInto) + "；待其办结后再回访本件反映人。",
                          "Merged into " + displayNumber(state.mergedInto) + ": its citizen is followed up once that case is finished."},
                         {}};
    if (context.actor.name == parent->finishedBy || context.actor.name == parent->dispatchedBy)
        return Rejection{"follow_up.self",
                         {"回访须由经办人以外的人做。", "Someone other than who handled the case has to follow up."}, {}};
    return std::nullopt;
}

/// 多次回访: not reached once is no result; twice on different days is, or a reason that somebody stands for.
bool wasTriedOnTwoDays(const Case& state, const City& city)
{
    return dayNumber(state.unreachedAt, city.utcOffset) != dayNumber(state.followedUpAt, city.utcOffset);
}

} // namespace

tl::expected<Rated, Rejection> decide(const Case& state, const Rate& command, const Context& context)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (state.phase != Phase::Finished)
        return refuse("rate.phase", "只有刚办结的事件可以评价，且只评价一次。",
                      "Only a case that has just been finished can be rated, and only once.");
    if (command.satisfaction == Satisfaction::None)
        return refuse("rate.empty", "须选择满意程度。", "Say how satisfied the citizen is.");
    if (context.actor.name == state.finishedBy)
        return refuse("rate.self", "评价须由群众作出，不能由办结人代填。", "The citizen rates: not who finished the case.");
    auto comment = takeText(command.comment, 0, 200, "评价内容", "The comment", context);
    if (!comment)
        return Refused(std::move(comment.error()));
    return Rated{command.satisfaction, std::move(comment->text), comment->masked};
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
    const bool isUnreached = state.followUp == FollowUpResult::Unreachable, isDuplicate = state.phase == Phase::Merged;
    const bool again = state.phase == Phase::FollowedUp && isUnreached;
    const bool asDuplicate = isDuplicate && (isUnreached || state.followUp == FollowUpResult::None);
    if (state.phase != Phase::Finished && state.phase != Phase::Rated && !again && !asDuplicate)
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
    if (isDuplicate)
        if (auto bad = mayFollowUpDuplicate(state, context))
            return Refused(*bad);
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
    if (event.result == FollowUpResult::Dissatisfied) {
        leaveParent(state); // a duplicate goes on alone
        beginAnew(state, at);
    } else if (state.phase != Phase::Merged) {
        state.phase = Phase::FollowedUp;
        state.phaseAt = at;
    }
    if (event.result == FollowUpResult::Unreachable && state.unreachedAt == TimePoint{})
        state.unreachedAt = at;
    // Kept also when it reopens the case: that is why it was.
    state.followUp = event.result;
    state.followedUpAt = at;
    state.followUpBy = by;
}

tl::expected<Archived, Rejection> decide(const Case& state, const Archive& command, const Context& context)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    const bool isOver = state.phase == Phase::FollowedUp || state.phase == Phase::Finished || state.phase == Phase::Rated;
    if (!isOver)
        return refuse("archive.phase", "只有办结的事件可以归档，且只归档一次。", "Only a finished case can be archived, and only once.");
    if (state.phase != Phase::FollowedUp && owesFollowUp(state))
        return refuse("archive.follow_up", "还没有回访，不能归档。", "The case has to be followed up before it is archived.");
    if (auto bad = checkText(command.reason, 0, 200, "理由", "The reason"))
        return Refused(*bad);
    if (state.followUp == FollowUpResult::Unreachable && command.reason.empty() && !wasTriedOnTwoDays(state, context.city))
        return refuse("archive.unreached", "只在一天里回访过且未接通；请另择日再回访，或写明归档理由。",
                      "The citizen was tried on one day only: try again on another one, or give a reason for archiving.");
    if (awaitsConfirmation(state))
        return refuse("archive.confirmation", "司法确认还没有结果，不能归档。", "The court's confirmation is still awaited.");
    return Archived{command.reason};
}

void evolve(Case& state, const Archived&, TimePoint at, const std::string&)
{
    state.phase = Phase::Archived;
    state.phaseAt = at;
    state.archivedAt = at;
}

} // namespace zs::domain
