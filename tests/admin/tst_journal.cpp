// journal verify on a journal that the gateway's own writer made, and on the same one after somebody changed it.
#include "admin/cli/Command.h"
#include "base/storage/Sqlite.h"
#include "gateway/journal/SqliteJournal.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <sstream>

using namespace zs;
using testkit::TempDir;

class JournalCommandTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void wholeJournal();
    void changedEventIsFound();
    void droppedEventIsFound();
    void changedStateIsFound();
    void noJournalIsASentence();

private:
    struct Answer {
        int status;
        std::string out;
        std::string err;
    };
    Answer verify(const TempDir& dir);
    void writeThreeEvents(const TempDir& dir);
    void change(const TempDir& dir, const char* sql);

    testkit::MockClock m_clock;
};

JournalCommandTest::Answer JournalCommandTest::verify(const TempDir& dir)
{
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> arguments{"journal", "verify", "--data", dir.path().string()};
    const int status = admin::run(admin::commands(), arguments, {m_clock, out}, err);
    return {status, out.str(), err.str()};
}

void JournalCommandTest::writeThreeEvents(const TempDir& dir)
{
    auto journal = gateway::SqliteJournal::open(dir.path(), "test-city");
    QVERIFY(journal);
    gateway::JournalWriter& writer = (*journal)->writer();
    QVERIFY(writer.begin());
    domain::Case state;
    const CaseId id = writer.nextCaseId();
    const auto append = [&](const domain::CaseEvent& event) {
        domain::RecordedEvent recorded{0, id, state.version + 1, m_clock.now(), "console-1", event};
        domain::evolve(state, recorded);
        gateway::StoredEvent stored;
        const auto appended = writer.append({recorded, &state, nullptr}, stored);
        QVERIFY2(appended, appended ? "" : appended.error().sentence.c_str());
    };
    domain::Received received;
    received.kind = domain::CaseKind::Dispute;
    received.channel = domain::Channel::WalkIn;
    received.title = "噪声";
    received.place = {113.5, 22.9};
    append(received);
    domain::Noted noted;
    noted.text = "已电话联系";
    append(noted);
    noted.text = "约定今日下午调解";
    append(noted);
    QVERIFY(writer.commit());
}

void JournalCommandTest::change(const TempDir& dir, const char* sql)
{
    auto db = storage::Database::open((dir / "journal.sqlite").string(), storage::Database::Mode::ReadWriteCreate);
    QVERIFY(db);
    QVERIFY(db->exec(sql));
}

void JournalCommandTest::wholeJournal()
{
    const TempDir dir;
    writeThreeEvents(dir);
    const Answer answer = verify(dir);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.err, std::string());
    QVERIFY2(answer.out.starts_with("events=3 cases=1 head="), answer.out.c_str());
    QVERIFY(answer.out.ends_with(" chain=ok\n"));
}

void JournalCommandTest::changedEventIsFound()
{
    const TempDir dir;
    writeThreeEvents(dir);
    change(dir, "UPDATE event SET data=replace(data, '电话', '上门') WHERE seq=2");
    const Answer answer = verify(dir);
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.out.find("chain=broken seq=2\n") != std::string::npos, answer.out.c_str());
}

void JournalCommandTest::droppedEventIsFound()
{
    const TempDir dir;
    writeThreeEvents(dir);
    change(dir, "DELETE FROM event WHERE seq=2");
    const Answer answer = verify(dir);
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.out.find("chain=broken seq=") != std::string::npos, answer.out.c_str());
}

void JournalCommandTest::changedStateIsFound()
{
    const TempDir dir;
    writeThreeEvents(dir);
    change(dir, "UPDATE case_state SET json=replace(json, '噪声', '积水')");
    const Answer answer = verify(dir);
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.out.find("chain=broken seq=3\n") != std::string::npos, answer.out.c_str());
}

void JournalCommandTest::noJournalIsASentence()
{
    const TempDir dir;
    const Answer answer = verify(dir);
    QCOMPARE(answer.status, 1);
    QVERIFY(answer.out.empty());
    QVERIFY(answer.err.starts_with("zhongshu-admin journal verify: There is no journal"));
}

ZS_TEST_MAIN(JournalCommandTest)
#include "tst_journal.moc"
