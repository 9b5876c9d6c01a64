#include "domain/sla/Ladder.h"

#include <algorithm>
#include <ranges>

namespace zs::domain {

namespace {

bool isOwing(const Limit& limit) { return limit.state == LimitState::Late || limit.state == LimitState::NearLimit; }

/// The agency was given time and has it still.
bool isGivenTime(const Case& state, AgencyId agency, const WorkCalendar& calendar, TimePoint now)
{
    const SupervisionStep* last = lastStep(state, agency);
    if (!last)
        return false;
    const TimePoint from = last->answeredAt != TimePoint{} ? last->answeredAt : last->at;
    return now < calendar.deadline(from, last->within, countedPauses(state, now)).at;
}

} // namespace

const SupervisionStep* lastStep(const Case& state, AgencyId agency)
{
    for (const SupervisionStep& step : state.supervision | std::views::reverse)
        if (step.agency == agency)
            return &step;
    return nullptr;
}

std::optional<SupervisionRung> nextRung(const Case& state, AgencyId agency)
{
    const SupervisionStep* last = lastStep(state, agency);
    if (!last)
        return SupervisionRung::Reminder;
    if (last->rung == SupervisionRung::Listed)
        return std::nullopt;
    return static_cast<SupervisionRung>(static_cast<int>(last->rung) + 1);
}

std::vector<Owed> owedBy(const Case& state, const WorkCalendar& calendar, TimePoint now)
{
    std::vector<Owed> owed;
    if (!state.isOpen() || isPaused(state, now))
        return owed;
    if (state.lead) {
        const auto limits = limitsOf(state, calendar, now);
        for (const LimitKind kind : {LimitKind::Acceptance, LimitKind::OnScene, LimitKind::Report})
            if (const Limit& limit = limits[static_cast<std::size_t>(kind)]; isOwing(limit))
                owed.push_back({state.lead, limit});
    }
    for (const Limit& limit : owedLimits(state, calendar, now)) {
        const AgencyId agency = limit.agency ? limit.agency : state.lead;
        // What a court decides isn't an agency's to hurry.
        if (isOwing(limit) && agency && limit.kind != LimitKind::Confirmation)
            owed.push_back({agency, limit});
    }
    std::ranges::stable_sort(owed, {}, [](const Owed& o) { return o.limit.deadline; });
    return owed;
}

std::vector<LadderDue> ladderDue(const Case& state, const WorkCalendar& calendar, TimePoint now)
{
    std::vector<LadderDue> due;
    for (const Owed& owed : owedBy(state, calendar, now)) {
        if (owed.limit.state != LimitState::Late || std::ranges::find(due, owed.agency, &LadderDue::agency) != due.end())
            continue;
        const auto rung = nextRung(state, owed.agency);
        if (rung && !isGivenTime(state, owed.agency, calendar, now))
            due.push_back({owed.agency, *rung, owed.limit});
    }
    return due;
}

} // namespace zs::domain
