#include "TestCaseStore.h"

#include "protocol/vocab/Calendar.h"
#include "session/CaseStore.h"
#include "session/PeopleStore.h"
#include "tests/session/SmallCity.h"

#include <map>
#include <random>

using namespace zs;
using namespace zs::domain;
using session::Activity;
using session::CaseClocks;
using session::CaseStore;

namespace {

const TimePoint noon = fromUnixMillis(1772440860000);

CaseStore storeOf(std::vector<Case> cases)
{
    CaseStore store;
    (void)store.reset(CaseStore::prepare(std::move(cases), store.calendar()));
    return store;
}

Case dispatchedCase(std::uint64_t id, PersonId person)
{
    Case c;
    c.id = CaseId{id};
    c.version = 4;
    c.phase = Phase::Dispatched;
    c.handler = person;
    return c;
}

/// Counts by looking at every row.
void compareCounts(const CaseStore& store, const City& city)
{
    for (const Person& person : city.people) {
        int open = 0;
        bool onScene = false;
        for (std::size_t i = 0; i < store.size(); ++i) {
            const Case& c = store.row(i);
            if (c.isOpen() && c.handler == person.id) {
                ++open;
                onScene |= c.phase == Phase::OnScene;
            }
        }
        QCOMPARE(store.openCasesOf(person.id), open);
        QCOMPARE(int(store.activityOf(person.id)), int(onScene ? Activity::OnScene : open ? Activity::EnRoute : Activity::Idle));
    }
}

} // namespace

void TestCaseStore::foldsLikeTheDomain()
{
    const auto city = testkit::smallCity();
    const auto events = testkit::history(*city, 3000, 1);
    CaseStore store;
    std::size_t fresh = 0;
    for (const auto& event : events) {
        const auto applied = store.apply(event);
        QVERIFY(applied.changed);
        fresh += applied.isNew;
    }
    const auto expected = testkit::folded(events);
    QCOMPARE(store.size(), expected.size());
    QCOMPARE(fresh, expected.size());
    for (const Case& c : expected)
        QCOMPARE(*store.find(c.id), c);
    compareCounts(store, *city);
}

void TestCaseStore::oldEventsAreIgnored()
{
    const auto city = testkit::smallCity();
    const auto events = testkit::history(*city, 400, 2);
    CaseStore store = storeOf(testkit::folded(events));
    for (const auto& event : events)
        QVERIFY(!store.apply(event).changed);
    for (const Case& c : testkit::folded(events))
        QCOMPARE(*store.find(c.id), c);
}

void TestCaseStore::pendingLiesOverAndComesOff()
{
    CaseStore store = storeOf({dispatchedCase(7, PersonId{2})});
    QCOMPARE(store.setPending(CaseId{7}, Dispatched{PersonId{3}, ""}, noon, "me"), std::optional(0u));
    QVERIFY(store.isPending(CaseId{7}));
    QCOMPARE(store.find(CaseId{7})->handler, PersonId{3});
    QCOMPARE(store.find(CaseId{7})->version, 5u);
    QCOMPARE(store.confirmed(CaseId{7})->handler, PersonId{2});
    QCOMPARE(store.clearPending(CaseId{7}), std::optional(0u));
    QCOMPARE(*store.find(CaseId{7}), dispatchedCase(7, PersonId{2}));
    QCOMPARE(store.clearPending(CaseId{7}), std::nullopt);
    QCOMPARE(store.setPending(CaseId{8}, Noted{"x"}, noon, "me"), std::nullopt);
}

void TestCaseStore::pendingIsFoldedAnewWhenTheCaseMovesOn()
{
    CaseStore store = storeOf({dispatchedCase(7, PersonId{2})});
    store.setPending(CaseId{7}, Noted{"mine"}, noon, "me");
    store.apply({1, CaseId{7}, 5, noon, "other", Acknowledged{PersonId{2}}});
    QVERIFY(store.find(CaseId{7})->phase == Phase::Acknowledged);
    QCOMPARE(store.find(CaseId{7})->version, 6u);
    QCOMPARE(store.find(CaseId{7})->notes, std::uint16_t{1});
    QCOMPARE(store.confirmed(CaseId{7})->notes, std::uint16_t{0});
}

