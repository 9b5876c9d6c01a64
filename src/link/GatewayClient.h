// Requests to the gateway over HTTPS. Keep-alive, several in flight, every answer bounded in size and in time.
#pragma once

#include "link/LinkFault.h"
#include "link/TlsIdentity.h"
#include "protocol/Messages.h"

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace zs::link {

/// Time limits of requests; the default is for use, tests shorten them.
struct ClientTimeouts {
    std::chrono::milliseconds answer{15'000};   ///< from sending to the end of the answer
    std::chrono::milliseconds snapshot{30'000}; ///< without any progress
};

/// The gateway's decision on a command: done (`reply.error` absent, it's on disk there) or refused.
struct CommandAnswer {
    int status = 0;
    protocol::CommandReply reply;
    Millis roundTrip{0};
};

/// A case with all its events, oldest first. The gateway gives them page by page; `state` is that of the last page.
struct CaseAnswer {
    domain::Case state;
    std::vector<domain::RecordedEvent> events;
    std::uint32_t next = 0; ///< of a page: more follow after this version
};

/// Belongs to one thread, any; callbacks come there, each exactly once and never from inside the call that asked, except
/// by abort(). None comes after the client's destruction.
class GatewayClient : public QObject {
    Q_OBJECT
public:
    template <class T>
    using Done = std::function<void(LinkResult<T>)>;

    /// `gateway`: https://host:port
    GatewayClient(QUrl gateway, TlsIdentity identity, ClientTimeouts timeouts = {}, QObject* parent = nullptr);
    ~GatewayClient() override;

    void postCommand(const protocol::CommandEnvelope& envelope, Done<CommandAnswer> done);
    /// The same for a body that was encoded before: a repeated command must be the same to the byte.
    void postCommand(const QByteArray& body, Done<CommandAnswer> done);
    /// One frame of PositionFrame.h.
    void postPositions(const QByteArray& frame, Done<void> done);
    /// The bytes as sent: zstd over JSON (session/sync/Snapshot.h reads them).
    void getSnapshot(Done<QByteArray> done);
    void getCase(CaseId id, Done<CaseAnswer> done);
    /// Published reference data, to the byte; whether it is what was published is for the caller to check.
    void getReference(domain::ReferenceKind kind, std::uint32_t version, Done<QByteArray> done);
    void health(Done<protocol::Hello> done);

    /// Breaks off all that is in flight; their callbacks come now, with Away.
    void abort();
    std::size_t inFlight() const { return m_replies.size(); }

private:
    struct Response {
        int status = 0;
        QByteArray body;
        Millis took{0};
    };
    struct Asked;
    using Taken = std::function<void(LinkResult<Response>)>;
    void getPages(CaseId id, CaseAnswer before, Done<CaseAnswer> done);
    void send(const char* path, const QByteArray& body, const char* contentType, qint64 limit, Taken taken);
    void send(const QString& path, qint64 limit, const char* encoding, std::chrono::milliseconds deadline, Taken taken);
    void track(QNetworkReply* reply, qint64 limit, std::chrono::milliseconds deadline, Taken taken);
    /// Ends a request with this answer.
    void letGo(QNetworkReply* reply, const LinkError& fault);
    QNetworkRequest request(const QString& path) const;

    QUrl m_gateway;
    TlsIdentity m_identity;
    ClientTimeouts m_timeouts;
    std::unordered_map<QNetworkReply*, std::shared_ptr<Asked>> m_replies;
    QNetworkAccessManager m_network;
};

} // namespace zs::link
