// Events of many cases in the order of a journal, made by random people who try everything that is legal.
#pragma once

#include "tests/domain/Life.h"

#include <vector>

namespace zs::bench {

/// A command that was legal, and where: for measuring decide() on cases as they really look.
struct Decision {
    domain::Case state;
    domain::CaseCommand command;
    domain::Actor actor;
};

struct Lives {
    std::vector<domain::RecordedEvent> events; ///< case ids 1 … cases
    std::vector<Decision> decisions;
    std::size_t cases = 0;
};

Lives makeLives(const domain::City& city, const domain::Surroundings& around, TimePoint now, std::size_t events,
                std::size_t decisions);

} // namespace zs::bench
