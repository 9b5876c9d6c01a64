#include "TestSessionOffline.h"

#include "protocol/JsonWriter.h"
#include "tests/session/Desk.h"
#include "tests/session/FakeGateway.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

using namespace zs;
using namespace zs::domain;
using session::CommandState;
using session::LinkState;
using testkit::Desk;
using testkit::FakeGateway;

namespace {

const CaseCommand classify = Classify{MatterId{1}, Priority::High};
constexpr int reconnect = 20'000; ///< ms; a few growing pauses

} // namespace

void TestSessionOffline::opensWithYesterdaysPicture()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 200, 20));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(200));
    const auto dataAt = desk->link().dataAt;
    const auto cases = desk->cases().size();
    desk.close();
    gateway.peer().close();
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    QVERIFY(desk->isLoaded());
    QCOMPARE(desk->cases().size(), cases);
    QCOMPARE(desk->link().seq, Seq{200});
    QVERIFY(desk->link().dataAt >= dataAt && desk->link().dataAt <= clock.now());
    QVERIFY(desk->link().nextTry > desk->link().offlineSince);
    QVERIFY(!desk->link().reason.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(desk->link().attempt >= 2, reconnect);
    gateway.peer().listen();
    desk->reconnectNow();
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnlineAt(200), reconnect);
    QCOMPARE(desk->link().attempt, 0);
    QCOMPARE(gateway.snapshotsGiven(), 1);
}

void TestSessionOffline::workGoesOnAndIsSentLater()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId one = gateway.receives(), two = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(2));
    gateway.peer().close();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    QVERIFY(desk->submit(one, classify));
    QVERIFY(desk->submit(one, Dispatch{PersonId{3}, ""}));
    const auto conflict = desk->submit(two, classify);
    gateway.does(two, Note{"meanwhile"});
    gateway.does(two, classify);
    QCOMPARE(desk->outbox().size(), std::size_t{3});
    QVERIFY(desk->stateOf(one) == CommandState::Waiting);
    gateway.peer().listen();
    QTRY_COMPARE_WITH_TIMEOUT(desk.confirmed.size(), std::size_t{2}, reconnect);
    QTRY_COMPARE(desk.refused, std::vector{*conflict});
    QTRY_COMPARE(desk->link().seq, gateway.head());
    QCOMPARE(desk->cases().find(one)->handler, PersonId{3});
    QCOMPARE(desk->cases().find(two)->version, 3u);
    QCOMPARE(desk->outbox()[0].currentVersion, 3u);
}

void TestSessionOffline::waitingSurvivesARestart()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.peer().close();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    const auto asked = desk->submit(id, classify);
    desk.close();
    desk.open();
    QTRY_COMPARE(desk->outbox().size(), std::size_t{1});
    QCOMPARE(desk->outbox()[0].id, *asked);
    QVERIFY(desk->stateOf(id) == CommandState::Waiting);
    QTRY_VERIFY(desk->cases().isPending(id)); // and is shown as such
    QVERIFY(desk->cases().find(id)->phase == Phase::Classified);
    gateway.peer().listen();
    QTRY_COMPARE_WITH_TIMEOUT(desk.confirmed, std::vector{*asked}, reconnect);
    QTRY_VERIFY(desk.isOnlineAt(2));
    QVERIFY(!desk->cases().isPending(id));
}

void TestSessionOffline::aCutInTheMiddleIsDoneOnce()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.commands = FakeGateway::Commands::ActThenCut;
    gateway.holdsEvents = true;
    const auto asked = desk->submit(id, classify);
    QTRY_VERIFY(desk->stateOf(id) == CommandState::Unknown);
    QVERIFY(!desk->withdraw(*asked));
    QVERIFY(desk->cases().isPending(id));
    gateway.commands = FakeGateway::Commands::Answer;
    gateway.holdsEvents = false;
    gateway.peer().cutStreams();
    QTRY_COMPARE_WITH_TIMEOUT(desk.confirmed, std::vector{*asked}, reconnect);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnlineAt(2), reconnect);
    QCOMPARE(gateway.state(id).version, 2u);
    QVERIFY(!desk->cases().isPending(id));
}

void TestSessionOffline::unknownSurvivesARestart()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.commands = FakeGateway::Commands::Hold;
    const auto asked = desk->submit(id, classify);
    QTRY_VERIFY(desk->stateOf(id) == CommandState::Sent);
    desk.close();
    gateway.peer().close();
    desk.open();
    QTRY_VERIFY(desk->stateOf(id) == CommandState::Unknown);
    QVERIFY(!desk->withdraw(*asked));
    gateway.commands = FakeGateway::Commands::Answer;
    gateway.peer().listen();
    QTRY_COMPARE_WITH_TIMEOUT(desk.confirmed, std::vector{*asked}, reconnect);
    QCOMPARE(gateway.state(id).version, 2u);
}