void TestCaseStore::severalLieOnTopOfOneAnother()
{
    CaseStore store = storeOf({dispatchedCase(7, PersonId{2})});
    store.setPending(CaseId{7}, Noted{"one"}, noon, "me");
    store.setPending(CaseId{7}, Noted{"two"}, noon, "me");
    QCOMPARE(store.find(CaseId{7})->version, 6u);
    QCOMPARE(store.find(CaseId{7})->notes, std::uint16_t{2});
    store.clearPending(CaseId{7});
    QCOMPARE(store.find(CaseId{7})->version, 4u);
}

void TestCaseStore::countsFollowWhatIsShown()
{
    CaseStore store = storeOf({dispatchedCase(7, PersonId{2}), dispatchedCase(8, PersonId{2})});
    QCOMPARE(store.openCasesOf(PersonId{2}), 2);
    store.setPending(CaseId{7}, Dispatched{PersonId{3}, ""}, noon, "me");
    QCOMPARE(store.openCasesOf(PersonId{2}), 1);
    QCOMPARE(store.openCasesOf(PersonId{3}), 1);
    store.apply({1, CaseId{8}, 5, noon, "x", Acknowledged{PersonId{2}}});
    store.apply({2, CaseId{8}, 6, noon, "x", Arrived{PersonId{2}}});
    QVERIFY(store.activityOf(PersonId{2}) == Activity::OnScene);
    store.apply({3, CaseId{8}, 7, noon, "x", Finished{PersonId{2}, Outcome::Resolved, "done"}});
    QVERIFY(store.activityOf(PersonId{2}) == Activity::Idle);
    store.clearPending(CaseId{7});
    QCOMPARE(store.openCasesOf(PersonId{2}), 1);
    QCOMPARE(store.openCasesOf(PersonId{3}), 0);
}

void TestCaseStore::anyInterleavingGivesTheSameState()
{
    // Two desks see the same events; each starts from a snapshot taken at its own time, gets its batches at its own pace,
    // some of them twice, and lays commands of its own over them for a while. In the end both show the fold.
    const auto city = testkit::smallCity();
    for (unsigned seed = 0; seed < 60; ++seed) {
        std::mt19937 random(seed);
        const auto events = testkit::history(*city, 300, seed + 100);
        const auto expected = testkit::folded(events);
        for (int desk = 0; desk < 2; ++desk) {
            const std::size_t from = random() % events.size();
            CaseStore store = storeOf(testkit::folded({events.begin(), events.begin() + std::ptrdiff_t(from)}));
            std::size_t next = from;
            while (next < events.size()) {
                const std::size_t back = random() % 4 == 0 ? random() % (next + 1) : 0;
                const std::size_t until = std::min(events.size(), next + 1 + random() % 40);
                for (std::size_t i = next - back; i < until; ++i)
                    store.apply(events[i]);
                next = until;
                if (store.size() == 0)
                    continue;
                const CaseId id = store.row(random() % store.size()).id;
                if (random() % 2)
                    store.setPending(id, Dispatched{PersonId{std::uint32_t(1 + random() % 5)}, ""}, noon, "me");
                else
                    store.clearPending(id);
                if (random() % 8 == 0)
                    compareCounts(store, *city);
            }
            for (const Case& c : expected) {
                QCOMPARE(*store.confirmed(c.id), c);
                store.clearPending(c.id);
                QCOMPARE(*store.find(c.id), c);
            }
            QCOMPARE(store.size(), expected.size());
            compareCounts(store, *city);
        }
    }
}

void TestCaseStore::clocksFollowWhatIsShown()
{
    Case c = dispatchedCase(7, PersonId{2});
    c.receivedAt = c.clockAt = noon;
    c.limits.onScene = {30};
    c.limits.report = {90};
    CaseStore store = storeOf({c});
    using namespace std::chrono_literals;
    QCOMPARE(store.clock(0).deadline, noon + 30min);
    store.setPending(CaseId{7}, Arrived{PersonId{2}}, noon + 1min, "me");
    QCOMPARE(store.clock(0).deadline, noon + 90min);
    store.clearPending(CaseId{7});
    QCOMPARE(store.clock(0).deadline, noon + 30min);
    store.apply({1, CaseId{7}, 5, noon + 2min, "x", Arrived{PersonId{2}}});
    QCOMPARE(store.clock(0).deadline, noon + 90min);
    store.apply({2, CaseId{7}, 6, noon + 3min, "x", Finished{PersonId{2}, Outcome::Resolved, "done"}});
    QCOMPARE(store.clock(0), CaseClock());
}

