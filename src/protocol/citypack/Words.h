// Words in a pack's files for enum values that have no word elsewhere.
#pragma once

#include "domain/city/City.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace zs::protocol::words {

inline constexpr std::array<std::string_view, 7> agencyKind{
    "centre", "court", "procuratorate", "police", "justice", "department", "society"};
inline constexpr std::array<std::string_view, 2> mediation{"none", "required"};
inline constexpr std::array<std::string_view, 6> role{"grid_officer",   "professional_grid_officer",
                                                      "mediator",       "police_officer",
                                                      "agency_officer", "volunteer_team"};

struct LimitWord {
    const char* key;
    domain::LimitSpan domain::TimeLimits::*member;
};
inline constexpr std::array<LimitWord, 6> limits{{{"registration", &domain::TimeLimits::registration},
                                                  {"response", &domain::TimeLimits::response},
                                                  {"acceptance", &domain::TimeLimits::acceptance},
                                                  {"on_scene", &domain::TimeLimits::onScene},
                                                  {"report", &domain::TimeLimits::report},
                                                  {"follow_up", &domain::TimeLimits::followUp}}};

template <class Enum, std::size_t N>
std::string_view wordOf(Enum value, const std::array<std::string_view, N>& names) {
    return names[static_cast<std::size_t>(value)];
}

template <class Enum, std::size_t N>
std::optional<Enum> fromWord(std::string_view word, const std::array<std::string_view, N>& names) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == word)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace zs::protocol::words
