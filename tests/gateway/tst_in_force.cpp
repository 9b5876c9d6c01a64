// The catalogue and the calendar by which the gateway decides: published ones, from their place in the order of events on, and
// again after a restart; and those that it brings along itself.
#include "gateway/decide/Committer.h"
#include "gateway/decide/OwnReferences.h"
#include "gateway/decide/ReferenceContent.h"
#include "gateway/journal/SqliteJournal.h"
#include "gateway/journal/Verify.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"
#include "tests/gateway/kit/TinyCity.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <future>

using namespace zs;
using namespace zs::domain;
using namespace zs::gateway;

namespace {

std::string catalogue(const std::string& version, std::uint32_t reportDays, Priority priority)
{
    Catalogue out;
    out.version = version;
    out.name = {"小城目录", "Tiny catalogue"};
    out.departments = {{"police", {"公安局", "Police"}, {"公安", "Police"}}};
    out.matters = {{"H-01", MatterList::Grid, "police", CaseKind::Hazard, {"占用消防通道", "Fire lane blocked"}, Priority::Normal, {"消防"}}};
    out.rules = {{"H-01", "", RuleLevel::Any, "police", {}, priority, {.response = {5}, .report = {reportDays, LimitUnit::WorkingDays}}}};
    return protocol::writeCatalogue(out);
}

class Bench {
public:
    enum class Started { No, Yes };
    explicit Bench(Started started = Started::Yes) { open(started); }

    void open(Started started = Started::Yes)
    {
        journal = SqliteJournal::open(dir.path(), city->id).value();
        committer = Committer::make(*journal, *city, clock, referenceCheck(*city), inForceOf(*journal, *city, {}).value()).value();
        if (started == Started::Yes)
            start();
    }
    void start() { committer->start([this](std::vector<StoredEvent> more) { events.insert(events.end(), more.begin(), more.end()); }); }
    void close()
    {
        committer.reset();
        journal.reset();
    }
    std::future<Answer> send(Committer::AnySubmission s)
    {
        auto promise = std::make_shared<std::promise<Answer>>();
        committer->submit(std::move(s), [promise](Answer a) { promise->set_value(std::move(a)); });
        return promise->get_future();
    }
    static Submission onCase(CaseCommand command, std::uint64_t id = 0, std::optional<std::uint32_t> base = {})
    {
        Submission s;
        s.envelope = {Uuid::random(), CaseId(id), base, std::move(command)};
        s.actor = {"console-1", Role::Dispatcher};
        return s;
    }
    static DutySubmission publishing(ReferenceKind kind, std::uint32_t version, const std::string& content)
    {
        Sha256 sha;
        sha.start();
        sha.add(content);
        const Publish publish{{kind, version, toHex(sha.finish()), static_cast<std::uint32_t>(content.size()), "更新"}, content};
        return {{Uuid::random(), referenceSubject(kind), {}, publish}, {"leader-1", Role::Leader}, {}};
    }
    static Submission intake()
    {
        Receive receive;
        receive.title = "占用消防通道";
        receive.place = {113.45, 22.95};
        return onCase(receive);
    }
    const std::string& lastOf(std::string_view kind) const
    {
        return std::ranges::find(events.rbegin(), events.rend(), kind, &StoredEvent::kind)->data;
    }

    testkit::TempDir dir;
    testkit::MockClock clock;
    std::shared_ptr<const City> city = gateway::test::tinyCity();
    std::vector<StoredEvent> events;
    std::unique_ptr<SqliteJournal> journal;
    std::unique_ptr<Committer> committer;
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

} // namespace

class InForceTest : public testkit::TestCase {
    Q_OBJECT

    /// What the product ships doesn't fit the tiny city, so only its calendar is brought along.
    static std::vector<OwnReference> calendarOf(const std::string& version)
    {
        CalendarData data = protocol::shippedCalendar().value()->data();
        data.version = version;
        return {{ReferenceKind::Calendar, protocol::writeCalendar(data)}};
    }

private Q_SLOTS:
    void whatIsPublishedHoldsFromThereOn()
    {
        Bench b(Bench::Started::No);
        // One batch: the order of events is what counts, not the transaction.
        std::vector<std::future<Answer>> answers;
        answers.push_back(b.send(Bench::intake()));
        answers.push_back(b.send(Bench::intake()));
        answers.push_back(b.send(Bench::onCase(Classify{MatterId(1), {}}, 1, 1)));
        answers.push_back(b.send(Bench::publishing(ReferenceKind::Catalogue, 1, catalogue("t.1", 2, Priority::Urgent))));
        answers.push_back(b.send(Bench::onCase(Classify{MatterId(1), {}}, 2, 1)));
        b.start();
        for (auto& answer : answers) {
            const Answer a = answer.get();
            QVERIFY2(a.status == 200, a.body.c_str());
        }
        QVERIFY(!holds(b.events[2].data, "\"rule\"") && holds(b.events[2].data, "\"priority\":\"high\""));
        const std::string& after = b.events[4].data;
        QVERIFY2(holds(after, R"("priority":"urgent")") && holds(after, R"("report":{"amount":2,"unit":"working_days"})"), after.c_str());
        QVERIFY2(holds(after, R"("rule":{"catalogue":"t.1","published":1,"level":"any"})"), after.c_str());
    }

