// A journal as the first program left it: schema 1, limits in milliseconds, and events and states that say nothing of what came
// later. The bodies below are literal.
#include "gateway/decide/Committer.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/journal/SqliteSchema.h"
#include "gateway/journal/Verify.h"
#include "protocol/JsonReader.h"
#include "tests/gateway/kit/TinyCity.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <future>
#include <map>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;

namespace {

constexpr const char* schema1 = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE event(seq INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL,
    by TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL, hash BLOB NOT NULL);
CREATE UNIQUE INDEX event_of_case ON event(case_id, version);
CREATE TABLE case_state(case_id INTEGER PRIMARY KEY, version INTEGER NOT NULL, phase INTEGER NOT NULL, handler INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE idempotency(key BLOB PRIMARY KEY, body BLOB NOT NULL, status INTEGER NOT NULL, reply TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE reporter(case_id INTEGER PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL);
INSERT INTO meta VALUES('schema', '1'), ('city', 'tiny');
)sql";

struct OldEvent {
    std::uint64_t caseId;
    std::uint32_t version;
    const char* by;
    const char* kind;
    const char* data;
};

constexpr OldEvent events[] = {
    {1, 1, "field-1", "received", R"({"kind":"hazard","channel":"grid_app","title":"占用消防通道","detail":"楼道堆放杂物","place":[113.45,22.95],"grid":1,"priority":"high","reporter":{"name":"王*","phone":"138****5678"}})"},
    {1, 2, "console-1", "classified", R"({"matter":1,"kind":"hazard","priority":"high","limits":{"response":900000,"on_scene":3600000,"report":259200001}})"},
    {1, 3, "console-1", "routed", R"({"lead":2,"assisting":[],"reason":""})"},
    {2, 1, "intake-1", "received", R"({"kind":"request","channel":"hotline_12345","title":"路灯不亮","detail":"","place":[113.45,22.95],"grid":1,"priority":"normal","reporter":{"name":"","phone":""}})"},
    {1, 4, "agency-1", "returned", R"({"from":2,"reason":"不属本单位职责"})"},
    {2, 2, "console-1", "classified", R"({"matter":1,"kind":"request","priority":"normal","limits":{"response":0,"on_scene":0,"report":0}})"},
    {1, 5, "console-1", "routed", R"({"lead":1,"assisting":[2],"reason":"改由中心主办"})"},
    {1, 6, "agency-1", "accepted", R"({})"},
    {1, 7, "console-1", "dispatched", R"({"person":1,"note":"带警示带"})"},
    {1, 8, "field-1", "acknowledged", R"({"person":1})"},
    {1, 9, "field-1", "arrived", R"({"person":1})"},
    {3, 1, "console-1", "received", R"({"kind":"dispute","channel":"walk_in","title":"邻里噪声","detail":"","place":[113.45,22.95],"grid":1,"priority":"normal","reporter":{"name":"","phone":""}})"},
    {1, 10, "console-1", "noted", R"({"text":"已回电"})"},
    {1, 11, "field-1", "finished", R"({"person":1,"outcome":"resolved","summary":"杂物已清理"})"},
};

constexpr const char* states[] = {
    R"({"id":1,"version":11,"phase":"finished","kind":"hazard","priority":"high","channel":"grid_app","matter":1,"title":"占用消防通道","detail":"楼道堆放杂物","place":[113.45,22.95],"grid":1,"reporter":{"name":"王*","phone":"138****5678"},"first_receiver":"field-1","lead":1,"assisting":[2],"handler":1,"returns":1,"notes":1,"outcome":"resolved","limits":{"response":900000,"on_scene":3600000,"report":259200001},"received_at":1772440000000,"responded_at":1772440120000,"phase_at":1772440780000,"arrived_at":1772440600000,"finished_at":1772440780000})",
    R"({"id":2,"version":2,"phase":"classified","kind":"request","priority":"normal","channel":"hotline_12345","matter":1,"title":"路灯不亮","detail":"","place":[113.45,22.95],"grid":1,"reporter":{"name":"","phone":""},"first_receiver":"intake-1","lead":0,"assisting":[],"handler":0,"returns":0,"notes":0,"outcome":"resolved","limits":{"response":0,"on_scene":0,"report":0},"received_at":1772440180000,"responded_at":0,"phase_at":1772440300000,"arrived_at":0,"finished_at":0})",
    R"({"id":3,"version":1,"phase":"received","kind":"dispute","priority":"normal","channel":"walk_in","matter":0,"title":"邻里噪声","detail":"","place":[113.45,22.95],"grid":1,"reporter":{"name":"","phone":""},"first_receiver":"console-1","lead":0,"assisting":[],"handler":0,"returns":0,"notes":0,"outcome":"resolved","limits":{"response":0,"on_scene":0,"report":0},"received_at":1772440660000,"responded_at":0,"phase_at":1772440660000,"arrived_at":0,"finished_at":0})",
};
constexpr std::int64_t phases[] = {8, 2, 1};

struct Collect final : StateVisitor {
    void begin(Seq) override {}
    Result<void> oneCase(std::string_view json) override
    {
        JsonParser parser;
        const Case state = protocol::readJson<Case>(*parser.parse(json), protocol::UnknownMembers::Refuse).value();
        cases[state.id.value] = state;
        return {};
    }
    Result<void> oneDuty(SubjectKind, std::string_view) override { return {}; }
    std::map<std::uint64_t, Case> cases;
};

} // namespace

class OldJournalTest : public testkit::TestCase {
    Q_OBJECT

