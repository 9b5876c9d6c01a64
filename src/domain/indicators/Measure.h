// What the indicators need of a case, and nothing more: small, without texts and without a reporter. A panel keeps these beside
// the cases, brings them up to date case by case, and lets another thread compute.
#pragma once

#include "base/Clock.h"
#include "domain/cases/Case.h"
#include "domain/city/City.h"
#include "domain/indicators/Deadlines.h"

#include <cstdint>
#include <vector>

namespace zs::domain::indicators {

enum class Standing : std::uint8_t { None, Open, Concluded, Declined, Merged };

/// A whistle or a step of supervision. Epoch = none.
struct CallMeasure {
    enum class Kind : std::uint8_t { Whistle, Supervision };
    Kind kind = Kind::Whistle;
    SupervisionRung rung = SupervisionRung::Reminder;
    AgencyId agency; ///< who was called
    TimePoint at{}, deadline{}, doneAt{}, stoodDownAt{};
};

struct CaseMeasure {
    CaseId id;
    GridId grid;
    TownId town;
    AgencyId lead;
    MatterId matter;
    CaseKind kind = CaseKind::Request;
    Channel channel = Channel::OtherPlatform;
    Standing standing = Standing::None;
    Outcome outcome = Outcome::Resolved;
    Satisfaction rating = Satisfaction::None;
    FollowUpResult followUp = FollowUpResult::None;
    std::uint16_t returns = 0, routings = 0, reworks = 0, reopens = 0;
    TimePoint receivedAt{}, startedAt{}, classifiedAt{}, respondedAt{}; ///< epoch = not yet
    TimePoint endedAt{};                                                ///< concluded, declined or merged; epoch while open
    TimePoint ratedAt{}, followedUpAt{};
    TimePoint due{}, dueAsSet{}, followUpDue{};                         ///< epoch = no limit
    std::vector<CallMeasure> calls;
    std::vector<Turn> turns; ///< oldest first
};

/// What changes again later, as it was known at the end of a time.
struct AsOf {
    Standing standing = Standing::None;
    Outcome outcome = Outcome::Resolved;
    Satisfaction rating = Satisfaction::None;
    FollowUpResult followUp = FollowUpResult::None;
    int returns = 0, routings = 0, reworks = 0, reopens = 0;
    TimePoint startedAt{}, classifiedAt{}, respondedAt{}, endedAt{}, ratedAt{}, followedUpAt{};
    /// The limits are those of a later round: when it was due in this one is known no more.
    bool isFormerRound = false;
};
/// As of just before `to`. A count without its time (a journal from before turns were kept) was always there.
AsOf knownBefore(const CaseMeasure& state, TimePoint to);

/// Pure; any thread. `city` tells the town of the grid.
CaseMeasure measure(const Case& state, const City& city, const Deadlines& deadlines);

/// One daily zero report that a grid owes (日排查零报告), as the duties tell it.
struct ZeroReportMeasure {
    GridId grid;
    TownId town;
    TimePoint due{};
    TimePoint reportedAt{}; ///< epoch = not given
};

} // namespace zs::domain::indicators
