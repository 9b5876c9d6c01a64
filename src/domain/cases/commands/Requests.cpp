#include "domain/cases/commands/Requests.h"

#include "domain/cases/commands/Rules.h"
#include "domain/sla/Limits.h"

namespace zs::domain {

namespace {

constexpr std::size_t maxExtensions = 8;

bool isReportLate(const Case& state, const Context& context)
{
    const auto limits = limitsOf(state, *context.inForce.calendar, context.now);
    return limits[static_cast<std::size_t>(LimitKind::Report)].state == LimitState::Late;
}

/// What the three kinds of asking have in common.
std::optional<Rejection> mayAsk(const Case& state, Phase from, const std::string& reason, const Context& context)
{
    if (auto bad = mustBeActive(state))
        return bad;
    if (state.phase < from)
        return wrongPhase(state, "提出申请", "asked something for");
    if (auto bad = mustLead(state, context))
        return bad;
    if (state.request)
        return Rejection{"request.waiting",
                         {"已有一项申请等待批复。", "A request waits for its decision already."}, {}};
    return checkReason(reason);
}

/// What approving and denying have in common.
std::optional<Rejection> mayDecide(const Case& state, const Context& context)
{
    if (auto bad = mustBeOpen(state))
        return bad;
    if (!state.request)
        return Rejection{"request.none", {"没有等待批复的申请。", "No request waits for a decision."}, {}};
    if (state.request->by == context.actor.name)
        return Rejection{"request.own",
                         {"申请人不能批复自己的申请，须由派遣单位的另一人批复。",
                          "Who asked may not decide: someone else of the unit that dispatched the case has to."},
                         {}};
    if (state.request->kind == RequestKind::Escalation && context.actor.level < state.request->to) {
        const LocalText level = levelName(state.request->to);
        return Rejection{"request.level",
                         {"升级须由" + level.zh + "或以上批准。", "Only the " + level.en + " level or above may decide on this escalation."},
                         {}};
    }
    return std::nullopt;
}

Request asked(RequestKind kind, const std::string& by, TimePoint at, const std::string& reason)
{
    Request request;
    request.kind = kind;
    request.by = by;
    request.at = at;
    request.reason = reason;
    return request;
}

} // namespace

tl::expected<ExtensionAsked, Rejection> decide(const Case& state, const AskExtension& command, const Context& context)
{
    if (auto bad = mayAsk(state, Phase::Accepted, command.reason, context))
        return Refused(*bad);
    if (auto bad = checkSpan(command.span, "延长的时间", "The extension"))
        return Refused(*bad);
    if (state.extensions.size() >= maxExtensions)
        return refuse("request.many", "一个事件最多延期 8 次。", "A case can be extended at most 8 times.");
    if (isReportLate(state, context))
        return refuse("request.late", "延期须在时限届满前申请；办结时限已过。",
                      "An extension must be asked for before the time limit ends; the limit for finishing has passed.");
    return ExtensionAsked{command.span, command.reason};
}

void evolve(Case& state, const ExtensionAsked& event, TimePoint at, const std::string& by)
{
    state.request = asked(RequestKind::Extension, by, at, event.reason);
    state.request->span = event.span;
}

tl::expected<SuspensionAsked, Rejection> decide(const Case& state, const AskSuspension& command, const Context& context)
{
    if (auto bad = mayAsk(state, Phase::Accepted, command.reason, context))
        return Refused(*bad);
    if (auto bad = checkPause(state, command.until, context.now))
        return Refused(*bad);
    return SuspensionAsked{command.until, command.reason};
}

void evolve(Case& state, const SuspensionAsked& event, TimePoint at, const std::string& by)
{
    state.request = asked(RequestKind::Suspension, by, at, event.reason);
    state.request->until = event.until;
}

tl::expected<EscalationAsked, Rejection> decide(const Case& state, const AskEscalation& command, const Context& context)
{
    if (auto bad = mayAsk(state, Phase::Classified, command.reason, context))
        return Refused(*bad);
    if (auto bad = checkHigherLevel(state, command.to, context.city))
        return Refused(*bad);
    return EscalationAsked{command.to, command.reason};
}

void evolve(Case& state, const EscalationAsked& event, TimePoint at, const std::string& by)
{
    state.request = asked(RequestKind::Escalation, by, at, event.reason);
    state.request->to = event.to;
}

tl::expected<Approved, Rejection> decide(const Case& state, const Approve& command, const Context& context)
{
    if (auto bad = mayDecide(state, context))
        return Refused(*bad);
    if (auto bad = checkText(command.note, 0, 200, "批语", "The note"))
        return Refused(*bad);
    const Request& request = *state.request;
    // Time went by since it was asked.
    if (request.kind == RequestKind::Suspension)
        if (auto bad = checkPause(state, request.until, context.now))
            return Refused(*bad);
    return Approved{request.kind, request.span, request.until, request.to, command.note};
}

void evolve(Case& state, const Approved& event, TimePoint at, const std::string&)
{
    dropRequest(state);
    switch (event.kind) {
    case RequestKind::Extension: state.extensions.push_back(event.span); break;
    case RequestKind::Suspension: state.pauses.push_back({at, {}, event.until}); break;
    case RequestKind::Escalation: state.level = event.to; break;
    }
}

tl::expected<Denied, Rejection> decide(const Case& state, const Deny& command, const Context& context)
{
    if (auto bad = mayDecide(state, context))
        return Refused(*bad);
    if (auto bad = checkReason(command.reason))
        return Refused(*bad);
    return Denied{state.request->kind, command.reason};
}

void evolve(Case& state, const Denied&, TimePoint, const std::string&) { dropRequest(state); }

} // namespace zs::domain
