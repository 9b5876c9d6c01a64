// When a figure begins and ends, what it is compared with, and when things are due.
#include "domain/duties/zeroreport/Debts.h"
#include "domain/indicators/CalendarDeadlines.h"
#include "domain/indicators/ZeroReports.h"
#include "domain/sla/Limits.h"
#include "tests/domain/indicators/GoldenCases.h"
#include "tests/testkit/TestCase.h"

#include <chrono>
#include <random>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using namespace zs::domain::indicators;
using namespace zs::domain::indicators::test;

class IndicatorTimesTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void periods();
    void limitsByTheCalendar();
    void whatThePeriodsAskedFor();
};

void IndicatorTimesTest::periods()
{
    using std::chrono::sys_days;
    using namespace std::chrono;
    const auto at = [](year_month_day date, minutes clock) { return TimePoint(sys_days(date)) + clock - 480min; }; // UTC+8
    const auto eq = [](Span a, TimePoint from, TimePoint to) { return a == Span{from, to}; };
    // Wednesday 25 November 2026, 09:30 in the city.
    const TimePoint now = at(2026y / 11 / 25, 9h + 30min);
    const Windows today = windowsOf(Period::Today, now, 480min);
    QVERIFY(eq(today[0], at(2026y / 11 / 25, 0min), now));
    QVERIFY(eq(today[1], at(2026y / 11 / 24, 0min), now - 24h));
    QVERIFY(eq(today[2], at(2025y / 11 / 25, 0min), at(2025y / 11 / 25, 9h + 30min)));
    const Windows morning = windowsOf(Period::SinceYesterdayMorning, now, 480min);
    QVERIFY(eq(morning[0], at(2026y / 11 / 24, 8h), now));
    QVERIFY(eq(morning[1], at(2026y / 11 / 23, 8h), now - 24h));
    QVERIFY(eq(morning[2], at(2025y / 11 / 24, 8h), at(2025y / 11 / 25, 9h + 30min)));
    const Windows week = windowsOf(Period::Week, now, 480min);
    QVERIFY(eq(week[0], at(2026y / 11 / 23, 0min), now));
    QVERIFY(eq(week[1], at(2026y / 11 / 16, 0min), now - 168h));
    QCOMPARE(weekday(floor<days>(week[2].from + 480min)), Monday);
    QVERIFY(week[2].to - week[2].from == week[0].to - week[0].from);
    const Windows month = windowsOf(Period::Month, now, 480min);
    QVERIFY(eq(month[0], at(2026y / 11 / 1, 0min), now));
    QVERIFY(eq(month[1], at(2026y / 10 / 1, 0min), at(2026y / 10 / 25, 9h + 30min)));
    QVERIFY(eq(month[2], at(2025y / 11 / 1, 0min), at(2025y / 11 / 25, 9h + 30min)));
    // 31 March: February ends before its 31st day, and nothing of March is counted twice.
    const Windows march = windowsOf(Period::Month, at(2026y / 3 / 31, 12h), 480min);
    QVERIFY(eq(march[1], at(2026y / 2 / 1, 0min), at(2026y / 3 / 1, 0min)));
    // 29 February, and a Sunday, and New Year.
    const Windows leap = windowsOf(Period::Today, at(2028y / 2 / 29, 6h), 480min);
    QVERIFY(eq(leap[2], at(2027y / 2 / 28, 0min), at(2027y / 2 / 28, 6h)));
    QVERIFY(windowsOf(Period::Week, at(2026y / 11 / 29, 23h), 480min)[0].from == at(2026y / 11 / 23, 0min));
    const Windows january = windowsOf(Period::Month, at(2027y / 1 / 2, 1h), 480min);
    QVERIFY(eq(january[1], at(2026y / 12 / 1, 0min), at(2026y / 12 / 2, 1h)));
    // Any other time.
    const Windows any = windowsOf(Span{at(2026y / 5 / 1, 0min), at(2026y / 5 / 6, 0min)}, 480min);
    QVERIFY(eq(any[1], at(2026y / 4 / 26, 0min), at(2026y / 5 / 1, 0min)));
    QVERIFY(eq(any[2], at(2025y / 5 / 1, 0min), at(2025y / 5 / 6, 0min)));
}

