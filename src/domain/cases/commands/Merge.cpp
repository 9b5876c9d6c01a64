#include "domain/cases/commands/Merge.h"

#include "domain/cases/commands/Rules.h"

namespace zs::domain {

tl::expected<Merged, Rejection> decide(const Case& state, const Merge& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (command.into == state.id)
        return refuse("merge.itself", "事件不能并入自己。", "A case can't be merged into itself.");
    const Case* parent = context.surroundings.find(command.into);
    if (!parent || parent->phase == Phase::None)
        return Refused(unknownParent());
    if (parent->phase == Phase::Merged)
        return refuse("merge.chain", "要并入的事件本身已并入 " + displayNumber(parent->mergedInto) + "。",
                      "That case was itself merged into " + displayNumber(parent->mergedInto) + ".");
    if (!parent->isOpen())
        return refuse("merge.closed", "要并入的事件已经办结或不予受理。", "That case is closed already.");
    if (auto bad = mustBeInScope(*parent, context))
        return Refused(*bad);
    if (auto bad = checkText(command.reason, 0, 200, "理由", "The reason"))
        return Refused(*bad);
    return Merged{command.into, command.reason};
}

// Nothing but these three changes, so that taking it back restores the case to the bit.
void evolve(Case& state, const Merged& event, TimePoint at, const std::string&)
{
    state.beforeMerge = state.phase;
    state.phase = Phase::Merged;
    state.mergedInto = event.into;
    state.mergedAt = at;
}

tl::expected<Unmerged, Rejection> decide(const Case& state, const Unmerge& command, const Context&)
{
    if (state.phase == Phase::None)
        return Refused(*mustBeOpen(state));
    if (state.phase != Phase::Merged)
        return refuse("unmerge.single", "事件没有并入别的事件。", "The case isn't merged into another one.");
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Unmerged{state.mergedInto, command.reason};
}

void evolve(Case& state, const Unmerged&, TimePoint, const std::string&)
{
    leaveParent(state);
}

} // namespace zs::domain
