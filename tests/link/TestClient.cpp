#include "TestClient.h"

#include "link/GatewayClient.h"
#include "tests/link/TestPeer.h"

#include <QSignalSpy>

#include <optional>

using namespace zs;
using namespace zs::link;
using namespace std::chrono_literals;
using testkit::TestPeer;

namespace {

TlsIdentity identity(const testkit::TestPki& pki, const std::string& name = "console-1")
{
    const auto text = [](const std::filesystem::path& path) { return QString::fromStdString(path.string()); };
    auto loaded = TlsIdentity::load(text(pki.authority()), text(pki.certificate(name)), text(pki.key(name)));
    if (!loaded)
        qFatal("%s", loaded.error().sentence.c_str());
    return std::move(*loaded);
}

protocol::CommandEnvelope noteCommand() { return {Uuid::random(), CaseId{4}, std::nullopt, domain::Note{"hello"}}; }

std::string confirmed(const Uuid& id) { return protocol::encodeReply({id.toString(), CaseId{4}, 8, 99, std::nullopt}); }

/// Asks and waits for the answer.
LinkResult<CommandAnswer> ask(GatewayClient& client, const protocol::CommandEnvelope& envelope = noteCommand())
{
    std::optional<LinkResult<CommandAnswer>> answer;
    client.postCommand(envelope, [&](LinkResult<CommandAnswer> a) { answer = std::move(a); });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
        qFatal("no answer");
    return std::move(*answer);
}

} // namespace

void TestClient::aCommandIsAnswered()
{
    TestPeer peer(m_pki);
    const auto envelope = noteCommand();
    peer.onRequest = [&](const TestPeer::Request&) { return TestPeer::Answer{200, QByteArray::fromStdString(confirmed(envelope.id))}; };
    GatewayClient client(peer.url(), identity(m_pki));
    const auto answer = ask(client, envelope);
    QVERIFY2(answer, answer ? "" : answer.error().error.sentence.c_str());
    QCOMPARE(answer->reply.version, 8u);
    QCOMPARE(answer->reply.seq, Seq{99});
    QCOMPARE(peer.requests.first().path, QByteArray("/v1/commands"));
    QCOMPARE(peer.requests.first().body.toStdString(), protocol::encodeCommand(envelope));
    QCOMPARE(client.inFlight(), std::size_t{0});
}

void TestClient::aRefusalIsAnAnswer()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request&) {
        return TestPeer::Answer{409, QByteArray::fromStdString(protocol::encodeReply(
                                         {"", CaseId{4}, 9, 0, protocol::WireError{"case.version", "已变", "It moved on.", {}}}))};
    };
    GatewayClient client(peer.url(), identity(m_pki));
    const auto answer = ask(client);
    QVERIFY(answer);
    QCOMPARE(answer->status, 409);
    QCOMPARE(answer->reply.error->code, std::string("case.version"));
    QCOMPARE(answer->reply.version, 9u);
}

void TestClient::statusTellsWhatToDo_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("delivered");
    const auto row = [](int status, FaultKind kind, Delivered delivered) {
        QTest::addRow("%d", status) << status << int(kind) << int(delivered);
    };
    row(503, FaultKind::Busy, Delivered::No);
    row(429, FaultKind::Busy, Delivered::No);
    row(408, FaultKind::Busy, Delivered::No);
    row(500, FaultKind::Busy, Delivered::Maybe);
    row(413, FaultKind::Rejected, Delivered::No);
    row(403, FaultKind::Rejected, Delivered::No);
    row(200, FaultKind::Protocol, Delivered::Maybe); // an empty body
}

void TestClient::statusTellsWhatToDo()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(int, delivered);
    TestPeer peer(m_pki);
    peer.onRequest = [status](const TestPeer::Request&) { return TestPeer::Answer{status, ""}; };
    GatewayClient client(peer.url(), identity(m_pki));
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), kind);
    QCOMPARE(int(answer.error().delivered), delivered);
}

void TestClient::aCutLeavesItOpenWhetherItArrived()
{
    for (const auto delivery : {TestPeer::Delivery::Cut, TestPeer::Delivery::Half}) {
        TestPeer peer(m_pki);
        const auto envelope = noteCommand();
        peer.onRequest = [&](const TestPeer::Request&) {
            return TestPeer::Answer{200, QByteArray::fromStdString(confirmed(envelope.id)), delivery};
        };
        GatewayClient client(peer.url(), identity(m_pki));
        const auto answer = ask(client, envelope);
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().kind), int(FaultKind::Away));
        QCOMPARE(int(answer.error().delivered), int(Delivered::Maybe));
    }
}

