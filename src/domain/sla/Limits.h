// Time limits of a case, recomputed whenever they are read: nothing is stored that could get stuck. Who reads hands over the
// calendar and its now (the server's clock). Pauses of the case (挂起) shift every limit that isn't met; extensions lengthen
// the report limit. A year that the calendar doesn't know shows in Limit::basis.
#pragma once

#include "base/Clock.h"
#include "domain/cases/Case.h"
#include "domain/sla/WorkCalendar.h"

#include <array>
#include <optional>
#include <vector>

namespace zs::domain {

enum class LimitKind : std::uint8_t {
    Registration, Response, Acceptance, OnScene, Report, FollowUp, ///< of TimeLimits, in its order
    ReportIn,     ///< 报到, of one whistle
    Answer,       ///< to one step of supervision
    Mediation,    ///< 调解期限
    Confirmation  ///< 司法确认
};
enum class LimitState : std::uint8_t {
    NoLimit,   ///< none was set, it hasn't begun, or it fell away
    Running,
    NearLimit, ///< at and above nearLimitShare
    Late,
    Paused,    ///< the case is suspended; `deadline` is as if it went on when planned, or now where no end was planned
    Met,
    MetLate
};

/// At and above this share of the limit a case counts as near it (80 %, DOMAIN.md and GB/T 30428 practice).
inline constexpr double nearLimitShare = 0.8;
/// A mediation ends within 30 days of the sides' consent (prolonged once if both agree), and a court decides on its confirmation within 30 days
/// (Civil Procedure Law, diverse dispute resolution rules).
inline constexpr LimitSpan mediationLimit{30, LimitUnit::NaturalDays}, confirmationLimit{30, LimitUnit::NaturalDays};

struct Limit {
    LimitKind kind = LimitKind::Response;
    LimitState state = LimitState::NoLimit;
    Basis basis = Basis::Working;
    LimitSpan span;        ///< as it was given, without extensions
    AgencyId agency;       ///< who owes it, of ReportIn and Answer
    Millis allowed{0};     ///< on the clock of the span's unit (a working day is 24 h), with extensions
    Millis used{0};        ///< on the same clock: until now, or until it was met
    TimePoint start{};
    TimePoint deadline{};
    TimePoint nearAt{};    ///< when Running becomes NearLimit; only while Running
    TimePoint metAt{};     ///< of Met and MetLate

    bool isRunning() const { return state == LimitState::Running || state == LimitState::NearLimit || state == LimitState::Late; }
    bool isMet() const { return state == LimitState::Met || state == LimitState::MetLate; }
    Millis left() const { return allowed - used; } ///< on the unit's clock; negative = late by that much
    double share() const { return allowed.count() > 0 ? double(used.count()) / double(allowed.count()) : 0; }
};

/// Suspended, and the planned end hasn't come: then the clocks run again even if nobody has resumed the case.
bool isPaused(const Case& state, TimePoint now);
/// The pauses of a case as they count at `now`: each with its end.
std::vector<Pause> countedPauses(const Case& state, TimePoint now);

inline constexpr std::size_t caseLimitCount = 6;
/// The limits of TimeLimits at `now`, indexed by LimitKind.
std::array<Limit, caseLimitCount> limitsOf(const Case& state, const WorkCalendar& calendar, TimePoint now);
/// What others owe to the case: report-ins, answers, mediations, confirmations; those that were met too.
std::vector<Limit> owedLimits(const Case& state, const WorkCalendar& calendar, TimePoint now);
/// Until when a mediation has to end, prolonged or not, with the case's pauses as they count at `now`.
TimePoint mediationDeadline(const Case& state, const domain::Mediation& mediation, const WorkCalendar& calendar, TimePoint now);
/// The one that matters now: of limitsOf() the running one with the nearest deadline. A suspended case answers with its report
/// limit, Paused. None for a case that isn't open or has no limit.
std::optional<Limit> nextLimit(const Case& state, const WorkCalendar& calendar, TimePoint now);
/// The deadline of nextLimit(), which doesn't depend on `now`; none while the case is suspended without a planned end.
std::optional<TimePoint> nextDeadline(const Case& state, const WorkCalendar& calendar);

} // namespace zs::domain
