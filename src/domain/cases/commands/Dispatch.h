// 派员: sends a person (or team) who is on duty and has room; in place of the one who was sent, until the case is finished.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Dispatch {
    static constexpr std::string_view name = "dispatch";
    static constexpr Verb verb{"派员", "dispatch someone"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    PersonId person;
    std::string note;  ///< for the person; why, where it replaces one who has confirmed

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Dispatch&) const = default;
};

struct Dispatched {
    static constexpr std::string_view name = "dispatched";
    PersonId person;
    std::string note;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
        v("note", self.note, Rule{.max = 200});
    }
    bool operator==(const Dispatched&) const = default;
};

tl::expected<Dispatched, Rejection> decide(const Case& state, const Dispatch& command, const Context& context);
void evolve(Case& state, const Dispatched& event, TimePoint at, const std::string& by);

} // namespace zs::domain
