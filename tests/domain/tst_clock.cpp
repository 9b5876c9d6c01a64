// CaseClock against what is counted anew: limitsOf(), nextLimit() and nextDeadline() at the same instants.
#include "domain/sla/CaseClock.h"
#include "protocol/vocab/Calendar.h"
#include "tests/domain/LocalTime.h"
#include "tests/testkit/TestCase.h"

#include <random>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using zs::domain::test::local;

namespace {

Urgency urgencyOf(const Case& c, const WorkCalendar& calendar, TimePoint now)
{
    Urgency most = Urgency::Calm;
    for (const Limit& limit : limitsOf(c, calendar, now))
        most = std::max(most, limit.state == LimitState::Late        ? Urgency::Late
                              : limit.state == LimitState::NearLimit ? Urgency::Near
                                                                     : Urgency::Calm);
    return most;
}

Urgency nearestUrgencyOf(const Case& c, const WorkCalendar& calendar, TimePoint now)
{
    const auto limit = nextLimit(c, calendar, now);
    return !limit                                  ? Urgency::Calm
           : limit->state == LimitState::Late      ? Urgency::Late
           : limit->state == LimitState::NearLimit ? Urgency::Near
                                                   : Urgency::Calm;
}

class Story {
public:
    explicit Story(unsigned seed) : m_random(seed) {}

    Case next()
    {
        Case c;
        c.phase = static_cast<Phase>(1 + below(static_cast<int>(Phase::Merged)));
        c.receivedAt = m_start + minutes(below(60 * 24 * 40));
        c.clockAt = chance(4) ? c.receivedAt + minutes(below(3000)) : c.receivedAt;
        c.limits = {span(), span(), span(), span(), span(), span()};
        TimePoint at = c.clockAt;
        for (TimePoint* step : {&c.classifiedAt, &c.respondedAt, &c.routedAt, &c.acceptedAt, &c.arrivedAt})
            if (chance(2)) *step = at += minutes(below(2000));
        for (int i = below(3); i > 0; --i) {
            const TimePoint from = at += minutes(below(5000)), to = at += minutes(below(5000));
            c.pauses.push_back({from, to, chance(2) ? from + minutes(below(6000)) : TimePoint{}});
        }
        if (!c.pauses.empty() && chance(2)) c.pauses.back().to = {}; // suspended
        for (int i = below(3); i > 0; --i) c.extensions.push_back(span());
        return c;
    }
    TimePoint moment(const Case& c) { return c.receivedAt + Millis(static_cast<std::int64_t>(below(60 * 24 * 60)) * 60'000 + below(60'000)); }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    bool chance(int n) { return below(n) == 0; }
    static Millis minutes(int n) { return std::chrono::minutes(n); }
    LimitSpan span()
    {
        const auto unit = static_cast<LimitUnit>(below(4));
        const bool isShort = unit == LimitUnit::Minutes || unit == LimitUnit::WorkingMinutes;
        return {static_cast<std::uint32_t>(chance(5) ? 0 : 1 + below(isShort ? 3000 : 12)), unit};
    }

    std::mt19937 m_random;
    const TimePoint m_start = local("2026-09-15 00:00"); // the holidays of October lie ahead
};

} // namespace

class CaseClockTest : public testkit::TestCase {
    Q_OBJECT

    std::shared_ptr<const WorkCalendar> calendar;

private Q_SLOTS:
    void initTestCase() { calendar = *protocol::shippedCalendar(); }

    void anOpenCaseTurnsNearAndLate()
    {
        Case c;
        c.phase = Phase::Classified;
        const TimePoint t0 = c.receivedAt = local("2026-11-25 09:00");
        c.limits = {.response = {15}, .report = {3, LimitUnit::NaturalDays}};
        const CaseClock clock = clockOf(c, *calendar);
        QCOMPARE(clock.deadline, t0 + 15min);
        QCOMPARE(clock.nearFrom, t0 + 12min);
        QCOMPARE(clock.urgency(t0 + 12min - 1ms), Urgency::Calm);
        QCOMPARE(clock.urgency(t0 + 12min), Urgency::Near);
        QCOMPARE(clock.urgency(t0 + 15min), Urgency::Near);
        QCOMPARE(clock.urgency(t0 + 15min + 1ms), Urgency::Late);
        QCOMPARE(clock.nextChange(t0), t0 + 12min);
        QCOMPARE(clock.nextChange(t0 + 12min), t0 + 15min + 1ms);
        QCOMPARE(clock.nextChange(t0 + 1h), CaseClock::never);
    }

