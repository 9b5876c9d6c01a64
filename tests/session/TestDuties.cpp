#include "TestDuties.h"

#include "protocol/DutyMessages.h"
#include "session/Batch.h"
#include "session/DutyDesk.h"
#include "session/cache/CaseCache.h"
#include "session/outbox/OutboxFile.h"
#include "session/sync/Snapshot.h"
#include "tests/domain/CityFixture.h"
#include "tests/domain/duties/DutyStory.h"

using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;
using session::CommandState;
using session::DeskCommand;
using session::DutyDesk;
using session::DutyStore;

namespace {

const std::atomic<bool> go = false;
const Actor desk{.name = "duty-1", .role = Role::Leader};

/// The events of the story as the gateway would send them, seq from 1.
std::vector<RecordedDutyEvent> storyEvents()
{
    const City city = smallCity();
    FixedDuties duties;
    std::vector<RecordedDutyEvent> events;
    std::map<SubjectKind, std::uint64_t> numbers;
    for (const DutyStep& step : dutyStory()) {
        auto decided = decide(duties.of(step.subject), step.command, {step.at, desk, city, duties});
        if (!decided)
            qFatal("%s", decided.error().code.c_str());
        Subject subject = step.subject;
        if (subject.number == 0)
            subject.number = ++numbers[subject.kind];
        DutyState& state = duties.all.try_emplace(subject, blankDuty(subject)).first->second;
        events.push_back({static_cast<Seq>(events.size() + 1), subject, versionOf(state) + 1, step.at, desk.name, std::move(*decided)});
        (void)evolve(state, events.back());
    }
    return events;
}

DutyStore::Contents folded(const std::vector<RecordedDutyEvent>& events)
{
    DutyStore::Contents all;
    for (const RecordedDutyEvent& event : events)
        (void)evolve(all.try_emplace(event.subject, blankDuty(event.subject)).first->second, event);
    return all;
}

struct Bench {
    session::CaseStore cases;
    City city = smallCity();
    TimePoint now = storyNoon;
    DutyDesk duties{cases, city, desk, [this] { return now; }};
    session::DutyOverlays::Subjects changed;
    Seq seq = 0;

    /// What a person asks for on this desk.
    DeskCommand ask(Subject subject, DutyCommand command)
    {
        auto event = duties.check(subject, command);
        if (!event)
            qFatal("%s", event.error().code.c_str());
        DeskCommand c{Uuid::random(), {}, {}, duties.versionOf(subject), now, CommandState::Waiting, std::nullopt, 0,
                      session::DutyAsk{subject, std::move(command)}};
        duties.overlays.add(c, std::move(*event), changed);
        return c;
    }
    void happens(Subject subject, DutyEvent event, const std::string& by = desk.name)
    {
        const DutyState* confirmed = duties.store.confirmed(subject);
        const RecordedDutyEvent recorded{++seq, subject, (confirmed ? versionOf(*confirmed) : 0) + 1, now, by, std::move(event)};
        duties.store.apply(recorded);
        duties.overlays.onConfirmedEvent(recorded, changed);
    }
    const DaySheet* sheet() const { return duties.store.find<DaySheet>(sheetNumber({1, 0, TownId(1)})); }
};

const Subject sheetSubject{SubjectKind::ZeroReport, sheetNumber({1, 0, TownId(1)})};
const PeriodOpened period{"节日安保", "", storyDay, storyDay + 6, 18 * 60, {}};

} // namespace

void TestDuties::theStoreFoldsWhatTheStoryTells()
{
    DutyStore store;
    const auto events = storyEvents();
    for (const RecordedDutyEvent& event : events) {
        QVERIFY(store.apply(event));
        QVERIFY(!store.apply(event)); // old news
    }
    for (const auto& [subject, state] : folded(events))
        QVERIFY(*store.find(subject) == state);
    QCOMPARE(store.all<NightVisit>().size(), 2u);
    QCOMPARE(store.all<NightVisit>().front()->number, 1u);
    QVERIFY(!store.find<NightVisit>(3));
}

