#include "domain/cases/Answerable.h"

#include <algorithm>

namespace zs::domain {

Answerable answerable(const Case& state)
{
    using Who = Answerable::Who;
    const auto firstReceiver = [&] { return Answerable{Who::FirstReceiver, state.firstReceiver, {}, {}, {}}; };
    const auto agency = [&](Who who) { return Answerable{who, {}, state.lead, {}, {}}; };
    switch (state.phase) {
    case Phase::None: return {};
    case Phase::Received:
    case Phase::Classified:
    case Phase::Declined: return firstReceiver();
    case Phase::Routed:
    case Phase::Accepted: return agency(state.police == PoliceRuling::StaysWithPolice ? Who::Police : Who::Agency);
    case Phase::Dispatched:
    case Phase::Acknowledged:
    case Phase::OnScene: return {Who::Handler, {}, {}, state.handler, {}};
    case Phase::Finished:
    case Phase::Rated:
    case Phase::FollowedUp:
    case Phase::Archived:
        // 110 rule: the department owns follow-up and closing of what the police released.
        return state.police == PoliceRuling::Released && state.lead ? agency(Who::Agency) : firstReceiver();
    case Phase::Merged: return {Who::Parent, {}, {}, {}, state.mergedInto};
    }
    return {};
}

bool takesPart(const Case& state, AgencyId agency)
{
    return agency == state.lead || std::ranges::find(state.assisting, agency) != state.assisting.end()
           || std::ranges::any_of(state.whistles, [&](const WhistleCall& call) {
                  return call.agency == agency && (call.isOwed() || call.reportedAt != TimePoint{});
              });
}

bool owesAnswer(const Case& state, AgencyId agency)
{
    return std::ranges::any_of(state.supervision, [&](const SupervisionStep& step) {
        return step.agency == agency && step.answeredAt == TimePoint{};
    });
}

bool owesFollowUp(const Case& state) { return !state.reporter.phone.empty() || state.rating == Satisfaction::Dissatisfied; }

bool awaitsConfirmation(const Case& state)
{
    if (state.mediations.empty())
        return false;
    const Mediation& last = state.mediations.back();
    return last.confirmationAskedAt != TimePoint{} && last.confirmationAt == TimePoint{};
}

} // namespace zs::domain