    testkit::TempDir m_dir;
    testkit::MockClock m_clock;
    std::shared_ptr<const City> m_city = gateway::test::tinyCity();
    Hash m_head{};

    void writeOldJournal()
    {
        auto db = storage::Database::open(journalFile(m_dir.path()).string(), storage::Database::Mode::ReadWriteCreate).value();
        QVERIFY(db.exec(schema1));
        auto put = db.prepare("INSERT INTO event VALUES(?1,?2,?3,?4,?5,?6,?7,?8)").value();
        Sha256 sha;
        for (Seq seq = 1; const OldEvent& e : events) {
            const TimePoint at = fromUnixMillis(1772440000000 + (seq - 1) * 60'000);
            m_head = chainHash(sha, m_head, {seq, {SubjectKind::Case, e.caseId}, e.version, at, e.by, e.kind, e.data});
            put.bind(1, seq);
            put.bind(2, static_cast<std::int64_t>(e.caseId));
            put.bind(3, static_cast<std::int64_t>(e.version));
            put.bind(4, toUnixMillis(at));
            put.bind(5, std::string_view(e.by));
            put.bind(6, std::string_view(e.kind));
            put.bind(7, std::string_view(e.data));
            put.bindBlob(8, m_head);
            QVERIFY(put.run());
            ++seq;
        }
        auto state = db.prepare("INSERT INTO case_state VALUES(?1,?2,?3,?4,?5)").value();
        constexpr std::int64_t versions[] = {11, 2, 1};
        for (std::size_t i = 0; i < std::size(states); ++i) {
            state.bind(1, static_cast<std::int64_t>(i + 1));
            state.bind(2, versions[i]);
            state.bind(3, phases[i]);
            state.bind(4, std::int64_t{i == 0});
            state.bind(5, std::string_view(states[i]));
            QVERIFY(state.run());
        }
    }
    std::map<std::uint64_t, Case> casesOf(SqliteJournal& journal)
    {
        Collect all;
        (void)journal.openReader().value()->eachState(all);
        return all.cases;
    }
    std::int64_t changes()
    {
        auto db = openForReading(journalFile(m_dir.path())).value();
        auto query = db.prepare("SELECT CAST(value AS INTEGER) FROM meta WHERE name='fold'").value();
        return query.step() ? query.integer(0) : -1;
    }

private Q_SLOTS:
    void init() { writeOldJournal(); }
    void cleanup()
    {
        for (const auto& entry : std::filesystem::directory_iterator(m_dir.path()))
            std::filesystem::remove(entry.path());
        m_head = {};
    }

    void isBroughtUpToDateWithoutANewHash()
    {
        {
            const auto journal = SqliteJournal::open(m_dir.path(), m_city->id).value();
            QCOMPARE(journal->writer().head().chain, m_head);
        }
        const Verified v = verifyJournal(m_dir.path()).value();
        QVERIFY2(v.isWhole(), v.isWhole() ? "" : v.fault->sentence.c_str());
        QCOMPARE(v.events, static_cast<std::int64_t>(std::size(events)));
        QCOMPARE(v.cases, 3);
    }

    void itsStatesAreMadeAnewFromItsEvents()
    {
        const auto journal = SqliteJournal::open(m_dir.path(), m_city->id).value();
        const auto cases = casesOf(*journal);
        const Case& first = cases.at(1);
        QVERIFY(first.phase == Phase::Finished && first.version == 11 && first.routings == 2 && first.returns == 1);
        QCOMPARE(first.limits.response, (LimitSpan{15, LimitUnit::Minutes}));
        QCOMPARE(first.limits.onScene, (LimitSpan{60, LimitUnit::Minutes}));
        QCOMPARE(first.limits.report, (LimitSpan{4321, LimitUnit::Minutes})); // never shorter than it was
        QVERIFY(first.clockAt == first.receivedAt && first.classifiedAt != TimePoint{} && first.acceptedAt != TimePoint{});
        QCOMPARE(first.finishedBy, std::string("field-1"));
        QCOMPARE(first.turns.size(), 2u);
        QVERIFY(first.turns[0].kind == TurnKind::Returned && toUnixMillis(first.turns[0].at) == 1772440240000);
        // No open case is without a clock, whatever the first program gave it.
        QCOMPARE(cases.at(2).limits.report, (LimitSpan{7, LimitUnit::WorkingDays}));
        QVERIFY(!cases.at(3).limits.report.isNone() && !cases.at(3).limits.registration.isNone());
    }

    void itGoesOn()
    {
        for (int start = 0; start < 2; ++start) {
            const auto journal = SqliteJournal::open(m_dir.path(), m_city->id).value();
            QVERIFY(changes() > 0);
            const auto committer = Committer::make(*journal, *m_city, m_clock).value();
            committer->start({});
            std::promise<Answer> promise;
            Submission s;
            s.envelope = {Uuid::random(), CaseId(1), start == 0 ? 11u : 12u, start == 0 ? CaseCommand(Reopen{"又堆放杂物"}) : CaseCommand(Route{AgencyId(2), {}, ""})};
            s.actor = {"console-1", Role::Dispatcher};
            committer->submit(s, [&](Answer a) { promise.set_value(std::move(a)); });
            const Answer answer = promise.get_future().get();
            QVERIFY2(answer.status == 200, answer.body.c_str());
        }
        const Verified v = verifyJournal(m_dir.path()).value();
        QVERIFY2(v.isWhole(), v.isWhole() ? "" : v.fault->sentence.c_str());
    }
};

QTEST_APPLESS_MAIN(OldJournalTest)
#include "tst_old_journal.moc"
