// The gateway over its own wire: what each endpoint answers, and the stream in all its turns.
#include "gateway/journal/Verify.h"
#include "protocol/Messages.h"
#include "protocol/vocab/Calendar.h"
#include "tests/gateway/kit/GatewayFixture.h"
#include "tests/testkit/TestCase.h"

#include "base/storage/Compress.h"
#include "gateway/json/SimdjsonValue.h"

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;
using namespace zs::gateway::test;
using Type = protocol::StreamMessage::Type;

class ApiTest : public testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<testkit::TestPki> m_pki;

    static std::string unpacked(const std::optional<Response>& r)
    {
        return storage::zstdDecompress(r.value().body, protocol::maxSnapshot).value();
    }
    static std::string positionsOf(std::initializer_list<std::uint32_t> people, TimePoint time)
    {
        protocol::PositionFrame frame;
        frame.time = time;
        for (const auto id : people)
            frame.positions.push_back(protocol::Position::at(PersonId(id), inGrid1));
        return protocol::encodePositions(frame);
    }

private Q_SLOTS:
    void initTestCase() { m_pki = std::make_unique<testkit::TestPki>(); }

    void dutiesTravelTheSameRoad()
    {
        LocalGateway g(*m_pki);
        Client console = g.client("console-1"), field = g.client("field-1"), watcher = g.client("console-2");
        QVERIFY(watcher.openStream(0));
        Follower follower(watcher);
        const auto post = [](Client& c, Subject subject, DutyCommand command) {
            return c.post("/v1/commands", protocol::encodeCommand(protocol::DutyEnvelope{Uuid::random(), subject, {}, std::move(command)}));
        };
        const DayNumber today = dayNumber(g.clock.now(), std::chrono::minutes(480));
        const Subject fresh{SubjectKind::SensitivePeriod, 0}, sheet{SubjectKind::ZeroReport, sheetNumber({1, 0, TownId(1)})};
        const OpenPeriod open{{"两会", "", today, today + 3, 24 * 60, {}}};
        QCOMPARE(post(field, fresh, open)->status, 403); // it says who may
        const auto opened = post(console, fresh, open);
        QVERIFY2(opened->status == 200, opened->body.c_str());
        QCOMPARE(replyOf(opened).subject, std::optional(Subject{SubjectKind::SensitivePeriod, 1}));
        QCOMPARE(replyOf(console.post("/v1/commands", commandBody(someCase()))).seq, 3); // 1 is the gateway's own calendar
        QCOMPARE(post(field, sheet, ReportDay{GridId(1), 0, "", {}})->status, 200);
        QCOMPARE(post(field, sheet, ReportDay{GridId(1), 0, "", {}})->status, 422);
        QVERIFY(follower.readUntil(4));
        QVERIFY(follower.isGapFree);
        QCOMPARE(follower.events.size(), 1u);
        QCOMPARE(follower.duties.size(), 3u);
        QCOMPARE(follower.duties.back().subject, sheet);
        const std::string snapshot = unpacked(console.get("/v1/snapshot"));
        QVERIFY2(snapshot.find(R"("duties":[{"kind":"sensitive_period","state":{"number":1)") != std::string::npos, snapshot.c_str());
        QVERIFY(snapshot.find(R"({"kind":"zero_report")") != std::string::npos);
        QCOMPARE(console.get("/v1/reference/calendar/1")->status, 200); // the gateway's own
        QCOMPARE(console.get("/v1/reference/calendar/2")->status, 404);
        QCOMPARE(console.get("/v1/reference/calender/1")->status, 400);
        QCOMPARE(console.get("/v1/reference/calendar/x")->status, 400);
        g.restart();
        QVERIFY(verifyJournal(g.data()).value().isWhole());
    }

    void aCalendarIsPublishedAndServedToTheByte()
    {
        m_pki->issue({pki::Role::Leader, "leader-1", {}});
        LocalGateway g(*m_pki);
        Client leader = g.client("leader-1"), console = g.client("console-1");
        CalendarData data = protocol::shippedCalendar().value()->data();
        data.version = "2026.2";
        data.changes = {{*parseIsoDay("2026-11-26"), DayKind::Holiday, "台风停工"}};
        const auto publish = [](Client& by, std::uint32_t version, std::string content) {
            Sha256 sha;
            sha.start();
            sha.add(content);
            Publish command{{ReferenceKind::Calendar, version, toHex(sha.finish()), static_cast<std::uint32_t>(content.size()), "台风停工一天"},
                            std::move(content)};
            return by.post("/v1/commands", protocol::encodeCommand(protocol::DutyEnvelope{
                                               Uuid::random(), referenceSubject(ReferenceKind::Calendar), {}, std::move(command)}));
        };
        const std::string content = protocol::writeCalendar(data);
        QCOMPARE(publish(console, 2, content)->status, 403); // a dispatcher doesn't publish
        QCOMPARE(publish(leader, 2, R"({"format":"ics"})")->status, 422);
        QCOMPARE(console.get("/v1/reference/calendar/2")->status, 404);
        const auto done = publish(leader, 2, content);
        QVERIFY2(done->status == 200, done->body.c_str());
        QCOMPARE(publish(leader, 2, content)->status, 422); // not twice
        const auto served = console.get("/v1/reference/calendar/2");
        QCOMPARE(served->status, 200);
        QCOMPARE(served->body, content);
        QVERIFY(protocol::readCalendar(served->body, "served").value() == data);
        g.restart();
        QCOMPARE(g.client("console-1").get("/v1/reference/calendar/2")->body, content);
        QVERIFY(verifyJournal(g.data()).value().isWhole());
    }

    void oneCaseFromIntakeToItsEnd()
    {
        LocalGateway g(*m_pki);
        Client intake = g.client("intake-1"), console = g.client("console-1"), field = g.client("field-1");
        const auto received = intake.post("/v1/commands", commandBody(someCase()));
        QCOMPARE(received->status, 200);
        QCOMPARE(received->type, std::string("application/json"));
        QCOMPARE(replyOf(received).caseId, CaseId(1));
        const auto step = [](Client& c, CaseCommand command, std::uint32_t base) {
            const auto r = c.post("/v1/commands", commandBody(std::move(command), 1, base));
            return r ? r->status : 0;
        };
        QCOMPARE(step(console, Classify{MatterId(1), Priority::High}, 1), 200);
        QCOMPARE(step(console, Route{AgencyId(2), {}, ""}, 2), 200);
        Client agency = g.client("agency-1");
        QCOMPARE(step(agency, Accept{}, 3), 200);
        QCOMPARE(step(console, Dispatch{PersonId(1), ""}, 4), 200);
        QCOMPARE(step(field, Acknowledge{PersonId(1)}, 5), 200);
        QCOMPARE(step(field, Arrive{PersonId(1)}, 6), 200);
        QCOMPARE(step(field, Finish{PersonId(1), Outcome::Resolved, "已处置"}, 7), 200);
        const auto one = console.get("/v1/cases/1");
        QCOMPARE(one->status, 200);
        JsonParser parser;
        const auto json = parser.parse(one->body).value();
        const auto state = protocol::readJson<Case>(*json.member("case"), protocol::UnknownMembers::Refuse).value();
        QVERIFY(state.phase == Phase::Finished);
        QCOMPARE(state.firstReceiver, std::string("intake-1"));
        Case folded;
        json.member("events")->eachElement([&](const SimdjsonValue& e) {
            evolve(folded, protocol::readEvent(e).value());
            return true;
        });
        QCOMPARE(folded, state);
        // Page by page the same.
        Case paged;
        std::string after = "0";
        for (const int wanted : {3, 3, 2}) {
            const auto page = console.get("/v1/cases/1?limit=3&after=" + after);
            QCOMPARE(page->status, 200);
            const auto part = parser.parse(page->body).value();
            int events = 0;
            part.member("events")->eachElement([&](const SimdjsonValue& e) {
                evolve(paged, protocol::readEvent(e).value());
                return ++events > 0;
            });
            QCOMPARE(events, wanted);
            QCOMPARE(part.member("next").has_value(), wanted == 3);
            after = std::to_string(paged.version);
        }
        QCOMPARE(paged, state);
        for (const char* wrong : {"limit=0", "limit=501", "limit=3&limit=3", "after=-1", "after", "page=2", "after=1&"})
            QCOMPARE(errorOf(console.get(std::string("/v1/cases/1?") + wrong)), std::string(std::string_view(wrong) == "after=1&" ? "" : "case.page"));
        g.stop();
        QVERIFY(verifyJournal(g.data())->isWhole());
    }

    void errorsHaveAStatusACodeAndTwoSentences_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray none;
        QTest::newRow("no path") << "GET" << "/v1/nothing" << none << 404 << "http.path";
        QTest::newRow("root") << "GET" << "/" << none << 404 << "http.path";
        QTest::newRow("method") << "PUT" << "/v1/commands" << none << 405 << "http.method";
        QTest::newRow("odd method") << "BREW" << "/v1/snapshot" << none << 405 << "http.method";
        QTest::newRow("no json") << "POST" << "/v1/commands" << QByteArray("hello") << 400 << "json.form";
        QTest::newRow("no version") << "POST" << "/v1/commands" << QByteArray("{}") << 400 << "protocol.version";
        QTest::newRow("field") << "POST" << "/v1/commands" << QByteArray(R"({"v":1})") << 400 << "json.field";
        QTest::newRow("case number") << "GET" << "/v1/cases/seven" << none << 400 << "case.number";
        QTest::newRow("case 0") << "GET" << "/v1/cases/0" << none << 400 << "case.number";
        QTest::newRow("case beyond") << "GET" << "/v1/cases/18446744073709551615" << none << 400 << "case.number";
        QTest::newRow("no case") << "GET" << "/v1/cases/7" << none << 404 << "case.unknown";
        QTest::newRow("no since") << "GET" << "/v1/stream" << none << 400 << "stream.since";
        QTest::newRow("bad since") << "GET" << "/v1/stream?since=-1" << none << 400 << "stream.since";
        QTest::newRow("no upgrade") << "GET" << "/v1/stream?since=0" << none << 400 << "stream.upgrade";
        QTest::newRow("refused") << "POST" << "/v1/commands"
                                 << QByteArray::fromStdString(commandBody(Accept{}, 9, 1)) << 422 << "case.unknown";
    }
    void errorsHaveAStatusACodeAndTwoSentences()
    {
        QFETCH(QString, method);
        QFETCH(QString, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        static LocalGateway g(*m_pki);
        Client console = g.client("console-1");
        const auto r = console.request(method.toStdString(), target.toStdString(), body.toStdString());
        QVERIFY(r);
        QCOMPARE(r->status, status);
        QCOMPARE(QString::fromStdString(errorOf(r)), code);
        QVERIFY(r->body.find(R"("zh":")") != std::string::npos && r->body.find(R"("en":")") != std::string::npos);
        QCOMPARE(console.get("/healthz")->status, 200); // the connection lives on
    }

    void rolesSeeOnlyTheirs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("expected"); // health, note, snapshot, case, put positions, get positions, stream
        QTest::newRow("console") << "console-1" << QList<int>{200, 200, 200, 200, 403, 200, 101};
        QTest::newRow("agency") << "agency-1" << QList<int>{200, 200, 200, 200, 403, 200, 101};
        QTest::newRow("field app") << "field-1" << QList<int>{200, 200, 200, 200, 200, 403, 101};
        QTest::newRow("intake") << "intake-1" << QList<int>{200, 200, 403, 403, 403, 403, 403};
    }
    void rolesSeeOnlyTheirs()
    {
        QFETCH(QString, name);
        QFETCH(QList<int>, expected);
        LocalGateway g(*m_pki);
        QCOMPARE(g.client("console-1").post("/v1/commands", commandBody(someCase()))->status, 200);
        Client c = g.client(name.toStdString());
        QCOMPARE(c.get("/healthz")->status, expected[0]);
        QCOMPARE(c.post("/v1/commands", commandBody(Note{"x"}, 1))->status, expected[1]);
        QCOMPARE(c.get("/v1/snapshot")->status, expected[2]);
        QCOMPARE(c.get("/v1/cases/1")->status, expected[3]);
        QCOMPARE(c.post("/v1/positions", positionsOf({1}, g.clock.now()))->status, expected[4]);
        QCOMPARE(c.get("/v1/positions")->status, expected[5]);
        const bool opened = c.openStream(0);
        QCOMPARE(opened ? 101 : c.status(), expected[6]);
    }

    void aRoleMayOnlyItsCommands()
    {
        LocalGateway g(*m_pki);
        g.client("console-1").post("/v1/commands", commandBody(someCase()));
        const auto refused = g.client("field-1").post("/v1/commands", commandBody(Classify{MatterId(1), Priority::High}, 1, 1));
        QCOMPARE(refused->status, 403);
        QCOMPARE(errorOf(refused), std::string("role.forbidden"));
        QCOMPARE(g.gateway().head().seq, 2);
    }

    void theSnapshotIsWhatTheEventsFoldTo()
    {
        LocalGateway g(*m_pki);
        Client c = g.client("console-1");
        const auto empty = c.get("/v1/snapshot");
        QCOMPARE(unpacked(empty).substr(0, 14), std::string(R"({"v":1,"seq":1)"));
        for (int i = 0; i < 50; ++i)
            c.post("/v1/commands", commandBody(someCase("第 " + std::to_string(i) + " 件")));
        c.post("/v1/commands", commandBody(Classify{MatterId(1), Priority::High}, 7, 1));
        const auto packed = c.get("/v1/snapshot");
        QCOMPARE(packed->type, std::string("application/zstd"));
        JsonParser parser;
        const std::string text = unpacked(packed);
        const auto json = parser.parse(text).value();
        QCOMPARE(json.member("seq")->integer().value(), 52);
        QCOMPARE(json.member("city")->text().value(), std::string("tiny"));
        std::vector<Case> cases;
        json.member("cases")->eachElement([&](const SimdjsonValue& e) {
            cases.push_back(protocol::readJson<Case>(e, protocol::UnknownMembers::Refuse).value());
            return true;
        });
        QCOMPARE(cases.size(), 50u);
        QVERIFY(cases[6].phase == Phase::Classified);
        QCOMPARE(c.get("/v1/snapshot")->body, packed->body); // kept while nothing happens
        Client stream = g.client("console-2");
        QVERIFY(stream.openStream(0));
        Follower f(stream);
        QVERIFY(f.readUntil(52));
        std::vector<Case> folded(50);
        for (const RecordedEvent& e : f.events)
            evolve(folded[e.caseId.value - 1], e);
        QCOMPARE(folded, cases);
    }

    void theStreamSaysHelloThenWhatWasMissedThenWhatHappens()
    {
        LocalGateway g(*m_pki);
        Client c = g.client("console-1");
        for (int i = 0; i < 5; ++i)
            c.post("/v1/commands", commandBody(someCase()));
        Client s = g.client("console-2");
        QVERIFY(s.openStream(3));
        Follower f(s);
        QVERIFY(f.readUntil(6));
        QVERIFY(f.types.front() == Type::Hello);
        QCOMPARE(f.hello.head, 6);
        QCOMPARE(f.hello.city, std::string("tiny"));
        QCOMPARE(f.hello.chain, toHex(g.gateway().head().chain));
        QCOMPARE(f.events.front().seq, 4);
        c.post("/v1/commands", commandBody(Classify{MatterId(1), Priority::High}, 1, 1));
        QVERIFY(f.readUntil(7));
        QVERIFY(f.isGapFree);
        QCOMPARE(f.events.back().by, std::string("console-1"));
        while (f.types.back() != Type::Head)
            QVERIFY(f.readOne());
    }

    void whatTheRingNoLongerHasComesFromTheJournal()
    {
        LocalGateway g(*m_pki);
        {
            Client c = g.client("console-1");
            for (int i = 0; i < 1300; ++i)
                QVERIFY(c.send("POST /v1/commands HTTP/1.1\r\nHost: x\r\nContent-Length: "
                               + [&](const std::string& b) { return std::to_string(b.size()) + "\r\n\r\n" + b; }(commandBody(someCase()))));
            for (int i = 0; i < 1300; ++i)
                QVERIFY(c.receive());
        }
        g.restart(); // an empty ring
        Client s = g.client("console-2");
        QVERIFY(s.openStream(0));
        Follower f(s);
        Client c = g.client("console-1");
        for (int i = 0; i < 20; ++i) // while it catches up
            c.post("/v1/commands", commandBody(someCase()));
        QVERIFY(f.readUntil(1321));
        QVERIFY(f.isGapFree);
        QCOMPARE(f.events.size(), 1320u);
    }

    void manyConsolesSeeTheSameUnderLoad()
    {
        LocalGateway g(*m_pki);
        std::vector<std::unique_ptr<Client>> consoles;
        for (int i = 0; i < 8; ++i) {
            consoles.push_back(std::make_unique<Client>(g.client("console-1")));
            QVERIFY(consoles.back()->openStream(0));
        }
        std::vector<std::thread> senders;
        std::atomic<int> accepted{0};
        for (int t = 0; t < 4; ++t)
            senders.emplace_back([&] {
                Client c = g.client("intake-1");
                for (int i = 0; i < 100; ++i) {
                    const auto r = c.post("/v1/commands", commandBody(someCase()));
                    accepted += r && r->status == 200;
                }
            });
        for (auto& t : senders)
            t.join();
        QCOMPARE(accepted.load(), 400);
        std::vector<RecordedEvent> first;
        for (auto& console : consoles) {
            Follower f(*console);
            QVERIFY(f.readUntil(401));
            QVERIFY(f.isGapFree);
            QCOMPARE(f.events.front().seq, 2);
            if (first.empty())
                first = f.events;
            QCOMPARE(f.events, first);
        }
    }

    void aJournalSetBackIsAGap()
    {
        LocalGateway g(*m_pki);
        g.client("console-1").post("/v1/commands", commandBody(someCase()));
        Client s = g.client("console-2");
        QVERIFY(s.openStream(3));
        Follower f(s);
        while (f.readOne()) {
        }
        QCOMPARE(f.types.size(), 2u);
        QVERIFY(f.types[0] == Type::Hello && f.types[1] == Type::Gap);
        Client exact = g.client("console-2");
        QVERIFY(exact.openStream(2));
        Follower e(exact);
        g.client("console-1").post("/v1/commands", commandBody(someCase()));
        QVERIFY(e.readUntil(3));
        QCOMPARE(e.events.size(), 1u);
    }

    void positionsReachConsolesAndEndWithTheShift()
    {
        LocalGateway g(*m_pki);
        Client field = g.client("field-1");
        const auto posted = field.post("/v1/positions", positionsOf({1, 2, 3, 99}, g.clock.now()));
        QCOMPARE(posted->body, std::string(R"({"v":1,"taken":2,"unknown":1,"off_duty":1})"));
        Client s = g.client("console-1"), app = g.client("field-1");
        QVERIFY(s.openStream(0));
        Follower f(s);
        while (f.positions.size() < 2) // the full set
            QVERIFY(f.readOne());
        field.post("/v1/positions", positionsOf({4}, g.clock.now()));
        while (f.positions.empty() || f.positions.back().person != PersonId(4)) // then changes
            QVERIFY(f.readOne());
        const auto all = g.client("console-2").get("/v1/positions");
        QCOMPARE(all->type, std::string("application/octet-stream"));
        QCOMPARE(protocol::decodePositions(all->body)->positions.size(), 3u);
        QCOMPARE(field.post("/v1/positions", "nonsense")->status, 400);
        QCOMPARE(errorOf(field.post("/v1/positions", positionsOf({1}, g.clock.now() + std::chrono::hours(1)))),
                 std::string("positions.future"));
        // The field app's own stream carries no positions.
        QVERIFY(app.openStream(0));
        Follower none(app);
        while (none.types.size() < 3)
            QVERIFY(none.readOne());
        QVERIFY(none.positions.empty());
    }

    void aReportersIdentityLeavesNoTrace()
    {
        LocalGateway g(*m_pki);
        Client c = g.client("console-1");
        const std::string body = commandBody(someCase());
        std::string seen = c.post("/v1/commands", body)->body + c.post("/v1/commands", body)->body;
        seen += c.get("/v1/cases/1")->body + unpacked(c.get("/v1/snapshot"));
        Client s = g.client("console-2");
        QVERIFY(s.openStream(0));
        for (int i = 0; i < 3; ++i)
            seen += s.next().value().bytes;
        QVERIFY(seen.find("欧*") != std::string::npos);
        g.stop();
        seen += g.log();
        for (const char* canary : {"欧阳", "小明", "13812345678", "12345678"})
            QVERIFY2(seen.find(canary) == std::string::npos, canary);
    }

    void stoppingTellsConsolesAndFinishes()
    {
        LocalGateway g(*m_pki);
        Client s = g.client("console-1");
        QVERIFY(s.openStream(0));
        QVERIFY(s.next());
        Client idle = g.client("console-2");
        QCOMPARE(idle.get("/healthz")->status, 200);
        const auto from = std::chrono::steady_clock::now();
        std::thread reader([&] { // a close handshake needs both sides
            while (s.next()) {
            }
        });
        g.stop();
        reader.join();
        QVERIFY(std::chrono::steady_clock::now() - from < std::chrono::seconds(4));
        QVERIFY(!idle.get("/healthz"));
        QVERIFY2(g.log().find("event=gateway.stopped") != std::string::npos, g.log().c_str());
    }

    void aYearWithoutACalendarIsLoggedInTime()
    {
        LocalGateway g(*m_pki); // in March
        QVERIFY2(g.log().find("calendar.year_unknown") == std::string::npos, g.log().c_str());
        g.clock.set(fromUnixMillis(1'796'000'000'000)); // 30 November 2026: limits reach into 2027
        g.restart();
        QVERIFY2(g.log().find("event=calendar.year_unknown") != std::string::npos, g.log().c_str());
        QVERIFY2(g.log().find("2027") != std::string::npos, g.log().c_str());
    }

    void aWrongCalendarIsRefusedAtTheStart()
    {
        testkit::TempDir dir;
        Config config;
        config.data = dir / "data";
        config.pki = m_pki->folder();
        config.port = 0;
        config.calendar = dir.write("calendar.json", R"({"format":"ics"})");
        Logger log;
        const testkit::MockClock clock;
        const auto wrong = Gateway::make(config, tinyCity(), clock, log);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, std::string("calendar.field"));
        config.calendar = dir / "none.json";
        QCOMPARE(Gateway::make(config, tinyCity(), clock, log).error().code, std::string("calendar.file"));
    }

    void twoGatewaysDontShareAFolder()
    {
        LocalGateway g(*m_pki);
        Config config;
        config.data = g.data();
        config.pki = m_pki->folder();
        config.port = 0;
        Logger log;
        const auto second = Gateway::make(config, tinyCity(), g.clock, log);
        QVERIFY(!second);
        QCOMPARE(second.error().code, std::string("data.locked"));
    }
};

ZS_TEST_MAIN(ApiTest)
#include "tst_api.moc"
