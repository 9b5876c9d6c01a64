#include "ui/catalogue/CatalogueDraft.h"

#include <algorithm>
#include <charconv>

namespace zs::catalogue {

using domain::CatalogueMatter;
using domain::Department;
using domain::RoutingRule;

namespace {

bool isSame(const RoutingRule& a, const RoutingRule& b) { return a.matter == b.matter && a.area == b.area && a.level == b.level; }
bool isSame(const CatalogueMatter& a, const CatalogueMatter& b) { return a.code == b.code; }
bool isSame(const Department& a, const Department& b) { return a.code == b.code; }

template <class Entry>
bool differs(const std::vector<Entry>& base, const std::vector<Entry>& edited, std::size_t index)
{
    const Entry& now = edited.at(index);
    // Nearly always the same entry; a whole walk only where entries were added or removed before it.
    if (index < base.size() && isSame(base[index], now)) return !(base[index] == now);
    const auto before = std::ranges::find_if(base, [&](const Entry& e) { return isSame(e, now); });
    return before == base.end() || !(*before == now);
}

} // namespace

CatalogueDraft::CatalogueDraft(std::shared_ptr<const domain::Catalogue> base) : m_base(std::move(base)), m_edited(*m_base) {}

bool CatalogueDraft::isEdited(domain::ChangeOf of, std::size_t index) const
{
    switch (of) {
    case domain::ChangeOf::Department: return differs(m_base->departments, m_edited.departments, index);
    case domain::ChangeOf::Matter: return differs(m_base->matters, m_edited.matters, index);
    case domain::ChangeOf::Rule: return differs(m_base->rules, m_edited.rules, index);
    }
    return false;
}

// --- steps --------------------------------------------------------------------------------------------------------

template <>
std::vector<Department>& CatalogueDraft::list() { return m_edited.departments; }
template <>
std::vector<CatalogueMatter>& CatalogueDraft::list() { return m_edited.matters; }
template <>
std::vector<RoutingRule>& CatalogueDraft::list() { return m_edited.rules; }

template <class Entry>
void CatalogueDraft::set(std::vector<AnyEdit>& edits, std::size_t at, Entry to)
{
    Entry& now = list<Entry>().at(at);
    if (now == to) return;
    edits.push_back(Edit<Entry>{at, now, to});
    now = std::move(to);
}

template <class Entry>
void CatalogueDraft::insert(std::vector<AnyEdit>& edits, std::size_t at, Entry entry)
{
    edits.push_back(Edit<Entry>{at, std::nullopt, entry});
    list<Entry>().insert(list<Entry>().begin() + static_cast<std::ptrdiff_t>(at), std::move(entry));
}

template <class Entry>
void CatalogueDraft::erase(std::vector<AnyEdit>& edits, std::size_t at)
{
    edits.push_back(Edit<Entry>{at, list<Entry>().at(at), std::nullopt});
    list<Entry>().erase(list<Entry>().begin() + static_cast<std::ptrdiff_t>(at));
}

void CatalogueDraft::keep(std::string field, std::vector<AnyEdit> edits)
{
    if (edits.empty()) return;
    m_steps.resize(m_done); // what was undone before is given up
    const auto joins = [&] {
        if (field.empty() || m_steps.empty() || m_steps.back().field != field || m_steps.back().edits.size() != 1 || edits.size() != 1) return false;
        return std::visit(
            [&](auto& last) {
                const auto* next = std::get_if<std::remove_cvref_t<decltype(last)>>(&edits.front());
                if (!next || next->at != last.at || !last.before || !last.after || !next->after) return false;
                last.after = next->after;
                return true;
            },
            m_steps.back().edits.front());
    };
    if (joins()) return;
    m_steps.push_back({std::move(field), std::move(edits)});
    m_done = m_steps.size();
}

void CatalogueDraft::undo()
{
    if (!canUndo()) return;
    const Step& step = m_steps[--m_done];
    for (auto edit = step.edits.rbegin(); edit != step.edits.rend(); ++edit)
        std::visit(
            [this]<class Entry>(const Edit<Entry>& e) {
                auto& all = list<Entry>();
                const auto at = all.begin() + static_cast<std::ptrdiff_t>(e.at);
                if (!e.before) all.erase(at);
                else if (!e.after) all.insert(at, *e.before);
                else *at = *e.before;
            },
            *edit);
}

void CatalogueDraft::redo()
{
    if (!canRedo()) return;
    const Step& step = m_steps[m_done++];
    for (const AnyEdit& edit : step.edits)
        std::visit(
            [this]<class Entry>(const Edit<Entry>& e) {
                auto& all = list<Entry>();
                const auto at = all.begin() + static_cast<std::ptrdiff_t>(e.at);
                if (!e.after) all.erase(at);
                else if (!e.before) all.insert(at, *e.after);
                else *at = *e.after;
            },
            edit);
}

// --- rules --------------------------------------------------------------------------------------------------------

std::optional<std::size_t> CatalogueDraft::cityRule(std::string_view matter) const
{
    const auto& rules = m_edited.rules;
    const auto found = std::ranges::find_if(rules, [&](const RoutingRule& r) {
        return r.matter == matter && r.area.empty() && r.level == domain::RuleLevel::Any;
    });
    return found == rules.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rules.begin()));
}

