#include "domain/sla/WorkCalendar.h"
#include "protocol/vocab/Calendar.h"
#include "tests/domain/LocalTime.h"
#include "tests/testkit/TestCase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <random>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using zs::domain::test::local;
using zs::domain::test::shown;

namespace {

/// Each make-up day (调休) of 2018 to 2026, with the working day before and the one after it.
struct MakeUpRow { const char *day, *before, *after; };
constexpr MakeUpRow makeUpDays[] = {
    {"2018-02-11", "2018-02-09", "2018-02-12"},
    {"2018-02-24", "2018-02-23", "2018-02-26"},
    {"2018-04-08", "2018-04-04", "2018-04-09"},
    {"2018-04-28", "2018-04-27", "2018-05-02"},
    {"2018-09-29", "2018-09-28", "2018-09-30"},
    {"2018-09-30", "2018-09-29", "2018-10-08"},
    {"2018-12-29", "2018-12-28", "2019-01-02"},
    {"2019-02-02", "2019-02-01", "2019-02-03"},
    {"2019-02-03", "2019-02-02", "2019-02-11"},
    {"2019-04-28", "2019-04-26", "2019-04-29"},
    {"2019-05-05", "2019-04-30", "2019-05-06"},
    {"2019-09-29", "2019-09-27", "2019-09-30"},
    {"2019-10-12", "2019-10-11", "2019-10-14"},
    {"2020-01-19", "2020-01-17", "2020-01-20"},
    {"2020-04-26", "2020-04-24", "2020-04-27"},
    {"2020-05-09", "2020-05-08", "2020-05-11"},
    {"2020-06-28", "2020-06-24", "2020-06-29"},
    {"2020-09-27", "2020-09-25", "2020-09-28"},
    {"2020-10-10", "2020-10-09", "2020-10-12"},
    {"2021-02-07", "2021-02-05", "2021-02-08"},
    {"2021-02-20", "2021-02-19", "2021-02-22"},
    {"2021-04-25", "2021-04-23", "2021-04-26"},
    {"2021-05-08", "2021-05-07", "2021-05-10"},
    {"2021-09-18", "2021-09-17", "2021-09-22"},
    {"2021-09-26", "2021-09-24", "2021-09-27"},
    {"2021-10-09", "2021-10-08", "2021-10-11"},
    {"2022-01-29", "2022-01-28", "2022-01-30"},
    {"2022-01-30", "2022-01-29", "2022-02-07"},
    {"2022-04-02", "2022-04-01", "2022-04-06"},
    {"2022-04-24", "2022-04-22", "2022-04-25"},
    {"2022-05-07", "2022-05-06", "2022-05-09"},
    {"2022-10-08", "2022-09-30", "2022-10-09"},
    {"2022-10-09", "2022-10-08", "2022-10-10"},
    {"2023-01-28", "2023-01-20", "2023-01-29"},
    {"2023-01-29", "2023-01-28", "2023-01-30"},
    {"2023-04-23", "2023-04-21", "2023-04-24"},
    {"2023-05-06", "2023-05-05", "2023-05-08"},
    {"2023-06-25", "2023-06-21", "2023-06-26"},
    {"2023-10-07", "2023-09-28", "2023-10-08"},
    {"2023-10-08", "2023-10-07", "2023-10-09"},
    {"2024-02-04", "2024-02-02", "2024-02-05"},
    {"2024-02-18", "2024-02-09", "2024-02-19"},
    {"2024-04-07", "2024-04-03", "2024-04-08"},
    {"2024-04-28", "2024-04-26", "2024-04-29"},
    {"2024-05-11", "2024-05-10", "2024-05-13"},
    {"2024-09-14", "2024-09-13", "2024-09-18"},
    {"2024-09-29", "2024-09-27", "2024-09-30"},
    {"2024-10-12", "2024-10-11", "2024-10-14"},
    {"2025-01-26", "2025-01-24", "2025-01-27"},
    {"2025-02-08", "2025-02-07", "2025-02-10"},
    {"2025-04-27", "2025-04-25", "2025-04-28"},
    {"2025-09-28", "2025-09-26", "2025-09-29"},
    {"2025-10-11", "2025-10-10", "2025-10-13"},
    {"2026-01-04", "2025-12-31", "2026-01-05"},
    {"2026-02-14", "2026-02-13", "2026-02-24"},
    {"2026-02-28", "2026-02-27", "2026-03-02"},
    {"2026-05-09", "2026-05-08", "2026-05-11"},
    {"2026-09-20", "2026-09-18", "2026-09-21"},
    {"2026-10-10", "2026-10-09", "2026-10-12"},
};

struct Row { const char* what; const char* start; LimitSpan span; const char* deadline; Basis basis = Basis::Working; };
constexpr LimitSpan wd(std::uint32_t n) { return {n, LimitUnit::WorkingDays}; }
constexpr LimitSpan wm(std::uint32_t n) { return {n, LimitUnit::WorkingMinutes}; }
constexpr LimitSpan nd(std::uint32_t n) { return {n, LimitUnit::NaturalDays}; }

// Worked out by hand on the wall calendar; hours 8:30-12:00 and 14:30-17:30, 390 minutes a day.
constexpr Row rows[] = {
    {"over a weekend", "2026-11-27 15:00", wd(1), "2026-11-30 15:00"},
    {"month end", "2026-11-30 10:00", wd(2), "2026-12-02 10:00"},
    {"start on a Saturday: all of Monday", "2026-11-28 10:00", wd(1), "2026-12-01 00:00"},
    {"start on a Sunday: the same", "2026-11-29 23:59", wd(1), "2026-12-01 00:00"},
    {"start on a make-up Saturday before a holiday", "2026-02-14 11:00", wd(1), "2026-02-24 11:00"},
    {"through a make-up Saturday and a holiday", "2026-02-13 16:00", wd(2), "2026-02-24 16:00"},
    {"start in a holiday", "2026-02-18 09:00", wd(3), "2026-02-27 00:00"},
    {"start on a make-up Saturday at a month's end", "2026-02-28 09:00", wd(1), "2026-03-02 09:00"},
    {"National Day, then a make-up Saturday", "2026-09-30 17:00", wd(5), "2026-10-13 17:00"},
    {"year end, make-up Sunday", "2025-12-31 10:00", wd(1), "2026-01-04 10:00"},
    {"next year's notice begins in December", "2018-12-28 10:00", wd(2), "2019-01-02 10:00"},
    {"31 December off by next year's notice", "2022-12-30 09:00", wd(1), "2023-01-03 09:00"},
    {"a holiday made longer later", "2020-01-23 12:00", wd(1), "2020-02-03 12:00"},
    {"leap day", "2024-02-28 08:00", wd(2), "2024-03-01 08:00"},
    {"clock time outside office hours is kept", "2026-11-27 23:30", wd(1), "2026-11-30 23:30"},
    {"clock time in the lunch break is kept", "2026-11-25 13:00", wd(1), "2026-11-26 13:00"},
    {"midnight ends the day before", "2026-11-27 00:00", wd(1), "2026-11-28 00:00"},
    {"twenty working days over Spring Festival", "2026-02-06 10:00", wd(20), "2026-03-12 10:00"},

    {"minutes inside hours", "2026-11-25 09:00", wm(60), "2026-11-25 10:00"},
    {"minutes over lunch", "2026-11-25 11:30", wm(60), "2026-11-25 15:00"},
    {"start in the lunch break", "2026-11-25 13:00", wm(30), "2026-11-25 15:00"},
    {"start before opening", "2026-11-25 06:00", wm(30), "2026-11-25 09:00"},
    {"what fills a span ends with it", "2026-11-25 06:00", wm(210), "2026-11-25 12:00"},
    {"over night", "2026-11-25 17:00", wm(60), "2026-11-26 09:00"},
    {"a whole day from Friday night", "2026-11-27 20:00", wm(390), "2026-11-30 17:30"},
    {"start on a Saturday, minutes", "2026-11-28 10:00", wm(30), "2026-11-30 09:00"},
    {"from a make-up Saturday over a holiday", "2026-02-14 16:30", wm(120), "2026-02-24 09:30"},
    {"year end, minutes", "2025-12-31 17:00", wm(60), "2026-01-04 09:00"},

    {"natural days ignore it all", "2026-02-14 11:00", nd(3), "2026-02-17 11:00"},
    {"minutes of the clock", "2026-02-14 23:50", {20, LimitUnit::Minutes}, "2026-02-15 00:10"},

    {"last known day", "2026-12-30 10:00", wd(1), "2026-12-31 10:00"},
    {"ends with the last known day", "2026-12-31 00:00", wd(1), "2027-01-01 00:00"},
    {"into a year that isn't known", "2026-12-30 10:00", wd(3), "2027-01-02 10:00", Basis::NaturalFallback},
    {"natural days need no year", "2026-12-30 10:00", nd(3), "2027-01-02 10:00"},
    {"long after", "2031-05-03 10:00", wd(3), "2031-05-06 10:00", Basis::NaturalFallback},
    {"long before", "2001-05-03 10:00", wd(3), "2001-05-06 10:00", Basis::NaturalFallback},
    {"minutes long after", "2031-05-03 17:00", wm(60), "2031-05-04 09:00", Basis::NaturalFallback},
    {"minutes long before", "2001-05-03 17:00", wm(30), "2001-05-03 17:30", Basis::NaturalFallback},
};

} // namespace

