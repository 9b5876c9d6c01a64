#include "domain/city/City.h"
#include "domain/sla/Limits.h"
#include "domain/sla/Pace.h"
#include "protocol/vocab/Calendar.h"
#include "tests/domain/LocalTime.h"
#include "tests/testkit/TestCase.h"

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using zs::domain::test::local;
using zs::domain::test::shown;

class LimitsTest : public testkit::TestCase {
    Q_OBJECT

    std::shared_ptr<const WorkCalendar> calendar;
    const TimePoint t0 = local("2026-11-25 09:00"); // a Wednesday

    Case running() const
    {
        Case c;
        c.phase = Phase::Classified;
        c.limits = {.response = {15}, .onScene = {30}, .report = {3, LimitUnit::NaturalDays}};
        c.receivedAt = c.clockAt = t0;
        return c;
    }
    Case inWorkingDays(std::uint32_t days) const
    {
        Case c = running();
        c.limits = {.report = {days, LimitUnit::WorkingDays}};
        return c;
    }
    Limit limit(const Case& c, LimitKind kind, TimePoint now) const { return limitsOf(c, *calendar, now)[static_cast<std::size_t>(kind)]; }
    LimitState response(const Case& c, TimePoint now) const { return limit(c, LimitKind::Response, now).state; }
    Limit report(const Case& c, TimePoint now) const { return limit(c, LimitKind::Report, now); }

private Q_SLOTS:
    void initTestCase() { calendar = *protocol::shippedCalendar(); }

    void statesFollowTheShareUsed()
    {
        const Case c = running();
        QCOMPARE(response(c, t0 + 11min), LimitState::Running);
        QCOMPARE(limit(c, LimitKind::Response, t0 + 11min).nearAt, t0 + 12min);
        QCOMPARE(response(c, t0 + 12min), LimitState::NearLimit); // 80 %
        QCOMPARE(response(c, t0 + 15min), LimitState::NearLimit);
        QCOMPARE(response(c, t0 + 15min + 1ms), LimitState::Late); // 100 %
        QCOMPARE(limit(c, LimitKind::Response, t0 + 20min).left(), Millis(-5min));
    }

    void aMetLimitStandsStill()
    {
        Case c = running();
        c.respondedAt = t0 + 9min;
        QCOMPARE(response(c, t0 + 5h), LimitState::Met);
        QCOMPARE(limit(c, LimitKind::Response, t0 + 5h).used, Millis(9min));
        c.respondedAt = t0 + 16min;
        QCOMPARE(response(c, t0 + 5h), LimitState::MetLate);
    }

    void theNextLimitIsTheNearestThatRuns()
    {
        Case c = running();
        QCOMPARE(nextLimit(c, *calendar, t0 + 1min)->kind, LimitKind::Response);
        c.respondedAt = t0 + 2min;
        QCOMPARE(nextLimit(c, *calendar, t0 + 3min)->kind, LimitKind::OnScene);
        QCOMPARE(*nextDeadline(c, *calendar), t0 + 30min);
        c.arrivedAt = t0 + 20min;
        QCOMPARE(nextLimit(c, *calendar, t0 + 21min)->kind, LimitKind::Report);
        c.finishedAt = t0 + 1h;
        c.phase = Phase::Finished;
        QVERIFY(!nextLimit(c, *calendar, t0 + 2h));
        QVERIFY(!nextDeadline(c, *calendar));
    }

    void noLimitIsNoLimit()
    {
        Case c = running();
        c.limits = {};
        QVERIFY(!nextLimit(c, *calendar, t0));
        QCOMPARE(report(c, t0 + 99h).state, LimitState::NoLimit);
    }

    void workingDaysOverAWeekend()
    {
        const Case c = inWorkingDays(3); // Wednesday 9:00 → Monday 9:00
        QCOMPARE(shown(report(c, t0).deadline), QByteArray("2026-11-30 09:00"));
        QCOMPARE(report(c, local("2026-11-28 12:00")).used, report(c, local("2026-11-29 12:00")).used); // nothing runs
        QCOMPARE(report(c, local("2026-11-27 18:23")).state, LimitState::Running);
        QCOMPARE(shown(report(c, t0).nearAt), QByteArray("2026-11-27 18:36")); // 57.6 of 72 hours
        QCOMPARE(report(c, local("2026-11-27 18:36")).state, LimitState::NearLimit);
        QCOMPARE(report(c, local("2026-11-30 09:01")).state, LimitState::Late);
        QCOMPARE(report(c, local("2026-11-30 09:01")).left(), Millis(-1min));
    }

