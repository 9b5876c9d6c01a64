#include "domain/cases/commands/Link.h"

#include "domain/cases/commands/Rules.h"

#include <algorithm>

namespace zs::domain {

tl::expected<Linked, Rejection> decide(const Case& state, const Link& command, const Context& context)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (command.other == state.id)
        return refuse("link.itself", "事件不能关联自己。", "A case can't be linked to itself.");
    const Case* other = context.surroundings.find(command.other);
    if (!other || other->phase == Phase::None)
        return refuse("link.unknown", "没有要关联的事件。", "There is no case to link it to.");
    if (std::ranges::find(state.links, command.other, &CaseLink::other) != state.links.end())
        return refuse("link.twice", "两个事件已经关联。", "The cases are linked already.");
    if (state.links.size() >= maxFacts)
        return Refused(tooMany("关联", "links"));
    return Linked{command.other, command.kind};
}

void evolve(Case& state, const Linked& event, TimePoint, const std::string&)
{
    state.links.push_back({event.other, event.kind});
}

tl::expected<Unlinked, Rejection> decide(const Case& state, const Unlink& command, const Context&)
{
    if (auto bad = mustExist(state))
        return Refused(*bad);
    if (std::ranges::find(state.links, command.other, &CaseLink::other) == state.links.end())
        return refuse("unlink.none", "两个事件没有关联。", "The cases aren't linked.");
    return Unlinked{command.other};
}

void evolve(Case& state, const Unlinked& event, TimePoint, const std::string&)
{
    std::erase_if(state.links, [&](const CaseLink& link) { return link.other == event.other; });
}

} // namespace zs::domain
