#include "domain/sla/CaseClock.h"

#include <algorithm>
#include <cmath>

namespace zs::domain {

namespace {

/// A limit before it is counted: when it began and when it was met (epoch: not yet).
struct Terms {
    LimitKind kind = LimitKind::Response;
    LimitSpan span;
    TimePoint start{}, met{};
    bool applies = true; ///< false: fell away
    AgencyId agency{};
    LimitSpan prolonged{}; ///< added where the first one ends
};

constexpr TimePoint notYet{};

TimePoint startOf(const Case& state) { return state.clockAt == notYet ? state.receivedAt : state.clockAt; }

/// What happened before the clock began (before a reopening) doesn't meet it.
TimePoint since(TimePoint start, TimePoint at) { return at >= start ? at : notYet; }

std::array<Terms, caseLimitCount> termsOf(const Case& state)
{
    const TimePoint start = startOf(state);
    const bool open = state.isOpen(), merged = state.phase == Phase::Merged;
    TimePoint registered = since(start, state.classifiedAt);
    if (registered == notYet && open && state.phase != Phase::Received)
        registered = start; // reopened as classified, or from a journal that didn't say when
    TimePoint responded = since(start, state.respondedAt);
    if (responded == notYet)
        responded = since(start, state.routedAt);
    const TimePoint accepted = since(state.routedAt, state.acceptedAt);
    const TimePoint arrived = since(start, state.arrivedAt);
    // Reworked: open again under its original clock, whenever it was finished before.
    const TimePoint finished = open ? notYet : state.phase == Phase::Declined ? state.phaseAt : since(start, state.finishedAt);
    const bool waits = state.phase == Phase::Routed;
    const bool owesFollowUp = !open && finished != notYet && state.phase != Phase::Declined;
    const TimeLimits& l = state.limits;
    return {{{LimitKind::Registration, l.registration, start, registered, !merged && (open || registered != notYet)},
             {LimitKind::Response, l.response, start, responded, !merged && (open || responded != notYet)},
             {LimitKind::Acceptance, l.acceptance, state.routedAt, accepted, !merged && (waits || accepted != notYet)},
             {LimitKind::OnScene, l.onScene, start, arrived, !merged && (open || arrived != notYet)},
             {LimitKind::Report, l.report, start, finished, !merged && (open || finished != notYet)},
             {LimitKind::FollowUp, l.followUp, finished, owesFollowUp ? since(finished, state.followedUpAt) : notYet,
              owesFollowUp && (state.phase != Phase::Archived || state.followedUpAt != notYet)}}};
}

bool runs(const Terms& terms)
{
    return !terms.span.isNone() && terms.start != notYet && terms.met == notYet && terms.applies;
}

/// The least time on the unit's clock that has a share of nearLimitShare in `allowed`; exactly as Limit::share() counts it.
Millis nearLength(Millis allowed)
{
    const auto of = [&](std::int64_t used) { return static_cast<double>(used) / static_cast<double>(allowed.count()); };
    auto least = static_cast<std::int64_t>(std::ceil(static_cast<double>(allowed.count()) * nearLimitShare));
    while (of(least) < nearLimitShare)
        ++least;
    while (of(least - 1) >= nearLimitShare)
        --least;
    return Millis(least);
}

class Counting {
public:
    Counting(const Case& state, const WorkCalendar& calendar, TimePoint now)
        : m_case(state), m_calendar(calendar), m_now(now), m_pauses(countedPauses(state, now)), m_suspended(isPaused(state, now))
    {
    }

    Deadline deadline(const Terms& terms) const
    {
        Deadline end = m_calendar.deadline(terms.start, terms.span, m_pauses);
        if (terms.kind == LimitKind::Report)
            for (const LimitSpan& extension : m_case.extensions) {
                const Deadline later = m_calendar.deadline(end.at, extension, m_pauses);
                end = {later.at, later.basis == Basis::NaturalFallback ? later.basis : end.basis};
            }
        if (!terms.prolonged.isNone())
            end = {m_calendar.deadline(end.at, terms.prolonged, m_pauses).at, end.basis};
        return end;
    }

