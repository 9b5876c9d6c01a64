// The person sent confirms and sets out.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Acknowledge {
    static constexpr std::string_view name = "acknowledge";
    static constexpr Verb verb{"确认出发", "acknowledge a dispatch"};
    static constexpr auto& allowed = roles::deskAndField;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    PersonId person;  ///< who says so; must be the one it was dispatched to

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
    }
    bool operator==(const Acknowledge&) const = default;
};

struct Acknowledged {
    static constexpr std::string_view name = "acknowledged";
    PersonId person;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
    }
    bool operator==(const Acknowledged&) const = default;
};

tl::expected<Acknowledged, Rejection> decide(const Case& state, const Acknowledge& command, const Context& context);
void evolve(Case& state, const Acknowledged& event, TimePoint at, const std::string& by);

} // namespace zs::domain