    void aYearThatIsNotKnownIsMarked()
    {
        Case c = inWorkingDays(5);
        c.receivedAt = c.clockAt = local("2026-12-29 09:00");
        const Limit limit = report(c, local("2026-12-30 09:00"));
        QCOMPARE(limit.basis, Basis::NaturalFallback);
        QCOMPARE(shown(limit.deadline), QByteArray("2027-01-03 09:00"));
        QCOMPARE(report(inWorkingDays(5), t0).basis, Basis::Working);
    }

    void aSuspendedCaseHasNoClock()
    {
        Case c = inWorkingDays(3);
        c.pauses = {{local("2026-11-26 09:00"), {}}};
        const Limit paused = report(c, local("2026-12-04 09:00"));
        QCOMPARE(paused.state, LimitState::Paused);
        QCOMPARE(paused.used, Millis(24h));
        QCOMPARE(shown(paused.deadline), QByteArray("2026-12-08 09:00")); // two working days if it went on now
        QCOMPARE(nextLimit(c, *calendar, local("2026-12-04 09:00"))->state, LimitState::Paused);
        QVERIFY(!nextDeadline(c, *calendar));
        c.pauses.back().to = local("2026-12-04 09:00");
        QCOMPARE(report(c, local("2026-12-05 09:00")).state, LimitState::Running);
        QCOMPARE(shown(*nextDeadline(c, *calendar)), QByteArray("2026-12-08 09:00"));
    }

    void aForgottenPauseEndsWhenPlanned()
    {
        Case c = inWorkingDays(3);
        c.pauses = {{local("2026-11-26 09:00"), {}, local("2026-11-30 09:00")}};
        // One day used; two are left from the planned end on, whatever the time is now.
        QCOMPARE(shown(*nextDeadline(c, *calendar)), QByteArray("2026-12-02 09:00"));
        QCOMPARE(report(c, local("2026-11-27 09:00")).state, LimitState::Paused);
        QCOMPARE(shown(report(c, local("2026-11-27 09:00")).deadline), QByteArray("2026-12-02 09:00"));
        QVERIFY(isPaused(c, local("2026-11-30 08:59")) && !isPaused(c, local("2026-11-30 09:00")));
        QCOMPARE(report(c, local("2026-11-30 09:00")).state, LimitState::Running);
        QCOMPARE(report(c, local("2026-12-01 09:00")).used, Millis(48h));
        QCOMPARE(report(c, local("2026-12-02 09:01")).state, LimitState::Late);
        c.pauses.back().to = local("2026-12-01 15:00"); // resumed long after: the planned end counts
        QCOMPARE(shown(report(c, local("2026-12-01 16:00")).deadline), QByteArray("2026-12-02 09:00"));
        c.pauses.back().to = local("2026-11-27 09:00"); // resumed early
        QCOMPARE(shown(*nextDeadline(c, *calendar)), QByteArray("2026-12-01 09:00"));
    }

    void whatWasLateBeforeAPauseStaysLate()
    {
        Case c = running();
        c.pauses = {{t0 + 20min, {}}};
        QCOMPARE(response(c, t0 + 5h), LimitState::Late);
        QCOMPARE(limit(c, LimitKind::OnScene, t0 + 5h).state, LimitState::Paused);
    }

    void anExtensionLengthensTheReportOnly()
    {
        Case c = inWorkingDays(3);
        c.limits.response = {15};
        c.extensions = {{2, LimitUnit::WorkingDays}};
        QCOMPARE(shown(report(c, t0).deadline), QByteArray("2026-12-02 09:00"));
        QCOMPARE(report(c, t0).allowed, Millis(120h));
        QCOMPARE(limit(c, LimitKind::Response, t0).deadline, t0 + 15min);
        c.extensions.push_back({1, LimitUnit::NaturalDays}); // in another unit: on top, counted on the first one's clock
        QCOMPARE(shown(report(c, t0).deadline), QByteArray("2026-12-03 09:00"));
        QCOMPARE(report(c, t0).allowed, Millis(144h));
    }

