// How a struct tells its fields to whoever reads or writes it: JSON on the wire, bytes in the console's cache, columns in
// a state table. Each struct says its fields once:
//
//     template <class Visitor, class Self> static void fields(Visitor& v, Self& self)
//     {
//         v("lead", self.lead);
//         v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
//     }
//
// A visitor takes: bool, integers, double, std::string (UTF-8), StrongId, enums with enumNames(), TimePoint, Millis,
// GeoPoint, std::vector and std::optional of these, and structs with fields().
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace zs::domain {

enum class Presence { Required, Optional };

/// Limits of one field; a reader refuses what goes beyond.
struct Rule {
    std::size_t max = 64; ///< code points of a string, elements of a vector
    Presence presence = Presence::Required;
};

inline constexpr Rule optionalField{.max = 64, .presence = Presence::Optional};

} // namespace zs::domain
