#include "domain/sla/Pace.h"

#include <algorithm>
#include <array>

namespace zs::domain {

namespace {

/// When a case came to each step; epoch: it never did, or was there in an earlier round.
std::array<TimePoint, Pace::stepCount> stepsOf(const Case& state)
{
    const TimePoint start = state.clockAt == TimePoint{} ? state.receivedAt : state.clockAt;
    std::array<TimePoint, Pace::stepCount> at{start, state.classifiedAt, state.routedAt, state.acceptedAt, state.arrivedAt};
    for (std::size_t i = 1; i < at.size(); ++i)
        if (at[i] < start)
            at[i] = TimePoint{};
    return at;
}

/// The furthest step that the case is at now. A return or a re-routing takes it back.
Pace::Step stepOf(const Case& state)
{
    switch (state.phase) {
    case Phase::Classified: return Pace::Step::Classified;
    case Phase::Routed: return Pace::Step::Routed;
    case Phase::Accepted:
    case Phase::Dispatched:
    case Phase::Acknowledged: return Pace::Step::Accepted;
    case Phase::OnScene: return Pace::Step::OnScene;
    default: return Pace::Step::Received;
    }
}

} // namespace

void Pace::Samples::add(Millis length)
{
    if (inOrder.size() < mostSamples) {
        inOrder.push_back(length);
    } else {
        sorted.erase(std::ranges::lower_bound(sorted, inOrder[next]));
        inOrder[next] = length;
        next = (next + 1) % mostSamples;
    }
    sorted.insert(std::ranges::upper_bound(sorted, length), length);
}

Pace::Key Pace::byMatter(const Case& state, Step step, Clock clock) { return {state.matter.value, step, clock}; }

Pace::Key Pace::byKind(const Case& state, Step step, Clock clock)
{
    return {0x1'0000u + (static_cast<std::uint32_t>(state.kind) << 8) + static_cast<std::uint32_t>(state.priority), step, clock};
}

void Pace::add(const Case& finished, const WorkCalendar& calendar)
{
    const bool wasHandled = !finished.isOpen() && finished.phase != Phase::Declined && finished.phase != Phase::Merged;
    if (!wasHandled || finished.finishedAt == TimePoint{})
        return;
    ++m_cases;
    const auto steps = stepsOf(finished);
    const auto pauses = countedPauses(finished, finished.finishedAt);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i] == TimePoint{} || steps[i] > finished.finishedAt)
            continue;
        const auto step = static_cast<Step>(i);
        for (const auto& [clock, unit] : {std::pair(Clock::Natural, LimitUnit::NaturalDays), std::pair(Clock::WorkingDays, LimitUnit::WorkingDays)}) {
            const Millis length = calendar.elapsed(steps[i], finished.finishedAt, unit, pauses).time;
            m_samples[byMatter(finished, step, clock)].add(length);
            m_samples[byKind(finished, step, clock)].add(length);
        }
    }
}

std::optional<Pace::Prediction> Pace::predict(const Case& state, const WorkCalendar& calendar, TimePoint now) const
{
    const Limit report = limitsOf(state, calendar, now)[static_cast<std::size_t>(LimitKind::Report)];
    if (report.state != LimitState::Running && report.state != LimitState::NearLimit)
        return std::nullopt;
    const bool working = report.span.unit == LimitUnit::WorkingDays || report.span.unit == LimitUnit::WorkingMinutes;
    const Clock clock = working ? Clock::WorkingDays : Clock::Natural;
    const LimitUnit unit = working ? LimitUnit::WorkingDays : LimitUnit::NaturalDays;

    const auto steps = stepsOf(state);
    auto step = static_cast<std::size_t>(stepOf(state));
    while (step > 0 && steps[step] == TimePoint{}) // dispatched without an acceptance, or so
        --step;
    const Millis soFar = calendar.elapsed(steps[step], now, unit, countedPauses(state, now)).time;
    for (const Similarity similarity : {Similarity::SameMatter, Similarity::SameKindAndPriority}) {
        const auto make = similarity == Similarity::SameMatter ? byMatter : byKind;
        const auto found = m_samples.find(make(state, static_cast<Step>(step), clock));
        if (found == m_samples.end())
            continue;
        const auto& sorted = found->second.sorted;
        const auto longer = std::ranges::upper_bound(sorted, soFar);
        const auto left = static_cast<std::size_t>(sorted.end() - longer);
        if (left < enoughSimilar)
            continue;
        Prediction prediction;
        prediction.rest = *(longer + static_cast<std::ptrdiff_t>(left / 2)) - soFar;
        prediction.similar = left;
        prediction.similarity = similarity;
        prediction.finish = calendar.after(now, unit, prediction.rest).at;
        prediction.isBreach = prediction.finish > report.deadline;
        return prediction;
    }
    return std::nullopt;
}

} // namespace zs::domain
