// 返工: rejected on review, the same lead goes on with the original clock. 重开: the case begins again, with a new clock.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Rework {
    static constexpr std::string_view name = "rework";
    static constexpr Verb verb{"退回返工", "send a case back for rework"};
    static constexpr auto& allowed = roles::deciders;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Rework&) const = default;
};

struct Reworked {
    static constexpr std::string_view name = "reworked";
    AgencyId lead; ///< who has to do it again; none: the centre itself
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("lead", self.lead, optionalField);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Reworked&) const = default;
};

struct Reopen {
    static constexpr std::string_view name = "reopen";
    static constexpr Verb verb{"重开", "reopen a case"};
    static constexpr auto& allowed = roles::everySeat;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Reopen&) const = default;
};

struct Reopened {
    static constexpr std::string_view name = "reopened";
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Reopened&) const = default;
};

tl::expected<Reworked, Rejection> decide(const Case& state, const Rework& command, const Context& context);
void evolve(Case& state, const Reworked& event, TimePoint at, const std::string& by);
tl::expected<Reopened, Rejection> decide(const Case& state, const Reopen& command, const Context& context);
void evolve(Case& state, const Reopened& event, TimePoint at, const std::string& by);

} // namespace zs::domain
