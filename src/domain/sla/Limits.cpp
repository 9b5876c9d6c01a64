#include "domain/sla/Limits.h"

namespace zs::domain {

namespace {

Millis lengthOf(LimitSpan span)
{
    const bool minutes = span.unit == LimitUnit::Minutes || span.unit == LimitUnit::WorkingMinutes;
    return minutes ? Millis(std::chrono::minutes(span.amount)) : Millis(std::chrono::days(span.amount));
}

Limit limitOf(LimitKind kind, Millis allowed, TimePoint start, TimePoint met, TimePoint now)
{
    Limit limit;
    limit.kind = kind;
    limit.allowed = allowed;
    if (allowed.count() <= 0 || start == TimePoint{})
        return limit;
    limit.deadline = start + allowed;
    const bool isMet = met != TimePoint{};
    limit.used = (isMet ? met : now) - start;
    if (isMet)
        limit.state = met <= limit.deadline ? LimitState::Met : LimitState::MetLate;
    else if (now > limit.deadline)
        limit.state = LimitState::Late;
    else
        limit.state = limit.share() >= nearLimitShare ? LimitState::NearLimit : LimitState::Running;
    return limit;
}

} // namespace

std::array<Limit, 3> limitsOf(const Case& state, TimePoint now)
{
    const TimeLimits& allowed = state.limits;
    return {limitOf(LimitKind::Response, lengthOf(allowed.response), state.receivedAt, state.respondedAt, now),
            limitOf(LimitKind::OnScene, lengthOf(allowed.onScene), state.receivedAt, state.arrivedAt, now),
            limitOf(LimitKind::Report, lengthOf(allowed.report), state.receivedAt, state.finishedAt, now)};
}

std::optional<TimePoint> nextDeadline(const Case& state)
{
    if (!state.isOpen())
        return std::nullopt;
    std::optional<TimePoint> nearest;
    const auto consider = [&](Millis allowed, TimePoint met) {
        if (allowed.count() > 0 && met == TimePoint{} && (!nearest || state.receivedAt + allowed < *nearest))
            nearest = state.receivedAt + allowed;
    };
    consider(lengthOf(state.limits.response), state.respondedAt);
    consider(lengthOf(state.limits.onScene), state.arrivedAt);
    consider(lengthOf(state.limits.report), state.finishedAt);
    return nearest;
}

std::optional<Limit> nextLimit(const Case& state, TimePoint now)
{
    const auto deadline = nextDeadline(state);
    if (!deadline)
        return std::nullopt;
    for (const Limit& limit : limitsOf(state, now)) {
        const bool running = limit.state == LimitState::Running || limit.state == LimitState::NearLimit
                             || limit.state == LimitState::Late;
        if (running && limit.deadline == *deadline)
            return limit;
    }
    return std::nullopt;
}

} // namespace zs::domain
