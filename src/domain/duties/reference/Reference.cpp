#include "domain/duties/reference/Reference.h"

#include "domain/duties/DutyRules.h"

#include <algorithm>

namespace zs::domain {

const Publication* Reference::find(std::uint32_t published) const
{
    const auto it = std::ranges::find(publications, published, &Publication::version);
    return it == publications.end() ? nullptr : &*it;
}

tl::expected<Published, Rejection> decide(const Reference& state, const Publish& command, const DutyContext& context)
{
    const Published& p = command.published;
    if (state.number != referenceNumber(p.kind))
        return refuse("reference.number", "编号与数据种类不符。", "The number isn't that of this kind of data.");
    if (auto bad = mustCoverTown(context, TownId{}))
        return Refused(*bad);
    const Publication* latest = state.latest();
    // Exactly the next: a leap to the largest number would end publishing for ever.
    if (const std::uint32_t next = (latest ? latest->version : 0) + 1; p.version != next) {
        const std::string said = std::to_string(next);
        return refuse("reference.version", "下一版应为第 " + said + " 版；可能有人刚发布过，请核对后再发布。",
                      "The next version is " + said + ": perhaps somebody has published meanwhile.");
    }
    if (command.content.empty() || command.content.size() > maxReferenceBytes)
        return refuse("reference.size", "内容应在 1 字节到 500 KB 之间。", "The content must have between 1 byte and 500 KB.");
    if (p.size != command.content.size())
        return refuse("reference.length", "内容长度与所报的不符。", "The content isn't as long as was said.");
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (p.sha256.size() != 64 || !std::ranges::all_of(p.sha256, isHex))
        return refuse("reference.hash_form", "校验值应为 64 位十六进制。", "The hash must be 64 hexadecimal digits.");
    if (auto bad = checkDutyText(p.note, 1, 200, "发布说明", "The note"))
        return Refused(*bad);
    return p;
}

void evolve(Reference& state, const Published& event, TimePoint at, const std::string& by)
{
    if (state.publications.size() >= Reference::kept)
        state.publications.erase(state.publications.begin());
    state.publications.push_back({event.version, event.sha256, event.size, event.note, by, at});
}

} // namespace zs::domain