void TestDuties::whatIsPendingLiesOverWhatIsConfirmed()
{
    Bench b;
    b.happens({SubjectKind::SensitivePeriod, 1}, period);
    const DeskCommand mine = b.ask(sheetSubject, ReportDay{GridId(1), 0, "", {}});
    QVERIFY(b.sheet()->find(GridId(1))); // shown at once, on a sheet that nobody has confirmed
    QVERIFY(!b.duties.store.confirmed(sheetSubject));
    QVERIFY(b.duties.store.isPending(sheetSubject));
    b.happens(sheetSubject, DayReported{GridId(2), 3, "", {}, Timeliness::InTime}, "field-1"); // somebody else's
    QVERIFY(b.sheet()->find(GridId(1)));
    QVERIFY(b.sheet()->find(GridId(2)));
    b.happens(sheetSubject, DayReported{GridId(1), 0, "", {}, Timeliness::InTime}); // its own, before the reply
    QVERIFY(!b.duties.store.isPending(sheetSubject));
    QCOMPARE(b.sheet()->version, 2u);
    b.duties.overlays.confirm(mine.id, 2, b.changed);
    QCOMPARE(b.sheet()->reports.size(), 2u);
}

void TestDuties::aReplyBeforeItsEventKeepsTheOverlay()
{
    Bench b;
    b.happens({SubjectKind::SensitivePeriod, 1}, period);
    const DeskCommand mine = b.ask(sheetSubject, ReportDay{GridId(1), 0, "", {}});
    b.duties.overlays.confirm(mine.id, 1, b.changed);
    QVERIFY(b.sheet()->find(GridId(1)));
    b.happens(sheetSubject, DayReported{GridId(1), 0, "", {}, Timeliness::InTime});
    QVERIFY(!b.duties.store.isPending(sheetSubject));
    QCOMPARE(b.sheet()->version, 1u);
}

void TestDuties::aRefusalTakesItOff()
{
    Bench b;
    b.happens({SubjectKind::SensitivePeriod, 1}, period);
    const DeskCommand mine = b.ask(sheetSubject, ReportDay{GridId(1), 0, "", {}});
    b.changed.clear();
    b.duties.overlays.drop(mine.id, b.changed);
    QVERIFY(!b.sheet());
    QCOMPARE(b.changed.size(), 1u);
    // What isn't legal any more on the confirmed state isn't shown.
    b.ask(sheetSubject, ReportDay{GridId(1), 0, "", {}});
    b.happens(sheetSubject, DayReported{GridId(1), 7, "", {}, Timeliness::InTime}, "field-1");
    QCOMPARE(b.sheet()->find(GridId(1))->count, 7);
    QVERIFY(!b.duties.store.isPending(sheetSubject));
}

void TestDuties::theCacheKeepsThem()
{
    testkit::TempDir dir;
    const auto events = storyEvents();
    {
        auto cache = session::CaseCache::open((dir / "cache.db").string(), "small").value();
        QVERIFY(cache.replace({}, {0, "", storyNoon, false}, go));
        for (std::size_t from = 0; from < events.size(); from += 5) {
            const auto part = std::span(events).subspan(from, std::min<std::size_t>(5, events.size() - from));
            const auto kept = cache.append({}, {part.back().seq, "", storyNoon, false}, part);
            QVERIFY2(kept, kept ? "" : kept.error().sentence.c_str());
        }
    }
    auto cache = session::CaseCache::open((dir / "cache.db").string(), "small").value();
    QCOMPARE(cache.mark().seq, static_cast<Seq>(events.size()));
    QVERIFY(cache.loadDuties().value() == folded(events));
    QVERIFY(cache.replace({}, {9, "", storyNoon, false}, go, {}));
    QVERIFY(cache.loadDuties().value().empty());
    QVERIFY(cache.replace({}, {9, "", storyNoon, false}, go, folded(events)));
    QVERIFY(cache.loadDuties().value() == folded(events));
}

