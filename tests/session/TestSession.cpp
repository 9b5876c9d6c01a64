#include "TestSession.h"

#include "tests/session/Desk.h"
#include "tests/session/FakeGateway.h"
#include "tests/testkit/MockClock.h"

using namespace zs;
using namespace zs::domain;
using namespace std::chrono_literals;
using session::CommandState;
using session::LinkState;
using testkit::Desk;
using testkit::FakeGateway;

namespace {

const CaseCommand classify = Classify{MatterId{1}, Priority::High};

/// What the desk shows is what the gateway has.
bool agree(Desk& desk, FakeGateway& gateway)
{
    const auto cases = testkit::folded(gateway.journal());
    if (desk->cases().size() != cases.size())
        return false;
    return std::ranges::all_of(cases, [&](const Case& c) { return desk->cases().find(c.id) && *desk->cases().find(c.id) == c; });
}

} // namespace

void TestSession::theFirstStartFetchesThePicture()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 900, 5));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QSignalSpy resets(&*desk.operator->(), &session::Session::casesReset);
    QCOMPARE(int(desk->link().state), int(LinkState::Starting));
    QTRY_VERIFY(desk.isOnlineAt(900));
    QCOMPARE(resets.size(), 1);
    QVERIFY(desk->isLoaded());
    QVERIFY(agree(desk, gateway));
    gateway.receives();
    QSignalSpy appended(&*desk.operator->(), &session::Session::casesAppended);
    QTRY_VERIFY(desk.isOnlineAt(901));
    QVERIFY(agree(desk, gateway));
    QCOMPARE(appended.size(), 1);
    QTRY_VERIFY(desk->link().dataAt > clock.now() - 10s);
    QVERIFY(desk.errors.empty());
}

void TestSession::theSecondStartGoesOnWhereItWas()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 500, 6));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(500));
    gateway.receives();
    QTRY_VERIFY(desk.isOnlineAt(501));
    desk.close();
    for (int n = 0; n < 30; ++n)
        gateway.receives();
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(531));
    QVERIFY(agree(desk, gateway));
    QCOMPARE(gateway.snapshotsGiven(), 1);
    QCOMPARE(gateway.peer().streams.last(), Seq{501});
}

void TestSession::aCommandShowsAtOnceAndIsConfirmed()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    QSignalSpy changed(&*desk.operator->(), &session::Session::casesChanged);
    const auto asked = desk->submit(id, classify);
    QVERIFY(asked);
    QCOMPARE(changed.size(), 1);
    QVERIFY(desk->cases().find(id)->phase == Phase::Classified);
    QVERIFY(desk->cases().confirmed(id)->phase == Phase::Received);
    QVERIFY(desk->stateOf(id) == CommandState::Waiting);
    QTRY_COMPARE(desk.confirmed, std::vector{*asked});
    QTRY_VERIFY(desk.isOnlineAt(2));
    QVERIFY(desk->outbox().empty());
    QVERIFY(!desk->cases().isPending(id));
    QVERIFY(agree(desk, gateway));
}

void TestSession::aNewCaseComesByTheStream()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(0));
    QTRY_VERIFY(desk->check({}, testkit::receiveCommand("新事件", 3))); // grids are known a moment after the start
    QVERIFY(desk->submit({}, testkit::receiveCommand("新事件", 3)));
    QTRY_COMPARE(desk.confirmed.size(), std::size_t{1});
    QTRY_VERIFY(desk.isOnlineAt(1));
    QCOMPARE(desk->cases().size(), std::size_t{1});
    QCOMPARE(desk->cases().row(0).grid, GridId{3});
    QCOMPARE(desk->cases().row(0).reporter.name, std::string("王*"));
}

void TestSession::aChainOfCommands()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    QVERIFY(desk->submit(id, classify));
    QVERIFY(desk->submit(id, Dispatch{PersonId{2}, ""}));
    QVERIFY(desk->submit(id, Note{"路上"}));
    QCOMPARE(desk->outbox().size(), std::size_t{3});
    QCOMPARE(desk->cases().find(id)->handler, PersonId{2});
    QCOMPARE(desk->cases().openCasesOf(PersonId{2}), 1);
    QTRY_COMPARE(desk.confirmed.size(), std::size_t{3});
    QTRY_VERIFY(desk.isOnlineAt(4));
    QVERIFY(agree(desk, gateway));
    QVERIFY(desk.refused.empty());
}

