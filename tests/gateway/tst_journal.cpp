// The journal and the thread that writes it: order, chain, idempotency, conflicts, restarts, broken disks.
#include "gateway/decide/Committer.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/journal/SqliteSchema.h"
#include "gateway/journal/Verify.h"
#include "protocol/Messages.h"
#include "tests/domain/Life.h"
#include "tests/gateway/kit/Client.h"
#include "tests/gateway/kit/TinyCity.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <csignal>
#include <future>
#include <set>
#include <sys/resource.h>
#include <thread>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;
using gateway::test::replyOf;
using gateway::test::someCase;

namespace {

/// A journal with its writer, reopened at will.
class Bench {
public:
    explicit Bench(bool started = true) { open(started); }

    void open(bool started = true)
    {
        journal = SqliteJournal::open(m_dir.path(), city->id).value();
        committer = Committer::make(*journal, *city, clock).value();
        if (started)
            start();
    }
    void start()
    {
        committer->start([this](std::vector<StoredEvent> events) {
            committed.insert(committed.end(), events.begin(), events.end());
            batches.push_back(events.size());
        });
    }
    void close()
    {
        committer.reset();
        journal.reset();
    }
    static Submission submission(CaseCommand command, std::uint64_t id = 0, std::optional<std::uint32_t> base = {})
    {
        Submission s;
        s.envelope = {Uuid::random(), CaseId(id), base, std::move(command)};
        s.actor = {"duty-01", Role::Dispatcher};
        return sealed(std::move(s));
    }
    static Submission sealed(Submission s)
    {
        Sha256 sha;
        s.body = bodyHash(sha, s.actor, protocol::encodeCommand(s.envelope));
        return s;
    }
    std::future<Answer> send(Submission s)
    {
        auto promise = std::make_shared<std::promise<Answer>>();
        committer->submit(std::move(s), [promise](Answer a) { promise->set_value(std::move(a)); });
        return promise->get_future();
    }
    Answer ask(Submission s) { return send(std::move(s)).get(); }
    Answer ask(CaseCommand c, std::uint64_t id = 0, std::optional<std::uint32_t> base = {})
    {
        return ask(submission(std::move(c), id, base));
    }
    static protocol::CommandReply reply(const Answer& a) { return replyOf(zs::gateway::test::Response{a.status, {}, a.body}); }
    Verified verified() { return verifyJournal(m_dir.path()).value(); }
    /// Something that only a person with the file could do.
    void tamper(const char* sql)
    {
        auto db = storage::Database::open(journalFile(m_dir.path()).string(), storage::Database::Mode::ReadWriteCreate).value();
        QVERIFY2(db.exec(sql), sql);
    }
    std::int64_t count(const char* sql)
    {
        auto db = openForReading(journalFile(m_dir.path())).value();
        auto query = db.prepare(sql).value();
        return query.step() ? query.integer(0) : -1;
    }
    std::filesystem::path folder() const { return m_dir.path(); }

    std::shared_ptr<const City> city = gateway::test::tinyCity();
    testkit::MockClock clock;
    std::vector<StoredEvent> committed;
    std::vector<std::size_t> batches;

private:
    testkit::TempDir m_dir;

public:
    std::unique_ptr<SqliteJournal> journal;
    std::unique_ptr<Committer> committer;
};

/// Fails on the first stored state that isn't, byte for byte, the one expected.
struct CompareStates final : StateVisitor {
    explicit CompareStates(const std::map<CaseId, Case>& all) : expected(all) {}
    void begin(Seq) override {}
    Result<void> oneCase(std::string_view json) override
    {
        std::string own;
        protocol::JsonWriter(own).value(expected.at(CaseId(++read)));
        if (own != json)
            return fail("test", own + " / " + std::string(json));
        return {};
    }
    Result<void> oneDuty(SubjectKind, std::string_view) override { return {}; }
    const std::map<CaseId, Case>& expected;
    std::uint64_t read = 0;
};

/// The kinds of event that aren't among these.
std::string unseen(const std::set<std::string_view>& kinds)
{
    std::string missing;
    const auto look = [&](std::string_view name) { missing += kinds.contains(name) ? std::string() : std::string(name) + ' '; };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (look(std::variant_alternative_t<I, CaseEvent>::name), ...);
    }(std::make_index_sequence<std::variant_size_v<CaseEvent>>());
    return missing;
}

