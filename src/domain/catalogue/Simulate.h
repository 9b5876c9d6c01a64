// What a new catalogue would have done with the cases that are open now, said before it is published.
#pragma once

#include "domain/catalogue/Router.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace zs::domain {

enum class Placed {
    ByRule, ///< the case lies where the old catalogue says, or isn't routed yet
    ByHand  ///< a person has sent it elsewhere; a new rule moves nothing by itself
};

/// A case that the new catalogue sends elsewhere.
struct Move {
    CaseId id;
    std::string from, to; ///< lead agencies; empty: no rule
    Placed placed = Placed::ByRule;
    LocalText why;        ///< the new rule's reason
};

struct Simulation {
    std::vector<Move> moves;        ///< in the order of the cases
    std::size_t looked = 0;         ///< cases in all
    std::size_t newAssistants = 0;  ///< same lead, but others assist
    std::size_t newLimits = 0;      ///< same lead, but other limits or priority (open cases keep those they have)
    LocalText summary;              ///< "这 312 件在办事件将改转他处。" / "These 312 open cases would have gone elsewhere."
};

/// Adds the result for further cases, as if they had been looked at in one go.
void append(Simulation& to, Simulation more);

/// A hundred thousand cases take some tens of ms: off the GUI thread.
Simulation simulate(const Router& before, const Router& after, std::span<const RoutedCase> openCases);

} // namespace zs::domain
