// Deadlines by the work calendar: what the product judges its indicators by.
#pragma once

#include "domain/indicators/Deadlines.h"
#include "domain/sla/WorkCalendar.h"

namespace zs::domain::indicators {

/// `calendar` outlives it. Immutable; any thread.
class CalendarDeadlines final : public Deadlines {
public:
    explicit CalendarDeadlines(const WorkCalendar& calendar) : m_calendar(calendar) {}

    TimePoint report(const Case& state) const override;
    TimePoint reportAsSet(const Case& state) const override;
    TimePoint followUp(const Case& state) const override;
    TimePoint reportIn(const Case& state, const WhistleCall& call) const override;
    TimePoint answer(const Case& state, const SupervisionStep& step) const override;

private:
    TimePoint after(const Case& state, TimePoint start, LimitSpan span) const;

    const WorkCalendar& m_calendar;
};

} // namespace zs::domain::indicators