class CalendarTest : public testkit::TestCase {
    Q_OBJECT

    std::shared_ptr<const WorkCalendar> calendar;

    static CalendarDay day(std::string_view text) { return *parseIsoDay(text); }
    static bool counts(DayKind kind) { return kind != DayKind::Weekend && kind != DayKind::Holiday; }

private Q_SLOTS:
    void initTestCase()
    {
        const auto read = protocol::shippedCalendar();
        QVERIFY2(read, read ? "" : read.error().sentence.c_str());
        calendar = *read;
    }

    void tenYearsAreThere()
    {
        for (int year = 2018; year <= 2026; ++year)
            QVERIFY(calendar->isKnown(year));
        QVERIFY(calendar->data().year(2027)); // the holidays fixed by law, not counted with
        QVERIFY(!calendar->isKnown(2027));
        QVERIFY(!calendar->isKnown(2017) && !calendar->isKnown(2028));
        QCOMPARE(calendar->kindOf(day("2027-10-01")), DayKind::Unknown);
    }

    void aYearThatIsNotKnownIsLoud()
    {
        QVERIFY(!calendar->problem(local("2026-11-25"), local("2026-12-31")));
        const auto provisional = calendar->problem(local("2026-11-25"), local("2027-01-25"));
        QVERIFY(provisional && provisional->zh.find("2027") != std::string::npos && provisional->zh.find("自然日") != std::string::npos);
        const auto missing = calendar->problem(local("2017-12-31"), local("2018-01-01"));
        QVERIFY(missing && missing->en.find("2017") != std::string::npos);
        const WorkCalendar none;
        QVERIFY(none.problem(local("2026-01-01"), local("2026-01-01")));
        QCOMPARE(none.deadline(local("2026-11-27 15:00"), wd(1)), (Deadline{local("2026-11-28 15:00"), Basis::NaturalFallback}));
    }