struct CountStates final : StateVisitor {
    void begin(Seq s) override { seq = s; }
    Result<void> oneCase(std::string_view) override { ++cases; return {}; }
    Result<void> oneDuty(SubjectKind, std::string_view) override { ++duties; return {}; }
    Seq seq = 0;
    int cases = 0, duties = 0;
};

} // namespace

class JournalTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreGapFreeAndChained()
    {
        Bench b;
        for (int i = 1; i <= 5; ++i) {
            const auto r = Bench::reply(b.ask(someCase()));
            QCOMPARE(r.seq, Seq(i));
            QCOMPARE(r.caseId, CaseId(static_cast<std::uint64_t>(i)));
            QCOMPARE(r.version, 1u);
        }
        QCOMPARE(b.ask(Classify{MatterId(1), Priority::High}, 3, 1).status, 200);
        const Verified v = b.verified();
        QVERIFY2(v.isWhole(), v.isWhole() ? "" : v.fault->sentence.c_str());
        QCOMPARE(v.events, 6);
        QCOMPARE(v.cases, 5);
        QCOMPARE(v.head, b.committer->head().chain);
    }

    void streamedTextIsWhatTheProtocolWrites()
    {
        Bench b;
        b.ask(someCase());
        b.committer->stop();
        JsonParser parser;
        std::string stored, written;
        appendStored(stored, b.committed.at(0));
        const auto event = protocol::readEvent(*parser.parse(stored));
        QVERIFY(event);
        protocol::appendEvent(written, *event);
        QCOMPARE(stored, written);
    }

    void manyProducersAtOnceShareTransactions()
    {
        Bench b(false);
        std::vector<std::future<Answer>> answers;
        for (int i = 0; i < 200; ++i)
            answers.push_back(b.send(Bench::submission(someCase())));
        b.start();
        std::set<Seq> seqs;
        std::set<std::uint64_t> cases;
        for (auto& a : answers) {
            const auto r = Bench::reply(a.get());
            seqs.insert(r.seq);
            cases.insert(r.caseId.value);
        }
        QCOMPARE(seqs.size(), 200u);
        QCOMPARE(*seqs.rbegin(), 200);
        QCOMPARE(*cases.rbegin(), 200u);
        b.committer->stop();
        QCOMPARE(b.batches, (std::vector<std::size_t>{64, 64, 64, 8}));
        QVERIFY(b.verified().isWhole());
    }

    void twoCommandsOfOneCaseInOneTransactionAreDecidedInTurn()
    {
        Bench b;
        b.ask(someCase());
        b.close();
        b.open(false);
        auto first = b.send(Bench::submission(Classify{MatterId(1), Priority::High}, 1, 1));
        auto second = b.send(Bench::submission(Classify{MatterId(1), Priority::Normal}, 1, 1));
        auto third = b.send(Bench::submission(Classify{MatterId(1), Priority::Urgent}, 1, 2));
        b.start();
        QCOMPARE(first.get().status, 200);
        const Answer late = second.get();
        QCOMPARE(late.status, 409);
        QCOMPARE(Bench::reply(late).error->code, std::string("case.version"));
        QCOMPARE(Bench::reply(late).version, 2u);
        QCOMPARE(third.get().status, 200);
        QVERIFY(b.verified().isWhole());
    }

    void aRepeatedKeyGetsTheFirstAnswer()
    {
        Bench b;
        const Submission s = Bench::submission(someCase());
        const Answer first = b.ask(s), again = b.ask(s);
        QCOMPARE(again.status, first.status);
        QCOMPARE(again.body, first.body);
        b.close();
        b.open();
        QCOMPARE(b.ask(s).body, first.body);
        QCOMPARE(b.verified().events, 1);
        // A refusal is an answer too.
        const Submission bad = Bench::submission(Accept{}, 1, 1);
        const Answer refused = b.ask(bad);
        QCOMPARE(refused.status, 422);
        b.ask(Classify{MatterId(1), Priority::High}, 1, 1);
        b.ask(Route{AgencyId(2), {}, ""}, 1, 2);
        QCOMPARE(b.ask(bad).body, refused.body);
    }

    void aRepeatedKeyInOneTransactionIsAppliedOnce()
    {
        Bench b(false);
        const Submission s = Bench::submission(someCase());
        auto first = b.send(s), second = b.send(s);
        b.start();
        const Answer a = first.get();
        QCOMPARE(a.status, 200);
        QCOMPARE(second.get().body, a.body);
        QCOMPARE(b.verified().events, 1);
    }

    void aKeyForAnotherBodyOrActorIsRefused()
    {
        Bench b;
        Submission s = Bench::submission(someCase());
        b.ask(s);
        s.envelope.command = someCase("另一件");
        Answer a = b.ask(Bench::sealed(s));
        QCOMPARE(a.status, 409);
        QCOMPARE(Bench::reply(a).error->code, std::string("command.key_reused"));
        s.envelope.command = someCase();
        s.actor.name = "duty-02";
        a = b.ask(Bench::sealed(s));
        QCOMPARE(a.status, 409);
        QCOMPARE(b.verified().events, 1);
    }

    void refusalsSayWhy_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("no such case") << 0 << 422 << "case.unknown";
        QTest::newRow("no base") << 1 << 422 << "command.base";
        QTest::newRow("old base") << 2 << 409 << "case.version";
        QTest::newRow("number chosen") << 3 << 422 << "case.number";
        QTest::newRow("received twice") << 4 << 422 << "case.exists";
        QTest::newRow("outside") << 5 << 422 << "case.outside";
        QTest::newRow("wrong phase") << 6 << 422 << "case.phase";
        QTest::newRow("off duty") << 7 << 422 << "person.off_duty";
    }
    void refusalsSayWhy()
    {
        QFETCH(int, which);
        QFETCH(int, status);
        QFETCH(QString, code);
        Bench b;
        b.ask(someCase());
        b.ask(Classify{MatterId(1), Priority::High}, 1, 1);
        Receive far = someCase();
        far.place = gateway::test::outside;
        const std::vector<Submission> all{
            Bench::submission(Accept{}, 77, 1),  Bench::submission(Accept{}, 1),
            Bench::submission(Accept{}, 1, 1),   Bench::submission(someCase(), 77),
            Bench::submission(someCase(), 1),    Bench::submission(far),
            Bench::submission(Accept{}, 1, 2),   Bench::submission(Dispatch{PersonId(2), ""}, 1, 2)};
        const Answer a = b.ask(all[static_cast<std::size_t>(which)]);
        QCOMPARE(a.status, status);
        const auto error = Bench::reply(a).error;
        QVERIFY(error);
        QCOMPARE(QString::fromStdString(error->code), code);
        QVERIFY(!error->zh.empty() && !error->en.empty());
        QCOMPARE(b.verified().events, 2);
    }

    void aRestartGoesOnWhereItWas()
    {
        Bench b;
        b.ask(someCase());
        b.ask(Classify{MatterId(1), Priority::High}, 1, 1);
        b.ask(Dispatch{PersonId(1), ""}, 1, 2);
        const Head head = b.committer->head();
        b.close();
        b.open();
        QCOMPARE(b.committer->head().seq, head.seq);
        QCOMPARE(b.committer->head().chain, head.chain);
        QCOMPARE(b.journal->workload().value().at(PersonId(1)), 1);
        QCOMPARE(b.ask(Acknowledge{PersonId(1)}, 1, 3).status, 200);
        QCOMPARE(Bench::reply(b.ask(someCase())).caseId, CaseId(2));
        QVERIFY(b.verified().isWhole());
    }

    void workloadLimitsHoldAcrossARestart()
    {
        Bench b;
        b.close();
        b.city = gateway::test::tinyCity(8, 1);
        b.open();
        for (std::uint64_t id = 1; id <= 2; ++id) {
            b.ask(someCase());
            b.ask(Classify{MatterId(1), Priority::High}, id, 1);
        }
        QCOMPARE(b.ask(Dispatch{PersonId(1), ""}, 1, 2).status, 200);
        b.close();
        b.open();
        QCOMPARE(Bench::reply(b.ask(Dispatch{PersonId(1), ""}, 2, 2)).error->code, std::string("person.full"));
        b.ask(Acknowledge{PersonId(1)}, 1, 3);
        b.ask(Arrive{PersonId(1)}, 1, 4);
        b.ask(Finish{PersonId(1), Outcome::Resolved, "已处置"}, 1, 5);
        QCOMPARE(b.ask(Dispatch{PersonId(1), ""}, 2, 2).status, 200);
    }

    // Random lives with every command there is, decided by the gateway: what lies in the state tables is, byte for byte, the fold
    // of the same commands here, and what verify makes of the events.
    void theStateTablesAreTheFoldOfEveryKindOfEvent()
    {
        Bench b(false);
        b.close();
        auto life = std::make_shared<City>(domain::test::lifeCity());
        life->id = b.city->id; // the journal is that city's
        b.city = life;
        b.open(false);
        const auto actors = domain::test::lifeActors();
        auto commands = domain::test::lifeCommands(b.clock.now());
        for (auto& c : commands) // no place of this city has a shape
            if (auto* receive = std::get_if<Receive>(&c.command); receive && receive->grid.isNone())
                receive->grid = GridId(1);
        domain::test::FixedSurroundings around;
        constexpr std::uint64_t cases = 40;
        for (std::uint64_t id = 1; id <= 3; ++id)
            for (const CaseCommand& command : {CaseCommand(Merge{CaseId(id), ""}), CaseCommand(Link{CaseId(id), LinkKind::Related}), CaseCommand(Unlink{CaseId(id)})})
                commands.push_back({domain::test::Family::Relations, command});
        std::mt19937 random(11);
        std::set<std::string_view> kinds;
        std::vector<std::future<Answer>> answers;
        for (std::uint64_t id = 1; id <= cases; ++id) {
            Case& state = around.cases[CaseId(id)];
            for (int step = 0; step < 4000; ++step) {
                std::size_t who = random() % actors.size(), what = random() % commands.size();
                // Now and then what nobody has done yet comes first, so that chance leaves out nothing.
                for (std::size_t i = 0; step % 128 == 0 && i < actors.size() * commands.size(); ++i) {
                    const auto rare = decide(state, commands[i / actors.size()].command, {b.clock.now(), actors[i % actors.size()], *b.city, around});
                    if (rare && !kinds.contains(nameOf(*rare))) {
                        who = i % actors.size();
                        what = i / actors.size();
                        break;
                    }
                }
                const Actor& actor = actors[who];
                const CaseCommand& command = commands[what].command;
                const auto event = decide(state, command, {b.clock.now(), actor, *b.city, around});
                // From where little is left to do a case is led only now and then, so that lives are long.
                const bool ends = event && (std::holds_alternative<Merged>(*event) || std::holds_alternative<Declined>(*event)
                                            || std::holds_alternative<Archived>(*event) || std::holds_alternative<Noted>(*event));
                if (!event || (ends && kinds.contains(nameOf(*event)) && random() % 16 != 0))
                    continue;
                Submission s = Bench::submission(command, state.version == 0 ? 0 : id, state.version);
                s.actor = actor;
                answers.push_back(b.send(Bench::sealed(std::move(s))));
                const PersonId before = state.isOpen() ? state.handler : PersonId();
                evolve(state, {1, CaseId(id), state.version + 1, b.clock.now(), actor.name, *event});
                --around.open[before];
                ++around.open[state.isOpen() ? state.handler : PersonId()];
                kinds.insert(nameOf(*event));
            }
        }
        QVERIFY2(unseen(kinds).empty(), unseen(kinds).c_str());
        b.start();
        for (auto& a : answers) {
            const Answer answer = a.get();
            QVERIFY2(answer.status == 200, answer.body.c_str());
        }
        auto reader = b.journal->openReader().value();
        CompareStates compared(around.cases);
        const auto whole = reader->eachState(compared);
        QVERIFY2(whole, whole ? "" : whole.error().sentence.c_str());
        QCOMPARE(compared.read, cases);
        const Verified v = b.verified();
        QVERIFY2(v.isWhole(), v.isWhole() ? "" : v.fault->sentence.c_str());
        QCOMPARE(v.events, static_cast<std::int64_t>(answers.size()));
        qInfo("%zu events of %zu kinds", answers.size(), kinds.size());
    }

    void readersTailTheJournal()
    {
        Bench b;
        for (int i = 0; i < 10; ++i)
            b.ask(someCase());
        auto reader = b.journal->openReader().value();
        const auto some = reader->eventsAfter(3, 4).value();
        QCOMPARE(some.size(), 4u);
        QCOMPARE(some.front().seq, 4);
        QCOMPARE(some.back().seq, 7);
        QCOMPARE(reader->eventsAfter(3, 100, 1).value().size(), 1u);
        QVERIFY(reader->eventsAfter(10, 4).value().empty());
        b.ask(someCase());
        QCOMPARE(reader->eventsAfter(10, 4).value().size(), 1u);
        QCOMPARE(reader->history(CaseId(2)).value()->events.size(), 1u);
        QVERIFY(!reader->history(CaseId(99)).value());
        CountStates states;
        QVERIFY(reader->eachState(states));
        QCOMPARE(states.seq, 11);
        QCOMPARE(states.cases, 11);
    }

    void theReportersNameIsOnlyInItsOwnTable()
    {
        Bench b;
        b.ask(someCase());
        b.close();
        QCOMPARE(b.count("SELECT count(*) FROM reporter WHERE name='欧阳小明' AND phone='13812345678'"), 1);
        QCOMPARE(b.count("SELECT count(*) FROM event WHERE data LIKE '%欧阳小明%' OR data LIKE '%13812345678%'"), 0);
        QCOMPARE(b.count("SELECT count(*) FROM case_state WHERE json LIKE '%欧阳小明%' OR json LIKE '%13812345678%'"), 0);
        QCOMPARE(b.count("SELECT count(*) FROM idempotency WHERE reply LIKE '%欧阳%' OR reply LIKE '%13812345678%'"), 0);
        b.tamper("DELETE FROM reporter"); // erasure leaves the chain whole
        QVERIFY(b.verified().isWhole());
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("seq");
        QTest::newRow("data changed") << QByteArray("UPDATE event SET data=replace(data,'消防','停车') WHERE seq=3") << 3;
        QTest::newRow("author changed") << QByteArray("UPDATE event SET by='duty-09' WHERE seq=2") << 2;
        QTest::newRow("time changed") << QByteArray("UPDATE event SET at=at+1 WHERE seq=1") << 1;
        QTest::newRow("case changed") << QByteArray("UPDATE event SET number=9 WHERE seq=4") << 4;
        QTest::newRow("hash changed") << QByteArray("UPDATE event SET hash=zeroblob(32) WHERE seq=5") << 5;
        QTest::newRow("event gone") << QByteArray("DELETE FROM event WHERE seq=3") << 3;
        QTest::newRow("first gone") << QByteArray("DELETE FROM event WHERE seq=1") << 1;
        QTest::newRow("swapped") << QByteArray("UPDATE event SET seq=99 WHERE seq=2; UPDATE event SET seq=2 WHERE seq=3;"
                                               "UPDATE event SET seq=3 WHERE seq=99") << 2;
        QTest::newRow("state changed") << QByteArray("UPDATE case_state SET json=replace(json,'phase\":\"received','phase\":\"finished')"
                                                     " WHERE case_id=5") << 5;
        QTest::newRow("state gone") << QByteArray("DELETE FROM case_state WHERE case_id=6") << 6;
        QTest::newRow("state invented") << QByteArray("INSERT INTO case_state SELECT 70, version, phase, handler,"
                                                      " replace(json,'\"id\":1,','\"id\":70,') FROM case_state WHERE case_id=1") << 0;
    }
    void tamperingIsFound()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, seq);
        Bench b;
        for (int i = 0; i < 6; ++i)
            b.ask(someCase());
        b.close();
        QVERIFY(b.verified().isWhole());
        b.tamper(sql.constData());
        const Verified v = b.verified();
        QVERIFY(!v.isWhole());
        QCOMPARE(v.fault->seq, Seq(seq));
        QVERIFY(!v.fault->sentence.empty());
    }

    void aTruncatedTailShowsInTheHead()
    {
        // Dropping the last events leaves a whole, shorter chain: only who wrote the head down can tell.
        Bench b;
        for (int i = 0; i < 3; ++i)
            b.ask(someCase());
        b.close();
        const Hash before = b.verified().head;
        b.tamper("DELETE FROM event WHERE seq=3; DELETE FROM case_state WHERE case_id=3");
        QVERIFY(b.verified().isWhole());
        QVERIFY(b.verified().head != before);
    }

    void aBrokenDiskEndsAcknowledgingButNotReading()
    {
        Bench b;
        QCOMPARE(b.ask(someCase()).status, 200);
        // The kernel refuses to let any file of this process grow: a real error of a real write.
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        rlimit none = before;
        none.rlim_cur = 1024;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
        const Answer refused = b.ask(someCase());
        const Answer after = b.ask(someCase());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        // The commit failed: it may be on disk or not, and that is what is said.
        QCOMPARE(refused.status, 500);
        QCOMPARE(Bench::reply(refused).error->code, std::string("journal.unknown"));
        QVERIFY(!Bench::reply(refused).error->zh.empty());
        QCOMPARE(after.status, 503);
        QVERIFY(b.committer->hasFailed());
        QVERIFY(!b.committer->failure().empty());
        QCOMPARE(b.journal->openReader().value()->eventsAfter(0, 10).value().size(), 1u);
        // The disk is well again, but who knows what it holds: only a restart acknowledges.
        QCOMPARE(b.ask(someCase()).status, 503);
        b.close();
        b.open();
        QCOMPARE(Bench::reply(b.ask(someCase())).seq, 2);
        QVERIFY(b.verified().isWhole());
    }

    void stoppingAnswersEveryCommand()
    {
        Bench b(false);
        std::vector<std::future<Answer>> answers;
        for (int i = 0; i < 300; ++i)
            answers.push_back(b.send(Bench::submission(someCase())));
        b.start();
        b.committer->stop();
        for (auto& a : answers)
            QCOMPARE(a.get().status, 200);
        QCOMPARE(b.ask(someCase()).status, 503);
        QCOMPARE(b.verified().events, 300);
    }

    void tooManyWaitingAreRefused()
    {
        Bench b(false);
        std::vector<std::future<Answer>> answers;
        for (std::size_t i = 0; i < Committer::maxWaiting; ++i)
            answers.push_back(b.send(Bench::submission(Note{"x"}, 1)));
        QCOMPARE(b.ask(someCase()).status, 503);
        b.start();
        for (auto& a : answers)
            QCOMPARE(a.get().status, 422);
    }

    void aJournalOfAnotherCityIsRefused()
    {
        Bench b;
        b.close();
        const auto other = SqliteJournal::open(b.folder(), "elsewhere");
        QVERIFY(!other);
        QCOMPARE(other.error().code, std::string("journal.city"));
        QVERIFY(verifyJournal(b.folder() / "nowhere").error().code == "journal.missing");
    }
};

ZS_TEST_MAIN(JournalTest)
#include "tst_journal.moc"
