// The desk of the running program: hands everything on to the session.
#pragma once

#include "ui/cases/Desk.h"

namespace zs::cases {

class SessionDesk final : public Desk {
    Q_OBJECT
public:
    /// `session` outlives the desk.
    explicit SessionDesk(session::Session& session, QObject* parent = nullptr);

    const domain::City& city() const override { return m_session.city(); }
    const domain::Actor& seat() const override { return m_session.seat(); }
    const domain::WorkCalendar& calendar() const override { return *m_session.cases().calendar(); }
    const session::CaseStore& cases() const override { return m_session.cases(); }
    const session::PeopleStore& people() const override { return m_session.people(); }
    const session::DutyStore& duties() const override { return m_session.duties(); }
    const session::LinkStatus& link() const override { return m_session.link(); }
    TimePoint serverNow() const override { return m_session.serverNow(); }
    const std::vector<session::DeskCommand>& outbox() const override { return m_session.outbox(); }
    std::optional<session::CommandState> stateOf(CaseId id) const override { return m_session.stateOf(id); }
    bool isLoaded() const override { return m_session.isLoaded(); }

    tl::expected<domain::CaseEvent, domain::Rejection> check(CaseId id,
                                                             const domain::CaseCommand& command) const override
    {
        return m_session.check(id, command);
    }
    tl::expected<Uuid, domain::Rejection> submit(CaseId id, const domain::CaseCommand& command) override
    {
        return m_session.submit(id, command);
    }
    tl::expected<domain::DutyEvent, domain::Rejection> check(domain::Subject subject,
                                                             const domain::DutyCommand& command) const override
    {
        return m_session.check(subject, command);
    }
    tl::expected<Uuid, domain::Rejection> submit(domain::Subject subject, const domain::DutyCommand& command) override
    {
        return m_session.submit(subject, command);
    }
    bool withdraw(const Uuid& id) override { return m_session.withdraw(id); }
    void dismiss(const Uuid& id) override { m_session.dismiss(id); }
    void requestTimeline(CaseId id) override { m_session.requestTimeline(id); }
    void reconnectNow() override { m_session.reconnectNow(); }

private:
    session::Session& m_session;
};

} // namespace zs::cases
