#include "domain/sla/Impact.h"

namespace zs::domain {

std::optional<DeadlineChange> changeOf(const Case& state, const WorkCalendar& before, const WorkCalendar& after, TimePoint now)
{
    if (!state.isOpen())
        return std::nullopt;
    const auto old = limitsOf(state, before, now), fresh = limitsOf(state, after, now);
    std::optional<DeadlineChange> nearest;
    for (std::size_t i = 0; i < old.size(); ++i) {
        const Limit &was = old[i], &is = fresh[i];
        const bool runs = was.isRunning() || was.state == LimitState::Paused;
        if (!runs || (was.deadline == is.deadline && was.basis == is.basis))
            continue;
        if (!nearest || is.deadline < nearest->after.at)
            nearest = DeadlineChange{state.id, was.kind, {was.deadline, was.basis}, {is.deadline, is.basis}, was.state, is.state};
    }
    return nearest;
}

} // namespace zs::domain