namespace {

/// Of one year in which every day but Sunday is worked: 2026, when `noon` is.
CaseClocks::Calendar sixDayCalendar()
{
    const auto shipped = *protocol::shippedCalendar();
    CalendarData data = shipped->data();
    for (CalendarYear& year : data.years)
        year.makeUpDays.clear();
    return *WorkCalendar::make(std::move(data));
}

std::vector<Case> casesInWorkingDays(std::uint64_t count)
{
    std::vector<Case> cases;
    for (std::uint64_t id = 1; id <= count; ++id) {
        Case c = dispatchedCase(id, PersonId{2});
        c.receivedAt = c.clockAt = noon - std::chrono::days(id % 300);
        c.limits.report = {static_cast<std::uint32_t>(5 + id % 20), LimitUnit::WorkingDays};
        cases.push_back(std::move(c));
    }
    return cases;
}

void compareClocks(const CaseStore& store)
{
    for (std::size_t i = 0; i < store.size(); ++i)
        QCOMPARE(store.clock(i), clockOf(store.row(i), *store.calendar()));
}

} // namespace

void TestCaseStore::anotherCalendarIsCountedInBeside()
{
    const auto shipped = *protocol::shippedCalendar(), other = sixDayCalendar();
    CaseStore store(shipped);
    (void)store.reset(CaseStore::prepare(casesInWorkingDays(3000), shipped));
    QVERIFY(!store.isCountingClocks());
    compareClocks(store);
    store.useCalendar(other);
    int slices = 0;
    for (std::uint64_t id = 1; store.isCountingClocks(); ++id, ++slices) {
        // Until it's whole everybody goes by the calendar that was in force, also for what changes meanwhile.
        QCOMPARE(store.calendar(), shipped);
        store.setPending(CaseId{id * 7 % 3000 + 1}, Arrived{PersonId{2}}, noon, "me");
        store.apply({Seq(id), CaseId{4000 + id}, 1, noon, "x", Received{}});
        compareClocks(store);
        (void)store.countClocks(std::chrono::microseconds(0));
    }
    QVERIFY(slices > 10);
    QCOMPARE(store.calendar(), other);
    compareClocks(store);
}

void TestCaseStore::aPictureOfTheOldCalendarIsCountedAnew()
{
    const auto shipped = *protocol::shippedCalendar(), other = sixDayCalendar();
    CaseStore store(shipped);
    store.useCalendar(other);
    QVERIFY(store.countClocks(std::chrono::seconds(1))); // nothing to count
    QCOMPARE(store.calendar(), other);
    (void)store.reset(CaseStore::prepare(casesInWorkingDays(100), shipped));
    QCOMPARE(store.calendar(), shipped); // consistent, though not yet what was asked for
    compareClocks(store);
    QVERIFY(store.countClocks(std::chrono::seconds(1)));
    QCOMPARE(store.calendar(), other);
    compareClocks(store);
}

void TestCaseStore::peopleForgetWhoWentHome()
{
    session::PeopleStore people(5);
    protocol::Position two = protocol::Position::at(PersonId{2}, {113.7, 23.0});
    two.ageSeconds = 10;
    people.apply({noon, {two, protocol::Position::at(PersonId{9}, {113.7, 23.0})}});
    QCOMPARE(people.known(), std::size_t{1});
    QVERIFY(people.fix(PersonId{2})->at == noon - std::chrono::seconds(10));
    QVERIFY(!people.fix(PersonId{1}) && !people.fix(PersonId{9}) && !people.fix(PersonId{0}));

    protocol::Position older = protocol::Position::at(PersonId{2}, {114.0, 23.0});
    people.apply({noon - std::chrono::seconds(60), {older}});
    QCOMPARE(people.fix(PersonId{2})->place().lon, 113.7);

    older.flags = protocol::positionOffDuty;
    people.apply({noon, {older}});
    QVERIFY(!people.fix(PersonId{2}));
    QCOMPARE(people.known(), std::size_t{0});
}
