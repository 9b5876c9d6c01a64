// 110 rule (DOMAIN.md §2): a call that the police handed over is looked at by the duty officer. A police matter or an urgent one
// stays with the police; the rest is released and routed like any other case, and the department owns follow-up and closing.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

/// Whether the law makes it the police's own business.
enum class CallNature : std::uint8_t { Civil, PoliceMatter };
constexpr auto enumNames(CallNature) { return std::array<std::string_view, 2>{"civil", "police_matter"}; }

struct RulePolice {
    static constexpr std::string_view name = "rule_police";
    static constexpr Verb verb{"认定 110 转办件", "rule on a call handed over by the police"};
    static constexpr auto& allowed = roles::desk;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    CallNature nature = CallNature::Civil;
    Priority urgency = Priority::Normal;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("nature", self.nature);
        v("urgency", self.urgency);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const RulePolice&) const = default;
};

struct PoliceRuled {
    static constexpr std::string_view name = "police_ruled";
    PoliceRuling ruling = PoliceRuling::None;
    CallNature nature = CallNature::Civil;
    Priority urgency = Priority::Normal;
    AgencyId lead; ///< the police, when it stays with them
    TimeLimits limits; ///< when it stays with the police; else none yet
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("ruling", self.ruling);
        v("nature", self.nature);
        v("urgency", self.urgency);
        v("lead", self.lead, optionalField);
        v("limits", self.limits);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const PoliceRuled&) const = default;
};

tl::expected<PoliceRuled, Rejection> decide(const Case& state, const RulePolice& command, const Context& context);
void evolve(Case& state, const PoliceRuled& event, TimePoint at, const std::string& by);

} // namespace zs::domain