    void acceptanceRunsFromTheRouting()
    {
        Case c = running();
        c.limits = {.acceptance = {30}};
        QCOMPARE(limit(c, LimitKind::Acceptance, t0 + 9h).state, LimitState::NoLimit);
        c.phase = Phase::Routed;
        c.routedAt = t0 + 2h;
        QCOMPARE(limit(c, LimitKind::Acceptance, t0 + 140min).state, LimitState::Running);
        QCOMPARE(limit(c, LimitKind::Acceptance, t0 + 3h).state, LimitState::Late);
        c.phase = Phase::Classified; // returned: nobody owes an acceptance
        QCOMPARE(limit(c, LimitKind::Acceptance, t0 + 3h).state, LimitState::NoLimit);
        c.phase = Phase::Accepted;
        c.acceptedAt = t0 + 150min;
        QCOMPARE(limit(c, LimitKind::Acceptance, t0 + 9h).state, LimitState::Met);
        c.phase = Phase::Routed; // routed anew: the earlier acceptance doesn't count
        c.routedAt = t0 + 4h;
        QCOMPARE(limit(c, LimitKind::Acceptance, t0 + 250min).state, LimitState::Running);
    }

    void aReopeningStartsTheClocksAnew()
    {
        Case c = running();
        c.respondedAt = c.classifiedAt = t0 + 5min;
        c.finishedAt = t0 + 2h;
        c.limits.registration = {10};
        c.clockAt = t0 + 24h * 10; // reopened as classified
        QCOMPARE(response(c, c.clockAt + 1min), LimitState::Running);
        QVERIFY(limit(c, LimitKind::Registration, c.clockAt + 1h).isMet());
        QCOMPARE(report(c, c.clockAt + 1h).state, LimitState::Running);
    }

    void reworkKeepsTheOriginalClock()
    {
        Case c = running();
        c.phase = Phase::Accepted;
        c.finishedAt = t0 + 2h;
        QCOMPARE(report(c, t0 + 24h * 4).state, LimitState::Late);
    }

    void followUpIsOwedAfterTheEnd()
    {
        Case c = running();
        c.limits.followUp = {2, LimitUnit::WorkingDays};
        QCOMPARE(limit(c, LimitKind::FollowUp, t0 + 1h).state, LimitState::NoLimit);
        c.phase = Phase::Finished;
        c.finishedAt = local("2026-11-27 10:00");
        QCOMPARE(shown(limit(c, LimitKind::FollowUp, t0).deadline), QByteArray("2026-12-01 10:00"));
        QCOMPARE(limit(c, LimitKind::FollowUp, local("2026-12-02 10:00")).state, LimitState::Late);
        QCOMPARE(limit(c, LimitKind::OnScene, t0 + 5h).state, LimitState::NoLimit); // never came to it: fell away
        c.phase = Phase::FollowedUp;
        c.followedUpAt = local("2026-12-01 09:00");
        QCOMPARE(limit(c, LimitKind::FollowUp, local("2026-12-02 10:00")).state, LimitState::Met);
    }

    void mergedAndDeclinedOweNothing()
    {
        Case c = running();
        c.phase = Phase::Merged;
        for (const Limit& l : limitsOf(c, *calendar, t0 + 99h))
            QCOMPARE(l.state, LimitState::NoLimit);
        c.phase = Phase::Declined;
        c.phaseAt = t0 + 1h;
        QCOMPARE(report(c, t0 + 99h).state, LimitState::Met);
        QCOMPARE(limit(c, LimitKind::FollowUp, t0 + 99h).state, LimitState::NoLimit);
    }

    void whatOthersOwe()
    {
        Case c = running();
        c.whistles = {{AgencyId(2), "duty-01", t0, {30, LimitUnit::Minutes}, {}, {}},
                      {AgencyId(3), "duty-01", t0, {30, LimitUnit::Minutes}, t0 + 10min, {}},
                      {AgencyId(4), "duty-01", t0, {30, LimitUnit::Minutes}, {}, t0 + 10min}};
        SupervisionStep step;
        step.agency = AgencyId(2);
        step.at = t0;
        step.within = {1, LimitUnit::WorkingDays};
        c.supervision = {step};
        Mediation mediation;
        mediation.openedAt = t0;
        c.mediations = {mediation};
        const auto owed = owedLimits(c, *calendar, t0 + 1h);
        QCOMPARE(owed.size(), std::size_t(4)); // stood down owes nothing
        QCOMPARE(owed[0].state, LimitState::Late);
        QCOMPARE(owed[0].agency, AgencyId(2));
        QCOMPARE(owed[1].state, LimitState::Met);
        QCOMPARE(owed[2].kind, LimitKind::Answer);
        QCOMPARE(shown(owed[2].deadline), QByteArray("2026-11-26 09:00"));
        QCOMPARE(owed[3].kind, LimitKind::Mediation);
        QCOMPARE(shown(owed[3].deadline), QByteArray("2026-12-25 09:00"));
    }

