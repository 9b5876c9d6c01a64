#include "ui/calendar/CalendarDraft.h"

#include <algorithm>
#include <charconv>

namespace zs::calendar {

using namespace domain;

namespace {

std::string two(unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); }
std::string clock(int minute) { return two(static_cast<unsigned>(minute / 60)) + ':' + two(static_cast<unsigned>(minute % 60)); }

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<int> minuteOf(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto h = number(text.substr(0, colon)), m = number(text.substr(colon + 1));
    if (!h || !m || *m > 59 || *h > 24) return std::nullopt;
    return *h * 60 + *m;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = text.find_first_not_of(separators, at);
        if (begin == std::string_view::npos) break;
        const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        at = end;
    }
    return parts;
}

std::optional<Season> seasonOf(std::string_view line)
{
    const auto words = split(line, " \t,");
    if (words.size() < 2) return std::nullopt;
    const auto day = parseIsoDay("2001-" + std::string(words[0]));
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date(*day);
    Season season{{date.month(), date.day()}, {}};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto dash = words[i].find('-');
        if (dash == std::string_view::npos) return std::nullopt;
        const auto from = minuteOf(words[i].substr(0, dash)), to = minuteOf(words[i].substr(dash + 1));
        if (!from || !to) return std::nullopt;
        season.hours.push_back({*from, *to});
    }
    return season;
}

} // namespace

CalendarDraft::CalendarDraft(CalendarData base) : m_base(std::move(base)), m_data(m_base)
{
    (void)take(m_base); // it was read through problemOf() already
}

Result<void> CalendarDraft::take(CalendarData data)
{
    auto made = WorkCalendar::make(data);
    if (!made) return Unexpected(made.error());
    CalendarData plain = data;
    plain.changes.clear();
    auto arranged = WorkCalendar::make(std::move(plain));
    if (!arranged) return Unexpected(arranged.error());
    m_data = std::move(data);
    m_calendar = std::move(*made);
    m_arranged = std::move(*arranged);
    return {};
}

int CalendarDraft::edits() const
{
    int count = m_data.seasons == m_base.seasons ? 0 : 1;
    for (const CalendarYear& year : m_data.years) {
        const CalendarYear* before = m_base.year(year.year);
        if (!before || !(*before == year)) ++count;
    }
    for (const DayChange& change : m_data.changes)
        if (isEdited(change.day)) ++count;
    for (const DayChange& change : m_base.changes)
        if (!this->change(change.day)) ++count;
    return count;
}

const DayChange* CalendarDraft::change(CalendarDay day) const
{
    const auto it = std::ranges::lower_bound(m_data.changes, day, {}, &DayChange::day);
    return it != m_data.changes.end() && it->day == day ? &*it : nullptr;
}

DayChoice CalendarDraft::choice(CalendarDay day) const
{
    const DayChange* own = change(day);
    return !own ? DayChoice::AsArranged : own->kind == DayKind::Holiday ? DayChoice::Off : DayChoice::Worked;
}

bool CalendarDraft::isEdited(CalendarDay day) const
{
    const auto find = [day](const CalendarData& data) {
        const auto it = std::ranges::lower_bound(data.changes, day, {}, &DayChange::day);
        return it != data.changes.end() && it->day == day ? std::optional(*it) : std::nullopt;
    };
    return find(m_data) != find(m_base);
}

Result<void> CalendarDraft::setDay(CalendarDay day, DayChoice choice, std::string reason)
{
    CalendarData data = m_data;
    std::erase_if(data.changes, [day](const DayChange& change) { return change.day == day; });
    if (choice != DayChoice::AsArranged) {
        const bool weekend = !data.weekdays[std::chrono::weekday(day).c_encoding()];
        const DayKind kind = choice == DayChoice::Off ? DayKind::Holiday : weekend ? DayKind::MakeUp : DayKind::Working;
        data.changes.insert(std::ranges::lower_bound(data.changes, day, {}, &DayChange::day), DayChange{day, kind, std::move(reason)});
    }
    return take(std::move(data));
}

Result<void> CalendarDraft::setHours(std::string_view text)
{
    CalendarData data = m_data;
    data.seasons.clear();
    for (const std::string_view line : split(text, "\n\r")) {
        if (split(line, " \t").empty()) continue;
        auto season = seasonOf(line);
        if (!season)
            return fail("calendar.hours", "\"" + std::string(line) + "\" isn't a line like 01-01 08:30-12:00 14:30-17:30.");
        data.seasons.push_back(std::move(*season));
    }
    return take(std::move(data));
}

std::string CalendarDraft::hours() const
{
    std::string text;
    for (const Season& season : m_data.seasons) {
        if (!text.empty()) text += '\n';
        text += two(static_cast<unsigned>(season.from.month())) + '-' + two(static_cast<unsigned>(season.from.day()));
        for (const HourSpan& span : season.hours) text += ' ' + clock(span.from) + '-' + clock(span.to);
    }
    return text;
}

Result<void> CalendarDraft::publishYear(int wanted, std::string notice)
{
    if (notice.empty()) return fail("calendar.notice", "A published year names its notice.");
    CalendarData data = m_data;
    const auto at = std::ranges::lower_bound(data.years, wanted, {}, &CalendarYear::year);
    CalendarYear& year = at != data.years.end() && at->year == wanted ? *at : *data.years.insert(at, CalendarYear{});
    year.year = wanted;
    year.status = YearStatus::Published;
    if (std::ranges::find(year.notices, notice) == year.notices.end()) year.notices.push_back(std::move(notice));
    return take(std::move(data));
}

void CalendarDraft::revert() { (void)take(m_base); }

std::string nextVersion(std::string_view version)
{
    const auto dot = version.rfind('.');
    const auto last = dot == std::string_view::npos ? std::nullopt : number(version.substr(dot + 1));
    if (!last) return std::string(version) + ".2";
    return std::string(version.substr(0, dot + 1)) + std::to_string(*last + 1);
}

} // namespace zs::calendar
