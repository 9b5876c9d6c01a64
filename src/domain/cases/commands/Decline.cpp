#include "domain/cases/commands/Decline.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Declined, Rejection> decide(const Case& state, const Decline& command, const Context&)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase != Phase::Received && state.phase != Phase::Classified)
        return refuse("decline.taken", "事件已经转办，不能再不予受理；先由承办单位退回。",
                      "The case was taken on already: it has to be returned before it can be declined.");
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (command.ground == DeclineGround::None)
        return refuse("decline.ground", "不予受理必须说明依据。", "Declining a case needs a ground.");
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Declined{command.ground, command.reason};
}

void evolve(Case& state, const Declined& event, TimePoint at, const std::string&)
{
    state.phase = Phase::Declined;
    state.phaseAt = at;
    state.declineGround = event.ground;
    state.declineReason = event.reason;
    dropWhatWaits(state, at);
}

} // namespace zs::domain
