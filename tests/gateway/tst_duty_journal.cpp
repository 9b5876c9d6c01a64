// Duties in the journal: beside cases in one chain, verified, migrated, and published data with them.
#include "gateway/decide/Committer.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/journal/SqliteSchema.h"
#include "gateway/journal/Verify.h"
#include "tests/domain/CityFixture.h"
#include "tests/domain/duties/DutyStory.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <future>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;
using namespace zs::domain::test;

namespace {

/// smallCity() with a place for cases to happen in.
City withShapes()
{
    City city = smallCity();
    city.grids[0].shape = {{{{113.4, 22.8}, {113.6, 22.8}, {113.6, 23.0}, {113.4, 23.0}}}};
    return city;
}

class Bench {
public:
    Bench() { open(); }

    void open()
    {
        journal = SqliteJournal::open(dir.path(), city.id).value();
        committer = Committer::make(*journal, city, clock).value();
        committer->start([this](std::vector<StoredEvent> events) { committed.insert(committed.end(), events.begin(), events.end()); });
    }
    void close()
    {
        committer.reset();
        journal.reset();
    }
    Answer ask(Committer::AnySubmission submission)
    {
        std::promise<Answer> promise;
        committer->submit(std::move(submission), [&promise](Answer a) { promise.set_value(std::move(a)); });
        return promise.get_future().get();
    }
    static DutySubmission submission(Subject subject, DutyCommand command, std::optional<std::uint32_t> base = {})
    {
        const Role role = std::holds_alternative<Publish>(command) ? Role::Leader : Role::Dispatcher;
        DutySubmission s{{Uuid::random(), subject, base, std::move(command)}, {.name = "duty-1", .role = role}, {}};
        Sha256 sha;
        s.body = bodyHash(sha, s.actor, protocol::encodeCommand(s.envelope));
        return s;
    }
    void receiveCases(int count)
    {
        for (int i = 0; i < count; ++i) {
            Submission s;
            s.envelope = {Uuid::random(), {}, {}, everyCommand().front()};
            s.actor = {.name = "duty-1", .role = Role::Dispatcher};
            QCOMPARE(ask(s).status, 200);
        }
    }
    /// All of the story on top of nine cases; the hash that the published content says is made true.
    void tellStory()
    {
        receiveCases(9);
        for (DutyStep step : dutyStory()) {
            clock.set(step.at);
            if (auto* publish = std::get_if<Publish>(&step.command)) {
                Sha256 sha;
                sha.start();
                sha.add(publish->content);
                publish->published.sha256 = toHex(sha.finish());
            }
            const Answer answer = ask(submission(step.subject, step.command, versions[step.subject]));
            QVERIFY2(answer.status == 200, (std::string(nameOf(step.command)) + answer.body).c_str());
            const Subject subject = committed.back().subject;
            versions[subject] = committed.back().version;
        }
    }
    Verified verified() { return verifyJournal(dir.path()).value(); }
    void tamper(const char* sql)
    {
        auto db = storage::Database::open(journalFile(dir.path()).string(), storage::Database::Mode::ReadWriteCreate).value();
        QVERIFY2(db.exec(sql), sql);
    }

    testkit::TempDir dir;
    City city = withShapes();
    testkit::MockClock clock{storyNoon};
    std::vector<StoredEvent> committed;
    std::map<Subject, std::uint32_t> versions;
    std::unique_ptr<SqliteJournal> journal;
    std::unique_ptr<Committer> committer;
};

} // namespace

class DutyJournalTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theWholeStoryIsOneChain()
    {
        Bench b;
        b.tellStory();
        const Verified v = b.verified();
        QVERIFY2(v.isWhole(), v.isWhole() ? "" : v.fault->sentence.c_str());
        QCOMPARE(v.events, static_cast<std::int64_t>(9 + dutyStory().size()));
        QCOMPARE(v.cases, 9);
        QCOMPARE(v.duties, 9); // period, sheet, 2 nights, 2 consultations, campaign, its sheet, catalogue
        QCOMPARE(v.references, 1);
        QCOMPARE(v.head, b.committer->head().chain);
        QCOMPARE(b.journal->openReader().value()->reference(ReferenceKind::Catalogue, 1).value().value(), std::string("{}"));
        QVERIFY(!b.journal->openReader().value()->reference(ReferenceKind::Calendar, 2).value());
    }

    void streamedTextIsWhatTheProtocolWrites()
    {
        Bench b;
        b.tellStory();
        JsonParser parser;
        for (const StoredEvent& event : b.committed) {
            if (event.subject.kind == SubjectKind::Case)
                continue;
            std::string stored, written;
            appendStored(stored, event);
            const auto read = protocol::readDutyEvent(*parser.parse(stored));
            QVERIFY2(read, stored.c_str());
            protocol::appendEvent(written, *read);
            QCOMPARE(stored, written);
        }
    }

    void numbersGoOnAfterARestart()
    {
        Bench b;
        b.tellStory();
        b.close();
        b.open();
        b.clock.set(storyNoon);
        const auto night = b.ask(Bench::submission({SubjectKind::NightVisit, 0}, std::get<PlanNight>(dutyStory()[7].command)));
        QCOMPARE(night.status, 200);
        QCOMPARE(b.committed.back().subject, (Subject{SubjectKind::NightVisit, 3}));
        // What was loaded from the disk is what was decided on before.
        const auto twice = b.ask(Bench::submission({SubjectKind::NightVisit, 1}, BeginNight{}));
        QCOMPARE(twice.status, 422);
        QVERIFY(twice.body.find("night.stage") != std::string::npos);
        QVERIFY(b.verified().isWhole());
    }

    void aKeyAnswersAsTheFirstTime()
    {
        Bench b;
        const auto open = Bench::submission({SubjectKind::SensitivePeriod, 0}, dutyStory()[0].command);
        const Answer first = b.ask(open);
        QCOMPARE(first.status, 200);
        const Answer again = b.ask(open);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.body, first.body);
        QCOMPARE(b.committed.size(), 1u);
        DutySubmission other = Bench::submission({SubjectKind::SensitivePeriod, 0}, dutyStory()[0].command);
        other.envelope.id = open.envelope.id;
        std::get<OpenPeriod>(other.envelope.command).title = "另一个";
        Sha256 sha;
        other.body = bodyHash(sha, other.actor, protocol::encodeCommand(other.envelope));
        const Answer reused = b.ask(other);
        QCOMPARE(reused.status, 409);
        QVERIFY(reused.body.find("command.key_reused") != std::string::npos);
    }

    void anOldBaseIsAConflict()
    {
        Bench b;
        b.ask(Bench::submission({SubjectKind::SensitivePeriod, 0}, dutyStory()[0].command));
        const Subject period{SubjectKind::SensitivePeriod, 1};
        QCOMPARE(b.ask(Bench::submission(period, ClosePeriod{{"完"}})).status, 422);
        QCOMPARE(b.ask(Bench::submission(period, ClosePeriod{{"完"}}, 2)).status, 409);
        QCOMPARE(b.ask(Bench::submission(period, ClosePeriod{{"完"}}, 1)).status, 200);
    }

    void aContentMustHaveItsHash()
    {
        Bench b;
        const Answer refused = b.ask(Bench::submission(referenceSubject(ReferenceKind::Catalogue),
            Publish{{ReferenceKind::Catalogue, 1, std::string(64, 'a'), 2, "更新"}, "{}"}));
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.body.find("reference.hash") != std::string::npos);
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("state") << QByteArray("UPDATE duty_state SET json=replace(json,'飞线','无') WHERE subject=3 AND number=1");
        QTest::newRow("state gone") << QByteArray("DELETE FROM duty_state WHERE subject=3 AND number=2");
        QTest::newRow("content") << QByteArray("UPDATE reference SET content='[]'");
        QTest::newRow("content gone") << QByteArray("DELETE FROM reference");
        QTest::newRow("subject") << QByteArray("UPDATE event SET subject=0, number=99 WHERE seq=10");
        QTest::newRow("subject unknown") << QByteArray("UPDATE event SET subject=77 WHERE seq=10");
        QTest::newRow("number") << QByteArray("UPDATE event SET number=9 WHERE seq=10");
    }
    void tamperingIsFound()
    {
        QFETCH(QByteArray, sql);
        Bench b;
        b.tellStory();
        b.close();
        b.tamper(sql.constData());
        QVERIFY(!b.verified().isWhole());
    }

    void aJournalOfSchema1IsBroughtUpToDate()
    {
        Bench b;
        b.receiveCases(3);
        const Hash head = b.committer->head().chain;
        b.close();
        // As the first program left it: no subjects, no duties.
        b.tamper("DROP INDEX event_of_subject; ALTER TABLE event DROP COLUMN subject; ALTER TABLE event RENAME COLUMN number TO case_id;"
                 "CREATE UNIQUE INDEX event_of_case ON event(case_id, version); DROP TABLE duty_state; DROP TABLE reference;"
                 "UPDATE meta SET value='1' WHERE name='schema'");
        const auto tooOld = verifyJournal(b.dir.path());
        QVERIFY(!tooOld);
        QCOMPARE(tooOld.error().code, std::string("journal.schema"));
        b.open();
        QCOMPARE(b.committer->head().chain, head); // no hash was made anew
        QCOMPARE(b.ask(Bench::submission({SubjectKind::SensitivePeriod, 0}, dutyStory()[0].command)).status, 200);
        const Verified v = b.verified();
        QVERIFY2(v.isWhole(), v.isWhole() ? "" : v.fault->sentence.c_str());
        QCOMPARE(v.cases, 3);
        QCOMPARE(v.duties, 1);
    }

    void aJournalOfALaterSchemaIsRefused()
    {
        Bench b;
        b.close();
        b.tamper("UPDATE meta SET value='4' WHERE name='schema'");
        const auto refused = SqliteJournal::open(b.dir.path(), b.city.id);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("journal.schema"));
    }
};

QTEST_APPLESS_MAIN(DutyJournalTest)
#include "tst_duty_journal.moc"