void TestClient::aSlowGatewayTimesOut()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request&) { return TestPeer::Answer{200, "", TestPeer::Delivery::Never}; };
    GatewayClient client(peer.url(), identity(m_pki), {300ms, 300ms});
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(answer.error().error.code, std::string("link.timeout"));
    QCOMPARE(int(answer.error().delivered), int(Delivered::Maybe));

    std::optional<LinkResult<QByteArray>> snapshot;
    client.getSnapshot([&](LinkResult<QByteArray> s) { snapshot = std::move(s); });
    QTRY_VERIFY(snapshot.has_value());
    QCOMPARE(snapshot->error().error.code, std::string("link.timeout"));
}

void TestClient::whatIsLateIsLetGoAndNoSecondErrorIsHeard()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request&) { return TestPeer::Answer{200, "", TestPeer::Delivery::Never}; };
    GatewayClient client(peer.url(), identity(m_pki), {200ms, 200ms});
    constexpr int asked = 4;
    int answers = 0;
    for (int i = 0; i < asked; ++i)
        client.postCommand(noteCommand(), [&](LinkResult<CommandAnswer> a) {
            QVERIFY(!a);
            // The connection breaks in the very turn in which time is up: of that Qt says nothing more, and nobody is told twice.
            peer.close();
            ++answers;
        });
    QTRY_COMPARE(answers, asked);
    QCOMPARE(client.inFlight(), std::size_t{0});
    peer.onRequest = nullptr;
    peer.listen();
    QVERIFY(!ask(client)); // the client goes on; this peer has nothing to say
    QCOMPARE(answers, asked);
}

void TestClient::abortAnswersAll()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request&) { return TestPeer::Answer{200, "", TestPeer::Delivery::Never}; };
    GatewayClient client(peer.url(), identity(m_pki));
    int maybe = 0;
    for (int i = 0; i < 3; ++i)
        client.postCommand(noteCommand(), [&](LinkResult<CommandAnswer> a) { maybe += !a && a.error().delivered == Delivered::Maybe; });
    QTRY_COMPARE(peer.requests.size(), 3);
    client.abort();
    QCOMPARE(maybe, 3);
    QCOMPARE(client.inFlight(), std::size_t{0});
}

void TestClient::anAnswerThatIsTooLongIsNotTaken()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request&) { return TestPeer::Answer{200, QByteArray(200'000, ' ')}; };
    GatewayClient client(peer.url(), identity(m_pki));
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(answer.error().error.code, std::string("link.limit"));
}

void TestClient::nobodyThere()
{
    TestPeer peer(m_pki);
    const QUrl url = peer.url();
    peer.close();
    GatewayClient client(url, identity(m_pki));
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), int(FaultKind::Away));
    QCOMPARE(int(answer.error().delivered), int(Delivered::No));
}

void TestClient::anotherAuthorityIsRefused()
{
    TestPeer peer(m_pki);
    GatewayClient client(peer.url(), identity(m_otherPki));
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), int(FaultKind::Refused));
    QVERIFY(answer.error().error.sentence.find("authority") != std::string::npos);
    QVERIFY(peer.requests.isEmpty());
}

void TestClient::anotherHostIsRefused()
{
    testkit::TestPki pki;
    pki.issue({pki::Role::Gateway, "elsewhere", {"elsewhere.example"}});
    TestPeer peer(pki, "elsewhere");
    GatewayClient client(peer.url(), identity(pki));
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), int(FaultKind::Refused));
    QVERIFY2(answer.error().error.sentence.find("another host") != std::string::npos, answer.error().error.sentence.c_str());
    QVERIFY(peer.requests.isEmpty());
}

void TestClient::severalInFlight()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request& r) {
        const qsizetype at = r.body.indexOf("\"id\":\"") + 6;
        return TestPeer::Answer{200, QByteArray::fromStdString(protocol::encodeReply({r.body.mid(at, 36).toStdString(), CaseId{4}, 8, 99, std::nullopt}))};
    };
    GatewayClient client(peer.url(), identity(m_pki));
    int done = 0, wrong = 0;
    for (int i = 0; i < 200; ++i) {
        const auto envelope = noteCommand();
        client.postCommand(envelope, [&, id = envelope.id](LinkResult<CommandAnswer> a) {
            ++done;
            wrong += !a || a->reply.id != id.toString();
        });
    }
    QTRY_COMPARE_WITH_TIMEOUT(done, 200, 20'000);
    QCOMPARE(wrong, 0);
}

