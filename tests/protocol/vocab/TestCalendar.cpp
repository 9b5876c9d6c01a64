#include "protocol/vocab/Calendar.h"
#include "tests/testkit/TempDir.h"
#include "tests/testkit/TestCase.h"

#include <QFile>

using namespace zs;
using namespace zs::protocol;

class CalendarFileTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        domain::CalendarData data = (*shippedCalendar())->data();
        data.changes = {{*domain::parseIsoDay("2026-11-26"), domain::DayKind::Holiday, "台风\"停工\""}};
        data.weekdays[6] = true; // Saturdays are worked, so the make-up Saturdays go
        for (domain::CalendarYear& year : data.years)
            std::erase_if(year.makeUpDays, [](domain::CalendarDay d) { return std::chrono::weekday(d) == std::chrono::Saturday; });
        data.seasons.push_back({std::chrono::May / 1, {{480, 720}, {900, 1440}}});
        const std::string text = writeCalendar(data);
        const auto read = readCalendar(text, "again");
        QVERIFY2(read, read ? "" : read.error().sentence.c_str());
        QVERIFY(*read == data);
        QCOMPARE(writeCalendar(*read), text);
    }

    void aFileIsRead()
    {
        testkit::TempDir dir;
        const auto path = dir.path() / "calendar.json";
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(writeCalendar((*shippedCalendar())->data())));
        file.close();
        const auto read = loadCalendar(path);
        QVERIFY(read && (*read)->data() == (*shippedCalendar())->data());
        QCOMPARE(loadCalendar(path / "x").error().code, std::string("calendar.file"));
    }

    void aDamagedFileSaysWhere_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* name, const char* from, const char* to, const char* code, const char* named) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(code) << QByteArray(named);
        };
        row("not JSON", "{", "", "calendar.json", "isn't JSON");
        row("other format", "zhongshu-calendar", "ics", "calendar.field", "\"format\"");
        row("newer format", "\"format_version\":1", "\"format_version\":2", "calendar.field", "too old");
        row("no such date", "2026-02-14", "2026-02-30", "calendar.field", "\"make_up_days\"");
        row("a date of another form", "2026-02-14", "14/02/2026", "calendar.field", "\"make_up_days\"");
        row("worked anyway", "2026-02-14", "2026-02-13", "calendar.make_up", "worked anyway");
        row("unknown status", "\"published\"", "\"sure\"", "calendar.field", "\"status\"");
        row("hours", "\"08:30\"", "\"8:30\"", "calendar.field", "\"hours\"");
        row("no hour", "\"08:30\"", "\"25:30\"", "calendar.field", "\"hours\"");
        row("29 February", "\"01-01\"", "\"02-29\"", "calendar.field", "\"from\"");
        row("eighth day", "[1,2,3,4,5]", "[1,2,3,4,8]", "calendar.field", "\"weekdays\"");
        row("a year that is none", "\"year\":2018", "\"year\":18", "calendar.field", "\"year\"");
        row("the same year twice", "\"year\":2019", "\"year\":2018", "calendar.year", "order");
    }

    void aDamagedFileSaysWhere()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, named);
        QByteArray text = QByteArray::fromStdString(writeCalendar((*shippedCalendar())->data()));
        const auto at = text.indexOf(from);
        QVERIFY2(at >= 0, from);
        text.replace(at, from.size(), to);
        const auto read = readCalendar(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "city.json");
        QVERIFY(!read);
        QCOMPARE(QByteArray::fromStdString(read.error().code), code);
        QVERIFY2(read.error().sentence.find(named.toStdString()) != std::string::npos && read.error().sentence.starts_with("city.json"),
                 read.error().sentence.c_str());
    }

    void aHugeFileIsRefused()
    {
        QCOMPARE(readCalendar(std::string(maxCalendarBytes + 1, ' '), "x").error().code, std::string("calendar.size"));
    }
};

QTEST_APPLESS_MAIN(CalendarFileTest)
#include "TestCalendar.moc"
