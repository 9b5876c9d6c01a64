// How long each part of a case may take, and what stops the clocks of all of them.
#pragma once

#include "base/Clock.h"
#include "domain/sla/LimitSpan.h"

namespace zs::domain {

/// Set by the matter when a case is classified; the case keeps its own, so a later catalogue changes no running clock.
struct TimeLimits {
    LimitSpan registration{}; ///< start → classified (登记分流)
    LimitSpan response{};     ///< start → first routed or dispatched (首次响应)
    LimitSpan acceptance{};   ///< routed → accepted or returned (签收)
    LimitSpan onScene{};      ///< start → on scene (到场)
    LimitSpan report{};       ///< start → finished (办结反馈)
    LimitSpan followUp{};     ///< finished → followed up (回访)

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("registration", self.registration, optionalField);
        v("response", self.response, optionalField);
        v("acceptance", self.acceptance, optionalField);
        v("on_scene", self.onScene, optionalField);
        v("report", self.report, optionalField);
        v("follow_up", self.followUp, optionalField);
    }
    bool operator==(const TimeLimits&) const = default;
};

/// A time in which no clock of a case runs (挂起): [from, to); `to` = epoch while it lasts. Once `until` has passed the clocks
/// run again even if nobody has resumed the case, so that none stands still because it was forgotten.
struct Pause {
    TimePoint from{}, to{};
    TimePoint until{}; ///< as planned; epoch: open-ended

    bool isRunning() const { return to == TimePoint{}; }
    /// When the clocks run again, as seen at `now`.
    TimePoint endAt(TimePoint now) const
    {
        const TimePoint end = isRunning() ? now : to;
        return until != TimePoint{} && until < end ? until : end;
    }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("from", self.from);
        v("to", self.to, optionalField);
        v("until", self.until, optionalField);
    }
    bool operator==(const Pause&) const = default;
};

} // namespace zs::domain
