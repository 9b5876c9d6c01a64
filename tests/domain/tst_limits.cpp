#include "domain/city/City.h"
#include "domain/sla/Limits.h"
#include "tests/testkit/TestCase.h"

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;

class LimitsTest : public testkit::TestCase {
    Q_OBJECT

    const TimePoint t0 = fromUnixMillis(1'800'000'000'000);

    Case running() const
    {
        Case c;
        c.phase = Phase::Classified;
        c.limits = {.response = {15}, .onScene = {30}, .report = {3, LimitUnit::NaturalDays}};
        c.receivedAt = t0;
        return c;
    }

private Q_SLOTS:
    void statesFollowTheShareUsed()
    {
        const Case c = running();
        QCOMPARE(limitsOf(c, t0 + 11min)[0].state, LimitState::Running);
        QCOMPARE(limitsOf(c, t0 + 12min)[0].state, LimitState::NearLimit); // 80 %
        QCOMPARE(limitsOf(c, t0 + 15min)[0].state, LimitState::NearLimit);
        QCOMPARE(limitsOf(c, t0 + 15min + 1ms)[0].state, LimitState::Late);
        QCOMPARE(limitsOf(c, t0 + 20min)[0].left(), Millis(-5min));
    }

    void aMetLimitStandsStill()
    {
        Case c = running();
        c.respondedAt = t0 + 9min;
        QCOMPARE(limitsOf(c, t0 + 5h)[0].state, LimitState::Met);
        QCOMPARE(limitsOf(c, t0 + 5h)[0].used, Millis(9min));
        c.respondedAt = t0 + 16min;
        QCOMPARE(limitsOf(c, t0 + 5h)[0].state, LimitState::MetLate);
    }

    void theNextLimitIsTheNearestThatRuns()
    {
        Case c = running();
        QCOMPARE(nextLimit(c, t0 + 1min)->kind, LimitKind::Response);
        c.respondedAt = t0 + 2min;
        QCOMPARE(nextLimit(c, t0 + 3min)->kind, LimitKind::OnScene);
        QCOMPARE(*nextDeadline(c), t0 + 30min);
        c.arrivedAt = t0 + 20min;
        QCOMPARE(nextLimit(c, t0 + 21min)->kind, LimitKind::Report);
        c.finishedAt = t0 + 1h;
        c.phase = Phase::Finished;
        QVERIFY(!nextLimit(c, t0 + 2h));
        QVERIFY(!nextDeadline(c));
    }

    void noLimitIsNoLimit()
    {
        Case c = running();
        c.limits = {};
        QVERIFY(!nextLimit(c, t0));
        QCOMPARE(limitsOf(c, t0 + 99h)[2].state, LimitState::NoLimit);
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