void IndicatorTimesTest::limitsByTheCalendar()
{
    const WorkCalendar calendar; // natural days and minutes need no year
    const CalendarDeadlines deadlines(calendar);
    Case c;
    c.receivedAt = hour(0);
    c.phase = Phase::Accepted;
    QCOMPARE(deadlines.report(c), TimePoint{}); // no limit
    c.limits.report = {8 * 60, LimitUnit::Minutes};
    c.limits.followUp = {2, LimitUnit::NaturalDays};
    QCOMPARE(deadlines.report(c), hour(8));
    c.clockAt = hour(1); // reopened
    QCOMPARE(deadlines.report(c), hour(9));
    c.extensions = {{60, LimitUnit::Minutes}, {30, LimitUnit::Minutes}};
    QCOMPARE(deadlines.report(c), hour(10.5));
    QCOMPARE(deadlines.reportAsSet(c), hour(9));
    c.pauses = {{hour(2), hour(4)}, {hour(11.5), hour(12)}}; // the second one only in the extension
    QCOMPARE(deadlines.reportAsSet(c), hour(11));
    QCOMPARE(deadlines.report(c), hour(13));
    WhistleCall call;
    call.at = hour(1.5);
    call.within = {60, LimitUnit::Minutes};
    QCOMPARE(deadlines.reportIn(c, call), hour(4.5));
    c.pauses = {{hour(5), {}}}; // still suspended, and not late before
    QCOMPARE(deadlines.report(c), TimePoint{});
    c.pauses = {{hour(20), {}}}; // late since 10:30
    QCOMPARE(deadlines.report(c), hour(10.5));
    c.pauses = {{hour(10), {}}}; // late by the limit as set, saved by the extension
    QCOMPARE(deadlines.reportAsSet(c), hour(9));
    QCOMPARE(deadlines.report(c), TimePoint{});
    c.pauses = {{hour(5), {}, hour(7)}}; // suspended until 7:00: the clocks know when they go on
    QCOMPARE(deadlines.report(c), hour(12.5));
    // The clocks that people see and those that figures are judged by are the same ones.
    std::mt19937 random(8);
    for (int round = 0; round < 500; ++round) {
        Case any = c;
        any.limits.report = {1 + static_cast<std::uint32_t>(random() % 900), static_cast<LimitUnit>(random() % 4)};
        if (any.limits.report.unit != LimitUnit::Minutes) any.limits.report.amount %= 20;
        if (any.limits.report.isNone()) continue;
        any.extensions.resize(random() % 3, {30, LimitUnit::Minutes});
        any.pauses.clear();
        for (double at = 2; random() % 3 != 0; at += 5) any.pauses.push_back({hour(at), hour(at + 1 + random() % 3), {}});
        if (random() % 3 == 0) any.pauses.push_back({hour(30), {}, hour(33)});
        QCOMPARE(deadlines.report(any), limitsOf(any, calendar, hour(1))[static_cast<std::size_t>(LimitKind::Report)].deadline);
    }
    c.pauses.clear();
    c.phase = Phase::Finished;
    c.finishedAt = hour(3);
    QCOMPARE(deadlines.followUp(c), hour(51));
    QCOMPARE(measure(c, twoTowns(), deadlines).followUpDue, TimePoint{}); // nobody to be asked: none is owed
    c.reporter.phone = "138****5678";
    QCOMPARE(measure(c, twoTowns(), deadlines).followUpDue, hour(51));
    // A case that ends before a whistle's limit ends the whistle, too.
    c.whistles = {call, call};
    c.whistles[0].within = {180, LimitUnit::Minutes};
    c.whistles[1].within = {60, LimitUnit::Minutes};
    const CaseMeasure m = measure(c, twoTowns(), deadlines);
    QCOMPARE(m.calls[0].deadline, TimePoint{});
    QCOMPARE(m.calls[1].deadline, hour(2.5));
}

void IndicatorTimesTest::whatThePeriodsAskedFor()
{
    // Three days in town 1 (grids 1 and 3), until 18:00 UTC; the first day is the Sunday before.
    const City city = [] {
        City c = twoTowns();
        c.utcOffset = 0min;
        return c;
    }();
    SensitivePeriod period;
    period.number = 7;
    period.first = dayNumber(monday, 0min) - 1;
    period.last = period.first + 2;
    period.dueMinute = 18 * 60;
    period.towns = {TownId(1)};
    DaySheet sheet;
    sheet.number = sheetOf(period, period.first + 1, TownId(1));
    sheet.reports.resize(1);
    sheet.reports[0].grid = GridId(3);
    sheet.reports[0].at = hour(19); // late, and nothing found: a report all the same
    const auto lookup = [&](std::uint64_t number) { return number == sheet.number ? &sheet : nullptr; };
    const Windows windows = windowsOf(Span{hour(0), hour(24)}, 0min); // and the Sunday before
    std::vector<ZeroReportMeasure> owed;
    addZeroReports(period, lookup, city, windows, owed);
    QCOMPARE(owed.size(), std::size_t(4)); // Sunday and Monday; Tuesday's isn't due in any of the times
    ReportBuilder builder(windows);
    builder.addZeroReports(owed);
    const Report all = builder.finish();
    QCOMPARE(all.city().of(IndicatorId::ZeroReportsMissing), (Figure{1.0, 1, 2}));
    QCOMPARE(all.city().of(IndicatorId::ZeroReportsMissing, Window::Previous), (Figure{2.0, 2, 2}));
    QVERIFY(all.members(IndicatorId::ZeroReportsMissing, Window::Current).grids == std::vector{GridId(1)});
    // Closed on Monday at noon: nobody was asked any more, but who reported did, and Sunday's debts stay.
    period.stage = PeriodStage::Closed;
    period.closedAt = hour(12);
    owed.clear();
    addZeroReports(period, lookup, city, windows, owed);
    QCOMPARE(owed.size(), std::size_t(3));
}

ZS_TEST_MAIN(IndicatorTimesTest)
#include "tst_times.moc"
