#include "domain/cases/commands/Return.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Returned, Rejection> decide(const Case& state, const Return& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase < Phase::Routed || state.lead.isNone()) // sent by the centre itself: there is nobody to give it back
        return Refused(wrongPhase(state, "退回", "returned"));
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (auto bad = checkText(command.reason, 1, 200, "退回理由", "The reason for the return"))
        return Refused(*bad);
    return Returned{state.lead, command.reason};
}

void evolve(Case& state, const Returned&, TimePoint at, const std::string&)
{
    noteTurn(state, TurnKind::Returned, at);
    ++state.returns;
    dropRequest(state);
    backToTheCentre(state, at);
}

} // namespace zs::domain
