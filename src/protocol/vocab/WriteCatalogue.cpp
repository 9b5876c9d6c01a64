#include "protocol/vocab/Catalogue.h"

#include "protocol/citypack/JsonWrite.h"
#include "protocol/citypack/Words.h"

#include <algorithm>
#include <tuple>

namespace zs::protocol {

namespace {

using namespace domain;

template <class Items, class Key>
auto sorted(const Items& items, Key key)
{
    std::vector<const typename Items::value_type*> out;
    for (const auto& item : items)
        out.push_back(&item);
    std::ranges::stable_sort(out, {}, [&](const auto* item) { return key(*item); });
    return out;
}

template <class List, class Each>
void section(std::string& out, std::string_view name, const List& list, Each each)
{
    out += ",\n\"" + std::string(name) + "\":[";
    for (std::size_t i = 0; i < list.size(); ++i) {
        JsonWrite line;
        line.open('{');
        each(line, *list[i]);
        out += (i > 0 ? ",\n" : "\n") + line.close('}').take();
    }
    out += "\n]";
}

void texts(JsonWrite& line, std::string_view key, const std::vector<std::string>& list)
{
    line.key(key).open('[');
    for (const std::string& text : list)
        line.text(text);
    line.close(']');
}

} // namespace

std::string writeCatalogue(const Catalogue& catalogue)
{
    JsonWrite head;
    head.open('{').key("format").text("zhongshu-routing-catalogue").key("version").text(catalogue.version);
    head.key("name").local(catalogue.name);
    std::string out = head.take();
    section(out, "departments", sorted(catalogue.departments, [](const Department& d) { return d.code; }),
            [](JsonWrite& line, const Department& d) { line.key("code").text(d.code).key("name").local(d.name).key("short_name").local(d.shortName); });
    section(out, "matters", sorted(catalogue.matters, [](const CatalogueMatter& m) { return m.code; }),
            [](JsonWrite& line, const CatalogueMatter& m) {
                line.key("code").text(m.code).key("list").text(words::wordOf(m.list, enumNames(m.list)));
                line.key("department").text(m.department).key("kind").text(words::wordOf(m.kind, enumNames(m.kind)));
                line.key("name").local(m.name).key("priority").text(words::wordOf(m.priority, enumNames(m.priority)));
                texts(line, "keywords", m.keywords);
            });
    section(out, "rules", sorted(catalogue.rules, [](const RoutingRule& r) { return std::tuple(r.matter, r.area, r.level); }),
            [](JsonWrite& line, const RoutingRule& r) {
                line.key("matter").text(r.matter).key("area").text(r.area).key("level").text(words::wordOf(r.level, enumNames(r.level)));
                line.key("lead").text(r.lead);
                texts(line, "assisting", r.assisting);
                line.key("priority").text(words::wordOf(r.priority, enumNames(r.priority))).key("limits").open('{');
                for (const words::LimitWord& word : words::limits) {
                    const LimitSpan& span = r.limits.*word.member;
                    if (span.isNone())
                        continue;
                    line.key(word.key).open('{').key("amount").number(span.amount);
                    line.key("unit").text(words::wordOf(span.unit, enumNames(span.unit))).close('}');
                }
                line.close('}');
            });
    return out + "}\n";
}

} // namespace zs::protocol
