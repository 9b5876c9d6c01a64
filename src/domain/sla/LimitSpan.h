// How long something may take, as people say it: "5 working days", "30 minutes". WorkCalendar.h turns it into an instant.
#pragma once

#include "domain/Schema.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace zs::domain {

enum class LimitUnit : std::uint8_t {
    Minutes,        ///< 分钟, of the clock
    WorkingMinutes, ///< 工作时间内的分钟, only inside working hours
    WorkingDays,    ///< 工作日, clock time kept
    NaturalDays     ///< 自然日, 24 hours each
};
constexpr auto enumNames(LimitUnit)
{
    return std::array<std::string_view, 4>{"minutes", "working_minutes", "working_days", "natural_days"};
}

/// An amount of 0 means "no limit".
struct LimitSpan {
    std::uint32_t amount = 0;
    LimitUnit unit = LimitUnit::Minutes;

    constexpr bool isNone() const { return amount == 0; }

    /// Journals from before the units hold a limit as a whole number of milliseconds.
    static LimitSpan fromWholeNumber(std::int64_t milliseconds)
    {
        const std::int64_t minutes = (std::max<std::int64_t>(milliseconds, 0) + 59'999) / 60'000;
        return {static_cast<std::uint32_t>(std::min<std::int64_t>(minutes, 0xffff'ffff)), LimitUnit::Minutes};
    }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("amount", self.amount);
        v("unit", self.unit);
    }
    bool operator==(const LimitSpan&) const = default;
};

} // namespace zs::domain
