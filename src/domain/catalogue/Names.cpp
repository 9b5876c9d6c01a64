#include "domain/catalogue/Names.h"

#include "domain/city/City.h"

namespace zs::domain {

Names::Names(const Catalogue& catalogue)
{
    for (const Department& d : catalogue.departments)
        m_agencies.emplace(d.code, d.shortName);
}

Names::Names(const City& city)
{
    for (const Agency& a : city.agencies)
        m_agencies.emplace(a.code, a.shortName);
    for (const Town& t : city.towns)
        m_areas.emplace(t.code, t.name);
    for (const Community& c : city.communities)
        m_areas.emplace(c.code, c.name);
    for (const Grid& g : city.grids)
        m_areas.emplace(g.code, g.name);
}

LocalText Names::agency(std::string_view code) const
{
    const auto it = m_agencies.find(code);
    if (it == m_agencies.end())
        return {std::string(code), std::string(code)};
    return {it->second.zh, it->second.en.empty() ? it->second.zh : it->second.en};
}

LocalText Names::agencies(std::span<const std::string> codes) const
{
    LocalText out;
    for (const std::string& code : codes) {
        const LocalText name = agency(code);
        out.zh += (out.zh.empty() ? "" : "、") + name.zh;
        out.en += (out.en.empty() ? "" : ", ") + name.en;
    }
    return out;
}

LocalText Names::area(std::string_view code) const
{
    if (code.empty())
        return {"全市", "the whole city"};
    const auto it = m_areas.find(code);
    if (it == m_areas.end())
        return {std::string(code), std::string(code)};
    return {it->second.zh, it->second.en.empty() ? it->second.zh : it->second.en};
}

LocalText wordOf(RuleLevel level)
{
    switch (level) {
    case RuleLevel::Any: return {"各级", "any level"};
    case RuleLevel::Town: return {"镇街级", "town level"};
    case RuleLevel::County: return {"县级", "county level"};
    case RuleLevel::City: return {"市级", "city level"};
    }
    return {};
}

LocalText wordOf(Priority priority)
{
    switch (priority) {
    case Priority::Normal: return {"一般", "normal"};
    case Priority::High: return {"优先", "high"};
    case Priority::Urgent: return {"紧急", "urgent"};
    }
    return {};
}

LocalText wordsOf(const LimitSpan& span)
{
    if (span.isNone())
        return {"不限", "no limit"};
    const std::string n = std::to_string(span.amount);
    const std::string s = span.amount == 1 ? "" : "s";
    switch (span.unit) {
    case LimitUnit::Minutes: return {n + "分钟", n + " minute" + s};
    case LimitUnit::WorkingMinutes: return {n + "个工作分钟", n + " working minute" + s};
    case LimitUnit::WorkingDays: return {n + "个工作日", n + " working day" + s};
    case LimitUnit::NaturalDays: return {n + "天", n + " day" + s};
    }
    return {};
}

} // namespace zs::domain
