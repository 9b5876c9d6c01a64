#include "tests/link/TestPeer.h"

#include "tests/testkit/TestPki.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QUrlQuery>
#include <QWebSocket>

namespace zs::testkit {

TestPeer::TestPeer(const TestPki& pki, const std::string& certificate)
    : m_upgrader(QStringLiteral("peer"), QWebSocketServer::NonSecureMode)
{
    QSslConfiguration tls = pki.tls(certificate);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &TestPeer::onConnection);
    connect(&m_upgrader, &QWebSocketServer::newConnection, this, &TestPeer::onWebSocket);
    listen();
    m_port = m_server.serverPort();
}

TestPeer::~TestPeer() { close(); }

QUrl TestPeer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void TestPeer::listen()
{
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the test's peer can't listen: %s", qPrintable(m_server.errorString()));
}

void TestPeer::close()
{
    m_server.close();
    cutStreams();
    for (const auto& socket : std::exchange(m_sockets, {}))
        if (socket)
            socket->abort();
}

void TestPeer::cutStreams()
{
    for (const auto& stream : std::exchange(m_streams, {}))
        if (stream)
            stream->abort();
}

QWebSocket* TestPeer::stream() const
{
    for (auto it = m_streams.crbegin(); it != m_streams.crend(); ++it)
        if (*it && (*it)->isValid())
            return *it;
    return nullptr;
}

void TestPeer::sendText(const std::string& message)
{
    if (QWebSocket* socket = stream())
        socket->sendTextMessage(QString::fromStdString(message));
}

void TestPeer::onConnection()
{
    while (auto* socket = qobject_cast<QSslSocket*>(m_server.nextPendingConnection())) {
        m_sockets.append(socket);
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] { onData(*socket); });
        onData(*socket);
    }
}

void TestPeer::onData(QSslSocket& socket)
{
    const QByteArray seen = socket.peek(1 << 20);
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray header = seen.left(end).toLower();
    if (header.contains("upgrade: websocket")) {
        socket.disconnect(this);
        QObject::disconnect(&socket, &QSslSocket::disconnected, &socket, nullptr);
        m_upgrader.handleConnection(&socket);
        return;
    }
    qsizetype length = 0;
    if (const qsizetype at = header.indexOf("content-length:"); at >= 0)
        length = header.mid(at + 15, header.indexOf("\r\n", at) < 0 ? -1 : header.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
    if (seen.size() < end + 4 + length)
        return;
    socket.read(end + 4 + length);
    const QList<QByteArray> first = seen.left(seen.indexOf("\r\n")).split(' ');
    const Request request{first.value(0), first.value(1), seen.mid(end + 4, length)};
    requests.append(request);
    answer(socket, request);
}

void TestPeer::answer(QSslSocket& socket, const Request& request)
{
    const Answer answer = onRequest ? onRequest(request) : Answer{404, "{}"};
    const QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nContent-Length: " +
                             QByteArray::number(answer.body.size()) + "\r\n\r\n" + answer.body;
    switch (answer.delivery) {
    case Delivery::Whole:
        socket.write(bytes);
        break;
    case Delivery::Half:
        socket.write(bytes.left(bytes.size() - answer.body.size() / 2));
        socket.disconnectFromHost();
        break;
    case Delivery::Cut:
        socket.abort();
        break;
    case Delivery::Never:
        break;
    }
}

void TestPeer::onWebSocket()
{
    while (QWebSocket* socket = m_upgrader.nextPendingConnection()) {
        socket->setParent(this);
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        m_streams.append(socket);
        const Seq since = QUrlQuery(socket->requestUrl()).queryItemValue(QStringLiteral("since")).toLongLong();
        streams.append(since);
        if (onStream)
            onStream(*socket, since);
    }
}

} // namespace zs::testkit
