// 改派: another lead agency after the case was routed, with the reason.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

struct Reroute {
    static constexpr std::string_view name = "reroute";
    static constexpr Verb verb{"改派", "re-route a case"};
    static constexpr auto& allowed = roles::desk;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    AgencyId lead;
    std::vector<AgencyId> assisting;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("lead", self.lead);
        v("assisting", self.assisting, Rule{.max = 8, .presence = Presence::Optional});
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Reroute&) const = default;
};

struct Rerouted {
    static constexpr std::string_view name = "rerouted";
    AgencyId from; ///< none: the centre had it
    AgencyId lead;
    std::vector<AgencyId> assisting;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("from", self.from, optionalField);
        v("lead", self.lead);
        v("assisting", self.assisting, Rule{.max = 8, .presence = Presence::Optional});
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Rerouted&) const = default;
};

tl::expected<Rerouted, Rejection> decide(const Case& state, const Reroute& command, const Context& context);
void evolve(Case& state, const Rerouted& event, TimePoint at, const std::string& by);

} // namespace zs::domain
