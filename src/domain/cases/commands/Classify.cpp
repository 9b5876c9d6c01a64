#include "domain/cases/commands/Classify.h"

#include "domain/cases/commands/Rules.h"
#include "domain/catalogue/CityMatters.h"
#include "domain/city/City.h"

namespace zs::domain {

namespace {

/// As the catalogue in force says. A matter that it doesn't hold was withdrawn if the catalogue was published; the product's own
/// is silent about what a city has added to its list.
tl::expected<Classified, Rejection> byCatalogue(const Case& state, const Matter& matter, const Context& context)
{
    const InForce& inForce = context.inForce;
    const CatalogueMatter* listed = inForce.router ? inForce.router->matter(matter.code) : nullptr;
    if (!listed && inForce.router && inForce.catalogueVersion > 0) {
        const std::string& version = inForce.router->catalogue().version;
        return refuse("matter.withdrawn", "分流目录 " + version + " 已不含事项“" + matter.name.zh + "”，请另选事项。",
                      "The routing catalogue " + version + " no longer holds \"" + matter.name.en + "\": choose another matter.");
    }
    const Classified byTheCity{matter.id, matter.kind, matter.priority, withReportLimit(matter.limits), {}};
    if (!listed)
        return byTheCity;
    RoutedCase where = routedCase(state, context.city);
    where.matter = matter.code;
    const RoutingRule* rule = inForce.router->ruleFor(where);
    if (!rule)
        return byTheCity;
    return Classified{matter.id, listed->kind, rule->priority, withReportLimit(rule->limits),
                      RuleSource{inForce.router->catalogue().version, inForce.catalogueVersion, rule->area, rule->level}};
}

} // namespace

tl::expected<Classified, Rejection> decide(const Case& state, const Classify& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase != Phase::Received && state.phase != Phase::Classified)
        return Refused(wrongPhase(state, "登记", "classified"));
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    const Matter* matter = context.city.matter(command.matter);
    if (!matter)
        return refuse("matter.unknown", "事项目录里没有这一项。", "The catalogue has no such matter.");
    auto classified = byCatalogue(state, *matter, context);
    if (classified && command.priority)
        classified->priority = *command.priority;
    // What is urgent, by the rule or by whoever takes the call, never has slower first steps than an urgent matter's.
    if (classified && classified->priority == Priority::Urgent)
        classified->limits = urgentLimits(classified->limits);
    return classified;
}

void evolve(Case& state, const Classified& event, TimePoint at, const std::string&)
{
    state.phase = Phase::Classified;
    state.matter = event.matter;
    state.kind = event.kind;
    state.priority = event.priority;
    state.limits = withReportLimit(event.limits);
    state.phaseAt = at;
    if (state.classifiedAt == TimePoint{})
        state.classifiedAt = at;
}

} // namespace zs::domain
