#include "domain/cases/commands/Reroute.h"

#include "domain/cases/commands/Route.h"
#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Rerouted, Rejection> decide(const Case& state, const Reroute& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase < Phase::Routed)
        return Refused(wrongPhase(state, "改派", "re-routed"));
    if (state.lead == command.lead)
        return refuse("reroute.same", "已经由这个单位主办。", "This agency leads the case already.");
    if (auto bad = mayBeRoutedTo(state, command.lead, command.assisting, context))
        return Refused(*bad);
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Rerouted{state.lead, command.lead, helpersOf(command.lead, command.assisting), command.reason};
}

void evolve(Case& state, const Rerouted& event, TimePoint at, const std::string&)
{
    dropRequest(state);
    routeTo(state, event.lead, event.assisting, at);
}

} // namespace zs::domain
