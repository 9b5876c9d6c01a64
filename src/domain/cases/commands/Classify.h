// 分类登记: what it is (an entry of the catalogue), how urgent; the time limits follow from the matter.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

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
    Priority priority = Priority::Normal;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("matter", self.matter);
        v("priority", self.priority);
    }
    bool operator==(const Classify&) const = default;
};

struct Classified {
    static constexpr std::string_view name = "classified";
    MatterId matter;
    CaseKind kind = CaseKind::Request;
    Priority priority = Priority::Normal;
    TimeLimits limits;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("matter", self.matter);
        v("kind", self.kind);
        v("priority", self.priority);
        v("limits", self.limits);
    }
    bool operator==(const Classified&) const = default;
};

tl::expected<Classified, Rejection> decide(const Case& state, const Classify& command, const Context& context);
void evolve(Case& state, const Classified& event, TimePoint at, const std::string& by);

} // namespace zs::domain
