#include "domain/cases/commands/Route.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

#include <algorithm>

namespace zs::domain {

namespace {
std::optional<Rejection> mayLead(const Case& state, const Agency& agency, const Context& context)
{
    if (agency.mediation == MediationRule::Required && state.channel != Channel::CourtReferral) {
        const Agency* justice = context.city.agencyByCode("justice");
        return Rejection{"route.mediation_first",
                         {"本件未经人民调解；" + agency.shortName.zh + "只收诉前委派和司法确认。",
                          "Not mediated yet; the " + agency.shortName.en
                              + " takes only pre-litigation referrals and confirmations."},
                         justice ? justice->id : AgencyId{}};
    }
    if (std::ranges::find(agency.takes, state.kind) == agency.takes.end()) {
        const Matter* matter = context.city.matter(state.matter);
        return Rejection{"route.kind",
                         {agency.shortName.zh + "不主办这类事件。", agency.shortName.en + " doesn't lead this kind of case."},
                         matter ? matter->lead : AgencyId{}};
    }
    return std::nullopt;
}
} // namespace

tl::expected<Routed, Rejection> decide(const Case& state, const Route& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("route.unclassified", "先分类登记，再分流转办。", "Classify the case before routing it.");
    if (state.phase == Phase::Routed && state.lead == command.lead)
        return refuse("route.same", "已经转给这个单位，等它接收。", "It is with this agency already and waits to be accepted.");
    if (state.phase != Phase::Classified && state.phase != Phase::Routed)
        return Refused(wrongPhase(state, "转办", "routed"));
    const Agency* lead = context.city.agency(command.lead);
    if (!lead)
        return refuse("agency.unknown", "没有这个单位。", "There is no such agency.");
    if (auto bad = mayLead(state, *lead, context))
        return Refused(*bad);
    for (const AgencyId id : command.assisting) {
        if (!context.city.agency(id))
            return refuse("agency.unknown", "没有这个单位。", "There is no such agency.");
        if (id == command.lead || std::ranges::count(command.assisting, id) > 1)
            return refuse("route.twice", "同一单位只能出现一次。", "An agency can appear only once.");
    }
    if (command.assisting.size() > 8)
        return refuse("route.many", "协办单位最多 8 个。", "At most 8 agencies can assist.");
    if (auto bad = checkText(command.reason, 0, 200, "理由", "The reason"))
        return Refused(*bad);
    return Routed{command.lead, command.assisting, command.reason};
}

void evolve(Case& state, const Routed& event, TimePoint at, const std::string&)
{
    state.phase = Phase::Routed;
    state.lead = event.lead;
    state.assisting = event.assisting;
    state.phaseAt = at;
    if (state.respondedAt == TimePoint{})
        state.respondedAt = at;
}

} // namespace zs::domain
