// 退回: the agency gives it back, with a reason; the centre routes anew.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Return {
    static constexpr std::string_view name = "return";
    static constexpr Verb verb{"退回事件", "return a case"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Return&) const = default;
};

struct Returned {
    static constexpr std::string_view name = "returned";
    AgencyId from;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("from", self.from);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Returned&) const = default;
};

tl::expected<Returned, Rejection> decide(const Case& state, const Return& command, const Context& context);
void evolve(Case& state, const Returned& event, TimePoint at, const std::string& by);

} // namespace zs::domain
