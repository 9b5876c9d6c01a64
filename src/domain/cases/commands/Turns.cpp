#include "domain/cases/commands/Turns.h"

namespace zs::domain {

namespace {
constexpr std::size_t keptTurns = 64;
} // namespace

void noteTurn(Case& state, TurnKind kind, TimePoint at)
{
    Turn turn;
    turn.kind = kind;
    turn.at = at;
    if (kind == TurnKind::Reworked || kind == TurnKind::Reopened) {
        turn.from = state.phase;
        turn.outcome = state.outcome;
        turn.rating = state.rating;
        turn.followUp = state.followUp;
        turn.endedAt = state.phase == Phase::Declined ? state.phaseAt : state.finishedAt;
        turn.ratedAt = state.ratedAt;
        turn.followedUpAt = state.followedUpAt;
    }
    if (kind == TurnKind::Reopened) {
        turn.startedAt = state.clockAt;
        turn.classifiedAt = state.classifiedAt;
        turn.respondedAt = state.respondedAt;
    }
    if (state.turns.size() >= keptTurns)
        state.turns.erase(state.turns.begin());
    state.turns.push_back(turn);
}

void routeTo(Case& state, AgencyId lead, const std::vector<AgencyId>& assisting, TimePoint at)
{
    if (state.routings > 0 || state.respondedAt != TimePoint{})
        noteTurn(state, TurnKind::Rerouted, at);
    state.phase = Phase::Routed;
    state.phaseAt = at;
    state.routedAt = at;
    state.acceptedAt = {};
    state.lead = lead;
    state.assisting = assisting;
    state.handler = {};
    ++state.routings;
    if (state.respondedAt == TimePoint{})
        state.respondedAt = at;
}

void backToTheCentre(Case& state, TimePoint at)
{
    const bool isRegistered = !state.matter.isNone();
    state.phase = isRegistered ? Phase::Classified : Phase::Received;
    state.phaseAt = at;
    state.routedAt = {};
    state.acceptedAt = {};
    if (!isRegistered)
        state.classifiedAt = {};
    state.lead = {};
    state.assisting.clear();
    state.handler = {};
    // The police say that it isn't theirs: the duty officer looks at it again.
    if (state.police == PoliceRuling::StaysWithPolice)
        state.police = PoliceRuling::None;
}

void dropRequest(Case& state) { state.request.reset(); }

void dropWhatWaits(Case& state, TimePoint at)
{
    dropRequest(state);
    for (WhistleCall& call : state.whistles)
        if (call.isOwed())
            call.stoodDownAt = at;
}

void forgetTheEnd(Case& state)
{
    state.handler = {};
    state.outcome = Outcome::Resolved;
    state.finishedAt = {};
    state.finishedBy.clear();
    state.dispatchedBy.clear();
    state.rating = Satisfaction::None;
    state.ratedAt = {};
    state.followUp = FollowUpResult::None;
    state.followedUpAt = {};
    state.followUpBy.clear();
    state.unreachedAt = {};
}

void leaveParent(Case& state)
{
    if (state.phase != Phase::Merged)
        return;
    state.phase = state.beforeMerge;
    state.beforeMerge = Phase::None;
    state.mergedInto = {};
    state.mergedAt = {};
}

void beginAnew(Case& state, TimePoint at)
{
    noteTurn(state, TurnKind::Reopened, at);
    forgetTheEnd(state);
    backToTheCentre(state, at);
    state.clockAt = at;
    state.classifiedAt = state.phase == Phase::Classified ? at : TimePoint{};
    state.respondedAt = {};
    state.arrivedAt = {};
    state.archivedAt = {};
    state.pauses.clear();
    state.extensions.clear();
    state.declineGround = DeclineGround::None;
    state.declineReason.clear();
    ++state.reopens;
}

} // namespace zs::domain
