#include "tests/gateway/tst_parts.h"

#include "gateway/auth/Access.h"
#include "gateway/decide/CaseCache.h"
#include "gateway/log/Logger.h"
#include "gateway/stream/EventRing.h"
#include "gateway/stream/PositionBoard.h"
#include "protocol/Messages.h"
#include "tests/gateway/kit/TinyCity.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"

#include <fcntl.h>
#include <unistd.h>

using namespace zs;
using namespace zs::gateway;
using protocol::Position;
using protocol::PositionFrame;

namespace {

std::vector<EncodedEventPtr> events(Seq first, Seq last, std::size_t size = 10)
{
    std::vector<EncodedEventPtr> out;
    for (Seq s = first; s <= last; ++s)
        out.push_back(std::make_shared<const EncodedEvent>(EncodedEvent{s, {}, std::string(size, 'x')}));
    return out;
}

PositionFrame frameOf(TimePoint time, std::initializer_list<std::uint32_t> people)
{
    PositionFrame frame;
    frame.time = time;
    for (const std::uint32_t id : people)
        frame.positions.push_back(Position::at(PersonId(id), {113.45, 22.95}));
    return frame;
}

std::vector<Position> decoded(const std::vector<std::string>& frames)
{
    std::vector<Position> out;
    for (const std::string& bytes : frames) {
        const auto frame = protocol::decodePositions(bytes).value();
        out.insert(out.end(), frame.positions.begin(), frame.positions.end());
    }
    return out;
}

} // namespace

void PartsTest::ringKeepsTheLast()
{
    EventRing ring(5, 1000);
    ring.add(events(1, 3));
    QCOMPARE(ring.range(1, 3, 10).size(), 3u);
    ring.add(events(4, 8));
    QVERIFY(ring.range(3, 8, 10).empty());
    QCOMPARE(ring.range(4, 8, 10).front()->seq, 4);
    QCOMPARE(ring.range(4, 6, 10).back()->seq, 6);
    QCOMPARE(ring.range(5, 8, 2).back()->seq, 6);
    QVERIFY(ring.range(9, 9, 2).empty());
    ring.add(events(9, 9, 980));
    QCOMPARE(ring.range(8, 9, 10).size(), 2u);
    QVERIFY(ring.range(6, 9, 10).empty());
}

void PartsTest::framesStayWithinTheirLimits()
{
    QVERIFY(framesOf({}).empty());
    QCOMPARE(framesOf(events(1, 512)).size(), 1u);
    QCOMPARE(framesOf(events(1, 513)).size(), 2u);
    for (const FramePtr& frame : framesOf(events(1, 300, 5000)))
        QVERIFY(frame->bytes.size() <= protocol::maxServerMessage);
}

void PartsTest::positionsOnlyOfKnownPeopleOnDuty()
{
    const auto city = gateway::test::tinyCity(4);
    const testkit::MockClock clock;
    PositionBoard board(*city);
    const auto taken = board.take(frameOf(clock.now(), {1, 2, 3, 99}), clock.now()).value();
    QCOMPARE(taken.taken, 2u);
    QCOMPARE(taken.offDuty, 1u); // person 2 never works
    QCOMPARE(taken.unknown, 1u);
    QCOMPARE(decoded(board.all(clock.now())).size(), 2u);
}

void PartsTest::aShiftsEndIsSaidOnceAndForgotten()
{
    auto city = std::make_shared<domain::City>(*gateway::test::tinyCity(2));
    testkit::MockClock clock; // 16:41 in the city
    city->people[0].shift = {8 * 60, 17 * 60};
    PositionBoard board(*city);
    QCOMPARE(board.take(frameOf(clock.now(), {1}), clock.now())->taken, 1u);
    QCOMPARE(decoded(board.changed(clock.now())).size(), 1u);
    clock.advance(std::chrono::minutes(20));
    QVERIFY(board.all(clock.now()).empty());
    const auto ended = decoded(board.changed(clock.now()));
    QCOMPARE(ended.size(), 1u);
    QCOMPARE(ended[0].person, PersonId(1));
    QCOMPARE(int(ended[0].flags), int(protocol::positionOffDuty));
    QCOMPARE(ended[0].lonE7, 0); // the place isn't told once more
    QVERIFY(board.changed(clock.now()).empty());
    QCOMPARE(board.take(frameOf(clock.now(), {1}), clock.now())->offDuty, 1u);
    clock.advance(std::chrono::hours(16)); // the next shift begins without yesterday's place
    QVERIFY(board.all(clock.now()).empty());
}