    void aRestartDecidesByTheSame()
    {
        Bench b;
        QCOMPARE(b.send(Bench::publishing(ReferenceKind::Catalogue, 1, catalogue("t.3", 9, Priority::High))).get().status, 200);
        b.close();
        b.open();
        b.send(Bench::intake()).get();
        QCOMPARE(b.send(Bench::onCase(Classify{MatterId(1), {}}, 1, 1)).get().status, 200);
        QVERIFY(holds(b.lastOf("classified"), R"("catalogue":"t.3","published":1)"));
        // Replay looks at events alone: a journal without its catalogue folds to the same states.
        QVERIFY(verifyJournal(b.dir.path()).value().isWhole());
    }

    void whatDoesNotFitIsRefusedAndChangesNothing()
    {
        Bench b;
        b.send(Bench::publishing(ReferenceKind::Catalogue, 1, catalogue("t.1", 2, Priority::Urgent))).get();
        QCOMPARE(b.send(Bench::publishing(ReferenceKind::Catalogue, 2, "{}")).get().status, 422);
        b.send(Bench::intake()).get();
        b.send(Bench::onCase(Classify{MatterId(1), {}}, 1, 1)).get();
        QVERIFY(holds(b.lastOf("classified"), R"("published":1)"));
    }

    void extensionsAreJudgedByThePublishedCalendar()
    {
        Bench b;
        b.send(Bench::publishing(ReferenceKind::Calendar, 1, calendarOf("c.1").front().content)).get();
        b.send(Bench::publishing(ReferenceKind::Catalogue, 1, catalogue("t.1", 2, Priority::Urgent))).get();
        b.send(Bench::intake()).get();
        b.send(Bench::onCase(Classify{MatterId(1), {}}, 1, 1)).get();
        b.send(Bench::onCase(Route{AgencyId(2), {}, ""}, 1, 2)).get();
        b.send(Bench::onCase(Accept{}, 1, 3)).get();
        b.clock.advance(std::chrono::hours(49)); // Monday and two working days
        const Answer late = b.send(Bench::onCase(AskExtension{{1, LimitUnit::WorkingDays}, "待鉴定"}, 1, 4)).get();
        QVERIFY2(late.status == 422 && holds(late.body, "request.late"), late.body.c_str());
        // Somebody declares Tuesday a day off: now there is time.
        CalendarData data = protocol::shippedCalendar().value()->data();
        data.version = "c.2";
        data.changes.push_back({*parseIsoDay("2026-03-03"), DayKind::Holiday, "台风"});
        QCOMPARE(b.send(Bench::publishing(ReferenceKind::Calendar, 2, protocol::writeCalendar(data))).get().status, 200);
        const Answer inTime = b.send(Bench::onCase(AskExtension{{1, LimitUnit::WorkingDays}, "待鉴定"}, 1, 4)).get();
        QVERIFY2(inTime.status == 200, inTime.body.c_str());
    }

    void theGatewayPublishesWhatItBringsOnce()
    {
        Bench b(Bench::Started::No);
        JournalWriter& writer = b.journal->writer();
        const TimePoint now = b.clock.now();
        QVERIFY(publishOwn(writer, *b.city, now, calendarOf("s.1")).value().empty());
        QCOMPARE(writer.head().seq, 1);
        QVERIFY(publishOwn(writer, *b.city, now, calendarOf("s.1")).value().empty()); // the same: nothing happens
        QCOMPARE(writer.head().seq, 1);
        QVERIFY(publishOwn(writer, *b.city, now, calendarOf("s.2")).value().empty()); // a newer program
        QCOMPARE(writer.head().seq, 2);
        QCOMPARE(inForceOf(*b.journal, *b.city, {}).value().calendar->data().version, std::string("s.2"));
        QVERIFY(verifyJournal(b.dir.path()).value().isWhole());
    }

    void whatAPersonPublishedStays()
    {
        Bench b;
        b.send(Bench::publishing(ReferenceKind::Calendar, 1, calendarOf("ours").front().content)).get();
        b.close();
        b.journal = SqliteJournal::open(b.dir.path(), b.city->id).value();
        const auto overruled = publishOwn(b.journal->writer(), *b.city, b.clock.now(), calendarOf("s.9")).value();
        QCOMPARE(overruled, std::vector{ReferenceKind::Calendar});
        QCOMPARE(inForceOf(*b.journal, *b.city, {}).value().calendar->data().version, std::string("ours"));
    }
};

QTEST_APPLESS_MAIN(InForceTest)
#include "tst_in_force.moc"
