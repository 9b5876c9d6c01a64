// The lead agency takes the case.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Accept {
    static constexpr std::string_view name = "accept";
    static constexpr Verb verb{"接收事件", "accept a case"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;

    template <class Visitor, class Self>
    static void fields(Visitor&, Self&) {}
    bool operator==(const Accept&) const = default;
};

struct Accepted {
    static constexpr std::string_view name = "accepted";

    template <class Visitor, class Self>
    static void fields(Visitor&, Self&) {}
    bool operator==(const Accepted&) const = default;
};

tl::expected<Accepted, Rejection> decide(const Case& state, const Accept& command, const Context& context);
void evolve(Case& state, const Accepted& event, TimePoint at, const std::string& by);

} // namespace zs::domain
