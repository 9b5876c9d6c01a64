#include "domain/cases/commands/Route.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

#include <algorithm>

namespace zs::domain {

namespace {

/// Tried counts, whatever came of it: a failed mediation goes to trial, a settlement to be confirmed.
std::optional<Rejection> mustBeMediated(const Case& state, const Agency& agency, const Context& context)
{
    if (state.mediations.empty()) {
        const Agency* justice = context.city.agencyByCode("justice");
        return Rejection{"route.mediation_first",
                         {"本件未经人民调解；" + agency.shortName.zh + "只收诉前委派、调解不成的纠纷和司法确认。",
                          "Not mediated yet; the " + agency.shortName.en
                              + " takes only pre-litigation referrals, failed mediations and confirmations."},
                         justice ? justice->id : AgencyId{}};
    }
    if (state.mediations.back().isOpen())
        return Rejection{"route.mediation_open",
                         {"调解还没有结束，不能转" + agency.shortName.zh + "。",
                          "The mediation has to be closed before the " + agency.shortName.en + " takes the case."},
                         {}};
    return std::nullopt;
}

std::optional<Rejection> mayLead(const Case& state, const Agency& agency, const Context& context)
{
    if (state.police == PoliceRuling::StaysWithPolice && agency.kind != AgencyKind::Police)
        return Rejection{"route.police",
                         {"已认定为警情或紧急，由公安办理；公安退回后重新认定。",
                          "Ruled to be the police's: they have to return it before it can go elsewhere."},
                         {}};
    if (agency.mediation == MediationRule::Required && state.channel != Channel::CourtReferral)
        if (auto bad = mustBeMediated(state, agency, context))
            return bad;
    if (std::ranges::find(agency.takes, state.kind) == agency.takes.end()) {
        const Matter* matter = context.city.matter(state.matter);
        return Rejection{"route.kind",
                         {agency.shortName.zh + "不主办这类事件。", agency.shortName.en + " doesn't lead this kind of case."},
                         matter ? matter->lead : AgencyId{}};
    }
    return std::nullopt;
}

} // namespace

std::optional<Rejection> mayBeRoutedTo(const Case& state, AgencyId lead, const std::vector<AgencyId>& assisting,
                                       const Context& context)
{
    const Agency* agency = context.city.agency(lead);
    if (!agency)
        return unknownAgency();
    if (auto bad = mayLead(state, *agency, context))
        return bad;
    for (const AgencyId id : assisting) {
        if (!context.city.agency(id))
            return unknownAgency();
        if (std::ranges::count(assisting, id) > 1)
            return Rejection{"route.twice", {"同一单位只能出现一次。", "An agency can appear only once."}, {}};
    }
    if (assisting.size() > 8)
        return Rejection{"route.many", {"协办单位最多 8 个。", "At most 8 agencies can assist."}, {}};
    return std::nullopt;
}

std::vector<AgencyId> helpersOf(AgencyId lead, std::vector<AgencyId> assisting)
{
    std::erase(assisting, lead);
    return assisting;
}

tl::expected<Routed, Rejection> decide(const Case& state, const Route& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("route.unclassified", "先分类登记，再分流转办。", "Classify the case before routing it.");
    if (state.phase == Phase::Routed && state.lead == command.lead)
        return refuse("route.same", "已经转给这个单位，等它接收。", "It is with this agency already and waits to be accepted.");
    if (state.phase != Phase::Classified)
        return refuse("route.again", "事件已经转办或派员；换单位用改派，并说明理由。",
                      "The case was routed or dispatched already: another agency needs a re-routing with its reason.");
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (auto bad = mayBeRoutedTo(state, command.lead, command.assisting, context))
        return Refused(*bad);
    if (auto bad = checkText(command.reason, 0, 200, "理由", "The reason"))
        return Refused(*bad);
    return Routed{command.lead, helpersOf(command.lead, command.assisting), command.reason};
}

void evolve(Case& state, const Routed& event, TimePoint at, const std::string&)
{
    routeTo(state, event.lead, event.assisting, at);
}

} // namespace zs::domain
