#include "link/EventStream.h"

#include "protocol/QtJsonValue.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QRegularExpression>
#include <QUrlQuery>
#include <QWebSocket>

namespace zs::link {

namespace {

LinkError away(const char* code, const char* sentence)
{
    return {FaultKind::Away, Delivered::Maybe, 0, {code, sentence}};
}

LinkError notUnderstood(const std::string& what)
{
    return {FaultKind::Protocol, Delivered::Maybe, 0, {"link.protocol", "The gateway's stream can't be read: " + what}};
}

} // namespace

EventStream::EventStream(QUrl gateway, TlsIdentity identity, StreamTimeouts timeouts, QObject* parent)
    : QObject(parent), m_gateway(std::move(gateway)), m_identity(std::move(identity)), m_timeouts(timeouts),
      m_idle(this), m_ping(this)
{
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { end(away("link.silent", "The gateway gives no sign of life.")); });
    m_ping.setInterval(m_timeouts.ping);
    connect(&m_ping, &QTimer::timeout, this, [this] {
        if (m_socket)
            m_socket->ping();
    });
}

EventStream::~EventStream() { drop(); }

void EventStream::open(Seq since)
{
    drop();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setSslConfiguration(m_identity.configuration());
    m_socket->setMaxAllowedIncomingFrameSize(protocol::maxServerMessage);
    m_socket->setMaxAllowedIncomingMessageSize(protocol::maxServerMessage);
    m_socket->setReadBufferSize(static_cast<qint64>(protocol::maxClientBacklog));
    connect(m_socket, &QWebSocket::textMessageReceived, this, &EventStream::onText);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, &EventStream::onBinary);
    connect(m_socket, &QWebSocket::disconnected, this, &EventStream::onDisconnected);
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &EventStream::onSocketError);
    connect(m_socket, &QWebSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { end(refusedCertificate(errors, m_gateway.host())); });
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_socket->ping();
        m_ping.start();
    });
    connect(m_socket, &QWebSocket::pong, this, [this](quint64 elapsed) {
        Q_EMIT latency(Millis(static_cast<Millis::rep>(elapsed)));
    });

    QUrl url = m_gateway;
    url.setScheme(QStringLiteral("wss"));
    url.setPath(QStringLiteral("/v1/stream"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("since"), QString::number(since));
    url.setQuery(query);
    m_idle.start(m_timeouts.connect);
    m_socket->open(QNetworkRequest(url));
}

void EventStream::close() { drop(); }

void EventStream::drop()
{
    m_idle.stop();
    m_ping.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

void EventStream::end(LinkError why)
{
    if (!m_socket)
        return;
    drop();
    Q_EMIT ended(why);
}

void EventStream::onText(const QString& text)
{
    m_idle.start(m_timeouts.idle);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return end(notUnderstood(error.errorString().toStdString() + "."));
    const auto message = protocol::readStreamMessage(protocol::QtJsonValue(document.object()));
    if (!message)
        return end(notUnderstood(message.error().sentence));
    switch (message->type) {
    case protocol::StreamMessage::Type::Hello:
        Q_EMIT hello(message->hello);
        break;
    case protocol::StreamMessage::Type::Head:
        Q_EMIT head(message->hello);
        break;
    case protocol::StreamMessage::Type::Gap:
        Q_EMIT gap(message->hello);
        break;
    case protocol::StreamMessage::Type::Events:
        Q_EMIT events(message->events, message->duties);
        break;
    }
}

void EventStream::onBinary(const QByteArray& bytes)
{
    m_idle.start(m_timeouts.idle);
    const auto frame = protocol::decodePositions({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!frame)
        return end(notUnderstood(frame.error().sentence));
    Q_EMIT positions(*frame);
}

void EventStream::onSocketError(QAbstractSocket::SocketError code)
{
    const QString text = m_socket->errorString();
    // A refused upgrade has no code of its own in Qt 6.4; its text holds the status.
    static const QRegularExpression status(QStringLiteral("http status code: (\\d{3})"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = status.match(text);
    end(match.hasMatch() ? faultOf(QNetworkReply::NoError, text, match.captured(1).toInt()) : faultOf(code, text));
}

void EventStream::onDisconnected()
{
    switch (m_socket->closeCode()) {
    case QWebSocketProtocol::CloseCodeTooMuchData:
        return end({FaultKind::Protocol, Delivered::Maybe, 0, {"link.limit", "The gateway sent a message that is too long."}});
    case QWebSocketProtocol::CloseCodeProtocolError:
    case QWebSocketProtocol::CloseCodeDatatypeNotSupported:
    case QWebSocketProtocol::CloseCodeWrongDatatype:
        return end(notUnderstood("it breaks the WebSocket protocol."));
    default:
        return end(away("link.closed", "The gateway closed the stream."));
    }
}

} // namespace zs::link
