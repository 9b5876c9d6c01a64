#include "domain/cases/commands/Arrive.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Arrived, Rejection> decide(const Case& state, const Arrive& command, const Context&)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase != Phase::Acknowledged)
        return Refused(wrongPhase(state, "记到场", "marked on scene"));
    if (auto bad = mustBeHandler(state, command.person))
        return Refused(*bad);
    return Arrived{command.person};
}

void evolve(Case& state, const Arrived&, TimePoint at, const std::string&)
{
    state.phase = Phase::OnScene;
    state.phaseAt = at;
    if (state.arrivedAt == TimePoint{}) // whoever is sent later takes over, but somebody had been there
        state.arrivedAt = at;
}

} // namespace zs::domain
