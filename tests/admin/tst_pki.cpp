// The centre's authority: what it makes is what a TLS stack accepts, and nothing more.
#include "admin/pki/Authority.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslServer>
#include <QSslSocket>
#include <set>
#include <sys/stat.h>

using namespace zs;
using namespace zs::pki;
using testkit::MockClock;
using testkit::TempDir;
using testkit::TestPki;

class PkiTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initMakesEverythingOnce();
    void initAddsHostsAndKeepsThem();
    void initRenewsWhatRunsOut();
    void initMendsAPairThatDoesNotMatch();
    void renewalKeepsTheKey();
    void filesHaveTheRightModes();
    void rolesStandInTheSubject();
    void levelAndAgencyStandInTheSubject();
    void namesAndHostsAreChecked();
    void gatewayAndClientsMeetOverTls();
    void wrongHostIsRefused();
    void revocationIsKeptAndCounted();
    void damagedListIsNotReplaced();
    void foreignKeyIsRefused();
};

namespace {

QSslCertificate certificateOf(const std::filesystem::path& file)
{
    return QSslCertificate::fromPath(QString::fromStdString(file.string())).value(0);
}

Authority made(const TempDir& dir, const Clock& clock, const std::vector<std::string>& hosts = {})
{
    auto authority = Authority::init(dir / "pki", clock, hosts);
    if (!authority) qFatal("%s", authority.error().sentence.c_str());
    return *authority;
}

std::string codeOf(const Result<Issued>& result)
{
    return result ? "" : result.error().code;
}

} // namespace

void PkiTest::initMakesEverythingOnce()
{
    const TempDir dir;
    const MockClock clock;
    const Authority first = made(dir, clock);
    const std::string authority = testkit::contentOf(first.authorityFile());
    const std::string gateway = testkit::contentOf(first.certificateFile("gateway"));
    const std::string list = testkit::contentOf(first.listFile());
    QVERIFY(!authority.empty() && !gateway.empty() && !list.empty());

    const Authority second = made(dir, clock);
    QCOMPARE(testkit::contentOf(second.authorityFile()), authority);
    QCOMPARE(testkit::contentOf(second.certificateFile("gateway")), gateway);
    QCOMPARE(testkit::contentOf(second.listFile()), list);
}

void PkiTest::initAddsHostsAndKeepsThem()
{
    const TempDir dir;
    const MockClock clock;
    QCOMPARE((*made(dir, clock).find("gateway"))->hosts, (std::vector<std::string>{"localhost", "127.0.0.1", "::1"}));
    const Authority more = made(dir, clock, {"gateway.example.cn", "10.1.2.3"});
    const std::vector<std::string> all{"localhost", "127.0.0.1", "::1", "gateway.example.cn", "10.1.2.3"};
    QCOMPARE((*more.find("gateway"))->hosts, all);
    const std::string serial = (*more.find("gateway"))->serial;
    const Authority again = made(dir, clock);
    QCOMPARE((*again.find("gateway"))->serial, serial);
}

void PkiTest::initRenewsWhatRunsOut()
{
    const TempDir dir;
    MockClock clock;
    const Authority first = made(dir, clock);
    const Issued old = **first.find("gateway");
    const std::string authority = testkit::contentOf(first.authorityFile());
    const std::string list = testkit::contentOf(first.listFile());
    QCOMPARE(std::chrono::floor<std::chrono::days>(old.notAfter - clock.now()), certificateLifetime);

    clock.advance(listLifetime - renewalMargin + std::chrono::hours(1));
    QCOMPARE((*made(dir, clock).find("gateway"))->serial, old.serial);
    QVERIFY(testkit::contentOf(first.listFile()) != list);

    clock.set(old.notAfter - renewalMargin + std::chrono::hours(1));
    const Issued fresh = **made(dir, clock).find("gateway");
    QVERIFY(fresh.serial != old.serial);
    QVERIFY(fresh.notAfter > old.notAfter);
    QCOMPARE(testkit::contentOf(first.authorityFile()), authority);
}

