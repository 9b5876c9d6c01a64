// One certificate's way to the gateway: commands are repeated, to the byte, until the gateway has decided.
#pragma once

#include "link/GatewayClient.h"

#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace zs::sim {

/// Belongs to one thread with an event loop.
class Desk : public QObject {
    Q_OBJECT
public:
    using Decided = std::function<void(const protocol::CommandReply&)>; ///< `error` inside: it was refused

    Desk(QUrl gateway, const link::TlsIdentity& identity, QObject* parent = nullptr);

    /// A fresh idempotency key; `decided` comes exactly once, unless the desk ends before.
    void post(CaseId caseId, std::optional<std::uint32_t> base, domain::CaseCommand command, Decided decided);
    void post(domain::Subject subject, std::optional<std::uint32_t> base, domain::DutyCommand command, Decided decided);
    /// Only the newest frames count: while the gateway is slow, older ones are left out.
    void postPositions(std::vector<QByteArray> frames);
    /// Waiting and in flight.
    std::size_t pending() const { return m_waiting.size() + m_inFlight; }
    link::GatewayClient& client() { return m_client; }

Q_SIGNALS:
    /// The gateway will never take anything from us: a certificate or a protocol that doesn't fit.
    void hopeless(const zs::Error& why);

private:
    struct Letter {
        QByteArray body;
        Decided decided;
    };
    void post(std::string body, Decided decided);
    void pump();
    void answered(Letter letter, link::LinkResult<link::CommandAnswer> answer);

    link::GatewayClient m_client;
    std::deque<Letter> m_waiting;
    std::size_t m_inFlight = 0;
    int m_framesInFlight = 0;
    QTimer m_retry;
};

/// What a command's failure means.
bool isHopeless(const link::LinkError& error);

} // namespace zs::sim
