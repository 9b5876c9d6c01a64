#include "domain/cases/commands/Accept.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Accepted, Rejection> decide(const Case& state, const Accept&, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase != Phase::Routed)
        return Refused(wrongPhase(state, "接收", "accepted"));
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    return Accepted{};
}

void evolve(Case& state, const Accepted&, TimePoint at, const std::string&)
{
    state.phase = Phase::Accepted;
    state.phaseAt = at;
    state.acceptedAt = at;
}

} // namespace zs::domain
