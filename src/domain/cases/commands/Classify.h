// 分类登记: what it is (an entry of the catalogue). Kind, time limits and, unless a person says otherwise, priority follow from the
// rule of the catalogue in force for its place and level; the event holds all of them, so no later catalogue changes a case.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"
#include "domain/catalogue/Catalogue.h"

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Classify {
    static constexpr std::string_view name = "classify";
    static constexpr Verb verb{"分类登记", "classify a case"};
    static constexpr auto& allowed = roles::deskAndIntake;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    MatterId matter;
    std::optional<Priority> priority; ///< none: the rule's

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("matter", self.matter);
        v("priority", self.priority, optionalField);
    }
    bool operator==(const Classify&) const = default;
};

/// Which rule of which catalogue spoke: a record for people, nothing is looked up by it.
struct RuleSource {
    std::string catalogue;        ///< its version, "2026.1"
    std::uint32_t published = 0;  ///< number of its publication; 0: the product's own
    std::string area;             ///< code of a town, community or grid; empty: the whole city
    RuleLevel level = RuleLevel::Any;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("catalogue", self.catalogue);
        v("published", self.published, optionalField);
        v("area", self.area, optionalField);
        v("level", self.level);
    }
    bool operator==(const RuleSource&) const = default;
};

struct Classified {
    static constexpr std::string_view name = "classified";
    MatterId matter;
    CaseKind kind = CaseKind::Request;
    Priority priority = Priority::Normal;
    TimeLimits limits;
    std::optional<RuleSource> rule; ///< none: the city's own list of matters spoke

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("matter", self.matter);
        v("kind", self.kind);
        v("priority", self.priority);
        v("limits", self.limits);
        v("rule", self.rule, optionalField);
    }
    bool operator==(const Classified&) const = default;
};

tl::expected<Classified, Rejection> decide(const Case& state, const Classify& command, const Context& context);
void evolve(Case& state, const Classified& event, TimePoint at, const std::string& by);

} // namespace zs::domain
