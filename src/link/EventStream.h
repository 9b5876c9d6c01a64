// The gateway's stream of events and positions over one WebSocket.
#pragma once

#include "link/LinkFault.h"
#include "link/TlsIdentity.h"
#include "protocol/Messages.h"
#include "protocol/PositionFrame.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

class QWebSocket;

namespace zs::link {

/// Time limits of a stream; the default is for use, tests shorten them.
struct StreamTimeouts {
    std::chrono::milliseconds connect{protocol::handshakeTimeout};
    std::chrono::milliseconds idle{6 * protocol::headInterval}; ///< without a message: the gateway says "head" every second
    std::chrono::milliseconds ping{5'000};
};

/// Belongs to one thread, any; decodes there. open() … ended() may be repeated. Which events follow which is not judged
/// here: who folds them knows its own seq.
class EventStream : public QObject {
    Q_OBJECT
public:
    EventStream(QUrl gateway, TlsIdentity identity, StreamTimeouts timeouts = {}, QObject* parent = nullptr);
    ~EventStream() override;

    /// Ends what was open before, without ended().
    void open(Seq since);
    /// Without ended().
    void close();
    bool isOpen() const { return m_socket != nullptr; }

Q_SIGNALS:
    void hello(const zs::protocol::Hello& hello); ///< the first message
    void head(const zs::protocol::Hello& head);
    void gap(const zs::protocol::Hello& head);    ///< `since` can't be served
    /// Of cases and of duties; both together are without gaps.
    void events(const std::vector<zs::domain::RecordedEvent>& cases,
                const std::vector<zs::domain::RecordedDutyEvent>& duties);
    void positions(const zs::protocol::PositionFrame& frame);
    void latency(zs::Millis roundTrip);
    void ended(const zs::link::LinkError& why);   ///< broken, closed by the gateway, or not understood

private:
    void onText(const QString& text);
    void onBinary(const QByteArray& bytes);
    void onSocketError(QAbstractSocket::SocketError code);
    void onDisconnected();
    void end(LinkError why);
    void drop();

    QUrl m_gateway;
    TlsIdentity m_identity;
    StreamTimeouts m_timeouts;
    QWebSocket* m_socket = nullptr; ///< child, deleted later: it may be in the middle of a signal
    QTimer m_idle;
    QTimer m_ping;
};

} // namespace zs::link