void TestSession::whatIsIllegalIsSaidAtOnce()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    const auto asked = desk->submit(id, Dispatch{PersonId{2}, ""});
    QVERIFY(!asked);
    QCOMPARE(asked.error().code, std::string("dispatch.unclassified"));
    QCOMPARE(desk->check(CaseId{99}, classify).error().code, std::string("case.unknown"));
    QVERIFY(desk->outbox().empty());
    QVERIFY(!desk->cases().isPending(id));
}

void TestSession::aConflictRollsBackAndSaysWhy()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.holdsEvents = true;
    gateway.does(id, classify);
    const auto asked = desk->submit(id, classify);
    QVERIFY(asked);
    QTRY_COMPARE(desk.refused, std::vector{*asked});
    QCOMPARE(desk->outbox().size(), std::size_t{1});
    QCOMPARE(desk->outbox()[0].rejection->code, std::string("case.version"));
    QCOMPARE(desk->outbox()[0].currentVersion, 2u);
    QVERIFY(desk->stateOf(id) == CommandState::Refused);
    QVERIFY(!desk->cases().isPending(id));
    QVERIFY(desk->cases().find(id)->phase == Phase::Received);
    desk.close();
    desk.open(); // it stays until it's dismissed
    QTRY_COMPARE(desk->outbox().size(), std::size_t{1});
    QVERIFY(desk->outbox()[0].state == CommandState::Refused);
    desk->dismiss(*asked);
    QVERIFY(desk->outbox().empty());
    desk.close();
    gateway.holdsEvents = false;
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(2));
    QVERIFY(desk->outbox().empty());
}

void TestSession::aGapAsksForASnapshot()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 100, 7));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(100));
    gateway.tellsGap = true;
    gateway.peer().cutStreams();
    gateway.receives();
    QTRY_COMPARE_WITH_TIMEOUT(gateway.snapshotsGiven(), 2, 10'000);
    QTRY_VERIFY(desk.isOnlineAt(101));
    QVERIFY(agree(desk, gateway));
}

void TestSession::aHoleInTheStreamAsksForASnapshot()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.holdsEvents = true;
    gateway.does(id, Note{"one"});
    gateway.does(id, Note{"two"});
    gateway.holdsEvents = false;
    gateway.sendEvents({gateway.journal()[2]}); // seq 3 without 2
    QTRY_VERIFY(desk.isOnlineAt(3));
    QCOMPARE(gateway.snapshotsGiven(), 2);
    QVERIFY(agree(desk, gateway));
    desk.close(); // and the cache agrees
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(3));
    QVERIFY(agree(desk, gateway));
    QCOMPARE(gateway.snapshotsGiven(), 2);
}

void TestSession::duplicatesAreIgnored()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 60, 8));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(60));
    gateway.sendEvents(gateway.journal());
    const auto& all = gateway.journal();
    gateway.receives();
    gateway.sendEvents({all.end() - 3, all.end()});
    gateway.receives();
    QTRY_VERIFY(desk.isOnlineAt(62));
    QVERIFY(agree(desk, gateway));
    QCOMPARE(gateway.snapshotsGiven(), 1);
}

void TestSession::aGatewayThatWasSetBackIsNoticed()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 60, 9));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(60));
    gateway.startOver(testkit::history(*testkit::smallCity(), 40, 9));
    gateway.peer().cutStreams();
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnlineAt(40), 10'000);
    QVERIFY(agree(desk, gateway));
}

void TestSession::anotherHistoryIsNoticed()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.startOver(testkit::history(*testkit::smallCity(), 60, 10));
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(60));
    QTRY_VERIFY(desk->link().dataAt != TimePoint{});
    desk.close();
    gateway.startOver(testkit::history(*testkit::smallCity(), 60, 11)); // as long, but another chain
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Online) && agree(desk, gateway));
    QCOMPARE(gateway.snapshotsGiven(), 2);
}

void TestSession::streamAndPictureThatNeverFit()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.receives();
    gateway.wholeSnapshot = R"({"v":1,"seq":50,"now":1,"city":"small-1","cases":[]})"; // ahead of the stream, always
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    QVERIFY(desk->link().reason.contains(QStringLiteral("fit together")));
    QVERIFY(gateway.snapshotsGiven() <= 4); // and then it waits
}

