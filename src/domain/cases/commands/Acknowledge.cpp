#include "domain/cases/commands/Acknowledge.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Acknowledged, Rejection> decide(const Case& state, const Acknowledge& command, const Context&)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase != Phase::Dispatched)
        return Refused(wrongPhase(state, "确认", "acknowledged"));
    if (auto bad = mustBeHandler(state, command.person))
        return Refused(*bad);
    return Acknowledged{command.person};
}

void evolve(Case& state, const Acknowledged&, TimePoint at, const std::string&)
{
    state.phase = Phase::Acknowledged;
    state.phaseAt = at;
}

} // namespace zs::domain
