// What the people around the console do about a case: the intake desk classifies and routes, agencies accept
// and send, the person sent acknowledges, travels, arrives, finishes. Pure: events in, commands out, all at
// times that the caller names.
#pragma once

#include "domain/cases/Commands.h"
#include "domain/city/City.h"
#include "sim/city/Random.h"
#include "sim/field/Crowd.h"
#include "sim/field/Onward.h"

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace zs::sim {

struct Habits {
    double pace = 1;         ///< 1 is real time; 10 makes everything ten times as fast
    double routed = 0.55;    ///< share of classified cases that the intake desk routes itself
    double dispatched = 0.6; ///< share of accepted cases for which the agency sends someone itself
    double sideWays = 0;     ///< share of events after which things may leave the straight way (SideWays.h)
};

/// A command that is due, and in whose name.
struct DueCommand {
    domain::Role as = domain::Role::Intake;
    CaseId caseId;
    std::uint32_t base = 0;
    domain::CaseCommand command;
};

/// One thread.
class Reactions {
public:
    Reactions(std::shared_ptr<const domain::City> city, Crowd& crowd, std::uint64_t seed, Habits habits);

    /// A case as it stood before the first event; what is under way is taken up.
    void adopt(const domain::Case& state, TimePoint now);
    /// Folds one event and plans what follows. Events come in the order of their seq.
    void happened(const domain::RecordedEvent& event, TimePoint now);
    /// A case that we handed in ourselves: it will be classified as this, with the priority that the catalogue's rule gives.
    void classifyLater(CaseId id, domain::MatterId matter, Next next, TimePoint now);

    /// Commands whose time has come and that still make sense. Arrivals of the crowd are taken in here.
    std::vector<DueCommand> due(TimePoint now);
    /// The gateway said no: whoever was to go is free again. What follows, follows from later events.
    void refused(const DueCommand& command);

    std::size_t openCases() const { return m_cases.size(); }
    const domain::Case* find(CaseId id) const;

private:
    struct Plan {
        domain::Role as;
        CaseId caseId;
        domain::CaseCommand command;
        int waits = 0; ///< how often it was put off because its case isn't known yet
        std::optional<domain::Phase> phase{}; ///< of a side step: only while the case is still there
    };
    /// One person goes to one case at a time; what was acknowledged meanwhile waits.
    struct Work {
        CaseId current; ///< none: free
        std::deque<CaseId> waiting;
    };
    void startNext(PersonId person);
    void leave(PersonId person, CaseId id);
    void plan(TimePoint at, Plan plan) { m_plans.emplace(at, std::move(plan)); }
    void follow(const domain::Case& state, TimePoint now);
    void routeLater(const domain::Case& state, TimePoint now);
    /// False: nothing happens beside the straight way.
    bool stray(const domain::Case& state, const domain::CaseEvent& event, TimePoint now);
    void settle(PersonId before, PersonId after);
    bool stillFits(const domain::Case& state, const Plan& plan) const;
    std::optional<PersonId> someoneFor(const domain::Case& state) const;
    TimePoint later(TimePoint now, double minSeconds, double maxSeconds);

    std::shared_ptr<const domain::City> m_city;
    Crowd& m_crowd;
    Random m_random;
    Habits m_habits;
    std::unordered_map<CaseId, domain::Case> m_cases; ///< open ones, and those that something still happens to
    std::unordered_map<CaseId, Next> m_next;          ///< of cases handed in here, until they are classified
    std::unordered_map<PersonId, int> m_load;
    std::unordered_map<PersonId, Work> m_work;
    std::multimap<TimePoint, Plan> m_plans;
};

} // namespace zs::sim
