// 督办梯度: which rung of the ladder is due towards whom. A person issues it (cases/commands/Supervise); this only says what
// the rules suggest:
//
//   A rung is due towards an agency that is late with something (the case itself, a report-in, an answer), unless it is still
//   within the time it was last given. That time runs from the step while it isn't answered, and once more from the answer.
//   The rung is one above the last one towards that agency, beginning with the reminder; above the last rung there is none.
//
// Pure; recomputed on read like every limit.
#pragma once

#include "domain/sla/Limits.h"

#include <optional>
#include <vector>

namespace zs::domain {

/// What an agency is late with, or near to. The limit says by when and how much.
struct Owed {
    AgencyId agency;
    Limit limit;
};
/// Everything that agencies owe to an open case and that is near its limit or over it: the lead for acceptance, on scene and
/// report; each for its own report-in, answers, mediation. An agency can owe several things. None while it is paused; a pause that ran
/// out and was forgotten is none.
std::vector<Owed> owedBy(const Case& state, const WorkCalendar& calendar, TimePoint now);

struct LadderDue {
    AgencyId agency;
    SupervisionRung rung = SupervisionRung::Reminder;
    Limit cause; ///< the late limit that waits longest
};
/// At most one an agency, in the order of their causes' deadlines.
std::vector<LadderDue> ladderDue(const Case& state, const WorkCalendar& calendar, TimePoint now);

/// One above the last step towards the agency; none above the last rung.
std::optional<SupervisionRung> nextRung(const Case& state, AgencyId agency);
/// The last step towards the agency; null if there was none.
const SupervisionStep* lastStep(const Case& state, AgencyId agency);

} // namespace zs::domain
