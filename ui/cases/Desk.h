// What the panels need of the session, and nothing more: so that a panel can be tested on any picture of a city.
// Members mean exactly what session/Session.h says of them. GUI thread only; nothing here waits.
#pragma once

#include "domain/sla/WorkCalendar.h"
#include "session/Session.h"

#include <QObject>

namespace zs::cases {

class Desk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const domain::City& city() const = 0;
    virtual const domain::Actor& seat() const = 0; ///< what this desk's certificate makes of it
    /// What working-time limits are counted with; never changes but with calendarChanged() and casesReset().
    virtual const domain::WorkCalendar& calendar() const = 0;
    virtual const session::CaseStore& cases() const = 0;
    virtual const session::PeopleStore& people() const = 0;
    virtual const session::DutyStore& duties() const = 0;
    virtual const session::LinkStatus& link() const = 0;
    virtual TimePoint serverNow() const = 0;
    virtual const std::vector<session::DeskCommand>& outbox() const = 0;
    virtual std::optional<session::CommandState> stateOf(CaseId id) const = 0;
    virtual bool isLoaded() const = 0;

    virtual tl::expected<domain::CaseEvent, domain::Rejection> check(CaseId id,
                                                                     const domain::CaseCommand& command) const = 0;
    virtual tl::expected<Uuid, domain::Rejection> submit(CaseId id, const domain::CaseCommand& command) = 0;
    virtual tl::expected<domain::DutyEvent, domain::Rejection> check(domain::Subject subject,
                                                                     const domain::DutyCommand& command) const = 0;
    virtual tl::expected<Uuid, domain::Rejection> submit(domain::Subject subject, const domain::DutyCommand& command) = 0;
    virtual bool withdraw(const Uuid& id) = 0;
    virtual void dismiss(const Uuid& id) = 0;
    virtual void requestTimeline(CaseId id) = 0;
    virtual void reconnectNow() = 0;

Q_SIGNALS:
    void calendarChanged(); ///< every deadline may be another one
    void casesReset();
    void casesAppended(int firstRow, int lastRow);
    void casesChanged(const std::vector<std::uint32_t>& rows);
    void dutiesReset();
    void dutiesChanged(const std::vector<zs::domain::Subject>& subjects);
    void peopleMoved();
    void linkChanged();
    void outboxChanged();
    void commandConfirmed(const zs::Uuid& id, zs::CaseId caseId);
    void commandRefused(const zs::Uuid& id, zs::CaseId caseId);
    void timelineReady(zs::CaseId id, const std::vector<zs::domain::RecordedEvent>& events,
                       zs::session::TimelineSource source);
    void failed(const zs::Error& error);
};

} // namespace zs::cases
