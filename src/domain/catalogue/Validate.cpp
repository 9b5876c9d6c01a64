#include "domain/catalogue/Validate.h"

#include "domain/catalogue/Names.h"
#include "domain/city/City.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace zs::domain {

namespace {

class Check {
public:
    Check(const Catalogue& catalogue, const City* city)
        : m_catalogue(catalogue), m_city(city), m_names(city ? Names(*city) : Names(catalogue))
    {
    }

    std::vector<Fault> run()
    {
        if (m_catalogue.version.empty())
            add("catalogue.version", {}, {"目录没有版本号。", "The catalogue has no version."});
        departments();
        matters();
        rules();
        return std::move(m_faults);
    }

private:
    void add(std::string code, std::string subject, LocalText sentence)
    {
        m_faults.push_back({std::move(code), std::move(subject), std::move(sentence)});
    }

    void departments()
    {
        std::unordered_set<std::string_view> seen;
        for (const Department& d : m_catalogue.departments) {
            if (d.code.empty() || d.name.zh.empty() || d.name.en.empty())
                add("department.name", d.code, {"有部门缺少代码或中英文名称：“" + d.code + d.name.zh + "”。",
                                                "A department lacks its code or a name: \"" + d.code + d.name.en + "\"."});
            if (!seen.insert(d.code).second)
                add("department.doubled", d.code, {"部门代码“" + d.code + "”重复。", "The department code \"" + d.code + "\" stands there twice."});
            if (m_city && !m_names.hasAgency(d.code))
                add("department.agency", d.code, {"本市没有代码为“" + d.code + "”的责任单位。", "This city has no agency \"" + d.code + "\"."});
        }
    }

    void matters()
    {
        for (const CatalogueMatter& m : m_catalogue.matters) {
            if (m.code.empty() || m.name.zh.empty() || m.name.en.empty())
                add("matter.name", m.code, {"有事项缺少代码或中英文名称：“" + m.code + m.name.zh + "”。",
                                            "A matter lacks its code or a name: \"" + m.code + m.name.en + "\"."});
            if (!m_matters.emplace(m.code, &m).second)
                add("matter.doubled", m.code, {"事项代码“" + m.code + "”重复。", "The matter code \"" + m.code + "\" stands there twice."});
            if (!m_catalogue.department(m.department))
                add("matter.department", m.code, {"事项“" + m.name.zh + "”的归口部门“" + m.department + "”不在目录中。",
                                                  "\"" + m.name.en + "\" belongs to the department \"" + m.department + "\", which isn't in the catalogue."});
        }
    }

    void rules()
    {
        std::set<std::tuple<std::string_view, std::string_view, RuleLevel>> seen;
        std::unordered_set<std::string_view> cityWide;
        for (const RoutingRule& r : m_catalogue.rules) {
            const auto found = m_matters.find(r.matter);
            if (found == m_matters.end()) {
                add("rule.matter", r.matter, {"有规则指向不存在的事项“" + r.matter + "”。", "A rule names a matter \"" + r.matter + "\" that doesn't exist."});
                continue;
            }
            const CatalogueMatter& m = *found->second;
            const LocalText area = m_names.area(r.area), level = wordOf(r.level);
            const LocalText which{"事项“" + m.name.zh + "”在" + area.zh + "（" + level.zh + "）的规则",
                                  "The rule for \"" + m.name.en + "\" in " + area.en + " (" + level.en + ")"};
            if (!seen.emplace(r.matter, r.area, r.level).second)
                add("rule.overlap", m.code, {which.zh + "有两条，无法判定以哪条为准。", which.en + " stands there twice; neither can win."});
            if (r.area.empty() && r.level == RuleLevel::Any)
                cityWide.insert(r.matter);
            if (r.limits.report.isNone())
                add("rule.report", m.code, {which.zh + "没有办结时限。", which.en + " has no limit for finishing."});
            agencies(r, m, which);
            if (m_city && !r.area.empty() && !m_names.hasArea(r.area))
                add("rule.area", m.code, {which.zh + "指向本市没有的区域“" + r.area + "”。", which.en + " names an area this city doesn't have."});
        }
        for (const CatalogueMatter& m : m_catalogue.matters) {
            if (!cityWide.contains(m.code))
                add("matter.rule", m.code, {"事项“" + m.name.zh + "”没有适用于全市各级的规则，会有事件无处可转。",
                                            "\"" + m.name.en + "\" has no rule for the whole city at any level; cases of it would have nowhere to go."});
        }
    }

    void agencies(const RoutingRule& r, const CatalogueMatter& m, const LocalText& which)
    {
        if (r.lead.empty())
            add("rule.lead", m.code, {which.zh + "没有主办单位。", which.en + " has no lead agency."});
        else if (m_city && !m_names.hasAgency(r.lead))
            add("rule.lead", m.code, {which.zh + "的主办单位“" + r.lead + "”本市没有。", which.en + " is led by \"" + r.lead + "\", an agency this city doesn't have."});
        else if (const Agency* lead = m_city ? m_city->agencyByCode(r.lead) : nullptr;
                 lead && std::ranges::find(lead->takes, m.kind) == lead->takes.end())
            add("rule.kind", m.code, {which.zh + "由" + lead->shortName.zh + "主办，但该单位不主办这类事件。",
                                      which.en + " is led by " + lead->shortName.en + ", which doesn't take this kind of case."});
        if (r.assisting.size() > maxAssisting)
            add("rule.assisting", m.code, {which.zh + "的协办单位超过 8 个。", which.en + " has more than 8 assistants."});
        std::set<std::string_view> seen{r.lead};
        for (const std::string& code : r.assisting) {
            if (!seen.insert(code).second)
                add("rule.assisting", m.code, {which.zh + "里“" + m_names.agency(code).zh + "”出现了两次。", which.en + " names " + m_names.agency(code).en + " twice."});
            if (m_city && !m_names.hasAgency(code))
                add("rule.assisting", m.code, {which.zh + "的协办单位“" + code + "”本市没有。", which.en + " is assisted by \"" + code + "\", an agency this city doesn't have."});
        }
    }

    const Catalogue& m_catalogue;
    const City* m_city;
    Names m_names;
    std::unordered_map<std::string_view, const CatalogueMatter*> m_matters;
    std::vector<Fault> m_faults;
};

} // namespace

std::vector<Fault> faultsOf(const Catalogue& catalogue) { return Check(catalogue, nullptr).run(); }
std::vector<Fault> faultsOf(const Catalogue& catalogue, const City& city) { return Check(catalogue, &city).run(); }

} // namespace zs::domain
