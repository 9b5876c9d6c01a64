#include "link/GatewayClient.h"

#include "protocol/QtJsonValue.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTimer>
#include <iterator>
#include <utility>

namespace zs::link {

namespace {

constexpr qint64 maxReply = 64 * 1024;

LinkError notUnderstood(const Error& error, int status)
{
    return {FaultKind::Protocol, Delivered::Maybe, status, {"link.protocol", "The gateway's answer can't be read: " + error.sentence}};
}

LinkError tooLong()
{
    return {FaultKind::Protocol, Delivered::Maybe, 0, {"link.limit", "The gateway's answer is longer than allowed."}};
}

/// Unpacked JSON of an answer, or why it isn't one.
Result<protocol::QtJsonValue> parse(const QByteArray& body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail("json.form", error.errorString().toStdString() + ".");
    return protocol::QtJsonValue(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
}

Result<CaseAnswer> readCase(const QByteArray& body)
{
    const auto json = parse(body);
    if (!json)
        return Unexpected(json.error());
    CaseAnswer answer;
    const auto state = json->member("case");
    const auto events = json->member("events");
    if (!state || !events)
        return fail("json.field", "\"case\" or \"events\" is missing.");
    auto read = protocol::readJson<domain::Case>(*state, protocol::UnknownMembers::Ignore);
    if (!read)
        return Unexpected(read.error());
    answer.state = std::move(*read);
    std::optional<Error> error;
    const bool isArray = events->eachElement([&](const protocol::QtJsonValue& e) {
        auto event = protocol::readEvent(e);
        if (!event) {
            error = event.error();
            return false;
        }
        answer.events.push_back(std::move(*event));
        return true;
    });
    if (error)
        return Unexpected(*error);
    if (!isArray)
        return fail("json.field", "\"events\" must be a list.");
    if (const auto next = json->member("next")) {
        const auto version = next->integer();
        // A page that leads nowhere would be asked for for ever.
        if (!version || answer.events.empty() || *version != answer.events.back().version)
            return fail("json.field", "\"next\" isn't the version of the last event.");
        answer.next = static_cast<std::uint32_t>(*version);
    }
    return answer;
}

LinkError canceled(const QNetworkReply& reply)
{
    return faultOf(QNetworkReply::OperationCanceledError, reply.errorString(), 0);
}

} // namespace

/// What is known of one request until it is finished.
struct GatewayClient::Asked {
    Taken taken;
    QElapsedTimer since;
    std::optional<LinkError> fault; ///< found before Qt's own word on it
};

GatewayClient::GatewayClient(QUrl gateway, TlsIdentity identity, ClientTimeouts timeouts, QObject* parent)
    : QObject(parent), m_gateway(std::move(gateway)), m_identity(std::move(identity)), m_timeouts(timeouts)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // the gateway is on the city's own net
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

GatewayClient::~GatewayClient()
{
    for (const auto& [reply, asked] : m_replies)
        reply->disconnect(this); // they end with m_network
}

QNetworkRequest GatewayClient::request(const QString& path) const
{
    QUrl url = m_gateway;
    url.setPath(path.section(QLatin1Char('?'), 0, 0));
    if (const QString query = path.section(QLatin1Char('?'), 1); !query.isEmpty())
        url.setQuery(query);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_identity.configuration());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

void GatewayClient::send(const char* path, const QByteArray& body, const char* contentType, qint64 limit, Taken taken)
{
    QNetworkRequest asked = request(QString::fromLatin1(path));
    asked.setHeader(QNetworkRequest::ContentTypeHeader, QString::fromLatin1(contentType));
    asked.setRawHeader("Accept-Encoding", "identity");
    track(m_network.post(asked, body), limit, m_timeouts.answer, std::move(taken));
}

void GatewayClient::send(const QString& path, qint64 limit, const char* encoding, std::chrono::milliseconds deadline,
                         Taken taken)
{
    QNetworkRequest asked = request(path);
    // Said by ourselves, so that Qt never unpacks: what is unpacked has a limit of its own.
    asked.setRawHeader("Accept-Encoding", encoding);
    track(m_network.get(asked), limit, deadline, std::move(taken));
}

void GatewayClient::track(QNetworkReply* reply, qint64 limit, std::chrono::milliseconds deadline, Taken taken)
{
    auto asked = std::make_shared<Asked>();
    m_replies.emplace(reply, asked);
    asked->taken = std::move(taken);
    asked->since.start();

    connect(reply, &QNetworkReply::sslErrors, this, [this, asked](const QList<QSslError>& errors) {
        asked->fault = refusedCertificate(errors, m_gateway.host());
    });
    const auto check = [this, reply, limit] {
        const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (announced <= limit && reply->bytesAvailable() <= limit)
            return;
        letGo(reply, tooLong());
    };
    connect(reply, &QNetworkReply::metaDataChanged, this, check);
    connect(reply, &QNetworkReply::readyRead, this, check);
    connect(reply, &QNetworkReply::finished, this, [this, reply, asked] {
        m_replies.erase(reply);
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (asked->fault)
            return asked->taken(tl::unexpected(*asked->fault));
        // An answer of 4xx or 5xx is whole only when Qt's error is about content or server, not about the transport.
        const bool transport = reply->error() != QNetworkReply::NoError &&
                               (status < 400 || reply->error() < QNetworkReply::ContentAccessDenied);
        if (transport)
            return asked->taken(tl::unexpected(faultOf(reply->error(), reply->errorString(), 0)));
        if (status >= 300 && status < 400)
            return asked->taken(tl::unexpected(notUnderstood({"", "it sends elsewhere."}, status)));
        asked->taken(Response{status, reply->readAll(), Millis(asked->since.elapsed())});
    });
    // For the whole answer; a snapshot may take long, as long as some of it keeps coming.
    auto* clock = new QTimer(reply);
    clock->setSingleShot(true);
    clock->setInterval(deadline > std::chrono::milliseconds(0) ? deadline : m_timeouts.snapshot);
    connect(clock, &QTimer::timeout, this, [this, reply] { letGo(reply, canceled(*reply)); });
    if (deadline == std::chrono::milliseconds(0))
        connect(reply, &QNetworkReply::downloadProgress, clock, qOverload<>(&QTimer::start));
    clock->start();
}

// Not reply->abort(): an error that Qt's own thread has already posted would meet an ended reply, of which Qt complains.
// A reply that is deleted ends its request just the same.
void GatewayClient::letGo(QNetworkReply* reply, const LinkError& fault)
{
    const auto held = m_replies.find(reply);
    if (held == m_replies.end())
        return;
    const auto asked = std::move(held->second);
    m_replies.erase(held);
    reply->disconnect(this);
    reply->deleteLater();
    asked->taken(tl::unexpected(asked->fault.value_or(fault)));
}

void GatewayClient::abort()
{
    std::vector<QNetworkReply*> all; // what an answer asks anew stays
    for (const auto& [reply, asked] : m_replies)
        all.push_back(reply);
    for (QNetworkReply* reply : all)
        if (m_replies.contains(reply))
            letGo(reply, canceled(*reply));
}

void GatewayClient::postCommand(const protocol::CommandEnvelope& envelope, Done<CommandAnswer> done)
{
    postCommand(QByteArray::fromStdString(protocol::encodeCommand(envelope)), std::move(done));
}

void GatewayClient::postCommand(const QByteArray& body, Done<CommandAnswer> done)
{
    send("/v1/commands", body, "application/json", maxReply, [done = std::move(done)](LinkResult<Response> response) {
        if (!response)
            return done(tl::unexpected(response.error()));
        const LinkError fault = faultOf(QNetworkReply::NoError, {}, response->status);
        if (response->status >= 400 && fault.kind == FaultKind::Busy)
            return done(tl::unexpected(fault));
        const auto json = parse(response->body);
        auto reply = json ? protocol::readReply(*json) : Result<protocol::CommandReply>(Unexpected(json.error()));
        if (!reply)
            return done(tl::unexpected(response->status >= 400 ? fault : notUnderstood(reply.error(), response->status)));
        if (response->status >= 400 && !reply->error)
            return done(tl::unexpected(fault));
        done(CommandAnswer{response->status, std::move(*reply), response->took});
    });
}

void GatewayClient::postPositions(const QByteArray& frame, Done<void> done)
{
    send("/v1/positions", frame, "application/octet-stream", maxReply, [done = std::move(done)](LinkResult<Response> response) {
        if (!response)
            return done(tl::unexpected(response.error()));
        if (response->status >= 400)
            return done(tl::unexpected(faultOf(QNetworkReply::NoError, {}, response->status)));
        done({});
    });
}

void GatewayClient::getSnapshot(Done<QByteArray> done)
{
    send(QStringLiteral("/v1/snapshot"), static_cast<qint64>(protocol::maxSnapshotPacked), "zstd",
         std::chrono::milliseconds(0), [done = std::move(done)](LinkResult<Response> response) {
             if (!response)
                 return done(tl::unexpected(response.error()));
             if (response->status >= 400)
                 return done(tl::unexpected(faultOf(QNetworkReply::NoError, {}, response->status)));
             done(std::move(response->body));
         });
}

void GatewayClient::getCase(CaseId id, Done<CaseAnswer> done) { getPages(id, {}, std::move(done)); }

void GatewayClient::getPages(CaseId id, CaseAnswer before, Done<CaseAnswer> done)
{
    QString path = QStringLiteral("/v1/cases/%1").arg(id.value);
    if (before.next)
        path += QStringLiteral("?after=%1").arg(before.next);
    send(path, static_cast<qint64>(protocol::maxCaseReply), "identity", m_timeouts.answer,
         [this, id, before = std::move(before), done = std::move(done)](LinkResult<Response> response) mutable {
             if (!response)
                 return done(tl::unexpected(response.error()));
             if (response->status >= 400)
                 return done(tl::unexpected(faultOf(QNetworkReply::NoError, {}, response->status)));
             auto answer = readCase(response->body);
             if (!answer)
                 return done(tl::unexpected(notUnderstood(answer.error(), response->status)));
             before.state = std::move(answer->state);
             before.next = answer->next;
             std::move(answer->events.begin(), answer->events.end(), std::back_inserter(before.events));
             if (before.next)
                 return getPages(id, std::move(before), std::move(done));
             done(std::move(before));
         });
}

void GatewayClient::getReference(domain::ReferenceKind kind, std::uint32_t version, Done<QByteArray> done)
{
    const std::string_view name = enumNames(kind)[static_cast<std::size_t>(kind)];
    send(QStringLiteral("/v1/reference/%1/%2").arg(QUtf8StringView(name.data(), static_cast<qsizetype>(name.size())).toString()).arg(version),
         static_cast<qint64>(domain::maxReferenceBytes), "identity", m_timeouts.answer,
         [done = std::move(done)](LinkResult<Response> response) {
             if (!response)
                 return done(tl::unexpected(response.error()));
             if (response->status >= 400)
                 return done(tl::unexpected(faultOf(QNetworkReply::NoError, {}, response->status)));
             done(std::move(response->body));
         });
}

void GatewayClient::health(Done<protocol::Hello> done)
{
    send(QStringLiteral("/healthz"), maxReply, "identity", m_timeouts.answer,
         [done = std::move(done)](LinkResult<Response> response) {
             if (!response)
                 return done(tl::unexpected(response.error()));
             if (response->status >= 400)
                 return done(tl::unexpected(faultOf(QNetworkReply::NoError, {}, response->status)));
             const auto json = parse(response->body);
             auto hello = json ? protocol::readJson<protocol::Hello>(*json, protocol::UnknownMembers::Ignore)
                               : Result<protocol::Hello>(Unexpected(json.error()));
             if (!hello)
                 return done(tl::unexpected(notUnderstood(hello.error(), response->status)));
             done(std::move(*hello));
         });
}

} // namespace zs::link
