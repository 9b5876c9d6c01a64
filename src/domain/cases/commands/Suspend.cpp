#include "domain/cases/commands/Suspend.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Suspended, Rejection> decide(const Case& state, const Suspend& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("suspend.unclassified", "先分类登记，再挂起。", "Classify the case before suspending it.");
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (auto bad = mustNotWait(state, RequestKind::Suspension))
        return Refused(*bad);
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    if (auto bad = checkPause(state, command.until, context.now))
        return Refused(*bad);
    return Suspended{command.reason, command.until};
}

void evolve(Case& state, const Suspended& event, TimePoint at, const std::string&)
{
    state.pauses.push_back({at, {}, event.until});
    // Journals from before mustNotWait() hold suspensions that went past the request.
    if (state.request && state.request->kind == RequestKind::Suspension)
        dropRequest(state);
}

tl::expected<Resumed, Rejection> decide(const Case& state, const Resume& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (!state.isSuspended())
        return refuse("resume.running", "事件没有挂起。", "The case isn't suspended.");
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (auto bad = checkText(command.reason, 0, 200, "理由", "The reason"))
        return Refused(*bad);
    return Resumed{command.reason};
}

void evolve(Case& state, const Resumed&, TimePoint at, const std::string&)
{
    if (state.isSuspended())
        state.pauses.back().to = at;
}

} // namespace zs::domain
