#include "domain/cases/commands/Receive.h"

#include "domain/cases/Commands.h"
#include "domain/cases/commands/Rules.h"
#include "domain/cases/Masking.h"
#include "domain/city/City.h"

namespace zs::domain {

namespace {

/// The case that this one is said to be a duplicate of.
tl::expected<const Case*, Rejection> original(const Receive& command, const Context& context)
{
    if (!isAllowed(context.actor.role, Merge{}))
        return Refused(forbidden({}, Merge{}));
    const Case* known = context.surroundings.find(command.duplicateOf);
    if (!known || known->phase == Phase::None)
        return Refused(unknownParent());
    if (auto bad = mustBeInScope(*known, context))
        return Refused(std::move(*bad));
    return known;
}

} // namespace

tl::expected<Received, Rejection> decide(const Case& state, const Receive& command, const Context& context)
{
    if (state.phase != Phase::None)
        return refuse("case.exists", "事件已经受理过。", "The case has been received already.");
    if (auto bad = checkText(command.title, 1, 80, "标题", "The title"))
        return Refused(*bad);
    if (auto bad = checkText(command.detail, 0, 4000, "内容", "The detail"))
        return Refused(*bad);
    if (auto bad = checkText(command.reporterName, 0, 40, "反映人姓名", "The reporter's name"))
        return Refused(*bad);
    if (auto bad = checkText(command.reporterPhone, 0, 20, "反映人电话", "The reporter's phone"))
        return Refused(*bad);
    const GridId grid = command.grid ? command.grid : context.surroundings.gridAt(command.place);
    if (grid.isNone())
        return refuse("case.outside", "地点不在本市任何网格内。", "The place lies in none of the city's grids.");
    if (!context.city.grid(grid))
        return refuse("grid.unknown", "没有这个网格。", "There is no such grid.");
    if (auto bad = mustBeInTown(grid, context))
        return Refused(*bad);
    Received received{command.kind, command.channel, command.title, command.detail, command.place, grid,
                      command.priority, {maskName(command.reporterName), maskPhone(command.reporterPhone)},
                      context.actor.level, standardLimits()};
    if (!command.duplicateOf)
        return received;
    const auto known = original(command, context);
    if (!known)
        return Refused(known.error());
    // What the citizen said is filed in any case: a case that was closed meanwhile takes nothing in, but is named.
    ((*known)->isOpen() ? received.mergedInto : received.repeats) = command.duplicateOf;
    return received;
}

void evolve(Case& state, const Received& event, TimePoint at, const std::string& by)
{
    state.phase = Phase::Received;
    state.kind = event.kind;
    state.channel = event.channel;
    state.title = event.title;
    state.detail = event.detail;
    state.place = event.place;
    state.grid = event.grid;
    state.priority = event.priority;
    state.reporter = event.reporter;
    state.firstReceiver = by;
    state.level = event.level;
    // A journal from before limits were given at intake: no open case is without a clock.
    state.limits = event.limits == TimeLimits{} ? standardLimits() : event.limits;
    state.receivedAt = at;
    state.clockAt = at;
    state.phaseAt = at;
    if (event.mergedInto)
        evolve(state, Merged{event.mergedInto, {}}, at, by);
    if (event.repeats)
        state.links.push_back({event.repeats, LinkKind::Repeat});
}

} // namespace zs::domain
