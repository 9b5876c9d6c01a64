#include "domain/cases/commands/Reopen.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Reworked, Rejection> decide(const Case& state, const Rework& command, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (state.phase != Phase::Finished && state.phase != Phase::Rated)
        return refuse("rework.phase", "只有办结后、回访前的事件可以返工。",
                      "Only a case that is finished and not yet followed up can be sent back for rework.");
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Reworked{state.lead, command.reason};
}

void evolve(Case& state, const Reworked&, TimePoint at, const std::string&)
{
    noteTurn(state, TurnKind::Reworked, at);
    // The clock is the original one: review doesn't buy anybody time.
    state.phase = state.lead ? Phase::Accepted : Phase::Classified;
    state.phaseAt = at;
    ++state.reworks;
    forgetTheEnd(state);
}

tl::expected<Reopened, Rejection> decide(const Case& state, const Reopen& command, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (state.isOpen() || state.phase == Phase::Merged)
        return refuse("reopen.open", "只有办结、归档或不予受理的事件可以重开。",
                      "Only a case that is finished, archived or declined can be reopened.");
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Reopened{command.reason};
}

void evolve(Case& state, const Reopened&, TimePoint at, const std::string&) { beginAnew(state, at); }

} // namespace zs::domain