    void everyMakeUpDayIsWorked_data()
    {
        QTest::addColumn<QByteArray>("makeUp");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        for (const MakeUpRow& row : makeUpDays)
            QTest::newRow(row.day) << QByteArray(row.day) << QByteArray(row.before) << QByteArray(row.after);
    }

    void everyMakeUpDayIsWorked()
    {
        QFETCH(QByteArray, makeUp);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(calendar->kindOf(day(makeUp.toStdString())), DayKind::MakeUp);
        const auto at = [](const QByteArray& date, const char* clock) { return local((date + clock).toStdString()); };
        QCOMPARE(shown(calendar->deadline(at(before, " 15:20"), wd(1)).at), makeUp + " 15:20");
        QCOMPARE(shown(calendar->deadline(at(makeUp, " 15:20"), wd(1)).at), after + " 15:20");
        QCOMPARE(shown(calendar->deadline(at(before, " 17:00"), wm(60)).at), makeUp + " 09:00");
        QCOMPARE(shown(calendar->deadline(at(makeUp, " 17:00"), wm(60)).at), after + " 09:00");
        QCOMPARE(calendar->elapsed(at(makeUp, " 00:00"), at(makeUp, " 23:59"), LimitUnit::WorkingMinutes).time, Millis(390min));
    }