void PartsTest::olderFixesDontReplaceNewer()
{
    const auto city = gateway::test::tinyCity(1);
    testkit::MockClock clock;
    PositionBoard board(*city);
    auto newer = frameOf(clock.now(), {1}), older = frameOf(clock.now(), {1});
    newer.positions[0].heading = 7;
    older.positions[0].ageSeconds = 30;
    older.positions[0].heading = 9;
    (void)board.take(newer, clock.now());
    (void)board.take(older, clock.now());
    clock.advance(std::chrono::seconds(5));
    const auto all = decoded(board.all(clock.now()));
    QCOMPARE(int(all.at(0).heading), 7);
    QCOMPARE(int(all.at(0).ageSeconds), 5);
}

void PartsTest::positionsFromTheFutureAreRefused()
{
    const auto city = gateway::test::tinyCity(1);
    const testkit::MockClock clock;
    PositionBoard board(*city);
    const auto far = board.take(frameOf(clock.now() + std::chrono::minutes(5), {1}), clock.now());
    QVERIFY(!far);
    QCOMPARE(far.error().code, std::string("positions.future"));
    QVERIFY(board.take(frameOf(clock.now() + std::chrono::seconds(10), {1}), clock.now()));
    QCOMPARE(int(decoded(board.all(clock.now())).at(0).ageSeconds), 0);
}