void TestDuties::theCacheRefusesAHole()
{
    testkit::TempDir dir;
    const auto events = storyEvents();
    auto cache = session::CaseCache::open((dir / "cache.db").string(), "small").value();
    QVERIFY(cache.replace({}, {0, "", storyNoon, false}, go));
    const auto kept = cache.append({}, {2, "", storyNoon, false}, std::span(events).subspan(1, 1));
    QVERIFY(!kept);
    QCOMPARE(kept.error().code, std::string("cache.order"));
    // A case and a duty that together are without gaps.
    const RecordedEvent received{2, CaseId(1), 1, storyNoon, "x", Received{}};
    QVERIFY(cache.append(std::span(&received, 1), {2, "", storyNoon, false}, std::span(events).subspan(0, 1)));
}

void TestDuties::publishedContentIsKept()
{
    testkit::TempDir dir;
    auto cache = session::CaseCache::open((dir / "cache.db").string(), "small").value();
    QVERIFY(!cache.reference(ReferenceKind::Calendar, 1).value());
    QVERIFY(cache.keepReference(ReferenceKind::Calendar, 1, "{}"));
    QVERIFY(cache.keepReference(ReferenceKind::Calendar, 2, "[]"));
    QVERIFY(!cache.reference(ReferenceKind::Calendar, 1).value());
    QCOMPARE(cache.reference(ReferenceKind::Calendar, 2).value().value(), std::string("[]"));
    Bench b;
    QVERIFY(b.duties.wanted().empty());
    b.happens(referenceSubject(ReferenceKind::Calendar), Published{ReferenceKind::Calendar, 2, std::string(64, 'a'), 2, "x"});
    QCOMPARE(b.duties.wanted().size(), 1u);
    QVERIFY(b.duties.take(ReferenceKind::Calendar, 2, "[]"));
    QVERIFY(!b.duties.take(ReferenceKind::Calendar, 1, "{}")); // came late
    QVERIFY(b.duties.wanted().empty());
    QCOMPARE(b.duties.published(ReferenceKind::Calendar)->content, std::string("[]"));
}

void TestDuties::theOutboxKeepsThem()
{
    testkit::TempDir dir;
    const link::LocalSeal seal({1, 2, 3});
    const std::string path = (dir / "outbox.db").string();
    std::vector<DeskCommand> sent;
    {
        auto file = session::OutboxFile::open(path, seal).value();
        for (const DutyStep& step : dutyStory()) {
            sent.push_back({Uuid::random(), {}, {}, 4, storyNoon, CommandState::Waiting, std::nullopt, 0, session::DutyAsk{step.subject, step.command}});
            QVERIFY(file.add(sent.back()));
        }
    }
    const auto left = session::OutboxFile::open(path, seal).value().load().value();
    QCOMPARE(left.size(), sent.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        QVERIFY(left[i].duty == sent[i].duty);
        QVERIFY(left[i].caseId.isNone());
        QCOMPARE(session::OutboxFile::bodyOf(left[i]), session::OutboxFile::bodyOf(sent[i]));
    }
}

void TestDuties::aSnapshotHoldsThem()
{
    const auto events = storyEvents();
    std::string text = R"({"v":1,"seq":9,"now":2,"city":"small","cases":[],"duties":[)";
    for (const auto& [subject, state] : folded(events)) {
        if (text.back() != '[')
            text += ',';
        text += R"({"kind":")" + std::string(enumNames(subject.kind)[static_cast<std::size_t>(subject.kind)]) + R"(","state":)";
        protocol::appendDutyState(text, state);
        text += '}';
    }
    text += "]}";
    const auto read = session::readSnapshot(text, go);
    QVERIFY2(read, read ? "" : read.error().sentence.c_str());
    QVERIFY(read->duties == folded(events));
    for (const char* bad : {R"({"v":1,"seq":9,"now":2,"city":"x","cases":[],"duties":[{"kind":"night_visit"}]})",
                            R"({"v":1,"seq":9,"now":2,"city":"x","cases":[],"duties":[{"kind":"other","state":{}}]})",
                            R"({"v":1,"seq":9,"now":2,"city":"x","cases":[],"duties":{}})"})
        QVERIFY2(!session::readSnapshot(bad, go), bad);
}
