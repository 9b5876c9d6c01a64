// 分流转办: to a lead agency and, if needed, assisting ones.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

struct Route {
    static constexpr std::string_view name = "route";
    static constexpr Verb verb{"转办", "route a case"};
    static constexpr auto& allowed = roles::deskAndIntake;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    AgencyId lead;
    std::vector<AgencyId> assisting;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("lead", self.lead);
        v("assisting", self.assisting, Rule{.max = 8, .presence = Presence::Optional});
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Route&) const = default;
};

struct Routed {
    static constexpr std::string_view name = "routed";
    AgencyId lead;
    std::vector<AgencyId> assisting;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("lead", self.lead);
        v("assisting", self.assisting, Rule{.max = 8});
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Routed&) const = default;
};

tl::expected<Routed, Rejection> decide(const Case& state, const Route& command, const Context& context);
void evolve(Case& state, const Routed& event, TimePoint at, const std::string& by);

/// The assistants without the lead: whoever becomes the lead assists no longer.
std::vector<AgencyId> helpersOf(AgencyId lead, std::vector<AgencyId> assisting);
/// Whether these agencies may get the case; what routing and re-routing have in common.
std::optional<Rejection> mayBeRoutedTo(const Case& state, AgencyId lead, const std::vector<AgencyId>& assisting,
                                       const Context& context);

} // namespace zs::domain
