// Who is let in: the certificate matrix, the revocation list, and new certificates without a restart.
#include "tests/gateway/kit/GatewayFixture.h"
#include "tests/gateway/kit/PlainSocket.h"
#include "tests/testkit/TestCase.h"

using namespace zs;
using namespace zs::gateway;
using namespace zs::gateway::test;

namespace {

class PastClock final : public Clock {
public:
    TimePoint now() const override { return SystemClock().now() - std::chrono::hours(48); }
};

/// A certificate of our own authority that ran out yesterday.
void issueExpired(testkit::TestPki& pki)
{
    const PastClock clock;
    auto authority = pki::Authority::open(pki.folder(), clock);
    const auto issued = authority->issue({pki::Role::Dispatcher, "late", {}, {}, {}, std::chrono::hours(24)});
    if (!issued)
        qFatal("%s", issued.error().sentence.c_str());
}

} // namespace

class TlsTest : public testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<testkit::TestPki> m_pki;

    static bool served(Client client)
    {
        const auto r = client.get("/healthz");
        return r && r->status == 200;
    }

private Q_SLOTS:
    void initTestCase() { m_pki = std::make_unique<testkit::TestPki>(); }

    void eachOfOurRolesIsServed()
    {
        LocalGateway g(*m_pki);
        for (const char* name : {"console-1", "console-2", "agency-1", "field-1", "intake-1"})
            QVERIFY2(served(g.client(name)), name);
    }

    void aSeatThatTheCityDoesNotKnowIsRefused()
    {
        LocalGateway g(*m_pki);
        const auto city = gateway::test::tinyCity();
        m_pki->issue({pki::Role::Dispatcher, "town-1", {}, "town:" + city->towns.front().code, ""});
        m_pki->issue({pki::Role::Agency, "bound-1", {}, "", city->agencies.back().code});
        QVERIFY(served(g.client("town-1")));
        QVERIFY(served(g.client("bound-1")));
        m_pki->issue({pki::Role::Dispatcher, "town-2", {}, "town:999999999", ""});
        m_pki->issue({pki::Role::Agency, "bound-2", {}, "", "nowhere"});
        QVERIFY(!served(g.client("town-2")));
        QVERIFY(!served(g.client("bound-2")));
    }

    void strangersAreRefused()
    {
        LocalGateway g(*m_pki);
        testkit::TestPki other;
        const std::uint16_t port = g.gateway().port();
        QVERIFY(!served(Client(port, {m_pki->authority(), {}, {}})));
        QVERIFY(!served(Client(port, {m_pki->authority(), other.certificate("console-1"), other.key("console-1")})));
        // One's own authority's certificate doesn't help without its key.
        QVERIFY(!served(Client(port, {m_pki->authority(), m_pki->certificate("console-1"), other.key("console-1")})));
        issueExpired(*m_pki);
        QVERIFY(!served(g.client("late")));
        QVERIFY(!served(g.client("console-1", {.version = TlsVersion::V12})));
        QVERIFY(served(g.client("console-1")));
        // And a client that trusts only us doesn't talk to another's gateway.
        LocalGateway foreign(other);
        QVERIFY(!served(Client(foreign.gateway().port(), credentialsOf(*m_pki, "console-1"))));
    }

    void aGatewaysCertificateIsNoClients()
    {
        LocalGateway g(*m_pki);
        QVERIFY(!served(g.client("gateway")));
    }

    void plainHttpIsRefused()
    {
        LocalGateway g(*m_pki);
        PlainSocket plain(g.gateway().port());
        QVERIFY(plain.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"));
        QVERIFY(!plain.isAnsweredInHttp());
        QVERIFY(served(g.client("console-1")));
    }

    void aRevokedCertificateIsRefusedAfterAReload()
    {
        testkit::TestPki pki;
        LocalGateway g(pki);
        Client before = g.client("console-2");
        QCOMPARE(before.get("/healthz")->status, 200);
        QVERIFY(pki.ca().revoke("console-2"));
        QVERIFY(g.gateway().reloadCertificates());
        QVERIFY(!served(g.client("console-2")));
        QVERIFY(served(g.client("console-1")));
        LocalGateway fresh(pki);
        QVERIFY(!served(fresh.client("console-2")));
    }

    void aNewListIsReadAndOpenConnectionsAreCut()
    {
        testkit::TestPki pki;
        Config config;
        config.upkeep = std::chrono::milliseconds(50);
        LocalGateway g(pki, config);
        Client idle = g.client("console-2"), streaming = g.client("console-2"), other = g.client("console-1");
        QCOMPARE(idle.get("/healthz")->status, 200);
        QVERIFY(streaming.openStream(0));
        QVERIFY(streaming.next()); // hello: it is a stream on the other side too
        QCOMPARE(other.get("/healthz")->status, 200);
        QVERIFY(pki.ca().revoke("console-2"));
        QVERIFY(idle.isClosedWithin(std::chrono::seconds(10)));
        while (streaming.next()) {} // what was on its way; then the end
        QVERIFY(!served(g.client("console-2")));
        QCOMPARE(other.get("/healthz")->status, 200);
        QVERIFY(g.log().find("event=tls.revoked_cut") != std::string::npos);
        QVERIFY(g.log().find("reason=revoked") != std::string::npos);
    }

    void aListThatVanishesStaysInForce()
    {
        testkit::TestPki pki;
        LocalGateway g(pki);
        QVERIFY(pki.ca().revoke("console-2"));
        QVERIFY(g.gateway().reloadCertificates());
        std::filesystem::remove(pki.revocations());
        QVERIFY(!g.gateway().reloadCertificates());
        QVERIFY(!served(g.client("console-2")));
        QVERIFY(served(g.client("console-1")));
    }

    void aMissingListIsSaid()
    {
        testkit::TestPki pki;
        std::filesystem::remove(pki.revocations());
        LocalGateway g(pki);
        const auto health = g.client("console-1").get("/healthz");
        QVERIFY(health->body.find(R"("warnings":[{"code":"tls.no_list")") != std::string::npos);
        QTRY_VERIFY(g.log().find("event=tls.warning code=tls.no_list") != std::string::npos);
    }

    void whatRunsOutIsSaidInTime()
    {
        testkit::TestPki pki;
        Config config;
        config.upkeep = std::chrono::milliseconds(50);
        LocalGateway g(pki, config);
        g.clock.set(SystemClock().now());
        const auto warnings = [&] {
            const std::string body = g.client("console-1").get("/healthz")->body;
            return body.substr(body.find(R"("warnings":)"));
        };
        QCOMPARE(warnings(), std::string(R"("warnings":[]})"));
        g.clock.advance(pki::listLifetime - TlsContexts::warnAhead - std::chrono::hours(1));
        QCOMPARE(warnings(), std::string(R"("warnings":[]})"));
        g.clock.advance(std::chrono::hours(2));
        QVERIFY(warnings().find("tls.list_ends") != std::string::npos);
        QTRY_VERIFY(g.log().find("code=tls.list_ends") != std::string::npos);
        g.clock.advance(TlsContexts::warnAhead);
        QVERIFY(warnings().find("tls.list_ended") != std::string::npos);
        g.clock.set(SystemClock().now() + pki::certificateLifetime - TlsContexts::warnAhead + std::chrono::hours(1));
        QVERIFY(warnings().find("tls.certificate_ends") != std::string::npos);
    }

    void aListThatRanOutShutsTheDoorUntilItIsRenewed()
    {
        testkit::TestPki pki;
        Config config;
        config.upkeep = std::chrono::milliseconds(50);
        LocalGateway g(pki, config);
        g.clock.set(SystemClock().now());
        QVERIFY(served(g.client("console-1")));
        const testkit::MockClock longAgo(SystemClock().now() - pki::listLifetime - std::chrono::hours(1));
        QVERIFY(pki::Authority::open(pki.folder(), longAgo)->renewList());
        QTRY_VERIFY(!served(g.client("console-1")));
        QTRY_VERIFY(g.log().find("code=tls.list_ended") != std::string::npos);
        QVERIFY(pki.ca().renewList());
        QTRY_VERIFY(served(g.client("console-1")));
    }

    void aBrokenReloadKeepsTheOldCertificates()
    {
        testkit::TestPki pki;
        LocalGateway g(pki);
        std::filesystem::rename(pki.folder() / "gateway.key", pki.folder() / "away");
        const auto reloaded = g.gateway().reloadCertificates();
        QVERIFY(!reloaded);
        QCOMPARE(reloaded.error().code, std::string("pki.file"));
        QVERIFY(served(g.client("console-1")));
        std::filesystem::rename(pki.folder() / "away", pki.folder() / "gateway.key");
        QVERIFY(g.gateway().reloadCertificates());
        QVERIFY(served(g.client("console-1")));
    }

    void aMissingPkiEndsTheStartWithASentence()
    {
        const testkit::TempDir dir;
        Config config;
        config.data = dir / "data";
        config.pki = dir / "nothing";
        config.port = 0;
        const SystemClock clock;
        Logger log;
        const auto made = Gateway::make(config, tinyCity(), clock, log);
        QVERIFY(!made);
        QVERIFY2(made.error().sentence.find("gateway.crt") != std::string::npos, made.error().sentence.c_str());
    }

    void aTakenPortEndsTheStartWithASentence()
    {
        LocalGateway g(*m_pki);
        const testkit::TempDir dir;
        Config config;
        config.data = dir / "data";
        config.pki = m_pki->folder();
        config.port = g.gateway().port();
        const SystemClock clock;
        Logger log;
        const auto made = Gateway::make(config, tinyCity(), clock, log);
        QVERIFY(!made);
        QCOMPARE(made.error().code, std::string("listen"));
    }
};

ZS_TEST_MAIN(TlsTest)
#include "tst_tls.moc"
