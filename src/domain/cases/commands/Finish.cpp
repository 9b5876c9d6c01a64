#include "domain/cases/commands/Finish.h"

#include "domain/cases/commands/Rules.h"

#include <algorithm>

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

/// 化解 is a dispute that ended with agreement: made on the spot, or by a mediation of this round.
std::optional<Rejection> mayBeSettled(const Case& state)
{
    if (state.kind != CaseKind::Dispute)
        return Rejection{"finish.settled_kind", {"只有矛盾纠纷可以记“已化解”。", "Only a dispute can be settled."}, {}};
    const auto tried = [&](const Mediation& m) { return m.openedAt >= state.clockAt; };
    if (std::ranges::none_of(state.mediations, tried))
        return std::nullopt;
    if (std::ranges::any_of(state.mediations, [&](const Mediation& m) { return tried(m) && m.result == MediationResult::Settled; }))
        return std::nullopt;
    return Rejection{"finish.unsettled",
                     {"调解没有达成协议，不能记“已化解”。", "The mediation reached no agreement: the case isn't settled."},
                     {}};
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
    if (command.outcome == Outcome::Settled)
        if (auto bad = mayBeSettled(state))
            return Refused(*bad);
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
