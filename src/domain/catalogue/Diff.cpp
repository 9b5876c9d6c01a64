#include "domain/catalogue/Diff.h"

#include <map>
#include <tuple>

namespace zs::domain {

namespace {

using RuleKey = std::tuple<std::string_view, std::string_view, RuleLevel>;

std::string_view keyOf(const Department& d) { return d.code; }
std::string_view keyOf(const CatalogueMatter& m) { return m.code; }
RuleKey keyOf(const RoutingRule& r) { return {r.matter, r.area, r.level}; }

/// Collects "what: old → new" for every part that differs.
class Parts {
public:
    void compare(const LocalText& what, const LocalText& before, const LocalText& after)
    {
        if (before == after)
            return;
        m_text.zh += (m_text.zh.empty() ? "" : "；") + what.zh + " " + before.zh + " → " + after.zh;
        m_text.en += (m_text.en.empty() ? "" : "; ") + what.en + " " + before.en + " → " + after.en;
    }
    const LocalText& text() const { return m_text; }

private:
    LocalText m_text;
};

LocalText joined(const std::vector<std::string>& words)
{
    LocalText out;
    for (const std::string& word : words) {
        out.zh += (out.zh.empty() ? "" : "、") + word;
        out.en += (out.en.empty() ? "" : ", ") + word;
    }
    return out;
}

LocalText kindWord(CaseKind kind)
{
    switch (kind) {
    case CaseKind::Hazard: return {"隐患", "hazard"};
    case CaseKind::Dispute: return {"纠纷", "dispute"};
    case CaseKind::Request: return {"诉求", "request"};
    }
    return {};
}

class Comparison {
public:
    Comparison(const Catalogue& before, const Catalogue& after, const Names& names)
        : m_before(before), m_after(after), m_names(names)
    {
    }

    std::vector<Change> run()
    {
        each(m_before.departments, m_after.departments, ChangeOf::Department);
        each(m_before.matters, m_after.matters, ChangeOf::Matter);
        each(m_before.rules, m_after.rules, ChangeOf::Rule);
        return std::move(m_changes);
    }

private:
    template <class Item>
    void each(const std::vector<Item>& before, const std::vector<Item>& after, ChangeOf of)
    {
        std::map<decltype(keyOf(before.front())), const Item*> old;
        for (const Item& item : before)
            old.emplace(keyOf(item), &item);
        for (const Item& item : after) {
            const auto found = old.find(keyOf(item));
            if (found == old.end()) {
                add(of, ChangeKind::Added, item, {"新增：", "Added: "}, {});
                continue;
            }
            if (*found->second != item)
                add(of, ChangeKind::Changed, item, {"修改：", "Changed: "}, difference(*found->second, item));
            old.erase(found);
        }
        for (const Item& item : before) {
            if (old.contains(keyOf(item)))
                add(of, ChangeKind::Removed, item, {"删除：", "Removed: "}, {});
        }
    }

    template <class Item>
    void add(ChangeOf of, ChangeKind kind, const Item& item, const LocalText& verb, const LocalText& what)
    {
        const LocalText name = title(item);
        Change change{of, kind, subject(item), {verb.zh + name.zh, verb.en + name.en}};
        if (!what.zh.empty()) {
            change.sentence.zh += "：" + what.zh;
            change.sentence.en += ": " + what.en;
        }
        change.sentence.zh += "。";
        change.sentence.en += ".";
        m_changes.push_back(std::move(change));
    }

    static std::string subject(const Department& d) { return d.code; }
    static std::string subject(const CatalogueMatter& m) { return m.code; }
    static std::string subject(const RoutingRule& r) { return r.matter; }

    LocalText title(const Department& d) const { return {"部门 " + d.name.zh, "department " + d.name.en}; }
    LocalText title(const CatalogueMatter& m) const { return {"事项“" + m.name.zh + "”", "matter \"" + m.name.en + "\""}; }
    LocalText title(const RoutingRule& r) const
    {
        const CatalogueMatter* m = m_after.matter(r.matter);
        if (!m)
            m = m_before.matter(r.matter);
        const LocalText name = m ? m->name : LocalText{r.matter, r.matter};
        const LocalText area = m_names.area(r.area), level = wordOf(r.level), lead = m_names.agency(r.lead);
        return {"“" + name.zh + "”在" + area.zh + "（" + level.zh + "）的规则（" + lead.zh + "主办）",
                "rule for \"" + name.en + "\" in " + area.en + " (" + level.en + ", led by " + lead.en + ")"};
    }

    LocalText difference(const Department& before, const Department& after) const
    {
        Parts parts;
        parts.compare({"名称", "name"}, before.name, after.name);
        parts.compare({"简称", "short name"}, before.shortName, after.shortName);
        return parts.text();
    }

    LocalText difference(const CatalogueMatter& before, const CatalogueMatter& after) const
    {
        Parts parts;
        parts.compare({"名称", "name"}, before.name, after.name);
        parts.compare({"归口", "department"}, m_names.agency(before.department), m_names.agency(after.department));
        parts.compare({"类别", "kind"}, kindWord(before.kind), kindWord(after.kind));
        parts.compare({"优先级", "priority"}, wordOf(before.priority), wordOf(after.priority));
        parts.compare({"关键词", "keywords"}, joined(before.keywords), joined(after.keywords));
        if (before.list != after.list)
            parts.compare({"清单", "list"}, listWord(before.list), listWord(after.list));
        return parts.text();
    }

    static LocalText listWord(MatterList list)
    {
        return list == MatterList::Grid ? LocalText{"入格事项", "grid matters"} : LocalText{"纠纷类型", "dispute types"};
    }

    LocalText difference(const RoutingRule& before, const RoutingRule& after) const
    {
        Parts parts;
        parts.compare({"主办", "lead"}, m_names.agency(before.lead), m_names.agency(after.lead));
        if (before.assisting != after.assisting)
            parts.compare({"协办", "assisting"}, orNone(m_names.agencies(before.assisting)), orNone(m_names.agencies(after.assisting)));
        parts.compare({"优先级", "priority"}, wordOf(before.priority), wordOf(after.priority));
        const struct {
            LocalText name;
            LimitSpan TimeLimits::*member;
        } limits[] = {{{"登记时限", "registration limit"}, &TimeLimits::registration}, {{"响应时限", "response limit"}, &TimeLimits::response},
                      {{"签收时限", "acceptance limit"}, &TimeLimits::acceptance},     {{"到场时限", "on-scene limit"}, &TimeLimits::onScene},
                      {{"办结时限", "report limit"}, &TimeLimits::report},             {{"回访时限", "follow-up limit"}, &TimeLimits::followUp}};
        for (const auto& limit : limits)
            parts.compare(limit.name, wordsOf(before.limits.*limit.member), wordsOf(after.limits.*limit.member));
        return parts.text();
    }

    static LocalText orNone(LocalText text) { return text.zh.empty() ? LocalText{"无", "none"} : text; }

    const Catalogue& m_before;
    const Catalogue& m_after;
    const Names& m_names;
    std::vector<Change> m_changes;
};

} // namespace

std::vector<Change> diff(const Catalogue& before, const Catalogue& after, const Names& names)
{
    return Comparison(before, after, names).run();
}

} // namespace zs::domain
