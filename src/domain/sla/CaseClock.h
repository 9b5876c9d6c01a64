// The instants at which the time limits of an open case change by themselves. Worked out once, when the case or the calendar
// changes, so that lists of 100,000 cases needn't ask the calendar about each of them whenever they are read.
//
// Time points only, never a state: what is near or late is decided on read, by the reader's now. There is nothing to get stuck.
// At every instant it says what limitsOf(), nextLimit() and nextDeadline() say (Limits.h).
#pragma once

#include "domain/sla/Limits.h"

namespace zs::domain {

enum class Urgency : std::uint8_t { Calm, Near, Late };

/// Of a case that isn't open: never, in every field.
struct CaseClock {
    static constexpr TimePoint never = TimePoint::max();

    TimePoint deadline = never;        ///< of nextDeadline()
    TimePoint lateAfter = never;       ///< past it a limit is late; the deadline, but for what was late before an open-ended pause
    TimePoint nearFrom = never;        ///< from it on some limit is near, unless the case is paused
    TimePoint nearestNearFrom = never; ///< the same of the limit with the nearest deadline, nextLimit()
    TimePoint pausedUntil{};           ///< before it only lateness counts; never: until somebody resumes the case

    /// Of all limits of the case together.
    Urgency urgency(TimePoint now) const { return at(now, nearFrom); }
    /// Of nextLimit() alone.
    Urgency nearestUrgency(TimePoint now) const { return at(now, nearestNearFrom); }
    /// The first instant after `now` at which urgency() is another; never if it stays until the case changes.
    TimePoint nextChange(TimePoint now) const { return change(now, nearFrom); }
    /// The same of nearestUrgency().
    TimePoint nearestChange(TimePoint now) const { return change(now, nearestNearFrom); }

    bool operator==(const CaseClock&) const = default;

private:
    TimePoint change(TimePoint now, TimePoint near) const;
    Urgency at(TimePoint now, TimePoint near) const
    {
        if (now > lateAfter)
            return Urgency::Late;
        return now >= near && now >= pausedUntil ? Urgency::Near : Urgency::Calm;
    }
};

/// Pure. Well under a microsecond for a case that was never suspended.
CaseClock clockOf(const Case& state, const WorkCalendar& calendar);

} // namespace zs::domain
