#include "domain/indicators/CalendarDeadlines.h"

#include "domain/sla/Limits.h"

namespace zs::domain::indicators {

namespace {

TimePoint startOf(const Case& state) { return state.clockAt == TimePoint{} ? state.receivedAt : state.clockAt; }

} // namespace

TimePoint CalendarDeadlines::after(const Case& state, TimePoint start, LimitSpan span) const
{
    if (span.isNone() || start == TimePoint{})
        return {};
    // At the epoch a pause without a planned end has no length yet: what the calendar answers then stands only if it came
    // before that pause. With a planned end the deadline is known, and doesn't move with the time.
    const TimePoint at = m_calendar.deadline(start, span, countedPauses(state, {})).at;
    const bool openEnded = state.isSuspended() && state.pauses.back().until == TimePoint{};
    return openEnded && at > state.pauses.back().from ? TimePoint{} : at;
}

TimePoint CalendarDeadlines::reportAsSet(const Case& state) const
{
    return after(state, startOf(state), state.limits.report);
}

TimePoint CalendarDeadlines::report(const Case& state) const
{
    TimePoint at = reportAsSet(state);
    for (const LimitSpan& extension : state.extensions)
        if (!extension.isNone())
            at = after(state, at, extension);
    return at;
}

TimePoint CalendarDeadlines::followUp(const Case& state) const
{
    return after(state, state.finishedAt, state.limits.followUp);
}

TimePoint CalendarDeadlines::reportIn(const Case& state, const WhistleCall& call) const
{
    return after(state, call.at, call.within);
}

TimePoint CalendarDeadlines::answer(const Case& state, const SupervisionStep& step) const
{
    return after(state, step.at, step.within);
}

} // namespace zs::domain::indicators
