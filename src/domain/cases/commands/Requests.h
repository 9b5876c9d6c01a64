// What an agency asks of the unit that dispatched the case, and the decision on it: 延期, 挂起, 升级. One waits at a time; whoever
// asked never decides.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct AskExtension {
    static constexpr std::string_view name = "ask_extension";
    static constexpr Verb verb{"申请延期", "ask for an extension"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    LimitSpan span; ///< added to the report limit
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("span", self.span);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const AskExtension&) const = default;
};

struct ExtensionAsked {
    static constexpr std::string_view name = "extension_asked";
    LimitSpan span; ///< added to the report limit
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("span", self.span);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const ExtensionAsked&) const = default;
};

struct AskSuspension {
    static constexpr std::string_view name = "ask_suspension";
    static constexpr Verb verb{"申请挂起", "ask for a suspension"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    TimePoint until;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("until", self.until);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const AskSuspension&) const = default;
};

struct SuspensionAsked {
    static constexpr std::string_view name = "suspension_asked";
    TimePoint until;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("until", self.until);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const SuspensionAsked&) const = default;
};

struct AskEscalation {
    static constexpr std::string_view name = "ask_escalation";
    static constexpr Verb verb{"申请升级", "ask for an escalation"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    Level to = Level::City;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("to", self.to);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const AskEscalation&) const = default;
};

struct EscalationAsked {
    static constexpr std::string_view name = "escalation_asked";
    Level to = Level::City;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("to", self.to);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const EscalationAsked&) const = default;
};

struct Approve {
    static constexpr std::string_view name = "approve";
    static constexpr Verb verb{"批准申请", "approve a request"};
    static constexpr auto& allowed = roles::deciders;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string note;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Approve&) const = default;
};

/// Says what was granted by itself: nothing has to be looked up in the request.
struct Approved {
    static constexpr std::string_view name = "approved";
    RequestKind kind = RequestKind::Extension;
    LimitSpan span; ///< of an extension
    TimePoint until; ///< of a suspension
    Level to = Level::City; ///< of an escalation
    std::string note;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("span", self.span);
        v("until", self.until, optionalField);
        v("to", self.to);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Approved&) const = default;
};

struct Deny {
    static constexpr std::string_view name = "deny";
    static constexpr Verb verb{"驳回申请", "deny a request"};
    static constexpr auto& allowed = roles::deciders;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Deny&) const = default;
};

struct Denied {
    static constexpr std::string_view name = "denied";
    RequestKind kind = RequestKind::Extension;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Denied&) const = default;
};

tl::expected<ExtensionAsked, Rejection> decide(const Case& state, const AskExtension& command, const Context& context);
void evolve(Case& state, const ExtensionAsked& event, TimePoint at, const std::string& by);
tl::expected<SuspensionAsked, Rejection> decide(const Case& state, const AskSuspension& command, const Context& context);
void evolve(Case& state, const SuspensionAsked& event, TimePoint at, const std::string& by);
tl::expected<EscalationAsked, Rejection> decide(const Case& state, const AskEscalation& command, const Context& context);
void evolve(Case& state, const EscalationAsked& event, TimePoint at, const std::string& by);
tl::expected<Approved, Rejection> decide(const Case& state, const Approve& command, const Context& context);
void evolve(Case& state, const Approved& event, TimePoint at, const std::string& by);
tl::expected<Denied, Rejection> decide(const Case& state, const Deny& command, const Context& context);
void evolve(Case& state, const Denied& event, TimePoint at, const std::string& by);

} // namespace zs::domain
