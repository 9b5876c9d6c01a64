#include "ui/cases/PhaseSteps.h"

#include "ui/cases/CaseWords.h"

namespace zs::cases {

using domain::Phase;

namespace {

/// Which step an event ends; None for one that ends none.
Phase reachedBy(const domain::CaseEvent& event)
{
    using namespace domain;
    if (std::holds_alternative<Received>(event)) return Phase::Received;
    if (std::holds_alternative<Classified>(event)) return Phase::Classified;
    if (std::holds_alternative<Routed>(event) || std::holds_alternative<Rerouted>(event)) return Phase::Routed;
    if (const auto* ruled = std::get_if<PoliceRuled>(&event))
        return ruled->ruling == PoliceRuling::StaysWithPolice ? Phase::Routed : Phase::None;
    if (std::holds_alternative<Accepted>(event)) return Phase::Accepted;
    if (std::holds_alternative<Dispatched>(event)) return Phase::Dispatched;
    if (std::holds_alternative<Arrived>(event)) return Phase::OnScene;
    if (std::holds_alternative<Finished>(event)) return Phase::Finished;
    if (std::holds_alternative<Rated>(event)) return Phase::Rated;
    if (std::holds_alternative<FollowedUp>(event)) return Phase::FollowedUp;
    if (std::holds_alternative<Archived>(event)) return Phase::Archived;
    return Phase::None;
}

/// From which step on an event undoes what was done; None for one that undoes nothing.
Phase undoneBy(const domain::CaseEvent& event)
{
    using namespace domain;
    if (std::holds_alternative<Returned>(event)) return Phase::Routed;
    if (std::holds_alternative<Rerouted>(event)) return Phase::Accepted;
    if (std::holds_alternative<Reworked>(event)) return Phase::Dispatched;
    if (std::holds_alternative<Reopened>(event)) return Phase::Routed;
    if (const auto* visit = std::get_if<FollowedUp>(&event); visit && visit->result == FollowUpResult::Dissatisfied)
        return Phase::Routed;
    return Phase::None;
}

/// How far the steps are done: the next one is the current one ("Route, to do").
Phase reachedOf(const domain::Case& state)
{
    switch (state.phase) {
    case Phase::Acknowledged: return Phase::Dispatched;
    case Phase::Merged: return state.beforeMerge;
    case Phase::Declined: return state.classifiedAt != TimePoint{} ? Phase::Classified : Phase::Received;
    default: return state.phase;
    }
}

} // namespace

std::vector<CaseStep> PhaseSteps::steps(const Workplace&, const domain::Case& state, std::span<const domain::RecordedEvent> events)
{
    std::vector<CaseStep> all;
    const auto add = [&](const QString& name, Phase phase) {
        CaseStep& step = all.emplace_back();
        step.name = name;
        step.phase = phase;
    };
    add(tr("Intake"), Phase::Received);
    add(tr("Register"), Phase::Classified);
    add(tr("Route"), Phase::Routed);
    add(tr("Accept"), Phase::Accepted);
    add(tr("Dispatch"), Phase::Dispatched);
    add(tr("On scene"), Phase::OnScene);
    add(tr("Report"), Phase::Finished);
    add(tr("Rating"), Phase::Rated);
    add(tr("Follow-up"), Phase::FollowedUp);
    add(tr("Archive"), Phase::Archived);
    for (const domain::RecordedEvent& e : events) {
        if (const Phase from = undoneBy(e.event); from != Phase::None)
            for (CaseStep& step : all)
                if (step.phase >= from) step.at = {}, step.by.clear();
        if (std::holds_alternative<domain::FollowedUp>(e.event) && undoneBy(e.event) != Phase::None) continue;
        if (const Phase phase = reachedBy(e.event); phase != Phase::None)
            for (CaseStep& step : all)
                if (step.phase == phase) step.at = e.at, step.by = QString::fromStdString(e.by);
    }
    // What the case itself knows, where the events aren't all here.
    const auto known = [&](Phase phase, TimePoint at, const std::string& by = {}) {
        for (CaseStep& step : all) {
            if (step.phase != phase || at == TimePoint{}) continue;
            if (step.at == TimePoint{}) step.at = at;
            if (step.by.isEmpty()) step.by = QString::fromStdString(by);
        }
    };
    known(Phase::Received, state.receivedAt, state.firstReceiver);
    known(Phase::Classified, state.classifiedAt);
    known(Phase::Routed, state.routedAt);
    known(Phase::Accepted, state.acceptedAt);
    known(Phase::OnScene, state.arrivedAt);
    known(Phase::Finished, state.finishedAt, state.finishedBy);
    known(Phase::Rated, state.ratedAt);
    known(Phase::FollowedUp, state.followedUpAt);
    known(Phase::Archived, state.archivedAt);

    const Phase reached = reachedOf(state);
    // What this desk has asked for has no event yet.
    known(state.phase, state.phaseAt);
    const bool over = state.phase == Phase::Declined || state.phase == Phase::Merged;
    bool currentGiven = over;
    for (CaseStep& step : all) {
        if (step.phase <= reached) {
            step.progress = kit::PhaseProgress::Done;
            continue;
        }
        step.at = {};
        step.by.clear();
        // A rating or a visit that never came doesn't hold up what was archived without it.
        if (currentGiven) continue;
        currentGiven = true;
        step.progress = kit::PhaseProgress::Current;
        step.note = reached == Phase::Dispatched ? (state.phase == Phase::Acknowledged ? tr("en route") : tr("sent")) : tr("to do");
    }
    return all;
}

QList<kit::PhaseNode> PhaseSteps::of(const Workplace& place, const domain::Case& state,
                                     std::span<const domain::RecordedEvent> events)
{
    const TimePoint now = place.desk.serverNow();
    const kit::Attention attention = CaseWords::nextLimit(place.desk, state).attention;
    QList<kit::PhaseNode> shown;
    for (const CaseStep& step : steps(place, state, events)) {
        if (step.phase > Phase::Finished) break;
        kit::PhaseNode n;
        n.name = step.name;
        n.progress = step.progress;
        if (step.progress == kit::PhaseProgress::Done) {
            n.note = step.at == TimePoint{} ? QStringLiteral("—") : CaseWords::clock(place, step.at, now).right(5);
        } else if (step.progress == kit::PhaseProgress::Current) {
            n.note = step.note;
            n.tone = attention == kit::Attention::Alarm ? kit::Tone::Alarm
                : attention == kit::Attention::Warn     ? kit::Tone::Warn
                                                        : kit::Tone::Primary;
        }
        shown.append(n);
    }
    return shown;
}

} // namespace zs::cases
