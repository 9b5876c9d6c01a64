// The times that figures are about, and what they are compared with: the time before (环比) and the same time last year (同比).
// Days, weeks and months are those of the city's clock. A time that isn't over is compared with an equally long part.
#pragma once

#include "base/Clock.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace zs::domain::indicators {

/// [from, to).
struct Span {
    TimePoint from{}, to{};

    bool has(TimePoint at) const { return from <= at && at < to; }
    bool operator==(const Span&) const = default;
};

enum class Period : std::uint8_t {
    Today,                 ///< since midnight
    SinceYesterdayMorning, ///< since 08:00 of the day before: what a leader's morning briefing covers
    Week,                  ///< since Monday
    Month                  ///< since the first
};
inline constexpr std::size_t periodCount = 4;

enum class Window : std::uint8_t { Current, Previous, LastYear };
inline constexpr std::size_t windowCount = 3;
using Windows = std::array<Span, windowCount>;

/// The period up to `now` in a city `utcOffset` east of UTC, and its two comparisons, each cut at the same point:
/// - Today, SinceYesterdayMorning: a day earlier; the same date a year earlier (29 February: the 28th).
/// - Week: a week earlier; 52 weeks earlier, so that a Monday is compared with a Monday.
/// - Month: the month before and the same month last year, up to the same day and time; where the shorter month has no such
///   day, up to its end.
Windows windowsOf(Period period, TimePoint now, std::chrono::minutes utcOffset);

/// Any other time: compared with the equally long time just before it, and with the same dates a year earlier.
Windows windowsOf(Span span, std::chrono::minutes utcOffset);

} // namespace zs::domain::indicators
