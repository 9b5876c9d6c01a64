// After the end: 群众评价, 定期回访 by someone other than who handled it, 归档. A follow-up that finds the citizen unsatisfied
// reopens the case. Who reported a duplicate is followed up on that, once the case it was merged into is over.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Rate {
    static constexpr std::string_view name = "rate";
    static constexpr Verb verb{"记录群众评价", "record a rating"};
    static constexpr auto& allowed = roles::deskAndIntake;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    Satisfaction satisfaction = Satisfaction::None;
    std::string comment;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("satisfaction", self.satisfaction);
        v("comment", self.comment, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Rate&) const = default;
};

struct Rated {
    static constexpr std::string_view name = "rated";
    Satisfaction satisfaction = Satisfaction::None;
    std::string comment;
    std::uint16_t masked = 0; ///< telephone and identity numbers that it held

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("satisfaction", self.satisfaction);
        v("comment", self.comment, Rule{.max = 200, .presence = Presence::Optional});
        v("masked", self.masked, optionalField);
    }
    bool operator==(const Rated&) const = default;
};

struct FollowUp {
    static constexpr std::string_view name = "follow_up";
    static constexpr Verb verb{"回访", "follow up"};
    static constexpr auto& allowed = roles::seatsAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    FollowUpResult result = FollowUpResult::None;
    std::string comment;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("result", self.result);
        v("comment", self.comment, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const FollowUp&) const = default;
};

struct FollowedUp {
    static constexpr std::string_view name = "followed_up";
    FollowUpResult result = FollowUpResult::None;
    std::string comment;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("result", self.result);
        v("comment", self.comment, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const FollowedUp&) const = default;
};

struct Archive {
    static constexpr std::string_view name = "archive";
    static constexpr Verb verb{"归档", "archive a case"};
    static constexpr auto& allowed = roles::everySeat;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason; ///< why, where the citizen couldn't be reached on two days

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Archive&) const = default;
};

struct Archived {
    static constexpr std::string_view name = "archived";
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Archived&) const = default;
};

tl::expected<Rated, Rejection> decide(const Case& state, const Rate& command, const Context& context);
void evolve(Case& state, const Rated& event, TimePoint at, const std::string& by);
tl::expected<FollowedUp, Rejection> decide(const Case& state, const FollowUp& command, const Context& context);
void evolve(Case& state, const FollowedUp& event, TimePoint at, const std::string& by);
tl::expected<Archived, Rejection> decide(const Case& state, const Archive& command, const Context& context);
void evolve(Case& state, const Archived& event, TimePoint at, const std::string& by);

} // namespace zs::domain
