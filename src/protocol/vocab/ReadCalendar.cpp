#include "protocol/vocab/Calendar.h"

#include "protocol/citypack/JsonRead.h"

#include <fstream>
#include <iterator>

namespace zs::protocol {

extern const std::string_view shippedCalendarText;

namespace {

using namespace domain;
using Empty = JsonEntry::Empty;

constexpr std::size_t maxVersion = 40, maxSource = 600, maxHolidayName = 40, maxNotice = 200;

CalendarDay dayOf(JsonEntry& entry, const char* key, std::string_view text)
{
    const auto day = parseIsoDay(text);
    if (!day && entry.good())
        entry.wrong(key, "isn't a date like \"2026-02-14\"");
    return day.value_or(CalendarDay{});
}

/// Calls each(text, number) for every text of an array.
template <class Each>
void eachText(JsonEntry& entry, const char* key, std::size_t max, Each each)
{
    const simdjson::dom::array list = entry.array(key, max);
    if (!entry.good())
        return;
    for (const simdjson::dom::element element : list) {
        std::string_view text;
        if (element.get_string().get(text) != simdjson::SUCCESS)
            return entry.wrong(key, "holds something that isn't a text");
        each(text);
    }
}

template <class Each>
void eachObject(JsonFile& file, JsonEntry& entry, const char* key, std::size_t max, Each each)
{
    const simdjson::dom::array list = entry.array(key, max);
    if (!entry.good())
        return;
    std::size_t number = 0;
    for (const simdjson::dom::element element : list) {
        JsonEntry item(file, ++number, element);
        if (!file.good())
            return;
        each(item);
    }
}

int minuteOf(JsonEntry& entry, std::string_view text)
{
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)) {
        const int h = (text[0] - '0') * 10 + text[1] - '0', m = (text[3] - '0') * 10 + text[4] - '0';
        if (m < 60 && h * 60 + m <= 1440)
            return h * 60 + m;
    }
    if (entry.good())
        entry.wrong("hours", "isn't a list like [[\"08:30\", \"12:00\"], [\"14:30\", \"17:30\"]]");
    return 0;
}

Season readSeason(JsonEntry& entry)
{
    Season season;
    // A year without a 29 February: a season begins on a day that every year has.
    const std::chrono::year_month_day date(dayOf(entry, "from", "2001-" + std::string(entry.view("from"))));
    season.from = {date.month(), date.day()};
    const simdjson::dom::array spans = entry.array("hours", limits::seasonHours);
    if (!entry.good())
        return season;
    for (const simdjson::dom::element span : spans) {
        simdjson::dom::array pair;
        std::string_view from, to;
        if (span.get_array().get(pair) != simdjson::SUCCESS || pair.size() != 2 || pair.at(0).get_string().get(from) != simdjson::SUCCESS
            || pair.at(1).get_string().get(to) != simdjson::SUCCESS) {
            entry.wrong("hours", "isn't a list like [[\"08:30\", \"12:00\"], [\"14:30\", \"17:30\"]]");
            return season;
        }
        season.hours.push_back({minuteOf(entry, from), minuteOf(entry, to)});
    }
    return season;
}

CalendarYear readYear(JsonFile& file, JsonEntry& entry)
{
    CalendarYear year;
    year.year = static_cast<int>(entry.number("year", limits::firstCalendarYear, limits::lastCalendarYear));
    year.status = entry.word<YearStatus>("status", enumNames(YearStatus{}));
    eachText(entry, "notices", limits::yearNotices, [&](std::string_view text) {
        if (text.empty() || text.size() > maxNotice)
            return entry.wrong("notices", "holds an empty or too long text");
        year.notices.emplace_back(text);
    });
    eachObject(file, entry, "holidays", limits::yearHolidays, [&](JsonEntry& item) {
        const CalendarDay from = dayOf(item, "from", item.view("from")), to = dayOf(item, "to", item.view("to"));
        year.holidays.push_back({from, to, item.local("name", maxHolidayName)});
    });
    eachText(entry, "make_up_days", limits::yearMakeUpDays,
             [&](std::string_view text) { year.makeUpDays.push_back(dayOf(entry, "make_up_days", text)); });
    return year;
}

} // namespace

Result<CalendarData> readCalendar(std::string_view json, std::string_view name)
{
    if (json.size() > maxCalendarBytes)
        return fail("calendar.size", std::string(name) + " is larger than 256 KB; that isn't a work calendar.");
    JsonFile file("calendar", std::string(name), json);
    if (!file.good())
        return Unexpected(*file.error());
    JsonEntry head(file, 0, file.root());
    CalendarData data;
    if (head.view("format") != "zhongshu-calendar" && head.good())
        head.wrong("format", "isn't \"zhongshu-calendar\"");
    if (head.number("format_version", 0, 1'000'000) != 1 && head.good())
        head.wrong("format_version", "isn't 1; this program is too old for the calendar");
    data.version = head.text("version", maxVersion);
    data.source = head.text("source", maxSource, Empty::Allowed);
    data.utcOffset = std::chrono::minutes(head.number("utc_offset_minutes", -14 * 60, 14 * 60));
    data.weekdays.fill(false);
    const simdjson::dom::array weekdays = head.array("weekdays", 7);
    if (head.good()) {
        for (const simdjson::dom::element element : weekdays) { // 1 = Monday … 7 = Sunday (ISO 8601)
            std::int64_t day = 0;
            if (element.get_int64().get(day) != simdjson::SUCCESS || day < 1 || day > 7) {
                head.wrong("weekdays", "holds something else than 1 (Monday) to 7 (Sunday)");
                break;
            }
            data.weekdays[static_cast<std::size_t>(day % 7)] = true;
        }
    }
    eachObject(file, head, "seasons", limits::calendarSeasons, [&](JsonEntry& entry) { data.seasons.push_back(readSeason(entry)); });
    eachObject(file, head, "years", limits::calendarYears, [&](JsonEntry& entry) { data.years.push_back(readYear(file, entry)); });
    eachObject(file, head, "changes", limits::calendarChanges, [&](JsonEntry& entry) {
        const CalendarDay day = dayOf(entry, "day", entry.view("day"));
        const DayKind kind = entry.word<DayKind>("kind", enumNames(DayKind{}));
        data.changes.push_back({day, kind, entry.text("reason", limits::changeReason)});
    });
    if (!file.good())
        return Unexpected(*file.error());
    if (auto problem = problemOf(data))
        return fail(problem->code, std::string(name) + ": " + problem->sentence);
    return data;
}

Result<std::shared_ptr<const WorkCalendar>> loadCalendar(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail("calendar.file", "The work calendar can't be read: " + file.string() + ".");
    std::string text(maxCalendarBytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    auto data = readCalendar(text, file.filename().string());
    if (!data)
        return Unexpected(data.error());
    return WorkCalendar::make(std::move(*data));
}

Result<std::shared_ptr<const WorkCalendar>> shippedCalendar()
{
    auto data = readCalendar(shippedCalendarText, "china.json");
    if (!data)
        return Unexpected(data.error());
    return WorkCalendar::make(std::move(*data));
}

} // namespace zs::protocol
