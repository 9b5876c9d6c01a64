// The other end of a link, at the level of sockets: TLS with a client certificate, HTTP and WebSocket on one port, and every
// misbehaviour that a test asks for. It decides nothing by itself.
#pragma once

#include "base/Result.h" // before StrongId.h: moc can't begin with <compare>
#include "base/StrongId.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>
#include <QWebSocketServer>

#include <functional>
#include <memory>

class QWebSocket;

namespace zs::testkit {

class TestPki;

class TestPeer : public QObject {
    Q_OBJECT
public:
    struct Request {
        QByteArray method, path, body;
    };
    enum class Delivery {
        Whole,
        Cut,   ///< the connection is cut instead
        Half,  ///< half of the answer, then cut
        Never  ///< nothing ever comes
    };
    struct Answer {
        int status = 200;
        QByteArray body;
        Delivery delivery = Delivery::Whole;
    };

    /// Listens at a port of 127.0.0.1. `certificate` is one of `pki` made for a gateway.
    explicit TestPeer(const TestPki& pki, const std::string& certificate = "gateway");
    ~TestPeer() override;

    QUrl url() const; ///< https://127.0.0.1:port; stays the same over close() and listen()
    void listen();
    /// Nobody answers any more; what is connected is cut.
    void close();
    void cutStreams();

    std::function<Answer(const Request&)> onRequest;
    std::function<void(QWebSocket&, Seq since)> onStream;
    QWebSocket* stream() const; ///< the last one that is still open
    QList<Request> requests;    ///< all so far
    QList<Seq> streams;         ///< `since` of all so far

    void sendText(const std::string& message); ///< to stream()

private:
    void onConnection();
    void onData(QSslSocket& socket);
    void onWebSocket();
    void answer(QSslSocket& socket, const Request& request);

    QSslServer m_server;
    QWebSocketServer m_upgrader;
    quint16 m_port = 0;
    QList<QPointer<QSslSocket>> m_sockets;
    QList<QPointer<QWebSocket>> m_streams;
};

} // namespace zs::testkit
