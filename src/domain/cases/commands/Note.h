// A remark, also after the end; changes nothing else.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Note {
    static constexpr std::string_view name = "note";
    static constexpr Verb verb{"加备注", "add a note"};
    static constexpr auto& allowed = roles::everyone;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    std::string text;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("text", self.text, Rule{.max = 1000});
    }
    bool operator==(const Note&) const = default;
};

struct Noted {
    static constexpr std::string_view name = "noted";
    std::string text;
    std::uint16_t masked = 0; ///< telephone and identity numbers that it held

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("text", self.text, Rule{.max = 1000});
        v("masked", self.masked, optionalField);
    }
    bool operator==(const Noted&) const = default;
};

tl::expected<Noted, Rejection> decide(const Case& state, const Note& command, const Context& context);
void evolve(Case& state, const Noted& event, TimePoint at, const std::string& by);

} // namespace zs::domain
