#include "ui/cases/SessionDesk.h"

namespace zs::cases {

SessionDesk::SessionDesk(session::Session& session, QObject* parent) : Desk(parent), m_session(session)
{
    using session::Session;
    connect(&session, &Session::calendarChanged, this, &Desk::calendarChanged);
    connect(&session, &Session::casesReset, this, &Desk::casesReset);
    connect(&session, &Session::casesAppended, this, &Desk::casesAppended);
    connect(&session, &Session::casesChanged, this, &Desk::casesChanged);
    connect(&session, &Session::dutiesReset, this, &Desk::dutiesReset);
    connect(&session, &Session::dutiesChanged, this, &Desk::dutiesChanged);
    connect(&session, &Session::peopleMoved, this, &Desk::peopleMoved);
    connect(&session, &Session::linkChanged, this, &Desk::linkChanged);
    connect(&session, &Session::outboxChanged, this, &Desk::outboxChanged);
    connect(&session, &Session::commandConfirmed, this, &Desk::commandConfirmed);
    connect(&session, &Session::commandRefused, this, &Desk::commandRefused);
    connect(&session, &Session::timelineReady, this, &Desk::timelineReady);
    connect(&session, &Session::failed, this, &Desk::failed);
}

} // namespace zs::cases
