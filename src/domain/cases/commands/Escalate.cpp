#include "domain/cases/commands/Escalate.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Escalated, Rejection> decide(const Case& state, const Escalate& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("escalate.unclassified", "先分类登记，再升级。", "Classify the case before escalating it.");
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (auto bad = checkHigherLevel(state, command.to, context.city))
        return Refused(*bad);
    if (context.actor.level < command.to) {
        const LocalText level = levelName(command.to);
        return refuse("escalate.level", "升级由" + level.zh + "或以上决定；本级请提出升级申请。",
                      "The " + level.en + " level or above decides on this escalation: ask for it instead.");
    }
    if (auto bad = mustNotWait(state, RequestKind::Escalation))
        return Refused(*bad);
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Escalated{state.level, command.to, command.reason};
}

void evolve(Case& state, const Escalated& event, TimePoint, const std::string&)
{
    state.level = event.to;
    // Journals from before mustNotWait() hold escalations that went past the request.
    if (state.request && state.request->kind == RequestKind::Escalation && state.request->to <= event.to)
        dropRequest(state);
}

} // namespace zs::domain