void PkiTest::initMendsAPairThatDoesNotMatch()
{
    const TempDir dir;
    const MockClock clock;
    Authority authority = made(dir, clock);
    QVERIFY(authority.issue({Role::Dispatcher, "console-1", {}}));
    // What a power cut between the two files of a renewal would leave.
    std::filesystem::copy_file(authority.keyFile("console-1"), authority.keyFile("gateway"),
                               std::filesystem::copy_options::overwrite_existing);
    QVERIFY(!(*authority.find("gateway"))->hasKey);
    QVERIFY((*made(dir, clock).find("gateway"))->hasKey);
}

void PkiTest::renewalKeepsTheKey()
{
    const TempDir dir;
    const MockClock clock;
    Authority authority = made(dir, clock);
    Order order{Role::Dispatcher, "console-1", {}};
    const auto keyAfter = [&](KeyChoice choice) {
        order.key = choice;
        const auto issued = authority.issue(order);
        if (!issued) qFatal("%s", issued.error().sentence.c_str());
        return std::pair(testkit::contentOf(authority.keyFile("console-1")), issued->replacedKey);
    };
    const std::string first = keyAfter(KeyChoice::Keep).first;
    const std::string serial = (*authority.find("console-1"))->serial;
    QCOMPARE(keyAfter(KeyChoice::Keep), std::pair(first, false));
    QVERIFY((*authority.find("console-1"))->serial != serial);
    QVERIFY((*authority.find("console-1"))->hasKey);

    const auto [second, isReplaced] = keyAfter(KeyChoice::New);
    QVERIFY(second != first && isReplaced);

    // A revoked key may be in other hands, and one of another certificate is that one's.
    QVERIFY(authority.revoke("console-1"));
    const auto [third, isAfterRevocation] = keyAfter(KeyChoice::Keep);
    QVERIFY(third != second && isAfterRevocation);
    const std::string others = testkit::contentOf(authority.keyFile("gateway"));
    dir.write("pki/console-1.key", others);
    QVERIFY(keyAfter(KeyChoice::Keep).first != others);
}

void PkiTest::filesHaveTheRightModes()
{
    const TempDir dir;
    const MockClock clock;
    const mode_t before = ::umask(0);
    Authority authority = made(dir, clock);
    QVERIFY(authority.issue({Role::Dispatcher, "console-1", {}}));
    ::umask(before);
    const auto mode = [](const std::filesystem::path& path) {
        return static_cast<unsigned>(std::filesystem::status(path).permissions());
    };
    QCOMPARE(mode(authority.folder()), 0700u);
    QCOMPARE(mode(authority.folder() / "ca.key"), 0600u);
    QCOMPARE(mode(authority.keyFile("console-1")), 0600u);
    QCOMPARE(mode(authority.certificateFile("console-1")), 0644u);
    QCOMPARE(mode(authority.listFile()), 0644u);
    for (const auto& entry : std::filesystem::directory_iterator(authority.folder())) {
        QVERIFY2(entry.path().string().find(".new") == std::string::npos, entry.path().c_str());
    }
}

void PkiTest::rolesStandInTheSubject()
{
    const TempDir dir;
    const MockClock clock;
    Authority authority = made(dir, clock);
    for (const Role role : {Role::Dispatcher, Role::Agency, Role::FieldApp, Role::Intake}) {
        const std::string name = "client-of-" + std::string(toText(role));
        QVERIFY(authority.issue({role, name, {}}));
        const QSslCertificate certificate = certificateOf(authority.certificateFile(name));
        QCOMPARE(certificate.subjectInfo(QSslCertificate::OrganizationalUnitName),
                 QStringList{QString::fromUtf8(toText(role).data())});
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName), QStringList{QString::fromStdString(name)});
        QCOMPARE((*authority.find(name))->role, std::optional(role));
    }
    const auto all = authority.list();
    QVERIFY(all);
    QCOMPARE(all->size(), std::size_t(5));
    std::set<std::string> serials;
    for (const Issued& issued : *all) serials.insert(issued.serial);
    QCOMPARE(serials.size(), std::size_t(5));
    QCOMPARE(serials.begin()->size(), std::size_t(32));
    QVERIFY(!roleFromText("operator"));
}