    void eachRowOfTheTable_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(rows); ++i)
            QTest::newRow(rows[i].what) << static_cast<int>(i);
    }

    void eachRowOfTheTable()
    {
        QFETCH(int, row);
        const Row& r = rows[row];
        const Deadline deadline = calendar->deadline(local(r.start), r.span);
        QCOMPARE(shown(deadline.at), QByteArray(r.deadline));
        QCOMPARE(deadline.basis, r.basis);
        QCOMPARE(calendar->elapsed(local(r.start), deadline.at, r.span.unit), (Elapsed{lengthOf(r.span), r.basis}));
    }

    void pausesPushTheDeadline()
    {
        const TimePoint start = local("2026-11-25 10:00");
        const auto with = [&](LimitSpan span, std::vector<Pause> pauses) { return shown(calendar->deadline(start, span, pauses).at); };
        const auto pause = [](const char* from, const char* to) { return Pause{local(from), local(to)}; };
        QCOMPARE(with(wd(2), {pause("2026-11-26 12:00", "2026-11-27 12:00")}), QByteArray("2026-11-30 10:00"));
        QCOMPARE(with(wd(2), {pause("2026-11-28 00:00", "2026-11-30 00:00")}), QByteArray("2026-11-27 10:00")); // after it
        QCOMPARE(with(wd(3), {pause("2026-11-28 08:00", "2026-11-29 20:00")}), QByteArray("2026-11-30 10:00")); // no working time in it
        QCOMPARE(with(nd(5), {pause("2026-11-28 08:00", "2026-11-29 20:00")}), QByteArray("2026-12-01 22:00"));
        QCOMPARE(with(wm(60), {pause("2026-11-25 10:30", "2026-11-25 11:00")}), QByteArray("2026-11-25 11:30"));
        QCOMPARE(with(wm(60), {pause("2026-11-25 10:30", "2026-11-25 10:40"), pause("2026-11-25 10:50", "2026-11-25 12:30")}),
                 QByteArray("2026-11-25 14:50")); // 30 + 10 + 20 minutes
        QCOMPARE(with(wm(60), {pause("2026-11-25 08:00", "2026-11-25 10:30")}), QByteArray("2026-11-25 11:30")); // began before the start
        QCOMPARE(with(wd(2), {Pause{local("2026-11-26 12:00"), TimePoint{}}}), QByteArray("2026-11-27 10:00"));  // not ended: left out
        const std::vector<Pause> day{pause("2026-11-26 12:00", "2026-11-27 12:00")};
        QCOMPARE(calendar->elapsed(start, local("2026-11-30 10:00"), LimitUnit::WorkingDays, day).time, Millis(48h));
        QCOMPARE(calendar->elapsed(start, local("2026-11-26 18:00"), LimitUnit::WorkingDays, day).time, Millis(26h));
    }

    void aLaterStartOrALongerSpanNeverEndsEarlier()
    {
        std::mt19937_64 random(3);
        const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random() % n); };
        const TimePoint first = local("2016-06-01"); // and up to 2029: outside the table on both sides
        for (int i = 0; i < 20'000; ++i) {
            const auto unit = static_cast<LimitUnit>(below(4));
            const bool days = unit == LimitUnit::WorkingDays || unit == LimitUnit::NaturalDays;
            const LimitSpan span{static_cast<std::uint32_t>(1 + below(days ? 40 : 9000)), unit};
            TimePoint start = first + Millis(below(13ULL * 365 * 86'400'000));
            if (i % 3 == 0)
                start = std::chrono::floor<std::chrono::minutes>(start);
            std::vector<Pause> pauses;
            TimePoint at = start - Millis(below(86'400'000));
            for (std::int64_t n = below(4); n > 0; --n) {
                const TimePoint from = at + Millis(below(5 * 86'400'000ULL));
                at = from + Millis(below(5 * 86'400'000ULL));
                pauses.push_back({from, at});
            }
            const Deadline one = calendar->deadline(start, span, pauses);
            QVERIFY(one.at > start);
            QCOMPARE(calendar->elapsed(start, one.at, unit, pauses).time, lengthOf(span));
            QVERIFY(calendar->elapsed(start, one.at - 1ms, unit, pauses).time < lengthOf(span)); // it is the first such instant
            QVERIFY(calendar->deadline(start + Millis(below(3 * 86'400'000ULL)), span, pauses).at >= one.at);
            QVERIFY(calendar->deadline(start, {span.amount + 1, unit}, pauses).at > one.at);
            pauses.push_back({at + 1h, at + 30h});
            QVERIFY(calendar->deadline(start, span, pauses).at >= one.at);
        }
    }

    void countingDayByDayGivesTheSame()
    {
        std::mt19937 random(4);
        for (int i = 0; i < 5'000; ++i) {
            const CalendarDay begin = day("2018-01-02") + std::chrono::days(random() % (8 * 365 + 200));
            const auto clock = std::chrono::minutes(1 + random() % 1439);
            const std::uint32_t amount = 1 + random() % 30;
            CalendarDay at = begin;
            const bool onWorkingDay = counts(calendar->kindOf(begin));
            for (std::uint32_t left = amount; left > 0;)
                left -= counts(calendar->kindOf(at += std::chrono::days(1))) ? 1 : 0;
            const TimePoint start(begin.time_since_epoch() + clock - 8h);
            const TimePoint expected(at.time_since_epoch() + (onWorkingDay ? Millis(clock) : Millis(24h)) - 8h);
            QCOMPARE(shown(calendar->deadline(start, {amount, LimitUnit::WorkingDays}).at), shown(expected));
        }
    }

    void seasonsChangeTheHours()
    {
        CalendarData data = calendar->data();
        using namespace std::chrono;
        data.seasons = {{May / 1, {{8 * 60, 12 * 60}, {15 * 60, 18 * 60}}}, {October / 1, {{9 * 60, 17 * 60}}}};
        const auto seasonal = *WorkCalendar::make(data);
        QCOMPARE(seasonal->hoursOf(day("2026-01-05")), data.seasons[1].hours); // until 1 May it is still winter's
        QCOMPARE(shown(seasonal->deadline(local("2026-04-30 16:30"), wm(60)).at), QByteArray("2026-05-06 08:30"));
        QCOMPARE(shown(seasonal->deadline(local("2026-05-06 11:30"), wm(60)).at), QByteArray("2026-05-06 15:30"));
    }

    void aChangeOfTheCityGoesFirst()
    {
        CalendarData data = calendar->data();
        data.changes = {{day("2026-11-26"), DayKind::Holiday, "台风停工"}, {day("2026-11-28"), DayKind::MakeUp, "补班"}};
        const auto changed = *WorkCalendar::make(data);
        QCOMPARE(shown(changed->deadline(local("2026-11-25 10:00"), wd(2)).at), QByteArray("2026-11-28 10:00"));
    }

    void mistakesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("mistake");
        const char* codes[] = {"calendar.make_up", "calendar.make_up", "calendar.holiday", "calendar.holiday", "calendar.hours", "calendar.hours",
                               "calendar.weekdays", "calendar.notice", "calendar.year", "calendar.reason", "calendar.change", "calendar.seasons"};
        for (int i = 0; i < static_cast<int>(std::size(codes)); ++i)
            QTest::addRow("%d %s", i, codes[i]) << QByteArray(codes[i]) << i;
    }

    void mistakesAreRefused()
    {
        QFETCH(QByteArray, code);
        QFETCH(int, mistake);
        CalendarData data = calendar->data();
        CalendarYear& year = data.years.back();
        switch (mistake) {
        case 0: year.makeUpDays.push_back(day("2027-03-03")); break; // a Wednesday
        case 1: year.makeUpDays.push_back(day("2027-02-06")); break; // Spring Festival
        case 2: year.holidays.push_back({day("2027-03-06"), day("2027-03-05"), {"反", ""}}); break;
        case 3: year.holidays.push_back({day("2026-03-06"), day("2026-03-06"), {"去年", ""}}); break;
        case 4: data.seasons[0].hours[1].from = 11 * 60; break;
        case 5: data.seasons[0].hours[1].to = 1441; break;
        case 6: data.weekdays.fill(false); break;
        case 7: year.status = YearStatus::Published; break;
        case 8: data.years.push_back(year); break;
        case 9: data.changes = {{day("2026-11-26"), DayKind::Holiday, ""}}; break;
        case 10: data.changes = {{day("2026-11-26"), DayKind::Unknown, "x"}}; break;
        case 11: data.seasons.push_back(data.seasons[0]); break;
        }
        const auto made = WorkCalendar::make(std::move(data));
        QVERIFY(!made);
        QCOMPARE(QByteArray::fromStdString(made.error().code), code);
    }

    /// The shipped calendar against two collections that others made of the same notices, where they are on this machine.
    void itAgreesWithOthers()
    {
        const QDir shared(qEnvironmentVariable("ZS_SHARED_DATA", QStringLiteral(ZS_SHARED_DATA)) + QStringLiteral("/zh"));
        if (!shared.exists())
            QSKIP("the shared data aren't on this machine");
        const auto object = [&](const QString& name) {
            QFile file(shared.filePath(name));
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        };
        QMap<QByteArray, bool> off;
        for (int year = 2018; year <= 2026; ++year) {
            const QJsonArray days = object(QStringLiteral("holiday-cn/%1.json").arg(year))[QStringLiteral("days")].toArray();
            QVERIFY(days.size() > 20);
            for (const QJsonValue& d : days)
                off[d[QStringLiteral("date")].toString().toLatin1()] = d[QStringLiteral("isOffDay")].toBool();
        }
        QVERIFY(object(QStringLiteral("holiday-cn/2027.json"))[QStringLiteral("days")].toArray().isEmpty()); // ours isn't published either
        const QJsonObject other = object(QStringLiteral("chinese-days.json"));
        int days = 0, makeUp = 0;
        for (CalendarDay d = day("2018-01-01"); d <= day("2026-12-31"); d += std::chrono::days(1), ++days) {
            const QByteArray date = QByteArray::fromStdString(isoDay(d));
            const DayKind kind = calendar->kindOf(d);
            const unsigned weekday = std::chrono::weekday(d).iso_encoding();
            const bool isOff = off.value(date, weekday >= 6);
            QVERIFY2(counts(kind) == !isOff, date);
            makeUp += kind == DayKind::MakeUp;
            if (other[QStringLiteral("workdays")].toObject().contains(QString::fromLatin1(date)))
                QVERIFY2(counts(kind), date);
            if (other[QStringLiteral("holidays")].toObject().contains(QString::fromLatin1(date)))
                QVERIFY2(!counts(kind), date);
        }
        QCOMPARE(makeUp, static_cast<int>(std::size(makeUpDays)));
        qInfo("%d days agree, %d make-up days among them", days, makeUp);
    }
};

QTEST_APPLESS_MAIN(CalendarTest)
#include "tst_calendar.moc"
