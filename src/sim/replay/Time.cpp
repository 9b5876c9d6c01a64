#include "sim/replay/Table.h"

namespace zs::sim {

namespace {

/// Takes `count` to `most` digits off the front.
std::optional<int> number(std::string_view& text, std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t n = 0;
    while (n < most && n < text.size() && text[n] >= '0' && text[n] <= '9')
        value = value * 10 + (text[n++] - '0');
    if (n < least)
        return std::nullopt;
    text.remove_prefix(n);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::optional<TimePoint> parseTime(std::string_view text) {
    while (text.ends_with(' '))
        text.remove_suffix(1);
    std::optional<int> y, m, d;
    if (text.size() > 4 && (text[2] == '/' || text[1] == '/')) {
        m = number(text, 1, 2);
        if (!take(text, '/'))
            return std::nullopt;
        d = number(text, 1, 2);
        if (!take(text, '/'))
            return std::nullopt;
        y = number(text, 4, 4);
    } else {
        y = number(text, 4, 4);
        if (!take(text, '-'))
            return std::nullopt;
        m = number(text, 2, 2);
        if (!take(text, '-'))
            return std::nullopt;
        d = number(text, 2, 2);
    }
    if (!y || !m || !d)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*y), std::chrono::month(unsigned(*m)),
                                           std::chrono::day(unsigned(*d))};
    if (!date.ok())
        return std::nullopt;
    TimePoint at{std::chrono::sys_days(date)};
    if (text.empty())
        return at;
    if (!take(text, 'T') && !take(text, ' '))
        return std::nullopt;
    auto hour = number(text, 1, 2);
    if (!hour || !take(text, ':'))
        return std::nullopt;
    const auto minute = number(text, 2, 2);
    std::optional<int> second = 0;
    if (take(text, ':')) {
        second = number(text, 2, 2);
        if (take(text, '.') && !number(text, 1, 9))
            return std::nullopt;
    }
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    if (text == " AM" || text == " PM") {
        if (*hour < 1 || *hour > 12)
            return std::nullopt;
        hour = *hour % 12 + (text == " PM" ? 12 : 0);
        text = {};
    }
    int offset = 0;
    if (!take(text, 'Z') && !text.empty()) {
        const int sign = take(text, '-') ? -1 : take(text, '+') ? 1 : 0;
        const auto h = number(text, 2, 2);
        take(text, ':');
        const auto min = text.empty() ? std::optional(0) : number(text, 2, 2);
        if (sign == 0 || !h || !min)
            return std::nullopt;
        offset = sign * (*h * 60 + *min);
    }
    if (!text.empty())
        return std::nullopt;
    return at + std::chrono::hours(*hour) + std::chrono::minutes(*minute - offset) +
           std::chrono::seconds(*second);
}

} // namespace zs::sim
