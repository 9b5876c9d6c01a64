#include "domain/cases/commands/Receive.h"

#include "domain/cases/Commands.h"
#include "domain/cases/commands/Rules.h"
#include "domain/cases/Masking.h"
#include "domain/city/City.h"

namespace zs::domain {

namespace {

/// A fix is some ten metres off, and officers report from across the road: so far outside of its box a grid may still be right.
constexpr double slackDegrees = 0.003; // 330 m north, 300 m east

bool mayLieIn(const Grid& grid, GeoPoint place)
{
    GeoBounds box;
    for (const GeoPolygon& polygon : grid.shape)
        for (const GeoRing& ring : polygon)
            for (const GeoPoint corner : ring)
                box.include(corner);
    return box.isEmpty()
           || (place.lon >= box.west - slackDegrees && place.lon <= box.east + slackDegrees && place.lat >= box.south - slackDegrees
               && place.lat <= box.north + slackDegrees);
}

/// Whose case it is follows from where it is: a grid that the sender names elsewhere gives way to the place.
GridId gridOf(const Receive& command, const Context& context)
{
    const Grid* named = context.city.grid(command.grid);
    if (command.grid && (!named || mayLieIn(*named, command.place)))
        return command.grid;
    return context.surroundings.gridAt(command.place);
}

/// A channel says what else is owed (mediation first, the 110 ruling), so a system can't claim one that it isn't.
bool mayClaim(Role role, Channel channel)
{
    using C = Channel;
    const bool isOurField = channel == C::GridApp || channel == C::CitizenPhoto || channel == C::NightVisit;
    switch (role) {
    case Role::FieldApp: return isOurField;
    case Role::Intake: return channel == C::CitizenPhoto || (!isOurField && channel != C::WalkIn);
    default: return true;
    }
}

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
    if (!mayClaim(context.actor.role, command.channel))
        return refuse("receive.channel", "这个系统不能用此来源渠道报送事件。", "This system can't hand in cases under that channel.");
    auto title = takeText(command.title, 1, 80, "标题", "The title", context);
    if (!title)
        return Refused(std::move(title.error()));
    auto detail = takeText(command.detail, 0, 4000, "内容", "The detail", context);
    if (!detail)
        return Refused(std::move(detail.error()));
    if (auto bad = checkForm(command.reporterName, 0, 40, "反映人姓名", "The reporter's name"))
        return Refused(*bad);
    if (auto bad = checkForm(command.reporterPhone, 0, 20, "反映人电话", "The reporter's phone"))
        return Refused(*bad);
    const GridId grid = gridOf(command, context);
    if (grid.isNone())
        return refuse("case.outside", "地点不在本市任何网格内。", "The place lies in none of the city's grids.");
    if (!context.city.grid(grid))
        return refuse("grid.unknown", "没有这个网格。", "There is no such grid.");
    if (auto bad = mustBeInTown(grid, context))
        return Refused(*bad);
    Received received{command.kind, command.channel, std::move(title->text), std::move(detail->text), command.place, grid,
                      command.priority, {maskName(command.reporterName), maskPhone(command.reporterPhone)},
                      firstLevel(context.city), standardLimits(), static_cast<std::uint16_t>(title->masked + detail->masked)};
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
