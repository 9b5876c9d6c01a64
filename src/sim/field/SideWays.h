// What happens beside the straight way of a case: rulings on 110 calls, requests and their decisions, whistles, supervision,
// mediation, merges, ratings, follow-ups, the archive. Pure: an event in, steps of other people out.
#pragma once

#include "domain/cases/Commands.h"
#include "domain/city/City.h"
#include "sim/city/Random.h"

#include <unordered_map>
#include <vector>

namespace zs::sim {

/// Somebody does something `min` to `max` seconds later (at pace 1), unless the case has gone to another phase by then.
struct SideStep {
    domain::Role as;
    double min, max;
    domain::CaseCommand command;
};

/// How believable days look (PEERS.md, DOMAIN.md §3): most cases go straight; some hundredths ask, whistle, are supervised.
std::vector<SideStep> sideWays(const domain::Case& state, const domain::CaseEvent& event, TimePoint now,
                               const std::unordered_map<CaseId, domain::Case>& open, const domain::City& city, Random& random);

} // namespace zs::sim