void TestClient::aCaseWithItsEvents()
{
    TestPeer peer(m_pki);
    const domain::RecordedEvent event{5, CaseId{4}, 1, fromUnixMillis(1000), "duty-01", domain::Noted{"x"}};
    std::string body = R"({"v":1,"case":)";
    domain::Case state;
    state.id = CaseId{4};
    protocol::JsonWriter(body).value(state);
    body += R"(,"events":[)";
    protocol::appendEvent(body, event);
    body += "]}";
    peer.onRequest = [&](const TestPeer::Request&) { return TestPeer::Answer{200, QByteArray::fromStdString(body)}; };
    GatewayClient client(peer.url(), identity(m_pki));
    std::optional<LinkResult<CaseAnswer>> answer;
    client.getCase(CaseId{4}, [&](LinkResult<CaseAnswer> a) { answer = std::move(a); });
    QTRY_VERIFY(answer.has_value());
    QVERIFY2(*answer, *answer ? "" : answer->error().error.sentence.c_str());
    QCOMPARE((*answer)->events, std::vector{event});
    QCOMPARE(peer.requests.first().path, QByteArray("/v1/cases/4"));
}

void TestClient::aLongCaseComesInPages()
{
    const auto noted = [](std::uint32_t version) {
        std::string text;
        protocol::appendEvent(text, {version, CaseId{4}, version, fromUnixMillis(5), "b", domain::Noted{"x"}});
        return text;
    };
    domain::Case state;
    state.id = CaseId{4};
    std::string head = R"({"v":1,"case":)";
    protocol::JsonWriter(head).value(state);
    TestPeer peer(m_pki);
    peer.onRequest = [&](const TestPeer::Request& request) {
        const bool isFirst = request.path == "/v1/cases/4";
        const std::string body = head + R"(,"events":[)" + (isFirst ? noted(1) + "," + noted(2) + R"(],"next":2})" : noted(3) + "]}");
        return TestPeer::Answer{200, QByteArray::fromStdString(body)};
    };
    GatewayClient client(peer.url(), identity(m_pki));
    std::optional<LinkResult<CaseAnswer>> answer;
    const auto asks = [&] {
        answer.reset();
        client.getCase(CaseId{4}, [&](LinkResult<CaseAnswer> a) { answer = std::move(a); });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
    };
    QVERIFY(asks());
    QCOMPARE((*answer)->events.size(), std::size_t{3});
    QCOMPARE((*answer)->next, 0u);
    QCOMPARE(peer.requests.last().path, QByteArray("/v1/cases/4?after=2"));
    // A page that leads nowhere ends it.
    peer.onRequest = [&](const TestPeer::Request&) { return TestPeer::Answer{200, QByteArray::fromStdString(head + R"(,"events":[],"next":2})")}; };
    QVERIFY(asks());
    QVERIFY(!*answer);
}

void TestClient::anElsewhereIsNotFollowed()
{
    TestPeer peer(m_pki);
    peer.onRequest = [](const TestPeer::Request&) { return TestPeer::Answer{302, ""}; };
    GatewayClient client(peer.url(), identity(m_pki));
    const auto answer = ask(client);
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), int(FaultKind::Protocol));
    QCOMPARE(peer.requests.size(), 1);
}

void TestClient::alertsTellOfTheOwnCertificate_data()
{
    // What Qt 6.4 on OpenSSL 3.0 really says; the integration tests see it from the real gateway.
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRefused");
    const auto alert = [](const char* what) { return QStringLiteral("Error while reading: error:0A000418:SSL routines::") + QLatin1String(what); };
    QTest::newRow("unknown ca") << alert("tlsv1 alert unknown ca") << true;
    QTest::newRow("none") << alert("tlsv13 alert certificate required") << true;
    QTest::newRow("revoked") << alert("sslv3 alert certificate revoked") << true;
    QTest::newRow("expired") << alert("sslv3 alert certificate expired") << true;
    QTest::newRow("another alert") << alert("tlsv1 alert internal error") << false;
    QTest::newRow("closed") << QStringLiteral("The remote host closed the connection") << false;
}

void TestClient::alertsTellOfTheOwnCertificate()
{
    QFETCH(QString, text);
    QFETCH(bool, isRefused);
    QCOMPARE(faultOf(QNetworkReply::UnknownNetworkError, text, 0).kind == FaultKind::Refused, isRefused);
    QCOMPARE(faultOf(QAbstractSocket::SslInternalError, text).kind == FaultKind::Refused, isRefused);
}
