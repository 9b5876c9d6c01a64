#include "domain/sla/CalendarData.h"

#include <algorithm>
#include <charconv>

namespace zs::domain {

using namespace std::chrono;

namespace {

int yearOf(CalendarDay day) { return static_cast<int>(year_month_day(day).year()); }

std::optional<Error> wrong(const char* code, std::string sentence) { return Error{code, std::move(sentence)}; }

bool isHoliday(const CalendarYear& year, CalendarDay day)
{
    return std::ranges::any_of(year.holidays, [&](const Holiday& h) { return h.from <= day && day <= h.to; });
}

std::optional<Error> problemOfHours(const CalendarData& data)
{
    if (data.seasons.empty() || data.seasons.size() > limits::calendarSeasons)
        return wrong("calendar.seasons", "A calendar has 1 to " + std::to_string(limits::calendarSeasons) + " seasons of working hours.");
    for (std::size_t i = 0; i < data.seasons.size(); ++i) {
        const Season& season = data.seasons[i];
        if (!season.from.ok() || (season.from.month() == February && season.from.day() == day(29)))
            return wrong("calendar.seasons", "A season begins on a day that not every year has.");
        if (i > 0 && !(data.seasons[i - 1].from < season.from))
            return wrong("calendar.seasons", "The seasons aren't in order.");
        if (season.hours.empty() || season.hours.size() > limits::seasonHours)
            return wrong("calendar.hours", "A working day has 1 to " + std::to_string(limits::seasonHours) + " spans of working hours.");
        int before = -1;
        for (const HourSpan& span : season.hours) {
            if (span.from <= before || span.to <= span.from || span.to > 1440)
                return wrong("calendar.hours", "Working hours must be in order, apart, and end by 24:00.");
            before = span.to;
        }
    }
    return std::nullopt;
}

std::optional<Error> problemOfYear(const CalendarYear& year, const CalendarData& data)
{
    const std::string name = std::to_string(year.year) + ": ";
    if (year.year < limits::firstCalendarYear || year.year > limits::lastCalendarYear)
        return wrong("calendar.year", name + "a calendar holds the years 2000 to 2099.");
    if (year.status == YearStatus::Published && year.notices.empty())
        return wrong("calendar.notice", name + "a published year names its notice.");
    if (year.notices.size() > limits::yearNotices || year.holidays.size() > limits::yearHolidays
        || year.makeUpDays.size() > limits::yearMakeUpDays)
        return wrong("calendar.year", name + "more entries than a year can have.");
    // The arrangement of a year may begin in the last days of the year before.
    const CalendarDay first(local_days(std::chrono::year(year.year - 1) / December / 25)), last(local_days(std::chrono::year(year.year) / December / 31));
    for (const Holiday& holiday : year.holidays) {
        if (holiday.to < holiday.from || (holiday.to - holiday.from).count() >= limits::longestHoliday)
            return wrong("calendar.holiday", name + "the holiday from " + isoDay(holiday.from) + " ends before it begins or is too long.");
        if (holiday.from < first || holiday.to > last)
            return wrong("calendar.holiday", name + "the holiday from " + isoDay(holiday.from) + " lies in another year.");
        if (holiday.name.zh.empty())
            return wrong("calendar.holiday", name + "the holiday from " + isoDay(holiday.from) + " has no name.");
    }
    for (const CalendarDay day : year.makeUpDays) {
        if (day < first || day > last)
            return wrong("calendar.make_up", name + isoDay(day) + " lies in another year.");
        if (isHoliday(year, day))
            return wrong("calendar.make_up", name + isoDay(day) + " can't be a holiday and a make-up day.");
        if (data.weekdays[weekday(day).c_encoding()])
            return wrong("calendar.make_up", name + isoDay(day) + " is worked anyway; a make-up day is a day off that is worked.");
    }
    return std::nullopt;
}

} // namespace

const CalendarYear* CalendarData::year(int wanted) const
{
    const auto it = std::ranges::lower_bound(years, wanted, {}, &CalendarYear::year);
    return it != years.end() && it->year == wanted ? &*it : nullptr;
}

std::optional<Error> problemOf(const CalendarData& data)
{
    if (data.version.empty())
        return wrong("calendar.version", "A calendar says its version.");
    if (data.utcOffset < hours(-14) || data.utcOffset > hours(14))
        return wrong("calendar.utc_offset", "The offset from UTC lies within 14 hours.");
    if (std::ranges::none_of(data.weekdays, std::identity{}))
        return wrong("calendar.weekdays", "No day of the week is worked.");
    if (auto problem = problemOfHours(data))
        return problem;
    if (data.years.size() > limits::calendarYears)
        return wrong("calendar.year", "A calendar holds at most " + std::to_string(limits::calendarYears) + " years.");
    for (std::size_t i = 0; i < data.years.size(); ++i) {
        if (i > 0 && data.years[i].year <= data.years[i - 1].year)
            return wrong("calendar.year", "The years aren't in order.");
        if (auto problem = problemOfYear(data.years[i], data))
            return problem;
    }
    if (data.changes.size() > limits::calendarChanges)
        return wrong("calendar.change", "A calendar holds at most " + std::to_string(limits::calendarChanges) + " changed days.");
    for (std::size_t i = 0; i < data.changes.size(); ++i) {
        const DayChange& change = data.changes[i];
        if (i > 0 && change.day <= data.changes[i - 1].day)
            return wrong("calendar.change", "The changed days aren't in order.");
        if (change.kind == DayKind::Unknown || change.kind == DayKind::Weekend)
            return wrong("calendar.change", isoDay(change.day) + ": a day is changed to working, make-up or holiday.");
        if (change.reason.empty())
            return wrong("calendar.reason", isoDay(change.day) + ": a changed day says why.");
        if (const int y = yearOf(change.day); y < limits::firstCalendarYear || y > limits::lastCalendarYear)
            return wrong("calendar.change", isoDay(change.day) + " lies outside the years 2000 to 2099.");
    }
    return std::nullopt;
}

std::string isoDay(CalendarDay day)
{
    const year_month_day d(day);
    const auto padded = [](unsigned n, std::size_t width) {
        std::string text = std::to_string(n);
        return text.size() < width ? std::string(width - text.size(), '0') + text : text;
    };
    return padded(static_cast<unsigned>(static_cast<int>(d.year())), 4) + '-' + padded(static_cast<unsigned>(d.month()), 2) + '-'
           + padded(static_cast<unsigned>(d.day()), 2);
}

std::optional<CalendarDay> parseIsoDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        unsigned value = 0;
        const char* end = text.data() + at + length;
        const auto read = std::from_chars(text.data() + at, end, value);
        return read.ec == std::errc{} && read.ptr == end ? std::optional(value) : std::nullopt;
    };
    const auto y = number(0, 4), m = number(5, 2), d = number(8, 2);
    if (!y || !m || !d)
        return std::nullopt;
    const year_month_day date(year(static_cast<int>(*y)), month(*m), day(*d));
    if (!date.ok())
        return std::nullopt;
    return local_days(date);
}

CalendarData emptyCalendar()
{
    CalendarData data;
    data.version = "0";
    data.seasons = {Season{January / 1, {{8 * 60 + 30, 12 * 60}, {14 * 60 + 30, 17 * 60 + 30}}}};
    return data;
}

} // namespace zs::domain
