// Working time. Every unit of a limit is a clock that never runs backwards:
//   minutes, natural days    always run;
//   working days             run from 0:00 to 24:00 of each working day, 24 hours a day;
//   working minutes          run inside working hours only.
// A deadline is the first instant at which the unit's clock has advanced by the amount since the start. From this follow the
// rules that people expect:
//   · N working days keep the clock time: Friday 15:00 and one working day is Monday 15:00. No clipping to office hours.
//   · What starts on a day off counts from the next working day, which counts whole: Saturday and one working day is the
//     end (24:00) of Monday. The day of a start on a working day counts only with its rest.
//   · Exactly midnight is the end of the day before: Friday 0:00 and one working day is Friday 24:00.
//   · Working minutes that use up a span end with it (17:30), not with the beginning of the next (8:30).
//   · A later start or a larger amount never gives an earlier deadline, and elapsed(start, deadline) is the amount.
// A year whose arrangement isn't known is never guessed: each of its days counts as a natural day, with the working hours of
// its season, and the answer says so (Basis::NaturalFallback). Such a deadline is never later than the true one.
//
// Immutable after make(); safe to read from any thread. An answer takes well under a microsecond (prefix sums by day).
#pragma once

#include "base/Clock.h"
#include "domain/sla/CalendarData.h"
#include "domain/sla/TimeLimits.h"

#include <memory>
#include <span>
#include <vector>

namespace zs::domain {

enum class Basis : std::uint8_t {
    Working,        ///< as asked: by the calendar, or by a unit that needs none
    NaturalFallback ///< some day in it is of a year that isn't known; shown to people as such
};

struct Deadline {
    TimePoint at{};
    Basis basis = Basis::Working;

    bool operator==(const Deadline&) const = default;
};

struct Elapsed {
    Millis time{0}; ///< of the unit's clock; a working day is 24 hours
    Basis basis = Basis::Working;

    bool operator==(const Elapsed&) const = default;
};

/// A span on the clock of its unit. Cut off at a hundred years.
Millis lengthOf(LimitSpan span);

class WorkCalendar {
public:
    /// No year is known: every answer in working time is a fallback.
    WorkCalendar();
    /// Errors: problemOf().
    static Result<std::shared_ptr<const WorkCalendar>> make(CalendarData data);

    const CalendarData& data() const { return m_data; }
    CalendarDay localDay(TimePoint at) const;
    /// Unknown for a day of a year that isn't published, even where a provisional holiday is known.
    DayKind kindOf(CalendarDay day) const;
    /// The days and hours of a year are known; otherwise its days are counted as natural days.
    bool isKnown(int year) const;
    const std::vector<HourSpan>& hoursOf(CalendarDay day) const;

    /// `pauses` in order of time; one that still runs must be ended by the caller (at its now), else it is left out.
    Deadline deadline(TimePoint start, LimitSpan span, std::span<const Pause> pauses = {}) const;
    /// The same for a length on the unit's clock; of length 0 it is the start.
    Deadline after(TimePoint start, LimitUnit unit, Millis length, std::span<const Pause> pauses = {}) const;
    /// What ran from start to end outside the pauses; 0 if end < start.
    Elapsed elapsed(TimePoint start, TimePoint end, LimitUnit unit, std::span<const Pause> pauses = {}) const;

    /// The loud error: the first year touched by [from, to] that isn't known, in words. For a log line and a banner.
    std::optional<LocalText> problem(TimePoint from, TimePoint to) const;

private:
    explicit WorkCalendar(CalendarData data);

    std::int64_t measure(LimitUnit unit, TimePoint at) const;
    TimePoint instant(LimitUnit unit, std::int64_t measure) const;
    Basis basis(LimitUnit unit, TimePoint from, TimePoint to) const;
    std::size_t seasonOf(CalendarDay day) const;
    std::int64_t unknownBefore(std::int64_t day) const;

    CalendarData m_data;
    CalendarDay m_first{}; ///< day 0 of the table
    // Of the days before day i; one entry more than there are days. Outside the table every day is unknown, so it counts.
    std::vector<std::uint32_t> m_daysBefore, m_minutesBefore, m_unknownBefore;
    std::vector<std::uint8_t> m_season; ///< of day i
    std::vector<std::uint32_t> m_seasonMinutes;
};

} // namespace zs::domain
