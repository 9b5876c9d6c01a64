// The instants that indicators judge by. They belong to src/domain/sla; handing them over keeps the arithmetic of working time
// out of the formulas, and lets a golden test write them by hand.
#pragma once

#include "domain/cases/Case.h"

namespace zs::domain::indicators {

/// Every answer is the epoch where there is no such limit. Pure; any thread.
class Deadlines {
public:
    virtual ~Deadlines() = default;
    /// To report back (办结), moved by pauses and granted extensions. While the case is suspended without a planned end: the
    /// epoch, unless the limit had run out before.
    virtual TimePoint report(const Case& state) const = 0;
    /// The same without the extensions: the limit as it was first set.
    virtual TimePoint reportAsSet(const Case& state) const = 0;
    virtual TimePoint followUp(const Case& state) const = 0;
    virtual TimePoint reportIn(const Case& state, const WhistleCall& call) const = 0;
    virtual TimePoint answer(const Case& state, const SupervisionStep& step) const = 0;
};

} // namespace zs::domain::indicators