    void whatIsNotOpenHasNoClock()
    {
        Case c;
        c.phase = Phase::Finished;
        c.receivedAt = local("2026-11-25 09:00");
        c.limits = {.report = {1}};
        QCOMPARE(clockOf(c, *calendar), CaseClock());
        QCOMPARE(CaseClock().urgency(c.receivedAt + 99h), Urgency::Calm);
    }

    void suspendedUntilSomebodyResumesIt()
    {
        Case c;
        c.phase = Phase::Accepted;
        const TimePoint t0 = c.receivedAt = local("2026-11-25 09:00");
        c.limits = {.report = {60}};
        c.pauses = {{t0 + 10min, {}, {}}};
        const CaseClock clock = clockOf(c, *calendar);
        QCOMPARE(clock.deadline, CaseClock::never);
        QCOMPARE(clock.urgency(t0 + 99h), Urgency::Calm);
        QCOMPARE(clock.nextChange(t0 + 99h), CaseClock::never);
        c.pauses = {{t0 + 61min, {}, {}}}; // late before
        QCOMPARE(clockOf(c, *calendar).urgency(t0 + 61min), Urgency::Late);
    }

    void saysAtEveryInstantWhatIsCountedAnew_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed) QTest::addRow("%u", seed) << seed;
    }

    void saysAtEveryInstantWhatIsCountedAnew()
    {
        QFETCH(unsigned, seed);
        Story story(seed);
        int calm = 0, near = 0, late = 0;
        for (int i = 0; i < 4000; ++i) {
            const Case c = story.next();
            const CaseClock clock = clockOf(c, *calendar);
            const auto deadline = nextDeadline(c, *calendar);
            QCOMPARE(clock.deadline, deadline.value_or(CaseClock::never));
            std::vector<TimePoint> moments;
            for (int m = 0; m < 6; ++m) moments.push_back(story.moment(c));
            // The edges, a millisecond to either side.
            for (const TimePoint edge : {clock.deadline, clock.nearFrom, clock.nearestNearFrom, clock.lateAfter, clock.pausedUntil})
                if (edge != CaseClock::never && edge > c.receivedAt)
                    for (const Millis off : {-1ms, 0ms, 1ms}) moments.push_back(edge + off);
            for (const TimePoint now : moments) {
                // A suspension is told of while it lasts or later; before it, nobody could have known.
                if (!c.pauses.empty() && now < c.pauses.back().from) continue;
                if (!c.isOpen()) continue;
                QCOMPARE(clock.urgency(now), urgencyOf(c, *calendar, now));
                QCOMPARE(clock.nearestUrgency(now), nearestUrgencyOf(c, *calendar, now));
                if (const TimePoint nearest = clock.nearestChange(now); nearest != CaseClock::never) {
                    QVERIFY(nearest > now);
                    QCOMPARE(nearestUrgencyOf(c, *calendar, nearest - 1ms), nearestUrgencyOf(c, *calendar, now));
                    QVERIFY(nearestUrgencyOf(c, *calendar, nearest) != nearestUrgencyOf(c, *calendar, now));
                }
                const TimePoint change = clock.nextChange(now);
                if (change == CaseClock::never) continue;
                QVERIFY(change > now);
                QCOMPARE(urgencyOf(c, *calendar, change - 1ms), urgencyOf(c, *calendar, now));
                QVERIFY(urgencyOf(c, *calendar, change) != urgencyOf(c, *calendar, now));
                const Urgency now_ = clock.urgency(now);
                ++(now_ == Urgency::Calm ? calm : now_ == Urgency::Near ? near : late);
            }
        }
        QVERIFY(calm > 1000);
        QVERIFY(near > 300);
        QCOMPARE(late, 0); // what is late stays so
    }
};

QTEST_GUILESS_MAIN(CaseClockTest)
#include "tst_clock.moc"
