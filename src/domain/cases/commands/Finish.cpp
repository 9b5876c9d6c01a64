#include "domain/cases/commands/Finish.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

namespace {

/// With a person: on scene, and the one that was sent. Without: the agency that took the case, or the centre for it.
std::optional<Rejection> mayFinish(const Case& state, PersonId person, const Context& context)
{
    if (auto bad = mustLead(state, context))
        return bad;
    if (state.phase == Phase::OnScene)
        return mustBeHandler(state, person);
    if (state.phase != Phase::Accepted)
        return wrongPhase(state, "办结", "finished");
    if (context.actor.role == Role::FieldApp)
        return Rejection{"finish.agency",
                         {"没有派员的事件须由主办单位或中心办结。",
                          "Nobody was sent: only the lead agency or the centre may finish it."},
                         {}};
    if (person)
        return Rejection{"finish.not_sent", {"没有派员，不能写处置人。", "Nobody was sent, so no person can have finished it."}, {}};
    return std::nullopt;
}

} // namespace

tl::expected<Finished, Rejection> decide(const Case& state, const Finish& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (auto bad = mayFinish(state, command.person, context))
        return Refused(*bad);
    if (!state.mediations.empty() && state.mediations.back().isOpen())
        return refuse("finish.mediation", "调解还没有结束，不能办结。", "The mediation has to be closed first.");
    if (auto bad = checkText(command.summary, 1, 1000, "办结说明", "The summary"))
        return Refused(*bad);
    return Finished{command.person, command.outcome, command.summary};
}

void evolve(Case& state, const Finished& event, TimePoint at, const std::string& by)
{
    state.phase = Phase::Finished;
    state.outcome = event.outcome;
    state.finishedBy = by;
    state.finishedLead = state.lead;
    state.finishedAt = at;
    state.phaseAt = at;
    dropWhatWaits(state, at);
}

} // namespace zs::domain
