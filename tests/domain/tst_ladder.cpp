// The ladder of supervision: which rung is due, to whom, and when the given time isn't over yet.
#include "domain/sla/Ladder.h"
#include "tests/testkit/TestCase.h"

#include <ranges>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;

class LadderTest : public testkit::TestCase {
    Q_OBJECT

    const WorkCalendar calendar; // minutes need none
    const TimePoint t0 = fromUnixMillis(1772440860000);
    const AgencyId lead{3}, other{4};

    /// Routed at t0 with 30 minutes to report back, 10 to accept.
    Case routed() const
    {
        Case c;
        c.phase = Phase::Accepted;
        c.lead = lead;
        c.receivedAt = c.clockAt = c.routedAt = t0;
        c.classifiedAt = c.respondedAt = c.acceptedAt = t0;
        c.limits = {.report = {30}};
        return c;
    }
    SupervisionStep step(SupervisionRung rung, AgencyId agency, TimePoint at, TimePoint answered = {}) const
    {
        return {rung, agency, "zhou.j", Level::City, at, {15}, answered, "迟"};
    }

private Q_SLOTS:
    void nothingIsDueInTime()
    {
        QVERIFY(owedBy(routed(), calendar, t0 + 20min).empty());
        const auto near = owedBy(routed(), calendar, t0 + 25min);
        QCOMPARE(near.size(), 1u);
        QCOMPARE(near[0].limit.state, LimitState::NearLimit);
        QVERIFY(ladderDue(routed(), calendar, t0 + 25min).empty()); // near isn't late
    }

    void theLadderGoesUpOneRungAtATime()
    {
        Case c = routed();
        TimePoint now = t0 + 31min;
        for (const SupervisionRung rung : {SupervisionRung::Reminder, SupervisionRung::Urge, SupervisionRung::Supervise,
                                           SupervisionRung::Circular, SupervisionRung::Summons, SupervisionRung::Listed}) {
            const auto due = ladderDue(c, calendar, now);
            QCOMPARE(due.size(), 1u);
            QCOMPARE(due[0].agency, lead);
            QCOMPARE(due[0].rung, rung);
            QCOMPARE(due[0].cause.kind, LimitKind::Report);
            c.supervision.push_back(step(rung, lead, now));
            QVERIFY(ladderDue(c, calendar, now + 14min).empty()); // within its time
            now += 15min;
        }
        QVERIFY(ladderDue(c, calendar, now).empty()); // no rung above the last
        QVERIFY(!nextRung(c, lead));
    }

    void anAnswerGivesTheSameTimeOnceMore()
    {
        Case c = routed();
        c.supervision.push_back(step(SupervisionRung::Reminder, lead, t0 + 31min, t0 + 40min));
        QVERIFY(ladderDue(c, calendar, t0 + 54min).empty());
        const auto due = ladderDue(c, calendar, t0 + 55min);
        QCOMPARE(due.size(), 1u);
        QCOMPARE(due[0].rung, SupervisionRung::Urge);
    }

    void eachAgencyHasItsOwnLadder()
    {
        Case c = routed();
        c.whistles.push_back({other, "zhou.j", t0, {20}, {}, {}});
        c.supervision.push_back(step(SupervisionRung::Urge, lead, t0 + 31min));
        const auto due = ladderDue(c, calendar, t0 + 47min);
        QCOMPARE(due.size(), 2u);
        QCOMPARE(due[0].agency, other); // waits longest
        QCOMPARE(due[0].rung, SupervisionRung::Reminder);
        QCOMPARE(due[0].cause.kind, LimitKind::ReportIn);
        QCOMPARE(due[1].agency, lead);
        QCOMPARE(due[1].rung, SupervisionRung::Supervise);
        c.whistles[0].reportedAt = t0 + 48min;
        QCOMPARE(ladderDue(c, calendar, t0 + 49min).size(), 1u);
    }

    // The clocks run again (Limits.h), so somebody owes something again.
    void aPauseThatRanOutAndWasForgottenHidesNobody()
    {
        Case c = routed();
        c.pauses.push_back({t0 + 20min, {}, t0 + 60min});
        QVERIFY(owedBy(c, calendar, t0 + 59min).empty());
        QCOMPARE(ladderDue(c, calendar, t0 + 71min).size(), 1u); // 20 minutes before the pause, 10 behind it
        QVERIFY(ladderDue(c, calendar, t0 + 69min).empty());
        // The time that an agency was given stands still in the pause as well.
        c.supervision.push_back(step(SupervisionRung::Reminder, lead, t0 + 10min));
        QVERIFY(ladderDue(c, calendar, t0 + 64min).empty());
        QCOMPARE(ladderDue(c, calendar, t0 + 71min).size(), 1u);
    }

    void nobodyIsHurriedWhileItIsSuspendedOrOver()
    {
        Case c = routed();
        Pause pause;
        pause.from = t0 + 40min;
        c.pauses.push_back(pause);
        QVERIFY(owedBy(c, calendar, t0 + 90min).empty());
        c.pauses.clear();
        QCOMPARE(ladderDue(c, calendar, t0 + 90min).size(), 1u);
        c.phase = Phase::Finished;
        c.finishedAt = t0 + 90min;
        QVERIFY(ladderDue(c, calendar, t0 + 100min).empty());
    }
};

QTEST_APPLESS_MAIN(LadderTest)
#include "tst_ladder.moc"
