#include "domain/cases/PersonalNumbers.h"

#include "base/Utf8.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <vector>

namespace zs::domain {

namespace {

/// One code point: a digit, the X that ends an identity number, what parts groups of digits, or something else.
struct Unit {
    enum class Kind { Digit, X, Gap, Point, Other };
    std::string_view bytes;
    Kind kind = Kind::Other;
    char digit = 0;
};

Unit unitOf(std::string_view bytes)
{
    using Kind = Unit::Kind;
    const auto isOneOf = [&](std::initializer_list<std::string_view> list) { return std::ranges::find(list, bytes) != list.end(); };
    if (bytes.size() == 1 && bytes[0] >= '0' && bytes[0] <= '9')
        return {bytes, Kind::Digit, bytes[0]};
    if (bytes.size() == 3 && bytes.substr(0, 2) == "\xef\xbc") { // full width
        const auto last = static_cast<unsigned char>(bytes[2]);
        if (last >= 0x90 && last <= 0x99)
            return {bytes, Kind::Digit, static_cast<char>('0' + (last - 0x90))};
    }
    if (isOneOf({"x", "X", "ｘ", "Ｘ"}))
        return {bytes, Kind::X};
    if (isOneOf({" ", "-", "(", ")", "　", "－", "（", "）", "—", "–", "‑", "\u00a0"}))
        return {bytes, Kind::Gap};
    return {bytes, bytes == "." ? Kind::Point : Kind::Other};
}

std::vector<Unit> unitsOf(std::string_view utf8)
{
    std::vector<Unit> units;
    units.reserve(utf8.size());
    while (!utf8.empty()) {
        const std::string_view first = firstCodePoints(utf8, 1);
        units.push_back(unitOf(first));
        utf8.remove_prefix(first.size());
    }
    return units;
}

/// Digits without a gap: units [from, to).
struct Group {
    std::size_t from = 0, to = 0;
    std::string digits;  ///< with a closing 'X'
    bool isLast = false; ///< of those that only gaps part
};

constexpr std::size_t widestGap = 2;

std::vector<Group> groupsOf(std::span<const Unit> units)
{
    std::vector<Group> groups;
    for (std::size_t i = 0; i < units.size();) {
        if (units[i].kind != Unit::Kind::Digit) {
            ++i;
            continue;
        }
        Group group{i, i, {}, true};
        for (; i < units.size() && units[i].kind == Unit::Kind::Digit; ++i)
            group.digits += units[i].digit;
        const bool mayEnd = group.digits.size() == 17 || group.digits.size() == 3;
        if (mayEnd && i < units.size() && units[i].kind == Unit::Kind::X) {
            group.digits += 'X';
            ++i;
        }
        group.to = i;
        // The parts of a decimal number are nobody's.
        const auto pointAt = [&](std::size_t at) { return at < units.size() && units[at].kind == Unit::Kind::Point; };
        const auto digitAt = [&](std::size_t at) { return at < units.size() && units[at].kind == Unit::Kind::Digit; };
        if ((pointAt(group.from - 1) && digitAt(group.from - 2)) || (pointAt(i) && digitAt(i + 1)))
            continue;
        if (!groups.empty()) {
            const std::size_t before = groups.back().to;
            const bool gap = group.from - before <= widestGap
                             && std::ranges::all_of(units.subspan(before, group.from - before),
                                                    [](const Unit& u) { return u.kind == Unit::Kind::Gap; });
            groups.back().isLast = !gap;
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

using Shape = std::initializer_list<std::size_t>;

bool isMobile(std::string_view n) { return n.size() == 11 && n[0] == '1' && n[1] >= '3'; }
bool isLandLine(std::string_view n) { return n.size() >= 11 && n.size() <= 12 && n[0] == '0' && n[1] != '0'; }
bool isIdentity(std::string_view n)
{
    if (n.size() != 18 || n[0] == '0' || n.find('X') < 17)
        return false;
    const auto number = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : n.substr(at, size))
            value = value * 10 + (c - '0');
        return value;
    };
    const int year = number(6, 4), month = number(10, 2), day = number(12, 2);
    return year >= 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

struct Pattern {
    bool (*is)(std::string_view);
    Shape shape;
    std::size_t shown; ///< digits at its begin that stay
    std::size_t tail;  ///< and at its end
};

constexpr std::initializer_list<std::size_t> mobile1{11}, mobile2{3, 4, 4}, mobile3{3, 8}, mobile4{7, 4}, line1{11}, line2{12},
    line3{3, 8}, line4{4, 7}, line5{4, 8}, line6{3, 4, 4}, line7{4, 4, 4}, line8{4, 3, 4}, id1{18}, id2{6, 8, 4}, id3{14, 4};
constexpr Pattern patterns[] = {
    {isMobile, mobile1, 3, 4}, {isMobile, mobile2, 3, 4}, {isMobile, mobile3, 3, 4}, {isMobile, mobile4, 3, 4},
    {isLandLine, line1, 4, 2}, {isLandLine, line2, 4, 2}, {isLandLine, line3, 4, 2}, {isLandLine, line4, 4, 2},
    {isLandLine, line5, 4, 2}, {isLandLine, line6, 4, 2}, {isLandLine, line7, 4, 2}, {isLandLine, line8, 4, 2},
    {isIdentity, id1, 2, 0},   {isIdentity, id2, 2, 0},   {isIdentity, id3, 2, 0},
};

struct Found {
    std::size_t from = 0, to = 0; ///< units
    std::size_t shown = 0, tail = 0;
};

/// Whether the groups from `at` on are a number of this shape.
bool fits(std::span<const Group> groups, std::size_t at, const Pattern& pattern)
{
    std::string digits;
    std::size_t i = at;
    for (const std::size_t size : pattern.shape) {
        if (i >= groups.size() || groups[i].digits.size() != size || (i > at && groups[i - 1].isLast))
            return false;
        digits += groups[i++].digits;
    }
    return pattern.is(digits);
}

std::vector<Found> numbersIn(std::span<const Unit> units)
{
    const std::vector<Group> groups = groupsOf(units);
    std::vector<Found> found;
    for (std::size_t i = 0; i < groups.size();) {
        const auto pattern = std::ranges::find_if(patterns, [&](const Pattern& p) { return fits(groups, i, p); });
        if (pattern != std::end(patterns)) {
            const std::size_t last = i + pattern->shape.size() - 1;
            found.push_back({groups[i].from, groups[last].to, pattern->shown, pattern->tail});
            i = last + 1;
            continue;
        }
        const std::string& digits = groups[i].digits; // the country's code without a gap
        for (const std::size_t prefix : {2u, 4u})
            if (digits.size() == prefix + 11 && digits.substr(0, prefix) == (prefix == 2 ? "86" : "0086")
                && isMobile(std::string_view(digits).substr(prefix)))
                found.push_back({groups[i].from + prefix, groups[i].to, 3, 4});
        ++i;
    }
    return found;
}

/// Most texts are done with here: the shortest number has 11 digits.
bool mayHoldOne(std::string_view utf8)
{
    return std::ranges::count_if(utf8, [](char c) { return (c >= '0' && c <= '9') || c == '\xef'; }) >= 11;
}

} // namespace

bool holdsPersonalNumber(std::string_view utf8) { return mayHoldOne(utf8) && !numbersIn(unitsOf(utf8)).empty(); }

MaskedNumbers maskNumbers(std::string_view utf8)
{
    if (!mayHoldOne(utf8))
        return {std::string(utf8), 0};
    const std::vector<Unit> units = unitsOf(utf8);
    const std::vector<Found> found = numbersIn(units);
    MaskedNumbers out{{}, found.size()};
    auto number = found.begin();
    for (std::size_t i = 0, nth = 0, count = 0; i < units.size(); ++i) {
        while (number != found.end() && i >= number->to)
            ++number;
        const bool inside = number != found.end() && i >= number->from;
        if (inside && i == number->from) {
            nth = 0;
            count = static_cast<std::size_t>(std::count_if(units.begin() + static_cast<std::ptrdiff_t>(number->from),
                                                           units.begin() + static_cast<std::ptrdiff_t>(number->to), [](const Unit& u) {
                                                               return u.kind == Unit::Kind::Digit || u.kind == Unit::Kind::X;
                                                           }));
        }
        if (!inside || units[i].kind == Unit::Kind::Gap) {
            out.text += units[i].bytes;
            continue;
        }
        const bool isShown = nth < number->shown || nth >= count - number->tail;
        ++nth;
        out.text += isShown ? units[i].bytes : std::string_view("*");
    }
    return out;
}

} // namespace zs::domain
