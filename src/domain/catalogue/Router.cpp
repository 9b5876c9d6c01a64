#include "domain/catalogue/Router.h"

#include <algorithm>

namespace zs::domain {

namespace {

/// How well a rule fits a case; below 0: not at all. Area counts before level.
int fit(const RoutingRule& rule, const RoutedCase& of)
{
    int area = -1;
    if (rule.area.empty())
        area = 0;
    else if (rule.area == of.town)
        area = 1;
    else if (rule.area == of.community)
        area = 2;
    else if (rule.area == of.grid)
        area = 3;
    if (area < 0 || (rule.level != RuleLevel::Any && rule.level != of.level))
        return -1;
    return area * 2 + (rule.level == RuleLevel::Any ? 0 : 1);
}

LocalText placeOf(const RoutingRule& rule, const Names& names)
{
    const LocalText area = names.area(rule.area), level = wordOf(rule.level);
    return {area.zh + "（" + level.zh + "）", area.en + " (" + level.en + ")"};
}

} // namespace

Router::Router(std::shared_ptr<const Catalogue> catalogue, Names names)
    : m_catalogue(std::move(catalogue)), m_names(std::move(names))
{
    m_entries.reserve(m_catalogue->matters.size());
    for (const CatalogueMatter& matter : m_catalogue->matters)
        m_entries[matter.code].matter = &matter;
    for (const RoutingRule& rule : m_catalogue->rules)
        m_entries[rule.matter].rules.push_back(&rule);
}

const CatalogueMatter* Router::matter(std::string_view code) const
{
    const auto it = m_entries.find(code);
    return it == m_entries.end() ? nullptr : it->second.matter;
}

const RoutingRule* Router::ruleFor(const RoutedCase& of) const
{
    const auto it = m_entries.find(of.matter);
    if (it == m_entries.end())
        return nullptr;
    const RoutingRule* best = nullptr;
    int bestFit = -1;
    for (const RoutingRule* rule : it->second.rules) {
        if (const int f = fit(*rule, of); f > bestFit) {
            best = rule;
            bestFit = f;
        }
    }
    return best;
}

std::vector<const RoutingRule*> Router::matching(const RoutedCase& of) const
{
    std::vector<const RoutingRule*> out;
    if (const auto it = m_entries.find(of.matter); it != m_entries.end())
        std::ranges::copy_if(it->second.rules, std::back_inserter(out),
                             [&](const RoutingRule* rule) { return fit(*rule, of) >= 0; });
    std::ranges::stable_sort(out, std::greater{}, [&](const RoutingRule* rule) { return fit(*rule, of); });
    return out;
}

Routing Router::route(const RoutedCase& of) const
{
    Routing out;
    if (of.matter.empty()) {
        out.why = {"事件尚未分类，没有事项就没有分流规则。", "The case isn't classified yet; without a matter there is no rule."};
        return out;
    }
    const CatalogueMatter* what = matter(of.matter);
    if (!what) {
        out.why = {"分流目录 " + m_catalogue->version + " 中没有事项“" + of.matter + "”。",
                   "The routing catalogue " + m_catalogue->version + " has no matter \"" + of.matter + "\"."};
        return out;
    }
    out.passedOver = matching(of);
    if (out.passedOver.empty()) {
        out.why = {"事项“" + what->name.zh + "”在此处、此级别没有分流规则。",
                   "There is no rule for \"" + what->name.en + "\" at this place and level."};
        return out;
    }
    out.rule = out.passedOver.front();
    out.passedOver.erase(out.passedOver.begin());

    const LocalText lead = m_names.agency(out.rule->lead), assisting = m_names.agencies(out.rule->assisting);
    const LocalText place = placeOf(*out.rule, m_names);
    out.why.zh = "事项“" + what->name.zh + "”按" + place.zh + "的规则由" + lead.zh + "主办";
    out.why.en = "\"" + what->name.en + "\" is led by " + lead.en + " under the rule for " + place.en;
    if (!out.rule->assisting.empty()) {
        out.why.zh += "，" + assisting.zh + "协办";
        out.why.en += ", assisted by " + assisting.en;
    }
    out.why.zh += "。";
    out.why.en += ".";
    if (!out.passedOver.empty()) {
        const RoutingRule& next = *out.passedOver.front();
        const LocalText coarser = placeOf(next, m_names), otherLead = m_names.agency(next.lead);
        out.why.zh += "它比" + coarser.zh + "的规则（" + otherLead.zh + "主办）更具体，因此优先。";
        out.why.en += " It comes before the rule for " + coarser.en + " (led by " + otherLead.en + ") because it is more specific.";
    }
    return out;
}

} // namespace zs::domain
