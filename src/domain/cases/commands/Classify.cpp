#include "domain/cases/commands/Classify.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"

namespace zs::domain {

tl::expected<Classified, Rejection> decide(const Case& state, const Classify& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase != Phase::Received && state.phase != Phase::Classified)
        return Refused(wrongPhase(state, "登记", "classified"));
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    const Matter* matter = context.city.matter(command.matter);
    if (!matter)
        return refuse("matter.unknown", "事项目录里没有这一项。", "The catalogue has no such matter.");
    const TimeLimits limits = command.priority == Priority::Urgent ? urgentLimits(matter->limits) : withReportLimit(matter->limits);
    return Classified{command.matter, matter->kind, command.priority, limits};
}

void evolve(Case& state, const Classified& event, TimePoint at, const std::string&)
{
    state.phase = Phase::Classified;
    state.matter = event.matter;
    state.kind = event.kind;
    state.priority = event.priority;
    state.limits = event.limits;
    state.phaseAt = at;
    if (state.classifiedAt == TimePoint{})
        state.classifiedAt = at;
}

} // namespace zs::domain