    Millis allowed(const Terms& terms, TimePoint deadline) const
    {
        const bool isExtended = !terms.prolonged.isNone() || (terms.kind == LimitKind::Report && !m_case.extensions.empty());
        return isExtended ? m_calendar.elapsed(terms.start, deadline, terms.span.unit, m_pauses).time : lengthOf(terms.span);
    }

    /// The first instant at which the limit is near, going by its deadline.
    TimePoint nearFrom(const Terms& terms, TimePoint deadline) const
    {
        const Millis all = allowed(terms, deadline);
        return all > Millis(0) ? m_calendar.after(terms.start, terms.span.unit, nearLength(all), m_pauses).at : CaseClock::never;
    }

    Limit limit(const Terms& terms) const
    {
        Limit limit;
        limit.kind = terms.kind;
        limit.span = terms.span;
        limit.agency = terms.agency;
        if (terms.span.isNone() || terms.start == notYet || !terms.applies)
            return limit;
        const LimitUnit unit = terms.span.unit;
        const Deadline end = deadline(terms);
        limit.start = terms.start;
        limit.deadline = end.at;
        limit.basis = end.basis;
        limit.allowed = allowed(terms, end.at);
        limit.metAt = terms.met;
        const Elapsed used = m_calendar.elapsed(terms.start, terms.met == notYet ? m_now : terms.met, unit, m_pauses);
        limit.used = used.time;
        if (terms.met != notYet) {
            limit.state = terms.met <= end.at ? LimitState::Met : LimitState::MetLate;
        } else if (m_now > end.at) {
            limit.state = LimitState::Late; // what was late before a pause stays late
        } else if (m_suspended) {
            limit.state = LimitState::Paused;
        } else if (limit.share() >= nearLimitShare) {
            limit.state = LimitState::NearLimit;
        } else {
            limit.state = LimitState::Running;
            limit.nearAt = nearFrom(terms, end.at);
        }
        return limit;
    }

private:
    const Case& m_case;
    const WorkCalendar& m_calendar;
    TimePoint m_now;
    std::vector<Pause> m_pauses;
    bool m_suspended;
};

} // namespace

bool isPaused(const Case& state, TimePoint now)
{
    return state.isSuspended() && (state.pauses.back().until == notYet || now < state.pauses.back().until);
}

std::vector<Pause> countedPauses(const Case& state, TimePoint now)
{
    std::vector<Pause> pauses = state.pauses;
    for (Pause& pause : pauses) {
        const TimePoint end = !pause.isRunning() ? pause.to : pause.until != notYet ? pause.until : now;
        pause.to = std::max(pause.from, pause.until != notYet ? std::min(end, pause.until) : end);
    }
    return pauses;
}

std::array<Limit, caseLimitCount> limitsOf(const Case& state, const WorkCalendar& calendar, TimePoint now)
{
    const Counting counting(state, calendar, now);
    const auto terms = termsOf(state);
    std::array<Limit, caseLimitCount> limits;
    for (std::size_t i = 0; i < terms.size(); ++i)
        limits[i] = counting.limit(terms[i]);
    return limits;
}

TimePoint mediationDeadline(const Case& state, const domain::Mediation& mediation, const WorkCalendar& calendar, TimePoint now)
{
    Terms terms{LimitKind::Mediation, mediationLimit, mediation.openedAt, mediation.closedAt};
    terms.prolonged = mediation.prolonged;
    return Counting(state, calendar, now).deadline(terms).at;
}

std::vector<Limit> owedLimits(const Case& state, const WorkCalendar& calendar, TimePoint now)
{
    const Counting counting(state, calendar, now);
    const bool open = state.isOpen();
    std::vector<Limit> limits;
    const auto owe = [&](const Terms& terms) { limits.push_back(counting.limit(terms)); };
    for (const WhistleCall& call : state.whistles)
        owe({LimitKind::ReportIn, call.within, call.at, call.reportedAt,
             call.reportedAt != notYet || (open && call.stoodDownAt == notYet), call.agency});
    for (const SupervisionStep& step : state.supervision)
        owe({LimitKind::Answer, step.within, step.at, step.answeredAt, open || step.answeredAt != notYet, step.agency});
    for (const domain::Mediation& mediation : state.mediations) {
        owe({LimitKind::Mediation, mediationLimit, mediation.openedAt, mediation.closedAt, open || !mediation.isOpen(), {}, mediation.prolonged});
        owe({LimitKind::Confirmation, confirmationLimit, mediation.confirmationAskedAt, mediation.confirmationAt});
    }
    std::erase_if(limits, [](const Limit& l) { return l.state == LimitState::NoLimit; });
    return limits;
}

std::optional<Limit> nextLimit(const Case& state, const WorkCalendar& calendar, TimePoint now)
{
    if (!state.isOpen())
        return std::nullopt;
    const Counting counting(state, calendar, now);
    const auto terms = termsOf(state);
    const bool paused = isPaused(state, now);
    const Terms* nearest = nullptr;
    TimePoint deadline{};
    for (const Terms& t : terms) {
        if (!runs(t))
            continue;
        const TimePoint at = counting.deadline(t).at;
        if (paused && now <= at)
            continue; // stands still
        if (!nearest || at < deadline) {
            nearest = &t;
            deadline = at;
        }
    }
    if (!nearest && paused && runs(terms[static_cast<std::size_t>(LimitKind::Report)]))
        nearest = &terms[static_cast<std::size_t>(LimitKind::Report)];
    return nearest ? std::optional(counting.limit(*nearest)) : std::nullopt;
}

TimePoint CaseClock::change(TimePoint now, TimePoint near) const
{
    const TimePoint late = lateAfter == never ? never : lateAfter + Millis(1);
    switch (at(now, near)) {
    case Urgency::Late: return never;
    case Urgency::Near: return late;
    case Urgency::Calm: break;
    }
    return std::min(late, std::max(near, pausedUntil));
}

CaseClock clockOf(const Case& state, const WorkCalendar& calendar)
{
    CaseClock clock;
    if (!state.isOpen())
        return clock;
    const bool isOpenEnded = state.isSuspended() && state.pauses.back().until == notYet;
    if (state.isSuspended())
        clock.pausedUntil = isOpenEnded ? CaseClock::never : state.pauses.back().until;
    const Counting counting(state, calendar, notYet); // as if an open-ended pause had ended at once
    for (const Terms& terms : termsOf(state)) {
        if (!runs(terms))
            continue;
        const TimePoint at = counting.deadline(terms).at;
        if (isOpenEnded) {
            // What was over before the pause stays late; all else stands still for as long as it lasts.
            if (at <= state.pauses.back().from)
                clock.lateAfter = std::min(clock.lateAfter, at);
            continue;
        }
        const TimePoint near = counting.nearFrom(terms, at);
        clock.nearFrom = std::min(clock.nearFrom, near);
        if (at < clock.deadline) {
            clock.deadline = clock.lateAfter = at;
            clock.nearestNearFrom = near;
        }
    }
    return clock;
}

std::optional<TimePoint> nextDeadline(const Case& state, const WorkCalendar& calendar)
{
    if (!state.isOpen() || (state.isSuspended() && state.pauses.back().until == notYet))
        return std::nullopt;
    const Counting counting(state, calendar, notYet);
    std::optional<TimePoint> nearest;
    for (const Terms& terms : termsOf(state)) {
        if (!runs(terms))
            continue;
        const TimePoint at = counting.deadline(terms).at;
        nearest = nearest ? std::min(*nearest, at) : at;
    }
    return nearest;
}

} // namespace zs::domain
