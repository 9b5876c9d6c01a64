#include "domain/cases/commands/Accept.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Accepted, Rejection> decide(const Case& state, const Accept&, const Context&)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (state.phase != Phase::Routed)
        return Refused(wrongPhase(state, "接收", "accepted"));
    return Accepted{};
}

void evolve(Case& state, const Accepted&, TimePoint at, const std::string&)
{
    state.phase = Phase::Accepted;
    state.phaseAt = at;
}

} // namespace zs::domain
