#include "domain/indicators/Period.h"

namespace zs::domain::indicators {

namespace {

using std::chrono::days;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;
using LocalTime = std::chrono::local_time<Millis>;
using LocalDay = std::chrono::local_days;

LocalTime toLocal(TimePoint at, std::chrono::minutes utcOffset)
{
    return LocalTime(at.time_since_epoch() + utcOffset);
}

TimePoint toUtc(LocalTime at, std::chrono::minutes utcOffset) { return TimePoint(at.time_since_epoch() - utcOffset); }

LocalDay dayOf(LocalTime at) { return std::chrono::floor<days>(at); }

/// The same clock time on the same date, moved by whole months; a date that doesn't exist becomes the last of its month.
template <class Distance>
LocalTime moved(LocalTime at, Distance by)
{
    const LocalDay day = dayOf(at);
    year_month_day date = year_month_day(day) + by;
    if (!date.ok())
        date = date.year() / date.month() / std::chrono::last;
    return LocalDay(date) + (at - day);
}

} // namespace

Windows windowsOf(Period period, TimePoint now, std::chrono::minutes utcOffset)
{
    const LocalTime end = toLocal(now, utcOffset);
    const LocalDay today = dayOf(end);
    const auto at = [&](LocalTime from, LocalTime to) { return Span{toUtc(from, utcOffset), toUtc(to, utcOffset)}; };
    switch (period) {
    case Period::Today:
    case Period::SinceYesterdayMorning: {
        const LocalTime from = period == Period::Today ? LocalTime(today) : today - days(1) + std::chrono::hours(8);
        const LocalTime yearFrom = moved(from, -years(1));
        return {at(from, end), at(from - days(1), end - days(1)), at(yearFrom, yearFrom + (end - from))};
    }
    case Period::Week: {
        const std::chrono::weekday weekday(today);
        const LocalTime from = today - days(weekday.iso_encoding() - 1);
        return {at(from, end), at(from - days(7), end - days(7)), at(from - days(364), end - days(364))};
    }
    case Period::Month: {
        const year_month_day date(today);
        const LocalTime from = LocalDay(date.year() / date.month() / 1);
        const auto before = [&](auto by) {
            const LocalTime start = moved(from, by);
            return at(start, std::min(start + (end - from), moved(start, months(1))));
        };
        return {at(from, end), before(-months(1)), before(-years(1))};
    }
    }
    return {};
}

Windows windowsOf(Span span, std::chrono::minutes utcOffset)
{
    const auto yearEarlier = [&](TimePoint at) { return toUtc(moved(toLocal(at, utcOffset), -years(1)), utcOffset); };
    return {span, Span{span.from - (span.to - span.from), span.from}, Span{yearEarlier(span.from), yearEarlier(span.to)}};
}

} // namespace zs::domain::indicators
