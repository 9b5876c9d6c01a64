#include "domain/cases/commands/Supervise.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

#include <algorithm>
#include <ranges>

namespace zs::domain {

namespace {

/// The last step towards this agency, answered or not; null if there was none.
const SupervisionStep* lastTo(const Case& state, AgencyId agency)
{
    for (const SupervisionStep& step : state.supervision | std::views::reverse)
        if (step.agency == agency)
            return &step;
    return nullptr;
}

} // namespace

tl::expected<Supervised, Rejection> decide(const Case& state, const Supervise& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    const Agency* agency = context.city.agency(command.agency);
    if (!agency)
        return Refused(unknownAgency());
    if (!takesPart(state, command.agency))
        return refuse("supervise.stranger", agency->shortName.zh + "不是本件的主办、协办或被吹哨单位。",
                      agency->shortName.en + " neither leads nor assists this case, nor was it whistled.");
    const Role role = context.actor.role;
    if (command.rung >= SupervisionRung::Circular && role != Role::Supervisor && role != Role::Leader)
        return refuse("supervise.rung", "通报、约谈、挂牌督办须由督办员或领导发出。",
                      "Only a supervisor or a leader may issue a circular, a summons or listed supervision.");
    if (const SupervisionStep* last = lastTo(state, command.agency); last && command.rung < last->rung)
        return refuse("supervise.lower", "对同一单位的督办不能降级。", "The ladder towards one agency never goes down.");
    if (state.supervision.size() >= maxFacts)
        return Refused(tooMany("督办", "supervision steps"));
    if (auto bad = checkSpan(command.within, "答复时限", "The time to answer"))
        return Refused(*bad);
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Supervised{command.rung, command.agency, context.actor.level, command.within, command.reason};
}

void evolve(Case& state, const Supervised& event, TimePoint at, const std::string& by)
{
    state.supervision.push_back({event.rung, event.agency, by, event.level, at, event.within, {}, event.reason});
}

tl::expected<SupervisionAnswered, Rejection> decide(const Case& state, const AnswerSupervision& command,
                                                    const Context& context)
{
    // Also after the end: an answer that is owed stays owed.
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (auto bad = mustSpeakFor(command.agency, context))
        return Refused(*bad);
    if (!owesAnswer(state, command.agency))
        return refuse("supervise.not_owed", "这个单位没有待答复的督办。", "This agency owes no answer.");
    const bool isOwn = std::ranges::any_of(state.supervision, [&](const SupervisionStep& step) {
        return step.agency == command.agency && step.answeredAt == TimePoint{} && step.by == context.actor.name;
    });
    if (isOwn)
        return refuse("supervise.own", "督办人不能答复自己发出的督办。", "Who supervises can't answer it in the agency's place.");
    if (auto bad = checkText(command.measures, 1, 1000, "整改措施", "The measures"))
        return Refused(*bad);
    return SupervisionAnswered{command.agency, command.measures};
}

void evolve(Case& state, const SupervisionAnswered& event, TimePoint at, const std::string&)
{
    // One answer answers all that was asked of the agency so far.
    for (SupervisionStep& step : state.supervision)
        if (step.agency == event.agency && step.answeredAt == TimePoint{})
            step.answeredAt = at;
}

} // namespace zs::domain
