// What a case can gather on its way beside its phase: requests, whistles, supervision, mediation, links, files.
// Plain values; each stands in Case.h as an optional field.
#pragma once

#include "base/Clock.h"
#include "base/StrongId.h"
#include "domain/Schema.h"
#include "domain/cases/CaseTypes.h"
#include "domain/sla/LimitSpan.h"
#include "domain/sla/TimeLimits.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zs::domain {

/// 110 rule (DOMAIN.md §2): who keeps a call that the police handed over.
enum class PoliceRuling : std::uint8_t { None, StaysWithPolice, Released };
constexpr auto enumNames(PoliceRuling)
{
    return std::array<std::string_view, 3>{"none", "stays_with_police", "released"};
}

/// What an agency asks of the unit that dispatched the case: 延期, 挂起, 升级.
enum class RequestKind : std::uint8_t { Extension, Suspension, Escalation };
constexpr auto enumNames(RequestKind)
{
    return std::array<std::string_view, 3>{"extension", "suspension", "escalation"};
}

/// Waits for a decision; one at a time.
struct Request {
    RequestKind kind = RequestKind::Extension;
    std::string by; ///< who asked: may not decide it
    TimePoint at{};
    std::string reason;
    LimitSpan span;     ///< of an extension
    TimePoint until{};  ///< of a suspension
    Level to = Level::City; ///< of an escalation

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("by", self.by);
        v("at", self.at);
        v("reason", self.reason, Rule{.max = 200});
        v("span", self.span, optionalField);
        v("until", self.until, optionalField);
        v("to", self.to, optionalField);
    }
    bool operator==(const Request&) const = default;
};

/// 吹哨报到: one agency called to the case. Reported in, stood down, or still owed.
struct WhistleCall {
    AgencyId agency;
    std::string by;
    TimePoint at{};
    LimitSpan within;
    TimePoint reportedAt{};
    TimePoint stoodDownAt{};

    bool isOwed() const { return reportedAt == TimePoint{} && stoodDownAt == TimePoint{}; }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("by", self.by);
        v("at", self.at);
        v("within", self.within);
        v("reported_at", self.reportedAt, optionalField);
        v("stood_down_at", self.stoodDownAt, optionalField);
    }
    bool operator==(const WhistleCall&) const = default;
};

/// The ladder of supervision: 提醒 → 催办 → 督办 → 通报 → 约谈 → 挂牌督办.
enum class SupervisionRung : std::uint8_t { Reminder, Urge, Supervise, Circular, Summons, Listed };
constexpr auto enumNames(SupervisionRung)
{
    return std::array<std::string_view, 6>{"reminder", "urge", "supervise", "circular", "summons", "listed"};
}

struct SupervisionStep {
    SupervisionRung rung = SupervisionRung::Reminder;
    AgencyId agency; ///< who is supervised
    std::string by;
    Level level = Level::City; ///< of who supervises: the case's level or above
    TimePoint at{};
    LimitSpan within; ///< to answer
    TimePoint answeredAt{};
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("rung", self.rung);
        v("agency", self.agency);
        v("by", self.by);
        v("level", self.level);
        v("at", self.at);
        v("within", self.within);
        v("answered_at", self.answeredAt, optionalField);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const SupervisionStep&) const = default;
};

/// 警调, 行调, 访调, 诉调 (court "1+2+3") and people's mediation.
enum class MediationKind : std::uint8_t { People, Police, Administrative, Petition, Court };
constexpr auto enumNames(MediationKind)
{
    return std::array<std::string_view, 5>{"people", "police", "administrative", "petition", "court"};
}
/// The three forces: 专职, 律师, 特邀.
enum class MediationForce : std::uint8_t { FullTime, Lawyer, Invited };
constexpr auto enumNames(MediationForce)
{
    return std::array<std::string_view, 3>{"full_time", "lawyer", "invited"};
}
enum class MediationResult : std::uint8_t { None, Settled, Failed, Withdrawn };
constexpr auto enumNames(MediationResult)
{
    return std::array<std::string_view, 4>{"none", "settled", "failed", "withdrawn"};
}
/// 司法确认.
enum class Confirmation : std::uint8_t { None, Confirmed, Refused };
constexpr auto enumNames(Confirmation)
{
    return std::array<std::string_view, 3>{"none", "confirmed", "refused"};
}

