#include "domain/cases/commands/Mediate.h"

#include "domain/cases/commands/Rules.h"
#include "domain/city/City.h"
#include "domain/sla/Limits.h"

namespace zs::domain {

namespace {

constexpr std::size_t maxMediations = 8;

bool isMediating(const Case& state) { return !state.mediations.empty() && state.mediations.back().isOpen(); }

/// The court says itself what it decided, though it doesn't lead the case; else who leads it, or the centre.
std::optional<Rejection> mayRecord(const Case& state, const Context& context)
{
    const Agency* own = context.city.agency(context.actor.agency);
    return own && own->kind == AgencyKind::Court ? std::nullopt : mustLead(state, context);
}

/// Once archived, declined or merged nothing is asked of a court any more.
std::optional<Rejection> mayStillBeConfirmed(const Case& state)
{
    if (state.phase == Phase::Finished || state.phase == Phase::Rated || state.phase == Phase::FollowedUp)
        return std::nullopt;
    return mustBeOpen(state);
}

} // namespace

tl::expected<MediationOpened, Rejection> decide(const Case& state, const OpenMediation& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (state.phase == Phase::Received)
        return refuse("mediation.unclassified", "先分类登记，再启动调解。", "Classify the case before opening a mediation.");
    if (auto bad = mustBeRuled(state))
        return Refused(*bad);
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (state.kind != CaseKind::Dispute)
        return refuse("mediation.kind", "只有矛盾纠纷可以调解。", "Only a dispute can be mediated.");
    if (isMediating(state))
        return refuse("mediation.open", "已有一场调解在进行。", "A mediation is going on already.");
    if (command.consent != Consent::BothSides)
        return refuse("mediation.consent", "调解须经双方同意。", "A mediation needs the consent of both sides.");
    const Person* mediator = context.city.person(command.mediator);
    if (!mediator)
        return Refused(unknownPerson());
    if (mediator->role != PersonRole::Mediator)
        return refuse("mediation.mediator", mediator->name.zh + "不是在册调解员。",
                      mediator->name.en + " isn't a listed mediator.");
    if (state.mediations.size() >= maxMediations)
        return refuse("mediation.many", "一个事件最多调解 8 次。", "A case can be mediated at most 8 times.");
    return MediationOpened{command.kind, command.force, command.mediator};
}

void evolve(Case& state, const MediationOpened& event, TimePoint at, const std::string&)
{
    Mediation& mediation = state.mediations.emplace_back();
    mediation.kind = event.kind;
    mediation.force = event.force;
    mediation.mediator = event.mediator;
    mediation.openedAt = at;
}

tl::expected<MediationProlonged, Rejection> decide(const Case& state, const ProlongMediation& command, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return Refused(*bad);
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (!isMediating(state))
        return refuse("mediation.none", "没有正在进行的调解。", "No mediation is going on.");
    if (!state.mediations.back().prolonged.isNone())
        return refuse("mediation.prolonged", "调解期限只能延长一次。", "A mediation can be prolonged only once.");
    if (command.consent != Consent::BothSides)
        return refuse("mediation.prolong_consent", "延长调解期限须经双方同意。", "Prolonging a mediation needs the consent of both sides.");
    if (command.span.unit != mediationLimit.unit || command.span.isNone() || command.span.amount > mediationLimit.amount)
        return refuse("mediation.prolong_span", "调解期限最多延长 30 日（自然日）。", "A mediation can be prolonged by 1 to 30 natural days.");
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    if (mediationDeadline(state, state.mediations.back(), *context.inForce.calendar, context.now) < context.now)
        return refuse("mediation.late", "调解期限已经届满；延长须在届满前由双方商定。",
                      "The mediation's time is over: both sides have to agree on more before it ends.");
    return MediationProlonged{command.span, command.consent, command.reason};
}

void evolve(Case& state, const MediationProlonged& event, TimePoint, const std::string&)
{
    if (isMediating(state))
        state.mediations.back().prolonged = event.span;
}

tl::expected<MediationClosed, Rejection> decide(const Case& state, const CloseMediation& command, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (!isMediating(state))
        return refuse("mediation.none", "没有正在进行的调解。", "No mediation is going on.");
    if (command.result == MediationResult::None)
        return refuse("mediation.result", "结束调解须写明结果。", "Closing a mediation needs its result.");
    if (auto bad = checkText(command.text, 1, 1000, "调解情况", "The account of the mediation"))
        return Refused(*bad);
    return MediationClosed{command.result, command.text};
}

void evolve(Case& state, const MediationClosed& event, TimePoint at, const std::string&)
{
    if (!isMediating(state))
        return;
    state.mediations.back().closedAt = at;
    state.mediations.back().result = event.result;
}

tl::expected<ConfirmationAsked, Rejection> decide(const Case& state, const AskConfirmation&, const Context& context)
{
    if (auto bad = mayStillBeConfirmed(state))
        return Refused(*bad);
    if (auto bad = mustLead(state, context))
        return Refused(*bad);
    if (state.mediations.empty() || state.mediations.back().result != MediationResult::Settled)
        return refuse("confirmation.unsettled", "只有达成协议的调解可以申请司法确认。",
                      "Only a settlement can be confirmed by the court.");
    if (state.mediations.back().confirmationAskedAt != TimePoint{})
        return refuse("confirmation.asked", "已经申请过司法确认。", "The court has been asked already.");
    return ConfirmationAsked{};
}

void evolve(Case& state, const ConfirmationAsked&, TimePoint at, const std::string&)
{
    if (!state.mediations.empty())
        state.mediations.back().confirmationAskedAt = at;
}

tl::expected<ConfirmationRecorded, Rejection> decide(const Case& state, const RecordConfirmation& command,
                                                     const Context& context)
{
    if (auto bad = mayStillBeConfirmed(state))
        return Refused(*bad);
    if (auto bad = mayRecord(state, context))
        return Refused(*bad);
    if (!awaitsConfirmation(state))
        return refuse("confirmation.none", "没有等待结果的司法确认申请。", "The court hasn't been asked for anything.");
    if (command.confirmation == Confirmation::None)
        return refuse("confirmation.result", "须写明法院是否确认。", "Say whether the court confirmed it.");
    return ConfirmationRecorded{command.confirmation};
}

void evolve(Case& state, const ConfirmationRecorded& event, TimePoint at, const std::string&)
{
    if (!awaitsConfirmation(state))
        return;
    state.mediations.back().confirmation = event.confirmation;
    state.mediations.back().confirmationAt = at;
}

} // namespace zs::domain
