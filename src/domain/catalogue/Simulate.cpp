#include "domain/catalogue/Simulate.h"

namespace zs::domain {

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
    const std::string count = std::to_string(out.moves.size()), all = std::to_string(out.looked);
    if (out.moves.empty())
        out.summary = {"在办的 " + all + " 件事件去向不变。", "All " + all + " open cases would have gone where they are."};
    else if (out.moves.size() == 1)
        out.summary = {"这 1 件在办事件将改转他处。", "This open case would have gone elsewhere."};
    else
        out.summary = {"这 " + count + " 件在办事件将改转他处。", "These " + count + " open cases would have gone elsewhere."};
    return out;
}

} // namespace zs::domain
