// The facts behind working time: which days a city works, and at what hours. Versioned reference data, as it is read from a
// file, edited and published; WorkCalendar.h does the arithmetic.
//
// A day is judged in this order: a change of the city's own, a make-up day (调休), a holiday, the weekday. Days belong to
// their date, not to the notice that names them: the arrangement of 2019 begins on 2018-12-29.
#pragma once

#include "base/Result.h"
#include "domain/LocalText.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zs::domain {

/// A date as people in the city read it off the wall.
using CalendarDay = std::chrono::local_days;

enum class DayKind : std::uint8_t {
    Working, ///< 工作日
    MakeUp,  ///< 调休上班, a Saturday or Sunday that is worked
    Weekend, ///< 周末
    Holiday, ///< 节假日
    Unknown  ///< of a year whose arrangement isn't known; counts as a natural day
};
constexpr auto enumNames(DayKind)
{
    return std::array<std::string_view, 5>{"working", "make_up", "weekend", "holiday", "unknown"};
}

enum class YearStatus : std::uint8_t {
    Published,  ///< the State Council's notice is in
    Provisional ///< only the holidays fixed by law are known, no make-up day: not counted with
};
constexpr auto enumNames(YearStatus) { return std::array<std::string_view, 2>{"published", "provisional"}; }

struct Holiday {
    CalendarDay from, to; ///< both included
    LocalText name;

    bool operator==(const Holiday&) const = default;
};

struct CalendarYear {
    int year = 0;
    YearStatus status = YearStatus::Published;
    std::vector<std::string> notices; ///< where the arrangement was published
    std::vector<Holiday> holidays;
    std::vector<CalendarDay> makeUpDays;

    bool operator==(const CalendarYear&) const = default;
};

/// Minutes after local midnight, from < to ≤ 1440.
struct HourSpan {
    int from = 0, to = 0;

    bool operator==(const HourSpan&) const = default;
};

/// The working hours from a day of each year until the next season begins (夏令、冬令作息).
struct Season {
    std::chrono::month_day from{std::chrono::January, std::chrono::day(1)};
    std::vector<HourSpan> hours; ///< in order, apart

    bool operator==(const Season&) const = default;
};

/// A day that this city decided otherwise, with the reason (a typhoon, a local festival).
struct DayChange {
    CalendarDay day;
    DayKind kind = DayKind::Holiday; ///< Working, MakeUp or Holiday
    std::string reason;

    bool operator==(const DayChange&) const = default;
};

struct CalendarData {
    std::string version; ///< "2026.1"
    std::string source;  ///< where the facts come from, for people
    std::chrono::minutes utcOffset{480};
    std::array<bool, 7> weekdays{false, true, true, true, true, true, false}; ///< worked; from Sunday, as std::chrono counts
    std::vector<Season> seasons; ///< in order; at least one
    std::vector<CalendarYear> years; ///< ascending; a year that is left out is missing
    std::vector<DayChange> changes; ///< ascending

    const CalendarYear* year(int wanted) const;
    bool operator==(const CalendarData&) const = default;
};

namespace limits {
inline constexpr std::size_t calendarYears = 40, yearHolidays = 40, yearMakeUpDays = 40, yearNotices = 4, calendarSeasons = 6,
                             seasonHours = 6, calendarChanges = 400, changeReason = 200;
inline constexpr int firstCalendarYear = 2000, lastCalendarYear = 2099, longestHoliday = 31;
}

/// What is wrong with it, as "calendar.…"; nothing if an arithmetic can stand on it. Catches what a typing error makes: a make-up
/// day on a day that is worked anyway or that is a holiday, days of another year, hours that overlap.
std::optional<Error> problemOf(const CalendarData& data);

/// "2026-02-14"; also the other way, strictly.
std::string isoDay(CalendarDay day);
std::optional<CalendarDay> parseIsoDay(std::string_view text);

/// 08:30–12:00 and 14:30–17:30 all year, Monday to Friday, no year known.
CalendarData emptyCalendar();

} // namespace zs::domain