void TestSessionOffline::takenBack()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.peer().close();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    const auto asked = desk->submit(id, classify);
    QVERIFY(desk->withdraw(*asked));
    QVERIFY(!desk->withdraw(*asked));
    QVERIFY(!desk->cases().isPending(id));
    QVERIFY(desk->outbox().empty());
    desk.close();
    gateway.peer().listen();
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    QVERIFY(desk->outbox().empty());
    QCOMPARE(gateway.head(), Seq{1});
}

void TestSessionOffline::aDamagedCacheIsSetAside()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    desk.close();
    {
        QFile file(QString::fromStdString(desk.file("cache.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, 'x'));
    }
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    QCOMPARE(desk.errors, std::vector<std::string>{"cache.damaged"});
    QVERIFY(QFileInfo::exists(QString::fromStdString(desk.file("cache.db.damaged"))));
    QCOMPARE(gateway.snapshotsGiven(), 2);
    desk.close();
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    QVERIFY(desk.errors.empty());
    QCOMPARE(gateway.snapshotsGiven(), 2);
}

void TestSessionOffline::aDamagedOutboxIsSetAside()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    desk.close();
    {
        QFile file(QString::fromStdString(desk.file("outbox.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(9000, 'x'));
    }
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    QCOMPARE(desk.errors, std::vector<std::string>{"outbox.damaged"});
    QVERIFY(desk->submit(id, classify));
    QTRY_COMPARE(desk.confirmed.size(), std::size_t{1});
}

void TestSessionOffline::oneFolderOneConsole()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    Desk second(m_pki, gateway.url(), clock);
    second.config.cacheDir = desk.config.cacheDir;
    second.open();
    QTRY_VERIFY(second.isOnlineAt(1)); // works, keeps nothing, says so
    QCOMPARE(second.errors, std::vector<std::string>{"cache.folder"});
    QVERIFY(desk.errors.empty());
}

void TestSessionOffline::anotherKeyLosesNothingInSilence()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.peer().close();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    QVERIFY(desk->submit(id, classify));
    desk.close();
    Desk other(m_pki, gateway.url(), clock, "console-2");
    other.config.cacheDir = desk.config.cacheDir;
    other.open();
    QTRY_COMPARE(other.errors, std::vector<std::string>{"outbox.key"});
    QVERIFY(other->outbox().empty());
    QVERIFY(QFileInfo::exists(QString::fromStdString(desk.file("outbox.db.damaged"))));
}

void TestSessionOffline::aRenewedCertificateSendsWhatWaited()
{
    SystemClock clock;
    testkit::TestPki pki;
    FakeGateway gateway(pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.peer().close();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    const auto asked = desk->submit(id, classify);
    QVERIFY(asked);
    desk.close();
    pki.issue({pki::Role::Dispatcher, "console-1", {}});
    gateway.peer().listen();
    desk.open();
    QTRY_COMPARE_WITH_TIMEOUT(desk.confirmed, std::vector{*asked}, reconnect);
    QVERIFY(desk.errors.empty());
    QCOMPARE(gateway.state(id).version, 2u);
}

void TestSessionOffline::theGuiThreadIsNeverBlocked()
{
    // The gateway in a thread of its own: what is measured here is the desk's thread alone.
    SystemClock clock;
    std::string snapshot = R"({"v":1,"seq":0,"now":1772440860000,"city":"small-1","cases":[)";
    const auto cases = testkit::manyCases(100'000);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (i > 0)
            snapshot += ',';
        protocol::JsonWriter(snapshot).value(cases[i]);
    }
    snapshot += "]}";
    QThread thread;
    std::unique_ptr<FakeGateway> gateway;
    QObject there;
    there.moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(&there, [&] {
        gateway = std::make_unique<FakeGateway>(m_pki, testkit::smallCity(), clock);
        gateway->wholeSnapshot = snapshot;
    }, Qt::BlockingQueuedConnection);

    Desk desk(m_pki, gateway->url(), clock);
    for (const char* start : {"from a snapshot", "from the cache"}) {
        QElapsedTimer since, total;
        qint64 worst = 0;
        QTimer beat;
        beat.setTimerType(Qt::PreciseTimer);
        connect(&beat, &QTimer::timeout, &beat, [&] { worst = std::max(worst, since.restart()); });
        total.start();
        desk.open();
        since.start();
        beat.start(1);
        QTRY_VERIFY_WITH_TIMEOUT(desk->isLoaded(), 60'000);
        const qint64 loaded = total.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Online), 60'000);
        qInfo("100,000 cases %s: shown after %lld ms, GUI thread blocked for at most %lld ms", start, loaded, worst);
        QCOMPARE(desk->cases().size(), cases.size());
        desk.close();
    }
    QMetaObject::invokeMethod(&there, [&] { gateway.reset(); there.moveToThread(nullptr); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
}
