// "2026-02-14 11:00" in a city at UTC+8, and back: how the tests' tables write time.
#pragma once

#include "base/Clock.h"
#include "domain/sla/CalendarData.h"

#include <QByteArray>
#include <string>

namespace zs::domain::test {

inline TimePoint local(std::string_view text)
{
    const auto day = parseIsoDay(text.substr(0, 10));
    const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
    const auto clock = text.size() < 16 ? std::chrono::minutes(0) : std::chrono::hours(two(11)) + std::chrono::minutes(two(14));
    return TimePoint(day->time_since_epoch() + clock - std::chrono::hours(8));
}

inline QByteArray shown(TimePoint at)
{
    const auto sinceEpoch = at.time_since_epoch() + std::chrono::hours(8);
    const auto day = std::chrono::floor<std::chrono::days>(sinceEpoch);
    const auto ms = std::chrono::duration_cast<Millis>(sinceEpoch - day).count();
    char clock[24];
    std::snprintf(clock, sizeof clock, " %02d:%02d", static_cast<int>(ms / 3'600'000), static_cast<int>(ms / 60'000 % 60));
    QByteArray text = QByteArray::fromStdString(isoDay(CalendarDay(day))) + clock;
    if (ms % 60'000)
        text += ':' + QByteArray::number(static_cast<double>(ms % 60'000) / 1000);
    return text;
}

} // namespace zs::domain::test
