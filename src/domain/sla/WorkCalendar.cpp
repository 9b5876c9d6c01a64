#include "domain/sla/WorkCalendar.h"

#include <algorithm>

namespace zs::domain {

using namespace std::chrono;

namespace {

constexpr std::int64_t dayMillis = 86'400'000, minuteMillis = 60'000;
constexpr Millis longestSpan = days(36'525);

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
std::int64_t ceilDiv(std::int64_t a, std::int64_t b) { return -floorDiv(-a, b); }

std::int64_t workedBy(const std::vector<HourSpan>& hours, std::int64_t timeOfDay)
{
    std::int64_t worked = 0;
    for (const HourSpan& span : hours)
        worked += std::clamp(timeOfDay - span.from * minuteMillis, std::int64_t(0), (span.to - span.from) * minuteMillis);
    return worked;
}

/// The first time of day at which `worked` (> 0) has been worked.
std::int64_t timeWhenWorked(const std::vector<HourSpan>& hours, std::int64_t worked)
{
    for (const HourSpan& span : hours) {
        const std::int64_t length = (span.to - span.from) * minuteMillis;
        if (worked <= length)
            return span.from * minuteMillis + worked;
        worked -= length;
    }
    return dayMillis;
}

std::uint32_t minutesIn(const std::vector<HourSpan>& hours)
{
    std::uint32_t sum = 0;
    for (const HourSpan& span : hours)
        sum += static_cast<std::uint32_t>(span.to - span.from);
    return sum;
}

bool needsCalendar(LimitUnit unit) { return unit == LimitUnit::WorkingDays || unit == LimitUnit::WorkingMinutes; }

} // namespace

Millis lengthOf(LimitSpan span)
{
    const bool inMinutes = span.unit == LimitUnit::Minutes || span.unit == LimitUnit::WorkingMinutes;
    return std::min(longestSpan, inMinutes ? Millis(minutes(span.amount)) : Millis(days(std::min(span.amount, 36'525u))));
}

WorkCalendar::WorkCalendar() : WorkCalendar(emptyCalendar()) {}

Result<std::shared_ptr<const WorkCalendar>> WorkCalendar::make(CalendarData data)
{
    if (auto problem = problemOf(data))
        return Unexpected(*problem);
    return std::shared_ptr<const WorkCalendar>(new WorkCalendar(std::move(data)));
}

WorkCalendar::WorkCalendar(CalendarData data) : m_data(std::move(data))
{
    for (const Season& season : m_data.seasons)
        m_seasonMinutes.push_back(minutesIn(season.hours));
    m_daysBefore = m_minutesBefore = m_unknownBefore = {0};
    if (m_data.years.empty())
        return;
    // A year around what is known, so that the season is right there too.
    m_first = local_days(year(m_data.years.front().year - 1) / January / 1);
    const CalendarDay end(local_days(year(m_data.years.back().year + 2) / January / 1));
    for (CalendarDay day = m_first; day < end; day += days(1)) {
        const DayKind kind = kindOf(day);
        const bool counts = kind != DayKind::Weekend && kind != DayKind::Holiday;
        const std::size_t season = seasonOf(day);
        m_season.push_back(static_cast<std::uint8_t>(season));
        m_daysBefore.push_back(m_daysBefore.back() + (counts ? 1 : 0));
        m_minutesBefore.push_back(m_minutesBefore.back() + (counts ? m_seasonMinutes[season] : 0));
        m_unknownBefore.push_back(m_unknownBefore.back() + (kind == DayKind::Unknown ? 1 : 0));
    }
}

CalendarDay WorkCalendar::localDay(TimePoint at) const
{
    return CalendarDay(floor<days>(at.time_since_epoch() + m_data.utcOffset));
}

bool WorkCalendar::isKnown(int wanted) const
{
    const CalendarYear* year = m_data.year(wanted);
    return year && year->status == YearStatus::Published;
}

DayKind WorkCalendar::kindOf(CalendarDay day) const
{
    const int itsYear = static_cast<int>(year_month_day(day).year());
    if (!isKnown(itsYear))
        return DayKind::Unknown;
    const auto change = std::ranges::lower_bound(m_data.changes, day, {}, &DayChange::day);
    if (change != m_data.changes.end() && change->day == day)
        return change->kind;
    // The next year's arrangement may begin before New Year; until its notice is in, the law's days there may still move.
    for (const int y : {itsYear, itsYear + 1}) {
        const CalendarYear* year = isKnown(y) ? m_data.year(y) : nullptr;
        if (!year)
            continue;
        if (std::ranges::find(year->makeUpDays, day) != year->makeUpDays.end())
            return DayKind::MakeUp;
        if (std::ranges::any_of(year->holidays, [&](const Holiday& h) { return h.from <= day && day <= h.to; }))
            return DayKind::Holiday;
    }
    return m_data.weekdays[weekday(day).c_encoding()] ? DayKind::Working : DayKind::Weekend;
}

std::size_t WorkCalendar::seasonOf(CalendarDay day) const
{
    const year_month_day date(day);
    const month_day wanted(date.month(), date.day());
    const auto after = std::ranges::upper_bound(m_data.seasons, wanted, {}, &Season::from);
    return after == m_data.seasons.begin() ? m_data.seasons.size() - 1 : static_cast<std::size_t>(after - m_data.seasons.begin()) - 1;
}

const std::vector<HourSpan>& WorkCalendar::hoursOf(CalendarDay day) const { return m_data.seasons[seasonOf(day)].hours; }

// Milliseconds of local time are counted from the table's first midnight.
std::int64_t WorkCalendar::measure(LimitUnit unit, TimePoint at) const
{
    if (!needsCalendar(unit))
        return toUnixMillis(at);
    const std::int64_t local = (at.time_since_epoch() + m_data.utcOffset - m_first.time_since_epoch()).count();
    const std::int64_t day = floorDiv(local, dayMillis), timeOfDay = local - day * dayMillis;
    const auto known = static_cast<std::int64_t>(m_season.size());
    const bool inMinutes = unit == LimitUnit::WorkingMinutes;
    const auto& before = inMinutes ? m_minutesBefore : m_daysBefore;
    const std::int64_t step = inMinutes ? minuteMillis : dayMillis;
    if (day < 0 || day >= known) {
        const std::int64_t perDay = inMinutes ? m_seasonMinutes.front() * minuteMillis : dayMillis;
        const std::int64_t base = day < 0 ? day * perDay : before.back() * step + (day - known) * perDay;
        return base + (inMinutes ? workedBy(m_data.seasons.front().hours, timeOfDay) : timeOfDay);
    }
    const auto i = static_cast<std::size_t>(day);
    const std::int64_t base = before[i] * step;
    if (before[i + 1] == before[i])
        return base;
    return base + (inMinutes ? workedBy(m_data.seasons[m_season[i]].hours, timeOfDay) : timeOfDay);
}

TimePoint WorkCalendar::instant(LimitUnit unit, std::int64_t measure) const
{
    if (!needsCalendar(unit))
        return fromUnixMillis(measure);
    const bool inMinutes = unit == LimitUnit::WorkingMinutes;
    const auto& before = inMinutes ? m_minutesBefore : m_daysBefore;
    const std::int64_t step = inMinutes ? minuteMillis : dayMillis;
    const std::int64_t total = before.back() * step;
    std::int64_t day = 0, timeOfDay = 0;
    if (measure <= 0 || measure > total) {
        const std::int64_t perDay = inMinutes ? m_seasonMinutes.front() * minuteMillis : dayMillis;
        const std::int64_t beyond = measure <= 0 ? measure : measure - total;
        const std::int64_t wholeDays = ceilDiv(beyond, perDay) - 1, rest = beyond - wholeDays * perDay; // 0 < rest ≤ perDay
        day = wholeDays + (measure <= 0 ? 0 : static_cast<std::int64_t>(m_season.size()));
        timeOfDay = inMinutes ? timeWhenWorked(m_data.seasons.front().hours, rest) : rest;
    } else {
        const auto wanted = static_cast<std::uint32_t>(ceilDiv(measure, step));
        const auto i = static_cast<std::size_t>(std::ranges::lower_bound(before, wanted) - before.begin()) - 1;
        const std::int64_t rest = measure - before[i] * step;
        day = static_cast<std::int64_t>(i);
        timeOfDay = inMinutes ? timeWhenWorked(m_data.seasons[m_season[i]].hours, rest) : rest;
    }
    return TimePoint(Millis(day * dayMillis + timeOfDay) + m_first.time_since_epoch() - m_data.utcOffset);
}

std::int64_t WorkCalendar::unknownBefore(std::int64_t day) const
{
    const auto known = static_cast<std::int64_t>(m_season.size());
    return m_unknownBefore[static_cast<std::size_t>(std::clamp(day, std::int64_t(0), known))] + std::max(day - known, std::int64_t(0))
           + std::min(day, std::int64_t(0));
}

Basis WorkCalendar::basis(LimitUnit unit, TimePoint from, TimePoint to) const
{
    if (!needsCalendar(unit))
        return Basis::Working;
    const auto dayOf = [this](TimePoint t) { return (floor<days>(t.time_since_epoch() + m_data.utcOffset) - m_first.time_since_epoch()).count(); };
    const TimePoint last = std::max(from, to - Millis(1)); // 24:00 belongs to the day that it ends
    return unknownBefore(dayOf(last) + 1) > unknownBefore(dayOf(from)) ? Basis::NaturalFallback : Basis::Working;
}

Deadline WorkCalendar::deadline(TimePoint start, LimitSpan span, std::span<const Pause> pauses) const
{
    return after(start, span.unit, lengthOf(span), pauses);
}

Deadline WorkCalendar::after(TimePoint start, LimitUnit unit, Millis length, std::span<const Pause> pauses) const
{
    if (length <= Millis(0))
        return {start, Basis::Working};
    std::int64_t wanted = measure(unit, start) + length.count();
    TimePoint at = instant(unit, wanted);
    TimePoint counted = start;
    for (const Pause& pause : pauses) {
        const TimePoint from = std::max(pause.from, counted);
        if (pause.to <= from)
            continue;
        if (from >= at)
            break;
        wanted += measure(unit, pause.to) - measure(unit, from);
        at = instant(unit, wanted);
        counted = pause.to;
    }
    return {at, basis(unit, start, at)};
}

Elapsed WorkCalendar::elapsed(TimePoint start, TimePoint end, LimitUnit unit, std::span<const Pause> pauses) const
{
    if (end <= start)
        return {};
    std::int64_t ran = measure(unit, end) - measure(unit, start);
    TimePoint counted = start;
    for (const Pause& pause : pauses) {
        const TimePoint from = std::max(pause.from, counted), to = std::min(pause.to, end);
        if (to <= from)
            continue;
        ran -= measure(unit, to) - measure(unit, from);
        counted = to;
    }
    return {Millis(ran), basis(unit, start, end)};
}

std::optional<LocalText> WorkCalendar::problem(TimePoint from, TimePoint to) const
{
    const auto yearAt = [this](TimePoint t) { return static_cast<int>(year_month_day(localDay(t)).year()); };
    for (int year = yearAt(from); year <= yearAt(to); ++year) {
        if (isKnown(year))
            continue;
        const std::string y = std::to_string(year);
        if (m_data.year(year))
            return LocalText{y + " 年放假调休安排尚未公布，工作日期限暂按自然日计算；公布后请发布新的工作日历。",
                             "The holiday arrangement of " + y + " isn't published; working-day limits are counted in natural days until a "
                             "calendar with it is published."};
        return LocalText{"工作日历中没有 " + y + " 年，工作日期限暂按自然日计算；请发布新的工作日历。",
                         "The work calendar has no year " + y + "; working-day limits are counted in natural days until a calendar with it is "
                         "published."};
    }
    return std::nullopt;
}

} // namespace zs::domain
