#include "tests/ui/calendar/TestCalendarDraft.h"

#include "protocol/vocab/Calendar.h"
#include "ui/calendar/CalendarDraft.h"

using namespace zs;
using namespace zs::calendar;
using domain::DayKind;

namespace {
CalendarDraft draft() { return CalendarDraft(protocol::shippedCalendar().value()->data()); }
domain::CalendarDay day(const char* text) { return *domain::parseIsoDay(text); }
} // namespace

void CalendarDraftTest::aDayIsChangedAndTakenBack()
{
    CalendarDraft d = draft();
    QVERIFY(!d.isChanged() && d.edits() == 0);
    QVERIFY(d.setDay(day("2026-11-26"), DayChoice::Off, "台风"));
    QCOMPARE(d.calendar()->kindOf(day("2026-11-26")), DayKind::Holiday);
    QCOMPARE(d.arranged(day("2026-11-26")), DayKind::Working);
    QVERIFY(d.isChanged() && d.isEdited(day("2026-11-26")) && d.choice(day("2026-11-26")) == DayChoice::Off);
    QCOMPARE(d.edits(), 1);
    QVERIFY(d.setDay(day("2026-11-26"), DayChoice::AsArranged, {}));
    QVERIFY(!d.isChanged());
    QVERIFY(d.setDay(day("2026-11-26"), DayChoice::Off, "台风") && d.setHours("01-01 09:00-17:00"));
    QCOMPARE(d.edits(), 2);
    d.revert();
    QVERIFY(!d.isChanged());
    QCOMPARE(d.calendar()->kindOf(day("2026-11-26")), DayKind::Working);
}

void CalendarDraftTest::aWorkedDayKnowsWhetherItIsAWeekend()
{
    CalendarDraft d = draft();
    QVERIFY(d.setDay(day("2026-11-28"), DayChoice::Worked, "补班")); // a Saturday
    QCOMPARE(d.calendar()->kindOf(day("2026-11-28")), DayKind::MakeUp);
    QVERIFY(d.setDay(day("2026-10-06"), DayChoice::Worked, "防汛")); // a Tuesday in a holiday
    QCOMPARE(d.calendar()->kindOf(day("2026-10-06")), DayKind::Working);
}

void CalendarDraftTest::aRefusedEditChangesNothing()
{
    CalendarDraft d = draft();
    const auto before = d.calendar();
    QCOMPARE(d.setDay(day("2026-11-26"), DayChoice::Off, "").error().code, std::string("calendar.reason"));
    QCOMPARE(d.setDay(day("1999-11-26"), DayChoice::Off, "x").error().code, std::string("calendar.change"));
    QCOMPARE(d.setHours("").error().code, std::string("calendar.seasons"));
    QCOMPARE(d.publishYear(2027, "").error().code, std::string("calendar.notice"));
    QVERIFY(!d.isChanged() && d.calendar() == before);
}

void CalendarDraftTest::hoursAreLines()
{
    CalendarDraft d = draft();
    QCOMPARE(d.hours(), std::string("01-01 08:30-12:00 14:30-17:30"));
    QVERIFY(d.setHours("05-01 08:00-12:00, 15:00-18:00\n\n 10-01 9:00-17:00\n"));
    QCOMPARE(d.hours(), std::string("05-01 08:00-12:00 15:00-18:00\n10-01 09:00-17:00"));
    for (const char* wrong : {"hello", "01-01", "13-01 08:00-12:00", "01-01 0800-1200", "01-01 08:00", "01-01 12:00-08:00", "01-01 08:00-12:00 11:00-13:00",
                              "01-01 08:00-25:00", "01-01 08:61-09:00", "10-01 08:00-12:00\n05-01 08:00-12:00"})
        QVERIFY2(!d.setHours(wrong), wrong);
    QCOMPARE(d.hours(), std::string("05-01 08:00-12:00 15:00-18:00\n10-01 09:00-17:00"));
}

void CalendarDraftTest::aYearIsCompleted()
{
    CalendarDraft d = draft();
    QVERIFY(!d.calendar()->isKnown(2027) && !d.calendar()->isKnown(2028));
    QVERIFY(d.publishYear(2027, "国办发明电〔2026〕7号"));
    QVERIFY(d.calendar()->isKnown(2027));
    QCOMPARE(d.calendar()->kindOf(day("2027-10-01")), DayKind::Holiday); // by law
    QCOMPARE(d.edits(), 1);
    QVERIFY(d.setDay(day("2027-10-04"), DayChoice::Off, "国庆调休"));
    QCOMPARE(d.calendar()->kindOf(day("2027-10-04")), DayKind::Holiday);
    QVERIFY(d.publishYear(2028, "x"));
    QCOMPARE(d.data().years.back().year, 2028);
}

void CalendarDraftTest::versionsCount()
{
    QCOMPARE(nextVersion("2026.1"), std::string("2026.2"));
    QCOMPARE(nextVersion("2026.9"), std::string("2026.10"));
    QCOMPARE(nextVersion("a"), std::string("a.2"));
}