    /// Forty cases of one matter that took 1, 2, … 40 working hours from their acceptance on.
    void aBreachIsPredictedFromWhatSimilarCasesTook()
    {
        Pace pace;
        const TimePoint monday = local("2026-11-16 00:00");
        for (int hours = 1; hours <= 40; ++hours) {
            Case done = inWorkingDays(2);
            done.matter = MatterId(7);
            done.phase = Phase::Finished;
            done.receivedAt = done.clockAt = monday;
            done.acceptedAt = monday + 1h;
            done.finishedAt = done.acceptedAt + std::chrono::hours(hours);
            pace.add(done, *calendar);
        }
        Case c = inWorkingDays(2); // due on Friday 9:00
        c.matter = MatterId(7);
        c.phase = Phase::Accepted;
        c.acceptedAt = local("2026-11-26 00:00");
        const auto calm = pace.predict(c, *calendar, c.acceptedAt);
        QVERIFY(calm && !calm->isBreach);
        QCOMPARE(calm->similar, std::size_t(40));
        QCOMPARE(calm->rest, Millis(21h)); // the median of 1…40
        QCOMPARE(calm->similarity, Pace::Similarity::SameMatter);
        // 20 hours later twenty are left, of 21…40: half of those needed 31 or more.
        const auto slow = pace.predict(c, *calendar, c.acceptedAt + 20h);
        QVERIFY(slow);
        QCOMPARE(slow->similar, std::size_t(20));
        QCOMPARE(slow->rest, Millis(11h));
        QCOMPARE(shown(slow->finish), QByteArray("2026-11-27 07:00"));
        QVERIFY(!slow->isBreach);
        c.extensions = {};
        c.clockAt = c.receivedAt = local("2026-11-25 06:00"); // due at 6:00: now it is one
        QVERIFY(pace.predict(c, *calendar, c.acceptedAt + 20h)->isBreach);
        // Fewer than twelve can speak: nothing is said.
        QVERIFY(!pace.predict(c, *calendar, c.acceptedAt + 29h));
        // Another matter of the same kind and priority: those speak.
        c.matter = MatterId(8);
        QCOMPARE(pace.predict(c, *calendar, c.acceptedAt + 20h)->similarity, Pace::Similarity::SameKindAndPriority);
        c.priority = Priority::Urgent;
        QVERIFY(!pace.predict(c, *calendar, c.acceptedAt + 20h));
    }

    void theOldestSampleMakesRoom()
    {
        Pace pace;
        Case done = running();
        done.phase = Phase::Finished;
        for (std::size_t i = 0; i < 2 * Pace::mostSamples; ++i) {
            done.finishedAt = t0 + (i < Pace::mostSamples ? 1h : 10h);
            pace.add(done, *calendar);
        }
        Case c = running();
        c.phase = Phase::Received;
        QCOMPARE(pace.predict(c, *calendar, t0)->rest, Millis(10h));
        QCOMPARE(pace.predict(c, *calendar, t0)->similar, Pace::mostSamples);
    }

    void shiftsMayGoOverMidnight()
    {
        const auto at = [](int hour, int minute) { // local time at UTC+8 on some day
            return fromUnixMillis(0) + 24h * 20000 + std::chrono::hours(hour) + std::chrono::minutes(minute) - 8h;
        };
        const Shift night{22 * 60, 6 * 60};
        QVERIFY(isOnDuty(night, at(23, 0), 8h));
        QVERIFY(isOnDuty(night, at(5, 59), 8h));
        QVERIFY(!isOnDuty(night, at(6, 0), 8h));
        QVERIFY(!isOnDuty(night, at(21, 59), 8h));
        const Shift day{8 * 60, 16 * 60};
        QVERIFY(isOnDuty(day, at(8, 0), 8h));
        QVERIFY(!isOnDuty(day, at(16, 0), 8h));
    }
};

QTEST_APPLESS_MAIN(LimitsTest)
#include "tst_limits.moc"
