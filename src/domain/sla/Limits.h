// Time limits of a case, recomputed whenever they are read: nothing is stored that could get stuck.
// Clock time is used; working-day calendars extend this file's functions.
#pragma once

#include "base/Clock.h"
#include "domain/cases/Case.h"

#include <array>
#include <optional>

namespace zs::domain {

enum class LimitKind { Response, OnScene, Report };
enum class LimitState { NoLimit, Running, NearLimit, Late, Met, MetLate };

/// At and above this share of the limit a case counts as near it (80 %, DOMAIN.md and GB/T 30428 practice).
inline constexpr double nearLimitShare = 0.8;

struct Limit {
    LimitKind kind = LimitKind::Response;
    LimitState state = LimitState::NoLimit;
    Millis allowed{0};
    Millis used{0};        ///< until now, or until it was met
    TimePoint deadline{};

    Millis left() const { return allowed - used; } ///< negative = late by that much
    double share() const { return allowed.count() > 0 ? double(used.count()) / double(allowed.count()) : 0; }
};

/// The three limits of a case at `now`, in the order of LimitKind.
std::array<Limit, 3> limitsOf(const Case& state, TimePoint now);
/// The one that matters now: the running limit with the nearest deadline; none for a finished case or one without limits.
std::optional<Limit> nextLimit(const Case& state, TimePoint now);
/// The deadline of nextLimit(), which doesn't depend on `now`.
std::optional<TimePoint> nextDeadline(const Case& state);

} // namespace zs::domain
