// The console's truth: what this desk knows, what it has asked for, and how it stands with the gateway.
//
// Threads: everything here is called and signalled on the GUI thread and never waits. Behind it one worker thread owns the
// link, the cache and the outbox; what it decodes arrives in batches, at most one a frame (16 ms).
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "base/Uuid.h"
#include "domain/cases/Commands.h"
#include "domain/city/City.h"
#include "session/CaseStore.h"
#include "session/DutyDesk.h"
#include "session/PeopleStore.h"
#include "session/SessionTypes.h"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace zs::session {

class Session : public QObject {
    Q_OBJECT
public:
    /// `city` and `clock` outlive the session.
    Session(SessionConfig config, std::shared_ptr<const domain::City> city, const Clock& clock, QObject* parent = nullptr);
    ~Session() override; ///< stops the worker; waits for it (bounded: it only finishes its current disk write)

    void start();

    const domain::City& city() const;
    const domain::Actor& seat() const; ///< what the certificate makes of this desk: check() judges by it
    const Clock& clock() const;
    const CaseStore& cases() const; ///< and the calendar that its clocks go by
    const PeopleStore& people() const;
    const DutyStore& duties() const;
    const LinkStatus& link() const;
    /// The gateway's time as far as known: clock() plus the measured offset.
    TimePoint serverNow() const;
    /// Commands not yet confirmed, oldest first, and refused ones until dismissed.
    const std::vector<DeskCommand>& outbox() const;
    std::optional<CommandState> stateOf(CaseId id) const; ///< of this desk's last open command on it
    bool isLoaded() const;                                ///< a picture (from cache or gateway) is there

    /// Would this be legal now? The gateway's own rules on this desk's picture. Cheap (µs): call it from a drag.
    tl::expected<domain::CaseEvent, domain::Rejection> check(CaseId id, const domain::CaseCommand& command) const;
    /// Checks, shows it as pending at once, writes it to the outbox, sends it when it can. One open command a case:
    /// a second one waits for the first. casesChanged and outboxChanged come before it returns.
    tl::expected<Uuid, domain::Rejection> submit(CaseId id, const domain::CaseCommand& command);
    /// The same for the daily duties. A number of 0 asks for a new one, which is shown once the gateway has numbered it.
    /// dutiesChanged and outboxChanged come before it returns.
    tl::expected<domain::DutyEvent, domain::Rejection> check(domain::Subject subject, const domain::DutyCommand& command) const;
    tl::expected<Uuid, domain::Rejection> submit(domain::Subject subject, const domain::DutyCommand& command);
    /// Reference data that was published and has come; null: what the product ships is in force. referencePublished() follows
    /// each change.
    const PublishedContent* published(domain::ReferenceKind kind) const;
    /// Catalogue and calendar by which this desk judges: the gateway's, as soon as they have come; before that those it had last, or
    /// the product's own. Nothing is in force until the first inForceChanged().
    const domain::InForce& inForce() const;
    /// Takes back what has not been sent. False if it has.
    bool withdraw(const Uuid& id);
    /// Forgets a refused command.
    void dismiss(const Uuid& id);

    /// Another calendar: the clocks of all cases are counted anew, some ms a turn of the event loop. In force, and
    /// CaseStore::calendar(), when calendarChanged() comes. Never null.
    void setCalendar(std::shared_ptr<const domain::WorkCalendar> calendar);

    /// Asks for the events of a case; timelineReady() follows (from the gateway, or what is known here).
    void requestTimeline(CaseId id);
    void reconnectNow();

Q_SIGNALS:
    void calendarChanged(); ///< every deadline may be another one
    void casesReset();      ///< all cases are others, and the calendar may be, too
    void casesAppended(int firstRow, int lastRow);
    void casesChanged(const std::vector<std::uint32_t>& rows);
    void dutiesReset();
    void dutiesChanged(const std::vector<zs::domain::Subject>& subjects); ///< each once, in order
    void referencePublished(zs::domain::ReferenceKind kind);
    void inForceChanged(); ///< before casesReset() and referencePublished() of the same turn
    void peopleMoved();
    void linkChanged();
    void outboxChanged();
    void commandConfirmed(const zs::Uuid& id, zs::CaseId caseId);
    void commandRefused(const zs::Uuid& id, zs::CaseId caseId);
    void timelineReady(zs::CaseId id, const std::vector<zs::domain::RecordedEvent>& events, zs::session::TimelineSource source);
    void failed(const zs::Error& error); ///< cache or outbox unusable: what happened, and that work goes on without it

private:
    Q_INVOKABLE void onLetters();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zs::session
