// The kit itself: a helper that says yes to everything would make every test that uses it worthless.
#include "tests/testkit/MockClock.h"
#include "tests/testkit/Program.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"
#include "tests/testkit/TestPki.h"
#include "tests/testkit/WarningGuard.h"

#include <QRegularExpression>
#include <QSslKey>
#include <QSslSocket>
#include <QUrl>

using namespace zs;
using namespace zs::testkit;
using namespace std::chrono_literals;

class TestkitTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void clockMovesOnlyWhenTold();
    void folderIsGoneAfterwards();
    void guardCollectsWarnings();
    void programIsStartedWaitedForAndKilled();
    void healthIsNotInvented();
    void certificatesAreWhatTlsWants();
};

void TestkitTest::clockMovesOnlyWhenTold()
{
    MockClock clock;
    const TimePoint start = clock.now();
    QCOMPARE(clock.now(), start);
    clock.advance(90s);
    QCOMPARE(clock.now() - start, Millis(90000));
}

void TestkitTest::folderIsGoneAfterwards()
{
    std::filesystem::path path;
    {
        const TempDir dir;
        path = dir.path();
        const auto file = dir.write("a/b.txt", "中枢");
        QCOMPARE(contentOf(file), std::string("中枢"));
    }
    QVERIFY(!std::filesystem::exists(path));
    QVERIFY(std::filesystem::exists(sourceRoot() / "CMakePresets.json"));
}

void TestkitTest::guardCollectsWarnings()
{
    QTest::ignoreMessage(QtWarningMsg, "heard");
    const WarningGuard guard;
    QVERIFY(guard.warnings().isEmpty());
    qWarning("heard");
    qInfo("not a warning");
    QCOMPARE(guard.warnings(), QStringList{QStringLiteral("heard")});
}

void TestkitTest::programIsStartedWaitedForAndKilled()
{
    Program program;
    program.setEnvironment(QStringLiteral("ZS_WORD"), QStringLiteral("ready"));
    QVERIFY(program.start(QStringLiteral("/bin/sh"),
                          {QStringLiteral("-c"), QStringLiteral("echo \"$ZS_WORD at 4711\"; exec tail -f /dev/null")}));
    QCOMPARE(program.waitForLine(QRegularExpression(QStringLiteral("^ready at (\\d+)$")), 10s), QStringLiteral("4711"));
    Program failing;
    QVERIFY(failing.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("echo why >&2; exit 3")}));
    QVERIFY(failing.waitForLine(QRegularExpression(QStringLiteral("never")), 10s).isNull());
    QCOMPARE(failing.waitForEnd(10s), 3);
    QCOMPARE(failing.output(), QStringLiteral("why\n"));
    program.killHard();
    QVERIFY(!program.isRunning());
    QCOMPARE(program.waitForEnd(0s), -1);
}

void TestkitTest::healthIsNotInvented()
{
    TestPki pki;
    Program ended;
    const QUrl nobody(QStringLiteral("https://127.0.0.1:%1/healthz").arg(freeLoopbackPort()));
    QVERIFY(!waitForHealth(nobody, pki.tls("console-1"), ended, 10s));
}

void TestkitTest::certificatesAreWhatTlsWants()
{
    TestPki pki;
    const QSslConfiguration tls = pki.tls("console-1");
    QCOMPARE(tls.caCertificates().size(), 1);
    QVERIFY(!tls.privateKey().isNull());
    QCOMPARE(tls.localCertificate().subjectInfo(QSslCertificate::OrganizationalUnitName),
             QStringList{QStringLiteral("dispatcher")});
    QVERIFY(tls.localCertificate().expiryDate() > QDateTime::currentDateTimeUtc());
}

ZS_TEST_MAIN(TestkitTest)
#include "tst_testkit.moc"
