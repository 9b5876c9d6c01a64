// The calendar in force and what was edited on top of it. Values only; every edit that would break the calendar is refused
// with problemOf()'s sentence and changes nothing.
#pragma once

#include "domain/sla/WorkCalendar.h"

#include <memory>
#include <string>
#include <string_view>

namespace zs::calendar {

enum class DayChoice { AsArranged, Worked, Off };

class CalendarDraft {
public:
    explicit CalendarDraft(domain::CalendarData base);

    const domain::CalendarData& base() const { return m_base; }
    const domain::CalendarData& data() const { return m_data; }
    /// As it would be published.
    const std::shared_ptr<const domain::WorkCalendar>& calendar() const { return m_calendar; }
    bool isChanged() const { return !(m_data == m_base); }
    /// Days, hours and years that differ from the base.
    int edits() const;

    /// What the arrangement alone says of a day, without the city's own changes.
    domain::DayKind arranged(domain::CalendarDay day) const { return m_arranged->kindOf(day); }
    /// The city's own change of a day, or none.
    const domain::DayChange* change(domain::CalendarDay day) const;
    DayChoice choice(domain::CalendarDay day) const;
    bool isEdited(domain::CalendarDay day) const;

    /// `reason` is needed unless AsArranged. Errors: "calendar.…".
    Result<void> setDay(domain::CalendarDay day, DayChoice choice, std::string reason);
    /// A line a season: "01-01 08:30-12:00 14:30-17:30". Errors: "calendar.hours", "calendar.seasons".
    Result<void> setHours(std::string_view text);
    std::string hours() const;
    /// The arrangement of a year is in: `notice` says where it was published. Its days can then be entered one by one.
    Result<void> publishYear(int year, std::string notice);
    void revert();

private:
    Result<void> take(domain::CalendarData data);

    domain::CalendarData m_base, m_data;
    std::shared_ptr<const domain::WorkCalendar> m_calendar, m_arranged;
};

/// "2026.1" → "2026.2"; a text without a number at its end gets ".2".
std::string nextVersion(std::string_view version);

} // namespace zs::calendar
