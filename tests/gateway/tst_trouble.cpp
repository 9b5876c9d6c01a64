// What goes wrong without being the end: a file that another program holds, and one state that can't be read.
#include "gateway/decide/Committer.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/journal/SqliteSchema.h"
#include "protocol/Messages.h"
#include "tests/gateway/kit/Client.h"
#include "tests/gateway/kit/GatewayFixture.h"
#include "tests/testkit/TestCase.h"

#include <future>
#include <mutex>
#include <sqlite3.h>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;
using namespace zs::gateway::test;

namespace {

/// A journal with its writer, as in tst_journal.cpp, that keeps what an administrator would hear.
class Desk {
public:
    Desk() { open(); }

    void open()
    {
        journal = SqliteJournal::open(m_dir.path(), city->id).value();
        committer = Committer::make(*journal, *city, clock).value();
        committer->start({}, [this](const Error& error) {
            const std::lock_guard lock(m_mutex);
            m_troubles.push_back(error);
        });
    }
    void close()
    {
        committer.reset();
        journal.reset();
    }
    template <class Submitted>
    Answer submit(Submitted s)
    {
        s.actor = {"duty-01", Role::Dispatcher};
        Sha256 sha;
        s.body = bodyHash(sha, s.actor, protocol::encodeCommand(s.envelope));
        auto promise = std::make_shared<std::promise<Answer>>();
        auto answer = promise->get_future();
        committer->submit(std::move(s), [promise](Answer a) { promise->set_value(std::move(a)); });
        return answer.get();
    }
    Answer ask(CaseCommand command, std::uint64_t id = 0, std::optional<std::uint32_t> base = {})
    {
        return submit(Submission{{Uuid::random(), CaseId(id), base, std::move(command)}, {}, {}});
    }
    static std::string code(const Answer& a)
    {
        const auto reply = replyOf(Response{a.status, {}, a.body});
        return reply.error ? reply.error->code : std::string();
    }
    std::vector<Error> troubles() const
    {
        const std::lock_guard lock(m_mutex);
        return m_troubles;
    }
    storage::Database otherProgram() const
    {
        return storage::Database::open(journalFile(m_dir.path()).string(), storage::Database::Mode::ReadWriteCreate).value();
    }

    std::shared_ptr<const City> city = tinyCity();
    testkit::MockClock clock;

private:
    testkit::TempDir m_dir;
    mutable std::mutex m_mutex;
    std::vector<Error> m_troubles;

public:
    std::unique_ptr<SqliteJournal> journal;
    std::unique_ptr<Committer> committer;
};

} // namespace

class TroubleTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void aBusyFileIsNoDeadDisk()
    {
        Desk d;
        QCOMPARE(d.ask(someCase()).status, 200);
        // Only the waiting is made shorter than in earnest.
        sqlite3_busy_timeout(dynamic_cast<SqliteWriter&>(d.journal->writer()).database().handle(), 20);
        auto other = d.otherProgram();
        QVERIFY(other.exec("BEGIN IMMEDIATE"));
        const Answer refused = d.ask(someCase());
        QCOMPARE(refused.status, 503);
        QCOMPARE(Desk::code(refused), std::string("journal.busy"));
        QVERIFY(!d.committer->hasFailed());
        QCOMPARE(d.troubles().size(), 1u);
        QCOMPARE(d.troubles().front().code, std::string("journal.busy"));
        QVERIFY(other.exec("COMMIT"));
        QCOMPARE(d.ask(someCase()).status, 200);
        QCOMPARE(d.committer->head().seq, 2);
    }

    void oneUnreadableCaseRefusesOnlyItsOwn()
    {
        Desk d;
        QCOMPARE(d.ask(someCase()).status, 200);
        QCOMPARE(d.ask(someCase()).status, 200);
        d.close();
        QVERIFY(d.otherProgram().exec("UPDATE case_state SET json='{\"half' WHERE case_id=1"));
        d.open();
        const Answer refused = d.ask(Note{"x"}, 1);
        QCOMPARE(refused.status, 422);
        QCOMPARE(Desk::code(refused), std::string("journal.state"));
        QCOMPARE(d.ask(Note{"x"}, 2).status, 200);
        // Also when it is only looked up for another's command.
        QCOMPARE(Desk::code(d.ask(Link{CaseId(1), LinkKind::Repeat}, 2, 2)), std::string("journal.state"));
        QCOMPARE(d.ask(someCase()).status, 200);
        QVERIFY(!d.committer->hasFailed());
        QCOMPARE(d.troubles().size(), 2u);
        QVERIFY(d.troubles().front().sentence.find("case 1 ") != std::string::npos);
    }

    void oneUnreadableDutyRefusesOnlyItsOwn()
    {
        Desk d;
        const DayNumber today = dayNumber(d.clock.now(), std::chrono::minutes(480));
        const auto opens = [&] {
            return d.submit(DutySubmission{{Uuid::random(), {SubjectKind::SensitivePeriod, 0}, {}, OpenPeriod{{"两会", "", today, today + 3, 18 * 60, {}}}}, {}, {}});
        };
        QCOMPARE(opens().status, 200);
        d.close();
        QVERIFY(d.otherProgram().exec("UPDATE duty_state SET json='[]'"));
        d.open();
        const Answer refused = d.submit(DutySubmission{{Uuid::random(), {SubjectKind::SensitivePeriod, 1}, 1u, ClosePeriod{}}, {}, {}});
        QCOMPARE(Desk::code(refused), std::string("journal.state"));
        QCOMPARE(opens().status, 200);
        QVERIFY(!d.committer->hasFailed());
    }

    void theLogSaysIt()
    {
        testkit::TestPki pki;
        LocalGateway g(pki);
        QCOMPARE(g.client("console-1").post("/v1/commands", commandBody(someCase()))->status, 200);
        g.stop();
        auto db = storage::Database::open(journalFile(g.data()).string(), storage::Database::Mode::ReadWriteCreate).value();
        QVERIFY(db.exec("UPDATE case_state SET json='[]'"));
        g.restart();
        QCOMPARE(errorOf(g.client("console-1").post("/v1/commands", commandBody(Note{"x"}, 1))), std::string("journal.state"));
        QVERIFY(g.log().find("event=journal.trouble code=journal.state") != std::string::npos);
        QCOMPARE(g.client("console-1").get("/healthz")->status, 200);
    }
};

ZS_TEST_MAIN(TroubleTest)
#include "tst_trouble.moc"
