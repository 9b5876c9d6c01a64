#include "domain/cases/commands/Finish.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Finished, Rejection> decide(const Case& state, const Finish& command, const Context&)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (state.phase != Phase::OnScene)
        return Refused(wrongPhase(state, "办结", "finished"));
    if (auto bad = mustBeHandler(state, command.person))
        return Refused(*bad);
    if (auto bad = checkText(command.summary, 1, 1000, "办结说明", "The summary"))
        return Refused(*bad);
    return Finished{command.person, command.outcome, command.summary};
}

void evolve(Case& state, const Finished& event, TimePoint at, const std::string&)
{
    state.phase = Phase::Finished;
    state.outcome = event.outcome;
    state.finishedAt = at;
    state.phaseAt = at;
}

} // namespace zs::domain
