// 挂起 and 恢复: no time limit runs in between. A pause has an end from the start, so that none is forgotten.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Suspend {
    static constexpr std::string_view name = "suspend";
    static constexpr Verb verb{"挂起", "suspend a case"};
    static constexpr auto& allowed = roles::deciders;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;
    TimePoint until;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
        v("until", self.until);
    }
    bool operator==(const Suspend&) const = default;
};

struct Suspended {
    static constexpr std::string_view name = "suspended";
    std::string reason;
    TimePoint until;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
        v("until", self.until);
    }
    bool operator==(const Suspended&) const = default;
};

struct Resume {
    static constexpr std::string_view name = "resume";
    static constexpr Verb verb{"恢复办理", "resume a case"};
    static constexpr auto& allowed = roles::seatsAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Resume&) const = default;
};

struct Resumed {
    static constexpr std::string_view name = "resumed";
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Resumed&) const = default;
};

tl::expected<Suspended, Rejection> decide(const Case& state, const Suspend& command, const Context& context);
void evolve(Case& state, const Suspended& event, TimePoint at, const std::string& by);
tl::expected<Resumed, Rejection> decide(const Case& state, const Resume& command, const Context& context);
void evolve(Case& state, const Resumed& event, TimePoint at, const std::string& by);

} // namespace zs::domain
