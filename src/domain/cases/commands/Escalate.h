// 升级: the centre of a higher level answers for it from now on; levels that the city does not have are skipped.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Escalate {
    static constexpr std::string_view name = "escalate";
    static constexpr Verb verb{"升级", "escalate a case"};
    static constexpr auto& allowed = roles::deciders;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    Level to = Level::City;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("to", self.to);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Escalate&) const = default;
};

struct Escalated {
    static constexpr std::string_view name = "escalated";
    Level from = Level::City;
    Level to = Level::City;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("from", self.from);
        v("to", self.to);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Escalated&) const = default;
};

tl::expected<Escalated, Rejection> decide(const Case& state, const Escalate& command, const Context& context);
void evolve(Case& state, const Escalated& event, TimePoint at, const std::string& by);

} // namespace zs::domain
