#include "protocol/citypack/JsonWrite.h"
#include "protocol/vocab/Calendar.h"

namespace zs::protocol {

namespace {

using namespace domain;

std::string twoDigits(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }
std::string clock(int minute) { return twoDigits(static_cast<unsigned>(minute / 60)) + ':' + twoDigits(static_cast<unsigned>(minute % 60)); }

template <class E>
std::string_view word(E value)
{
    return enumNames(value)[static_cast<std::size_t>(value)];
}

void writeSeason(JsonWrite& out, const Season& season)
{
    out.line().open('{').key("from").text(
        twoDigits(static_cast<unsigned>(season.from.month())) + '-' + twoDigits(static_cast<unsigned>(season.from.day())));
    out.key("hours").open('[');
    for (const HourSpan& span : season.hours)
        out.open('[').text(clock(span.from)).text(clock(span.to)).close(']');
    out.close(']').close('}');
}

void writeYear(JsonWrite& out, const CalendarYear& year)
{
    out.line().open('{').key("year").number(year.year).key("status").text(word(year.status)).key("notices").open('[');
    for (const std::string& notice : year.notices)
        out.text(notice);
    out.close(']').key("holidays").open('[');
    for (const Holiday& holiday : year.holidays)
        out.line().open('{').key("from").text(isoDay(holiday.from)).key("to").text(isoDay(holiday.to)).key("name").local(holiday.name).close('}');
    out.close(']').key("make_up_days").open('[');
    for (const CalendarDay day : year.makeUpDays)
        out.text(isoDay(day));
    out.close(']').close('}');
}

} // namespace

std::string writeCalendar(const CalendarData& data)
{
    JsonWrite out;
    out.open('{').key("format").text("zhongshu-calendar").key("format_version").number(1);
    out.key("version").text(data.version).key("source").text(data.source);
    out.key("utc_offset_minutes").number(data.utcOffset.count()).key("weekdays").open('[');
    for (std::size_t iso = 1; iso <= 7; ++iso)
        if (data.weekdays[iso % 7])
            out.number(static_cast<std::int64_t>(iso));
    out.close(']').key("seasons").open('[');
    for (const Season& season : data.seasons)
        writeSeason(out, season);
    out.close(']').key("years").open('[');
    for (const CalendarYear& year : data.years)
        writeYear(out, year);
    out.close(']').key("changes").open('[');
    for (const DayChange& change : data.changes)
        out.line().open('{').key("day").text(isoDay(change.day)).key("kind").text(word(change.kind)).key("reason").text(change.reason).close('}');
    out.close(']').close('}').line();
    return out.take();
}

} // namespace zs::protocol
