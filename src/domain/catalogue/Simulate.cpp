#include "domain/catalogue/Simulate.h"

#include <iterator>

namespace zs::domain {

namespace {

LocalText summaryOf(const Simulation& s)
{
    const std::string count = std::to_string(s.moves.size()), all = std::to_string(s.looked);
    if (s.moves.empty())
        return {"在办的 " + all + " 件事件去向不变。", "All " + all + " open cases would have gone where they are."};
    if (s.moves.size() == 1)
        return {"这 1 件在办事件将改转他处。", "This open case would have gone elsewhere."};
    return {"这 " + count + " 件在办事件将改转他处。", "These " + count + " open cases would have gone elsewhere."};
}

} // namespace

void append(Simulation& to, Simulation more)
{
    std::move(more.moves.begin(), more.moves.end(), std::back_inserter(to.moves));
    to.looked += more.looked;
    to.newAssistants += more.newAssistants;
    to.newLimits += more.newLimits;
    to.summary = summaryOf(to);
}

Simulation simulate(const Router& before, const Router& after, std::span<const RoutedCase> openCases)
{
    Simulation out;
    out.looked = openCases.size();
    for (const RoutedCase& open : openCases) {
        const RoutingRule* old = before.ruleFor(open);
        const RoutingRule* now = after.ruleFor(open);
        const std::string from = old ? old->lead : std::string(), to = now ? now->lead : std::string();
        if (from != to) {
            const bool byHand = !open.lead.empty() && open.lead != from;
            out.moves.push_back({open.id, from, to, byHand ? Placed::ByHand : Placed::ByRule, after.route(open).why});
        } else if (old && now) {
            out.newAssistants += old->assisting != now->assisting;
            out.newLimits += old->limits != now->limits || old->priority != now->priority;
        }
    }
    out.summary = summaryOf(out);
    return out;
}

} // namespace zs::domain
