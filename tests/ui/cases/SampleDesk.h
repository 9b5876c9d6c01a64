// A desk for panel tests: a small invented city, its cases and staff, and a gateway that answers when the test says so.
// Decides and folds with the product's own domain code over the product's own stores; only the wire is missing.
#pragma once

#include "geo/GridIndex.h"
#include "tests/testkit/MockClock.h"
#include "ui/cases/Desk.h"

#include <map>
#include <memory>

namespace zs::testkit {

/// Town of 20 grids of 0.012°, 11 agencies (the centre first), 12 matters, 30 people of whom 6 are off duty at the
/// MockClock's start (16:41 local). Everything in it is invented.
std::shared_ptr<const domain::City> sampleCity();
GeoPoint placeInGrid(const domain::City& city, const std::string& nameZh);

class SampleDesk final : public cases::Desk, private domain::Surroundings {
    Q_OBJECT
public:
    explicit SampleDesk(QObject* parent = nullptr);

    const domain::City& city() const override { return *m_city; }
    const domain::Actor& seat() const override { return actor; }
    const domain::WorkCalendar& calendar() const override { return *m_cases.calendar(); }
    const session::CaseStore& cases() const override { return m_cases; }
    const session::PeopleStore& people() const override { return m_people; }
    const session::DutyStore& duties() const override { return m_duties.store; }
    const session::LinkStatus& link() const override { return m_link; }
    TimePoint serverNow() const override { return clock.now(); }
    const std::vector<session::DeskCommand>& outbox() const override { return m_outbox; }
    std::optional<session::CommandState> stateOf(CaseId id) const override;
    bool isLoaded() const override { return m_loaded; }
    tl::expected<domain::CaseEvent, domain::Rejection> check(CaseId id,
                                                             const domain::CaseCommand& command) const override;
    tl::expected<Uuid, domain::Rejection> submit(CaseId id, const domain::CaseCommand& command) override;
    tl::expected<domain::DutyEvent, domain::Rejection> check(domain::Subject subject,
                                                             const domain::DutyCommand& command) const override
    {
        return m_duties.check(subject, command);
    }
    /// Confirmed at once, with the next number where it has none.
    tl::expected<Uuid, domain::Rejection> submit(domain::Subject subject, const domain::DutyCommand& command) override;
    bool withdraw(const Uuid& id) override;
    void dismiss(const Uuid& id) override;
    void requestTimeline(CaseId id) override;
    void reconnectNow() override { ++reconnects; }

    // --- the other side ---
    /// As if the gateway had recorded it; the first command of a new case gives it the next number, or `id`.
    CaseId record(CaseId id, const domain::CaseCommand& command, TimePoint at, const std::string& by = "zhou.j",
                  domain::Role role = domain::Role::Dispatcher);
    void fixAt(PersonId person, GeoPoint place, Millis age);
    void setLink(session::LinkState state);
    void setLoaded(bool loaded);
    void confirm(const Uuid& id);
    void refuse(const Uuid& id, const domain::Rejection& why);
    void loseAnswer(const Uuid& id); ///< Sent becomes Unknown
    /// Folds an event as it came from the stream and tells the panels.
    void stream(CaseId id, const domain::CaseEvent& event, const std::string& by = "stream");
    void setCalendar(std::shared_ptr<const domain::WorkCalendar> calendar);
    /// Replaces all cases.
    void reset(std::vector<domain::Case> all);
    AgencyId agency(const std::string& code) const;
    PersonId person(const std::string& nameZh) const;
    PersonId anyOnDuty() const;

    /// Who sits at this desk: check() and submit() judge as the gateway would judge this certificate.
    domain::Actor actor{"zhou.j", domain::Role::Dispatcher};
    MockClock clock;
    int reconnects = 0;
    std::vector<std::pair<CaseId, domain::CaseCommand>> submitted;
    std::vector<std::pair<domain::Subject, domain::DutyCommand>> submittedDuties; ///< with the number they got

private:
    int openCasesOf(PersonId person) const override { return m_cases.openCasesOf(person); }
    GridId gridAt(GeoPoint place) const override;
    const domain::Case* find(CaseId id) const override { return m_cases.find(id); }
    session::DeskCommand* command(const Uuid& id);
    void relay(CaseId id);
    domain::RecordedEvent recorded(CaseId id, const domain::CaseEvent& event, TimePoint at, const std::string& by);

    std::shared_ptr<const domain::City> m_city;
    domain::InForce inForce() const { return {nullptr, 0, m_cases.calendar()}; }
    geo::GridIndex m_grids;
    session::CaseStore m_cases;
    session::PeopleStore m_people;
    session::DutyDesk m_duties;
    session::LinkStatus m_link;
    std::vector<session::DeskCommand> m_outbox;
    std::map<std::uint64_t, std::vector<domain::RecordedEvent>> m_events;
    bool m_loaded = true;
    Seq m_seq = 8214500;
    std::uint64_t m_lastCase = 370;
};

/// The cases of the mock-ups, or near: 3 late, 4 due soon, 6 new, and others in progress with every agency.
void fillBelievably(SampleDesk& desk);
/// The whole life on top of fillBelievably(): requests, whistles, supervision, a mediation, a suspension, links, a merge, files,
/// a call from 110 to be ruled on, and finished cases to be followed up, reviewed and archived.
void fillLife(SampleDesk& desk);
/// `count` open cases with limits spread around now, for load.
std::vector<domain::Case> manyCases(const domain::City& city, std::size_t count, TimePoint now, unsigned seed);

} // namespace zs::testkit
