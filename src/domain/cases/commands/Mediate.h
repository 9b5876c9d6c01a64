// 调解 within the case: opened with the consent of both sides (警调, 行调, 访调, 诉调, people's), prolonged once
// by them, closed with a result; a settlement may
// be confirmed by the court (司法确认).
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

/// Of the parties to being mediated; nobody is mediated without it.
enum class Consent : std::uint8_t { None, BothSides };
constexpr auto enumNames(Consent) { return std::array<std::string_view, 2>{"none", "both_sides"}; }

struct OpenMediation {
    static constexpr std::string_view name = "open_mediation";
    static constexpr Verb verb{"启动调解", "open a mediation"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    MediationKind kind = MediationKind::People;
    MediationForce force = MediationForce::FullTime;
    PersonId mediator;
    Consent consent = Consent::None;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("force", self.force);
        v("mediator", self.mediator);
        v("consent", self.consent);
    }
    bool operator==(const OpenMediation&) const = default;
};

struct MediationOpened {
    static constexpr std::string_view name = "mediation_opened";
    MediationKind kind = MediationKind::People;
    MediationForce force = MediationForce::FullTime;
    PersonId mediator;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("force", self.force);
        v("mediator", self.mediator);
    }
    bool operator==(const MediationOpened&) const = default;
};

/// 延长调解期限: once, by at most its own length again, agreed to by both sides before it ends.
struct ProlongMediation {
    static constexpr std::string_view name = "prolong_mediation";
    static constexpr Verb verb{"延长调解期限", "prolong a mediation"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    LimitSpan span; ///< in natural days
    Consent consent = Consent::None;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("span", self.span);
        v("consent", self.consent);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const ProlongMediation&) const = default;
};

struct MediationProlonged {
    static constexpr std::string_view name = "mediation_prolonged";
    LimitSpan span;
    Consent consent = Consent::BothSides;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("span", self.span);
        v("consent", self.consent);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const MediationProlonged&) const = default;
};

struct CloseMediation {
    static constexpr std::string_view name = "close_mediation";
    static constexpr Verb verb{"结束调解", "close a mediation"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    MediationResult result = MediationResult::None;
    std::string text;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("result", self.result);
        v("text", self.text, Rule{.max = 1000});
    }
    bool operator==(const CloseMediation&) const = default;
};

struct MediationClosed {
    static constexpr std::string_view name = "mediation_closed";
    MediationResult result = MediationResult::None;
    std::string text;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("result", self.result);
        v("text", self.text, Rule{.max = 1000});
    }
    bool operator==(const MediationClosed&) const = default;
};

struct AskConfirmation {
    static constexpr std::string_view name = "ask_confirmation";
    static constexpr Verb verb{"申请司法确认", "ask for judicial confirmation"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;

    template <class Visitor, class Self>
    static void fields(Visitor&, Self&) {}
    bool operator==(const AskConfirmation&) const = default;
};

struct ConfirmationAsked {
    static constexpr std::string_view name = "confirmation_asked";

    template <class Visitor, class Self>
    static void fields(Visitor&, Self&) {}
    bool operator==(const ConfirmationAsked&) const = default;
};

struct RecordConfirmation {
    static constexpr std::string_view name = "record_confirmation";
    static constexpr Verb verb{"记录司法确认", "record a judicial confirmation"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    Confirmation confirmation = Confirmation::None;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("confirmation", self.confirmation);
    }
    bool operator==(const RecordConfirmation&) const = default;
};

struct ConfirmationRecorded {
    static constexpr std::string_view name = "confirmation_recorded";
    Confirmation confirmation = Confirmation::None;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("confirmation", self.confirmation);
    }
    bool operator==(const ConfirmationRecorded&) const = default;
};

tl::expected<MediationOpened, Rejection> decide(const Case& state, const OpenMediation& command, const Context& context);
void evolve(Case& state, const MediationOpened& event, TimePoint at, const std::string& by);
tl::expected<MediationProlonged, Rejection> decide(const Case& state, const ProlongMediation& command, const Context& context);
void evolve(Case& state, const MediationProlonged& event, TimePoint at, const std::string& by);
tl::expected<MediationClosed, Rejection> decide(const Case& state, const CloseMediation& command, const Context& context);
void evolve(Case& state, const MediationClosed& event, TimePoint at, const std::string& by);
tl::expected<ConfirmationAsked, Rejection> decide(const Case& state, const AskConfirmation& command, const Context& context);
void evolve(Case& state, const ConfirmationAsked& event, TimePoint at, const std::string& by);
tl::expected<ConfirmationRecorded, Rejection> decide(const Case& state, const RecordConfirmation& command, const Context& context);
void evolve(Case& state, const ConfirmationRecorded& event, TimePoint at, const std::string& by);

} // namespace zs::domain
