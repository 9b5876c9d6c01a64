#include "domain/cases/commands/RulePolice.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

#include <algorithm>

namespace zs::domain {

tl::expected<PoliceRuled, Rejection> decide(const Case& state, const RulePolice& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.channel != Channel::PoliceHandover)
        return refuse("police.other_channel", "只有 110 转来的事件才需要认定。", "Only calls that the police handed over are ruled on.");
    if (state.phase != Phase::Received && state.phase != Phase::Classified)
        return refuse("police.routed", "事件已经转办；先由承办单位退回，再重新认定。",
                      "The case was routed already: it has to be returned before it can be ruled on again.");
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    if (command.nature == CallNature::Civil && command.urgency != Priority::Urgent)
        return PoliceRuled{PoliceRuling::Released, command.nature, command.urgency, {}, {}, command.reason};
    const auto police = std::ranges::find(context.city.agencies, AgencyKind::Police, &Agency::kind);
    if (police == context.city.agencies.end())
        return refuse("police.none", "单位名录里没有公安。", "The list of agencies holds no police.");
    return PoliceRuled{PoliceRuling::StaysWithPolice, command.nature, command.urgency, police->id,
                       urgentLimits(state.limits), command.reason};
}

void evolve(Case& state, const PoliceRuled& event, TimePoint at, const std::string&)
{
    state.police = event.ruling;
    state.priority = event.urgency;
    if (event.ruling != PoliceRuling::StaysWithPolice)
        return;
    // The ruling stands for registration and routing at once.
    state.limits = event.limits;
    if (state.classifiedAt == TimePoint{})
        state.classifiedAt = at;
    routeTo(state, event.lead, {}, at);
}

} // namespace zs::domain