struct Mediation {
    MediationKind kind = MediationKind::People;
    MediationForce force = MediationForce::FullTime;
    PersonId mediator;
    TimePoint openedAt{}; ///< with the consent of both sides
    LimitSpan prolonged;  ///< beyond its 30 days, with the consent of both sides
    TimePoint closedAt{};
    MediationResult result = MediationResult::None;
    TimePoint confirmationAskedAt{};
    TimePoint confirmationAt{}; ///< when the court decided
    Confirmation confirmation = Confirmation::None;

    bool isOpen() const { return closedAt == TimePoint{}; }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("force", self.force);
        v("mediator", self.mediator);
        v("opened_at", self.openedAt);
        v("prolonged", self.prolonged, optionalField);
        v("closed_at", self.closedAt, optionalField);
        v("result", self.result, optionalField);
        v("confirmation_asked_at", self.confirmationAskedAt, optionalField);
        v("confirmation_at", self.confirmationAt, optionalField);
        v("confirmation", self.confirmation, optionalField);
    }
    bool operator==(const Mediation&) const = default;
};

/// How a case belongs to another.
enum class LinkKind : std::uint8_t { Related, Cause, Repeat }; ///< 相关, 起因, 重复反映
constexpr auto enumNames(LinkKind) { return std::array<std::string_view, 3>{"related", "cause", "repeat"}; }

struct CaseLink {
    CaseId other;
    LinkKind kind = LinkKind::Related;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("other", self.other);
        v("kind", self.kind);
    }
    bool operator==(const CaseLink&) const = default;
};

/// A file by reference: the journal proves which one it was, the bytes lie elsewhere.
struct Attachment {
    std::string name;
    std::string mediaType;
    std::uint64_t size = 0; ///< bytes
    std::string sha256;     ///< 64 hexadecimal digits
    TimePoint at{};
    std::string by;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("name", self.name, Rule{.max = 120});
        v("media_type", self.mediaType, Rule{.max = 80});
        v("size", self.size);
        v("sha256", self.sha256);
        v("at", self.at);
        v("by", self.by);
    }
    bool operator==(const Attachment&) const = default;
};

/// 群众评价: 满意, 基本满意, 不满意.
enum class Satisfaction : std::uint8_t { None, Satisfied, Basically, Dissatisfied };
constexpr auto enumNames(Satisfaction)
{
    return std::array<std::string_view, 4>{"none", "satisfied", "basically", "dissatisfied"};
}
/// 回访: by someone other than who handled it.
enum class FollowUpResult : std::uint8_t { None, Satisfied, Dissatisfied, Unreachable };
constexpr auto enumNames(FollowUpResult)
{
    return std::array<std::string_view, 4>{"none", "satisfied", "dissatisfied", "unreachable"};
}
/// What a case had to take back, or went through again.
enum class TurnKind : std::uint8_t {
    Returned, ///< 退回
    Rerouted, ///< routed once more, or for the first time after somebody had been sent
    Reworked, ///< 返工
    Reopened  ///< 重开
};
constexpr auto enumNames(TurnKind)
{
    return std::array<std::string_view, 4>{"returned", "rerouted", "reworked", "reopened"};
}
/// One such turn with its time, and what it took back: a former time is judged by what was known at its end (indicators).
struct Turn {
    TurnKind kind = TurnKind::Returned;
    TimePoint at{};
    // Of Reworked and Reopened: how the case had ended.
    Phase from = Phase::None;
    Outcome outcome = Outcome::Resolved;
    Satisfaction rating = Satisfaction::None;
    FollowUpResult followUp = FollowUpResult::None;
    TimePoint endedAt{}, ratedAt{}, followedUpAt{};
    // Of Reopened: its former round.
    TimePoint startedAt{}, classifiedAt{}, respondedAt{};

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("at", self.at);
        v("from", self.from, optionalField);
        v("outcome", self.outcome, optionalField);
        v("rating", self.rating, optionalField);
        v("follow_up", self.followUp, optionalField);
        v("ended_at", self.endedAt, optionalField);
        v("rated_at", self.ratedAt, optionalField);
        v("followed_up_at", self.followedUpAt, optionalField);
        v("started_at", self.startedAt, optionalField);
        v("classified_at", self.classifiedAt, optionalField);
        v("responded_at", self.respondedAt, optionalField);
    }
    bool operator==(const Turn&) const = default;
};

/// 不予受理: 不属职责范围, 已进入司法程序, 无实质内容, 重复, 其他.
enum class DeclineGround : std::uint8_t { None, NotOurDuty, Judicial, NoSubstance, Repeated, Other };
constexpr auto enumNames(DeclineGround)
{
    return std::array<std::string_view, 6>{"none", "not_our_duty", "judicial", "no_substance", "repeated", "other"};
}

} // namespace zs::domain