void PkiTest::levelAndAgencyStandInTheSubject()
{
    const TempDir dir;
    const MockClock clock;
    Authority authority = made(dir, clock);
    QVERIFY(authority.issue({Role::Dispatcher, "town-1", {}, "town:441900001", ""}));
    QVERIFY(authority.issue({Role::Agency, "housing-1", {}, "", "housing"}));
    const QSslCertificate town = certificateOf(authority.certificateFile("town-1"));
    QCOMPARE(town.subjectInfo(QSslCertificate::LocalityName), QStringList{QStringLiteral("town:441900001")});
    QCOMPARE(town.subjectInfo(QSslCertificate::Organization), QStringList{QStringLiteral("Zhongshu")});
    QCOMPARE((*authority.find("town-1"))->level, std::string("town:441900001"));
    QCOMPARE((*authority.find("town-1"))->agency, std::string());
    const QSslCertificate housing = certificateOf(authority.certificateFile("housing-1"));
    QVERIFY(housing.subjectInfo(QSslCertificate::LocalityName).isEmpty());
    QCOMPARE(housing.subjectInfo(QSslCertificate::Organization), QStringList{QStringLiteral("housing")});
    QCOMPARE((*authority.find("housing-1"))->agency, std::string("housing"));
    for (const char* level : {"nation", "town:", "town:x1", "city:441900001", "Town"})
        QCOMPARE(codeOf(authority.issue({Role::Dispatcher, "x", {}, level, ""})), std::string("pki.level"));
    QCOMPARE(codeOf(authority.issue({Role::Dispatcher, "x", {}, "", "housing"})), std::string("pki.agency"));
    for (const char* agency : {"Housing", "住建", "a b", "Zhongshu"})
        QCOMPARE(codeOf(authority.issue({Role::Agency, "x", {}, "", agency})), std::string("pki.agency"));
}

void PkiTest::namesAndHostsAreChecked()
{
    const TempDir dir;
    const MockClock clock;
    Authority authority = made(dir, clock);
    for (const char* name : {"", "../evil", ".hidden", "a/b", "a b", "ca", "名", "-x"}) {
        QCOMPARE(codeOf(authority.issue({Role::Dispatcher, name, {}})), std::string("pki.name"));
    }
    QCOMPARE(codeOf(authority.issue({Role::Dispatcher, std::string(65, 'a'), {}})), std::string("pki.name"));
    for (const char* host : {"a,DNS:evil.cn", "a b", "", "-x", "a\nb", "*.example.cn"}) {
        QCOMPARE(codeOf(authority.issue({Role::Gateway, "other", {host}})), std::string("pki.host"));
    }
    QCOMPARE(codeOf(authority.issue({Role::Gateway, "other", {}})), std::string("pki.host"));
    QCOMPARE(codeOf(authority.issue({Role::Dispatcher, "c", {"localhost"}})), std::string("pki.host"));
    QCOMPARE(codeOf(authority.issue({Role::Dispatcher, "c", {}, {}, {}, certificateLifetime + std::chrono::seconds(1)})),
             std::string("pki.lifetime"));
    QCOMPARE(authority.list()->size(), std::size_t(1));
}

namespace {

/// A handshake between the gateway's certificate and a client that calls it `host`; both ends verify.
struct Handshake {
    explicit Handshake(const TestPki& pki, const std::string& client, const QString& host)
    {
        QSslConfiguration own = pki.tls("gateway");
        own.setPeerVerifyMode(QSslSocket::VerifyPeer);
        server.setSslConfiguration(own);
        if (!server.listen(QHostAddress::LocalHost)) return;
        QSslConfiguration configuration = pki.tls(client);
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        socket.setSslConfiguration(configuration);
        QSignalSpy served(&server, &QTcpServer::pendingConnectionAvailable);
        QSignalSpy done(&socket, &QSslSocket::encrypted);
        QSignalSpy refused(&socket, &QSslSocket::sslErrors);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort(), host);
        const bool settled = QTest::qWaitFor([&] { return (done.size() && served.size()) || refused.size(); }, 10000);
        good = settled && refused.isEmpty();
        for (const auto& signal : refused) {
            for (const QSslError& error : signal.value(0).value<QList<QSslError>>()) errors.append(error.error());
        }
    }

