// What another calendar would change for an open case, before it is published.
#pragma once

#include "domain/sla/Limits.h"

#include <optional>

namespace zs::domain {

struct DeadlineChange {
    CaseId id;
    LimitKind kind = LimitKind::Report;
    Deadline before, after;
    LimitState stateBefore = LimitState::Running, stateAfter = LimitState::Running;

    /// Time the case gains; negative: it loses some.
    Millis gained() const { return after.at - before.at; }
};

/// Of the limits that run, the one with the nearest new deadline among those whose deadline or basis would be another;
/// none for most cases and for those that aren't open.
std::optional<DeadlineChange> changeOf(const Case& state, const WorkCalendar& before, const WorkCalendar& after, TimePoint now);

} // namespace zs::domain
