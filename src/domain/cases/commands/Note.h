// A remark, also after the end; changes nothing else.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/Context.h"

#include <array>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Note {
    static constexpr std::string_view name = "note";
    static constexpr std::array allowed{Role::DutyOfficer, Role::Dispatcher, Role::Agency, Role::FieldApp, Role::Intake};
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

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("text", self.text, Rule{.max = 1000});
    }
    bool operator==(const Noted&) const = default;
};

tl::expected<Noted, Rejection> decide(const Case& state, const Note& command, const Context& context);
void evolve(Case& state, const Noted& event, TimePoint at, const std::string& by);

} // namespace zs::domain
