// 不予受理: the centre will not handle it, with the ground and the words that the citizen gets.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Decline {
    static constexpr std::string_view name = "decline";
    static constexpr Verb verb{"不予受理", "decline a case"};
    static constexpr auto& allowed = roles::desk;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    DeclineGround ground = DeclineGround::None;
    std::string reason; ///< as told to the citizen

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("ground", self.ground);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Decline&) const = default;
};

struct Declined {
    static constexpr std::string_view name = "declined";
    DeclineGround ground = DeclineGround::None;
    std::string reason; ///< as told to the citizen

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("ground", self.ground);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Declined&) const = default;
};

tl::expected<Declined, Rejection> decide(const Case& state, const Decline& command, const Context& context);
void evolve(Case& state, const Declined& event, TimePoint at, const std::string& by);

} // namespace zs::domain
