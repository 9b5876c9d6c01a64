#include "ui/catalogue/CatalogueDraft.h"

#include <algorithm>
#include <charconv>

namespace zs::catalogue {

using domain::RoutingRule;

namespace {

bool isSamePlace(const RoutingRule& a, const RoutingRule& b)
{
    return a.matter == b.matter && a.area == b.area && a.level == b.level;
}

} // namespace

CatalogueDraft::CatalogueDraft(std::shared_ptr<const domain::Catalogue> base) : m_base(std::move(base)), m_edited(*m_base) {}

bool CatalogueDraft::isEdited(std::size_t rule) const
{
    const RoutingRule& now = m_edited.rules.at(rule);
    // Nearly always the same entry; a whole walk only where rules were added or removed before it.
    if (rule < m_base->rules.size() && isSamePlace(m_base->rules[rule], now)) return !(m_base->rules[rule] == now);
    const auto before = std::ranges::find_if(m_base->rules, [&](const RoutingRule& r) { return isSamePlace(r, now); });
    return before == m_base->rules.end() || !(*before == now);
}

std::size_t CatalogueDraft::addRule(RoutingRule rule)
{
    std::size_t after = m_edited.rules.size();
    for (std::size_t i = 0; i < m_edited.rules.size(); ++i) {
        if (isSamePlace(m_edited.rules[i], rule)) return i;
        if (m_edited.rules[i].matter == rule.matter) after = i + 1;
    }
    m_edited.rules.insert(m_edited.rules.begin() + static_cast<std::ptrdiff_t>(after), std::move(rule));
    return after;
}

std::string nextVersion(const std::string& version)
{
    const std::size_t dot = version.find_last_not_of("0123456789");
    const std::size_t from = dot == std::string::npos ? 0 : dot + 1;
    unsigned number = 0;
    const auto [end, problem] = std::from_chars(version.data() + from, version.data() + version.size(), number);
    if (problem != std::errc() || from == version.size()) return version + ".2";
    return version.substr(0, from) + std::to_string(number + 1);
}

} // namespace zs::catalogue
