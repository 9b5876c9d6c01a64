#include "protocol/vocab/Calendar.h"
#include "tests/fuzz/Seeds.h"

#include <cstdlib>

using namespace zs;

std::vector<std::string> fuzzSeeds()
{
    domain::CalendarData data = domain::emptyCalendar();
    const domain::CalendarDay day = *domain::parseIsoDay("2026-02-14");
    data.years.push_back({2026, domain::YearStatus::Published, {"notice"}, {{day + std::chrono::days(1), day + std::chrono::days(9), {"春节", "Spring"}}}, {day}});
    data.changes = {{day - std::chrono::days(30), domain::DayKind::Holiday, "台风"}};
    return {protocol::writeCalendar(data), protocol::writeCalendar(domain::emptyCalendar())};
}

// What is read can be counted with and written again; a deadline is never before its start.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto read = protocol::readCalendar(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz");
    if (!read)
        return 0;
    const auto calendar = domain::WorkCalendar::make(*read);
    if (!calendar || protocol::readCalendar(protocol::writeCalendar(*read), "again") != *read)
        std::abort();
    const TimePoint start = fromUnixMillis(1'770'000'000'000);
    for (const auto unit : {domain::LimitUnit::WorkingDays, domain::LimitUnit::WorkingMinutes})
        if ((*calendar)->deadline(start, {500, unit}).at <= start)
            std::abort();
    return 0;
}
