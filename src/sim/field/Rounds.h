// The daily duties of the demo city: a sensitive period in which grids report (most in time, some late, a few never), a night
// visit, a consultation on cases of the day, a campaign. Pure: events in, commands out, at times that the caller names.
#pragma once

#include "domain/city/City.h"
#include "domain/duties/Duties.h"
#include "sim/city/Random.h"

#include <map>
#include <memory>
#include <vector>

namespace zs::sim {

/// A command that is due, and in whose name.
struct DueDuty {
    domain::Role as = domain::Role::FieldApp;
    domain::Subject subject;
    domain::DutyCommand command;
    std::uint32_t base = 0; ///< version of the subject as known when it came due
};

/// One thread.
class Rounds {
public:
    /// `pace`: as Habits::pace.
    Rounds(std::shared_ptr<const domain::City> city, std::uint64_t seed, double pace);

    /// What the gateway's picture holds.
    void adopt(const domain::DutyState& state);
    void happened(const domain::RecordedDutyEvent& event);
    /// A case that a consultation may be about.
    void sawCase(CaseId id);
    /// What is due by `now`; each is told once. Call about once a second.
    std::vector<DueDuty> due(TimePoint now);

private:
    template <class State>
    const State* newest() const; ///< null: there is none
    const domain::DutyState* find(domain::Subject subject) const;
    Millis soon(double seconds) { return Millis(static_cast<std::int64_t>(seconds * 1000 / m_pace)); }
    void later(TimePoint at, domain::Role as, domain::Subject subject, domain::DutyCommand command);
    void begin(TimePoint now);
    void planReports(const domain::SensitivePeriod& period, TimePoint now);
    void playNight(const domain::NightVisit& visit, TimePoint now);
    void playConsultation(const domain::Consultation& meeting, TimePoint now);
    void playCampaign(const domain::Campaign& campaign, TimePoint now);

    std::shared_ptr<const domain::City> m_city;
    Random m_random;
    const double m_pace;
    std::map<domain::Subject, domain::DutyState> m_states;
    std::multimap<TimePoint, DueDuty> m_steps;
    std::vector<CaseId> m_cases;
    domain::DayNumber m_begun = -1;   ///< day on which begin() was done
    domain::DayNumber m_reporting = -1;
    std::map<domain::Subject, std::uint32_t> m_played; ///< version of a duty that was reacted to
    TimePoint m_nextCheck{}, m_nextCheckIn{};
};

} // namespace zs::sim