void CatalogueDraft::setRule(std::size_t index, RoutingRule to, std::string_view field)
{
    std::vector<AnyEdit> edits;
    set(edits, index, std::move(to));
    keep(std::string(field), std::move(edits));
}

std::size_t CatalogueDraft::addRule(RoutingRule rule)
{
    std::size_t after = m_edited.rules.size();
    for (std::size_t i = 0; i < m_edited.rules.size(); ++i) {
        if (isSame(m_edited.rules[i], rule)) return i;
        if (m_edited.rules[i].matter == rule.matter) after = i + 1;
    }
    std::vector<AnyEdit> edits;
    insert(edits, after, std::move(rule));
    keep({}, std::move(edits));
    return after;
}

void CatalogueDraft::removeRule(std::size_t index)
{
    std::vector<AnyEdit> edits;
    erase<RoutingRule>(edits, index);
    keep({}, std::move(edits));
}

// --- matters ------------------------------------------------------------------------------------------------------

void CatalogueDraft::setMatter(std::size_t index, CatalogueMatter to, std::string_view field)
{
    std::vector<AnyEdit> edits;
    const std::string before = m_edited.matters.at(index).code, after = to.code;
    set(edits, index, std::move(to));
    for (std::size_t i = 0; before != after && i < m_edited.rules.size(); ++i) {
        if (m_edited.rules[i].matter != before) continue;
        RoutingRule rule = m_edited.rules[i];
        rule.matter = after;
        set(edits, i, std::move(rule));
    }
    keep(std::string(field), std::move(edits));
}

std::size_t CatalogueDraft::addMatter(CatalogueMatter matter, const RoutingRule& like)
{
    // Behind the last one of its department, its rule behind that one's.
    std::size_t at = m_edited.matters.size();
    for (std::size_t i = 0; i < m_edited.matters.size(); ++i)
        if (m_edited.matters[i].department == matter.department) at = i + 1;
    RoutingRule rule = like;
    rule.matter = matter.code;
    rule.area.clear();
    rule.level = domain::RuleLevel::Any;
    rule.lead = matter.department;
    rule.priority = matter.priority;
    std::erase(rule.assisting, rule.lead);
    std::vector<AnyEdit> edits;
    insert(edits, at, std::move(matter));
    insert(edits, m_edited.rules.size(), std::move(rule));
    keep({}, std::move(edits));
    return at;
}

void CatalogueDraft::removeMatter(std::size_t index)
{
    std::vector<AnyEdit> edits;
    const std::string code = m_edited.matters.at(index).code;
    erase<CatalogueMatter>(edits, index);
    for (std::size_t i = m_edited.rules.size(); i-- > 0;)
        if (m_edited.rules[i].matter == code) erase<RoutingRule>(edits, i);
    keep({}, std::move(edits));
}

// --- departments --------------------------------------------------------------------------------------------------

void CatalogueDraft::setDepartment(std::size_t index, Department to, std::string_view field)
{
    std::vector<AnyEdit> edits;
    const std::string before = m_edited.departments.at(index).code, after = to.code;
    set(edits, index, std::move(to));
    if (before != after) {
        for (std::size_t i = 0; i < m_edited.matters.size(); ++i) {
            CatalogueMatter matter = m_edited.matters[i];
            if (matter.department == before) matter.department = after;
            set(edits, i, std::move(matter));
        }
        for (std::size_t i = 0; i < m_edited.rules.size(); ++i) {
            RoutingRule rule = m_edited.rules[i];
            if (rule.lead == before) rule.lead = after;
            std::ranges::replace(rule.assisting, before, after);
            set(edits, i, std::move(rule));
        }
    }
    keep(std::string(field), std::move(edits));
}

std::size_t CatalogueDraft::addDepartment(Department department)
{
    std::vector<AnyEdit> edits;
    insert(edits, m_edited.departments.size(), std::move(department));
    keep({}, std::move(edits));
    return m_edited.departments.size() - 1;
}

void CatalogueDraft::removeDepartment(std::size_t index)
{
    std::vector<AnyEdit> edits;
    erase<Department>(edits, index);
    keep({}, std::move(edits));
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
