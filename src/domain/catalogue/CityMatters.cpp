#include "domain/catalogue/CityMatters.h"

#include "domain/cases/Case.h"
#include "domain/catalogue/Validate.h"

#include <unordered_map>

namespace zs::domain {

Result<std::vector<Matter>> mattersOf(const Catalogue& catalogue, const City& city)
{
    if (const auto faults = faultsOf(catalogue, city); !faults.empty())
        return fail("catalogue.city", faults.front().sentence.en);
    std::unordered_map<std::string_view, const RoutingRule*> cityWide;
    for (const RoutingRule& rule : catalogue.rules) {
        if (rule.area.empty() && rule.level == RuleLevel::Any)
            cityWide.emplace(rule.matter, &rule);
    }
    std::vector<Matter> out;
    out.reserve(catalogue.matters.size());
    for (const CatalogueMatter& m : catalogue.matters) {
        const RoutingRule& rule = *cityWide.at(m.code);
        Matter matter{MatterId(static_cast<MatterId::rep>(out.size() + 1)), m.code, m.name, m.kind, rule.priority,
                      city.agencyByCode(rule.lead)->id, {}, rule.limits};
        for (const std::string& code : rule.assisting)
            matter.assisting.push_back(city.agencyByCode(code)->id);
        out.push_back(std::move(matter));
    }
    return out;
}

RoutedCase routedCase(const Case& of, const City& city)
{
    RoutedCase out;
    out.id = of.id;
    if (const Matter* matter = city.matter(of.matter))
        out.matter = matter->code;
    if (const Grid* grid = city.grid(of.grid)) {
        out.grid = grid->code;
        if (const Community* community = city.community(grid->community))
            out.community = community->code;
        if (const Town* town = city.town(grid->town))
            out.town = town->code;
    }
    out.level = of.level <= Level::Town ? RuleLevel::Town : of.level == Level::County ? RuleLevel::County : RuleLevel::City;
    if (const Agency* lead = city.agency(of.lead))
        out.lead = lead->code;
    return out;
}

} // namespace zs::domain