    QSslServer server;
    QSslSocket socket;
    QList<QSslError::SslError> errors;
    bool good = false;
};

} // namespace

void PkiTest::gatewayAndClientsMeetOverTls()
{
    const TestPki pki;
    for (const char* client : {"console-1", "intake-1", "field-1", "agency-1"}) {
        const Handshake handshake(pki, client, QStringLiteral("localhost"));
        QVERIFY2(handshake.good, client);
        QCOMPARE(handshake.socket.sessionProtocol(), QSsl::TlsV1_3);
    }
    QVERIFY(Handshake(pki, "console-1", QStringLiteral("127.0.0.1")).good);
}

void PkiTest::wrongHostIsRefused()
{
    const TestPki pki;
    const Handshake handshake(pki, "console-1", QStringLiteral("gateway.example.cn"));
    QVERIFY(!handshake.good);
    QVERIFY(handshake.errors.contains(QSslError::HostNameMismatch));
}

void PkiTest::revocationIsKeptAndCounted()
{
    const TempDir dir;
    MockClock clock;
    Authority authority = made(dir, clock);
    QVERIFY(authority.issue({Role::Dispatcher, "console-1", {}}));
    const std::string old = (*authority.find("console-1"))->serial;
    QVERIFY(authority.issue({Role::Dispatcher, "console-1", {}}));
    QVERIFY(authority.issue({Role::Dispatcher, "console-2", {}}));

    QVERIFY(authority.revoke("console-1"));
    QVERIFY((*authority.find("console-1"))->revoked);
    QVERIFY(!(*authority.find("console-2"))->revoked);
    const std::string once = testkit::contentOf(authority.listFile());
    QVERIFY(authority.revoke("console-1"));
    QCOMPARE(testkit::contentOf(authority.listFile()), once);

    QVERIFY(authority.revokeSerial(old));
    clock.advance(listLifetime);
    QVERIFY(authority.renewList());
    QVERIFY((*authority.find("console-1"))->revoked);
    QVERIFY(authority.issue({Role::Dispatcher, "console-1", {}}));
    QVERIFY(!(*authority.find("console-1"))->revoked);

    QCOMPARE(authority.revoke("nobody").error().code, std::string("pki.unknown"));
    QCOMPARE(authority.revokeSerial("xyz").error().code, std::string("pki.serial"));
}

void PkiTest::damagedListIsNotReplaced()
{
    const TempDir dir;
    const MockClock clock;
    Authority authority = made(dir, clock);
    QVERIFY(authority.issue({Role::Dispatcher, "console-1", {}}));
    dir.write("pki/ca.crl", "damaged");
    QVERIFY(!authority.revoke("console-1"));
    QVERIFY(!authority.renewList());
    QVERIFY(!Authority::init(dir / "pki", clock, {}));
    QCOMPARE(testkit::contentOf(authority.listFile()), std::string("damaged"));
}

void PkiTest::foreignKeyIsRefused()
{
    const TempDir dir;
    const TempDir other;
    const MockClock clock;
    const Authority authority = made(dir, clock);
    const Authority foreign = made(other, clock);
    std::filesystem::copy_file(foreign.folder() / "ca.key", authority.folder() / "ca.key",
                               std::filesystem::copy_options::overwrite_existing);
    QCOMPARE(Authority::open(authority.folder(), clock).error().code, std::string("pki.mismatch"));
    QCOMPARE(Authority::open(dir / "nowhere", clock).error().code, std::string("pki.missing"));
}

ZS_TEST_MAIN(PkiTest)
#include "tst_pki.moc"