void TestSession::anotherCityIsRefused()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.cityOnWire = "elsewhere";
    gateway.peer().cutStreams();
    QTRY_VERIFY_WITH_TIMEOUT(desk.is(LinkState::Refused), 10'000);
    QVERIFY(desk->link().reason.contains(QStringLiteral("elsewhere")));
    QCOMPARE(desk->cases().size(), std::size_t{1}); // yesterday's picture stays
    gateway.cityOnWire.clear();
    desk->reconnectNow();
    QTRY_VERIFY(desk.is(LinkState::Online));
}

void TestSession::anotherAuthorityIsRefused()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    Desk desk(m_otherPki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Refused));
    QVERIFY2(desk->link().reason.contains(QStringLiteral("authority")), qPrintable(desk->link().reason));
    QVERIFY(gateway.peer().requests.isEmpty());
}

void TestSession::aMissingCertificateIsRefused()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    desk.close();
    const QString late = QString::fromStdString(desk.file("late.key"));
    const QString key = std::exchange(desk.config.keyFile, late);
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Refused));
    QVERIFY(desk->link().reason.contains(late));
    QTRY_COMPARE(desk->cases().size(), std::size_t{1});
    QVERIFY(desk->submit(id, classify));
    QTRY_COMPARE(desk.errors, std::vector<std::string>{"outbox.memory"}); // without a key nothing can be sealed
    // The key is put back while the console runs.
    QVERIFY(QFile::copy(key, late));
    desk->reconnectNow();
    QTRY_VERIFY(desk.isOnlineAt(2));
    QTRY_COMPARE(desk.confirmed.size(), std::size_t{1});
}

void TestSession::timelines()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    const CaseId id = gateway.receives();
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(1));
    gateway.does(id, Note{"one"});
    gateway.does(id, Note{"two"});
    QTRY_VERIFY(desk.isOnlineAt(3));
    QSignalSpy ready(&*desk.operator->(), &session::Session::timelineReady);
    desk->requestTimeline(id);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(ready[0][1].value<std::vector<RecordedEvent>>(), gateway.journal());
    QVERIFY(ready[0][2].value<session::TimelineSource>() == session::TimelineSource::Gateway);
    gateway.peer().close();
    QTRY_VERIFY(desk.is(LinkState::Offline));
    desk->requestTimeline(id);
    QTRY_COMPARE(ready.size(), 2);
    QVERIFY(ready[1][2].value<session::TimelineSource>() == session::TimelineSource::Partial);
    // The snapshot brought the case without its first event.
    const std::vector<RecordedEvent> seen(gateway.journal().begin() + 1, gateway.journal().end());
    QCOMPARE(ready[1][1].value<std::vector<RecordedEvent>>(), seen);
}

void TestSession::positionsUntilTheShiftEnds()
{
    testkit::MockClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Online));
    const auto at = [](std::uint32_t n) { return protocol::Position::at(PersonId{n}, testkit::placeInGrid(1)); };
    gateway.sendPositions({clock.now(), {at(1), at(2)}});
    QTRY_COMPARE(desk->people().known(), std::size_t{2});
    QVERIFY(desk->people().fix(PersonId{1})->at == clock.now());
    protocol::Position home = at(2);
    home.flags = protocol::positionOffDuty;
    gateway.sendPositions({clock.now(), {home}});
    QTRY_COMPARE(desk->people().known(), std::size_t{1});
}

void TestSession::oneServerClock()
{
    SystemClock here;
    testkit::MockClock there(here.now() + 1h);
    FakeGateway gateway(m_pki, testkit::smallCity(), there);
    Desk desk(m_pki, gateway.url(), here);
    desk.open();
    QTRY_VERIFY(desk.is(LinkState::Online));
    QVERIFY(desk->serverNow() - here.now() > 59min && desk->serverNow() - here.now() < 61min);
}

void TestSession::manyEventsAtOnce()
{
    SystemClock clock;
    FakeGateway gateway(m_pki, testkit::smallCity(), clock);
    std::vector<CaseId> ids; // a case takes a few hundred notes
    for (int n = 0; n < 8; ++n)
        ids.push_back(gateway.receives());
    Desk desk(m_pki, gateway.url(), clock);
    desk.open();
    QTRY_VERIFY(desk.isOnlineAt(8));
    for (std::size_t n = 0; n < 3000; ++n)
        gateway.does(ids[n % ids.size()], Note{"x"});
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnlineAt(3008), 20'000);
    QVERIFY(agree(desk, gateway));
    QCOMPARE(gateway.snapshotsGiven(), 1);
}
