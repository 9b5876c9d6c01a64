// A day as people of the city count it.
#pragma once

#include "base/Clock.h"

#include <chrono>
#include <cstdint>

namespace zs::domain {

/// Days since 1970-01-01 in the city's local time.
using DayNumber = std::int32_t;

constexpr DayNumber dayNumber(TimePoint at, std::chrono::minutes utcOffset)
{
    return static_cast<DayNumber>(std::chrono::floor<std::chrono::days>(at + utcOffset).time_since_epoch().count());
}

/// The first moment of `day`.
constexpr TimePoint startOf(DayNumber day, std::chrono::minutes utcOffset)
{
    return TimePoint(std::chrono::days(day)) - utcOffset;
}

} // namespace zs::domain
