#include "domain/indicators/Measure.h"

#include "domain/cases/Answerable.h"

namespace zs::domain::indicators {

namespace {

Standing standingOf(const Case& state)
{
    switch (state.phase) {
    case Phase::None: return Standing::None;
    case Phase::Declined: return Standing::Declined;
    case Phase::Merged: return Standing::Merged;
    default: break;
    }
    return state.isOpen() ? Standing::Open : Standing::Concluded;
}

TimePoint endOf(const Case& state, Standing standing)
{
    switch (standing) {
    case Standing::Concluded: return state.finishedAt;
    case Standing::Declined: return state.phaseAt;
    case Standing::Merged: return state.mergedAt == TimePoint{} ? state.phaseAt : state.mergedAt;
    default: return {};
    }
}

void takeBack(const Turn& turn, AsOf& known)
{
    switch (turn.kind) {
    case TurnKind::Returned: --known.returns; return;
    case TurnKind::Rerouted: --known.routings; return;
    case TurnKind::Reworked: --known.reworks; break;
    case TurnKind::Reopened:
        --known.reopens;
        known.isFormerRound = true;
        known.startedAt = turn.startedAt;
        known.classifiedAt = turn.classifiedAt;
        known.respondedAt = turn.respondedAt;
        break;
    }
    known.standing = turn.from == Phase::Declined ? Standing::Declined : Standing::Concluded;
    known.outcome = turn.outcome;
    known.rating = turn.rating;
    known.followUp = turn.followUp;
    known.endedAt = turn.endedAt;
    known.ratedAt = turn.ratedAt;
    known.followedUpAt = turn.followedUpAt;
}

} // namespace

AsOf knownBefore(const CaseMeasure& state, TimePoint to)
{
    AsOf known{state.standing, state.outcome, state.rating, state.followUp, state.returns, state.routings, state.reworks,
                state.reopens, state.startedAt, state.classifiedAt, state.respondedAt, state.endedAt, state.ratedAt,
                state.followedUpAt};
    for (auto turn = state.turns.rbegin(); turn != state.turns.rend() && turn->at >= to; ++turn)
        takeBack(*turn, known);
    if (known.standing != Standing::Open && known.endedAt >= to) {
        known.standing = Standing::Open; // merged ones too: only an open case is merged
        known.endedAt = {};
        known.outcome = Outcome::Resolved;
    }
    if (known.ratedAt >= to)
        known.rating = Satisfaction::None;
    if (known.followedUpAt >= to)
        known.followUp = FollowUpResult::None;
    return known;
}

CaseMeasure measure(const Case& state, const City& city, const Deadlines& deadlines)
{
    CaseMeasure m;
    m.id = state.id;
    m.grid = state.grid;
    if (const Grid* grid = city.grid(state.grid))
        m.town = grid->town;
    m.lead = state.lead;
    m.matter = state.matter;
    m.kind = state.kind;
    m.channel = state.channel;
    m.standing = standingOf(state);
    m.outcome = state.outcome;
    m.rating = state.rating;
    m.followUp = state.followUp;
    m.returns = state.returns;
    m.routings = state.routings;
    m.reworks = state.reworks;
    m.reopens = state.reopens;
    m.receivedAt = state.receivedAt;
    m.startedAt = state.clockAt == TimePoint{} ? state.receivedAt : state.clockAt;
    m.classifiedAt = state.classifiedAt;
    m.respondedAt = state.respondedAt;
    m.endedAt = endOf(state, m.standing);
    m.ratedAt = state.ratedAt;
    m.followedUpAt = state.followedUpAt;
    m.due = deadlines.report(state);
    m.dueAsSet = state.extensions.empty() ? m.due : deadlines.reportAsSet(state);
    const bool owed = m.standing == Standing::Concluded && owesFollowUp(state);
    m.followUpDue = owed ? deadlines.followUp(state) : TimePoint{};
    m.turns = state.turns;
    m.calls.reserve(state.whistles.size() + state.supervision.size());
    // What the end of the case came before is owed by nobody any more.
    const auto stands = [&](TimePoint deadline, TimePoint doneAt) {
        const bool fellAway = doneAt == TimePoint{} && m.endedAt != TimePoint{} && m.endedAt <= deadline;
        return fellAway ? TimePoint{} : deadline;
    };
    for (const WhistleCall& call : state.whistles)
        m.calls.push_back({CallMeasure::Kind::Whistle, {}, call.agency, call.at,
                           stands(deadlines.reportIn(state, call), call.reportedAt), call.reportedAt, call.stoodDownAt});
    for (const SupervisionStep& step : state.supervision)
        m.calls.push_back({CallMeasure::Kind::Supervision, step.rung, step.agency, step.at,
                           stands(deadlines.answer(state, step), step.answeredAt), step.answeredAt, {}});
    return m;
}

} // namespace zs::domain::indicators
