// 到场: the person is at the place.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Arrive {
    static constexpr std::string_view name = "arrive";
    static constexpr Verb verb{"记到场", "mark an arrival"};
    static constexpr auto& allowed = roles::deskAndField;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    PersonId person;  ///< who says so; must be the one it was dispatched to

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
    }
    bool operator==(const Arrive&) const = default;
};

struct Arrived {
    static constexpr std::string_view name = "arrived";
    PersonId person;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
    }
    bool operator==(const Arrived&) const = default;
};

tl::expected<Arrived, Rejection> decide(const Case& state, const Arrive& command, const Context& context);
void evolve(Case& state, const Arrived& event, TimePoint at, const std::string& by);

} // namespace zs::domain