void PartsTest::manyPositionsGoIntoSeveralFrames()
{
    const auto city = gateway::test::tinyCity(10'001);
    const testkit::MockClock clock;
    PositionBoard board(*city);
    for (std::uint32_t from = 1; from <= 10'001; from += 4000) {
        PositionFrame frame;
        frame.time = clock.now();
        for (std::uint32_t id = from; id < std::min(from + 4000, 10'002u); ++id)
            frame.positions.push_back(Position::at(PersonId(id), {113.45, 22.95}));
        QVERIFY(board.take(frame, clock.now()));
    }
    QCOMPARE(board.all(clock.now()).size(), 3u);
    QCOMPARE(decoded(board.all(clock.now())).size(), 10'000u); // all but person 2
    QCOMPARE(decoded(board.changed(clock.now())).size(), 10'000u);
}

void PartsTest::onlyWhatChangedIsSent()
{
    const auto city = gateway::test::tinyCity(9);
    const testkit::MockClock clock;
    PositionBoard board(*city);
    (void)board.take(frameOf(clock.now(), {1, 3, 4}), clock.now());
    (void)board.take(frameOf(clock.now(), {3}), clock.now());
    QCOMPARE(decoded(board.changed(clock.now())).size(), 3u);
    QVERIFY(board.changed(clock.now()).empty());
    (void)board.take(frameOf(clock.now(), {4}), clock.now());
    QCOMPARE(decoded(board.changed(clock.now())).at(0).person, PersonId(4));
}

void PartsTest::cacheDropsTheLeastRecentlyUsed()
{
    CaseCache cache(2);
    const auto state = [](std::uint64_t id) {
        domain::Case c;
        c.id = CaseId(id);
        return c;
    };
    cache.put(state(1));
    cache.put(state(2));
    QVERIFY(cache.find(CaseId(1)));
    cache.put(state(3));
    QVERIFY(!cache.find(CaseId(2)));
    QVERIFY(cache.find(CaseId(1)) && cache.find(CaseId(3)));
    cache.put(state(3));
    QCOMPARE(cache.size(), 2u);
    cache.edit(CaseId(3)).version = 7;
    QCOMPARE(cache.find(CaseId(3))->version, 7u);
    QCOMPARE(cache.edit(CaseId(4)).id, CaseId(4)); // a blank one
    QCOMPARE(cache.find(CaseId(4))->version, 0u);
    QVERIFY(!cache.find(CaseId(1)));
    QCOMPARE(cache.size(), 2u);
    cache.clear();
    QVERIFY(!cache.find(CaseId(1)));
}

void PartsTest::everyEndpointIsInTheTable()
{
    using boost::beast::http::verb;
    QVERIFY(findEndpoint(verb::post, "/v1/commands").access->endpoint == Endpoint::Commands);
    QVERIFY(findEndpoint(verb::get, "/v1/positions").access->endpoint == Endpoint::GetPositions);
    QVERIFY(findEndpoint(verb::get, "/v1/reference/calendar/3").access->endpoint == Endpoint::Reference);
    QCOMPARE(findEndpoint(verb::get, "/v1/reference/calendar/3").argument, std::string_view("calendar/3"));
    QVERIFY(findEndpoint(verb::post, "/v1/positions").access->endpoint == Endpoint::PutPositions);
    const Found stream = findEndpoint(verb::get, "/v1/stream?since=7");
    QVERIFY(stream.access->endpoint == Endpoint::Stream);
    QCOMPARE(stream.query, std::string_view("since=7"));
    QCOMPARE(findEndpoint(verb::get, "/v1/cases/41").argument, std::string_view("41"));
    for (const char* none : {"/", "", "/v1", "/v1/cases/", "/v1/commands/", "/v1/../v1/snapshot", "/V1/snapshot",
                             "//v1/snapshot", "/v1/snapshot%00", "*", "http://x/v1/snapshot"})
        QVERIFY2(!findEndpoint(verb::get, none).access, none);
    const Found wrongMethod = findEndpoint(verb::delete_, "/v1/snapshot");
    QVERIFY(!wrongMethod.access && wrongMethod.pathExists);
    QVERIFY(!findEndpoint(verb::unknown, "/healthz").access);
}

void PartsTest::noRoleMayMoreThanTheTableSays_data()
{
    QTest::addColumn<int>("endpoint");
    QTest::addColumn<QString>("roles"); // a centre's desk, agency, field app, intake
    QTest::newRow("health") << int(Endpoint::Health) << "cafi";
    QTest::newRow("commands") << int(Endpoint::Commands) << "cafi";
    QTest::newRow("snapshot") << int(Endpoint::Snapshot) << "caf";
    QTest::newRow("case") << int(Endpoint::Case) << "caf";
    QTest::newRow("reference") << int(Endpoint::Reference) << "caf";
    QTest::newRow("put positions") << int(Endpoint::PutPositions) << "f";
    QTest::newRow("get positions") << int(Endpoint::GetPositions) << "ca";
    QTest::newRow("stream") << int(Endpoint::Stream) << "caf";
}

void PartsTest::noRoleMayMoreThanTheTableSays()
{
    QFETCH(int, endpoint);
    QFETCH(QString, roles);
    QCOMPARE(accessTable.size(), 8u);
    for (const Access& access : accessTable) {
        if (int(access.endpoint) != endpoint)
            continue;
        for (const auto desk : {domain::Role::DutyOfficer, domain::Role::Dispatcher, domain::Role::Supervisor, domain::Role::Leader})
            QCOMPARE(access.allowed.holds(desk), roles.contains('c'));
        QCOMPARE(access.allowed.holds(domain::Role::Agency), roles.contains('a'));
        QCOMPARE(access.allowed.holds(domain::Role::FieldApp), roles.contains('f'));
        QCOMPARE(access.allowed.holds(domain::Role::Intake), roles.contains('i'));
    }
}

void PartsTest::logLinesCantBeFaked()
{
    const testkit::TempDir dir;
    const int file = ::open((dir / "log").c_str(), O_RDWR | O_CREAT, 0600);
    Logger(file).warn("some.event", {{"reason", "a\nlevel=error event=\"x\""}, {"n", 5}, {"empty", ""}});
    ::close(file);
    const std::string text = testkit::contentOf(dir / "log");
    QCOMPARE(std::ranges::count(text, '\n'), 1);
    QVERIFY2(text.ends_with(" level=warn event=some.event reason=\"a level=error event=\\\"x\\\"\" n=5 empty=\"\"\n"),
             text.c_str());
}
