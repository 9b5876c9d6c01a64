// What the case detail says of limits: the unit, working days left, paused, a year without a calendar, a predicted breach.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/DetailParts.h"

using namespace zs;
using namespace zs::testkit;
using namespace std::chrono_literals;
using cases::CaseWords;
using cases::LimitRows;
using domain::LimitUnit;

class LimitRowsTest : public TestCase {
    Q_OBJECT

    /// Classified on a Monday, 16:41 local, with three working days to report.
    static domain::Case caseOf(const PanelBench& bench)
    {
        domain::Case c;
        c.id = CaseId(1);
        c.phase = domain::Phase::Classified;
        c.matter = domain::MatterId(7);
        c.receivedAt = c.clockAt = c.classifiedAt = bench.desk.clock.now();
        c.limits.report = {3, LimitUnit::WorkingDays};
        return c;
    }

private Q_SLOTS:
    void unitsAreSaid()
    {
        PanelBench bench;
        LimitRows rows(bench.place);
        domain::Case c = caseOf(bench);
        c.limits.response = {90, LimitUnit::WorkingMinutes};
        c.limits.onScene = {30, LimitUnit::Minutes};
        rows.setCase(c);
        const QString said = rows.accessibleName();
        QVERIFY2(said.contains(QStringLiteral("Report back 3 wd left 3 d 0:00")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("of working time")) && said.contains(QStringLiteral("30 min")), qPrintable(said));
        QCOMPARE(kit::DurationText::limit(CaseWords::nextLimit(bench.desk, caseOf(bench))), QStringLiteral("3 wd"));
        bench.translations.setLanguage(kit::Language::Chinese);
        rows.setCase(c);
        QVERIFY2(rows.accessibleName().contains(QStringLiteral("3 工作日")), qPrintable(rows.accessibleName()));
        QCOMPARE(kit::DurationText::limit(CaseWords::nextLimit(bench.desk, caseOf(bench))), QStringLiteral("3 工作日"));
    }

    void onlyLimitsThatThereAreTakeRoom()
    {
        PanelBench bench;
        LimitRows rows(bench.place);
        domain::Case c = caseOf(bench);
        rows.setCase(c);
        const int one = rows.sizeHint().height();
        c.limits.onScene = {30, LimitUnit::Minutes};
        c.whistles.push_back({bench.desk.agency("police"), "zhou.j", bench.desk.clock.now(), {30, LimitUnit::Minutes}, {}, {}});
        rows.setCase(c);
        QCOMPARE(rows.sizeHint().height(), 3 * one);
        QVERIFY2(rows.accessibleName().contains(QStringLiteral("Report-in ")), qPrintable(rows.accessibleName()));
        c.limits = {};
        c.whistles.clear();
        rows.setCase(c);
        QVERIFY(rows.accessibleName().contains(QStringLiteral("No limit is set yet")));
    }

    void aSuspendedCaseSaysPaused()
    {
        PanelBench bench;
        LimitRows rows(bench.place);
        domain::Case c = caseOf(bench);
        c.pauses.push_back({bench.desk.clock.now(), {}});
        bench.desk.clock.advance(5h);
        rows.setCase(c);
        QVERIFY2(rows.accessibleName().contains(QStringLiteral("paused")), qPrintable(rows.accessibleName()));
        QCOMPARE(kit::DurationText::limit(CaseWords::nextLimit(bench.desk, c)), QStringLiteral("paused"));
    }

    void aYearWithoutACalendarIsMarked()
    {
        PanelBench bench;
        bench.desk.setCalendar(std::make_shared<const domain::WorkCalendar>());
        LimitRows rows(bench.place);
        rows.setCase(caseOf(bench));
        QVERIFY2(rows.accessibleName().contains(QStringLiteral("(natural days)")), qPrintable(rows.accessibleName()));
        QCOMPARE(kit::DurationText::limit(CaseWords::nextLimit(bench.desk, caseOf(bench))), QStringLiteral("≈3 d"));
    }

    void aBreachIsPredictedInWords()
    {
        PanelBench bench;
        std::vector<domain::Case> done;
        for (std::uint64_t i = 1; i <= 20; ++i) {
            domain::Case c = caseOf(bench);
            c.id = CaseId(i);
            c.phase = domain::Phase::Finished;
            c.receivedAt = c.clockAt = c.classifiedAt = bench.desk.clock.now() - 24h * 20;
            c.finishedAt = c.receivedAt + 24h * 10 + std::chrono::hours(i);
            done.push_back(std::move(c));
        }
        bench.desk.reset(std::move(done));
        const cases::PaceBook pace(bench.desk);
        QTRY_COMPARE(pace.pace().size(), std::size_t(20));
        bench.place.pace = &pace;
        LimitRows rows(bench.place);
        rows.setCase(caseOf(bench));
        QVERIFY2(rows.prediction().startsWith(QStringLiteral("Will probably be late")), qPrintable(rows.prediction()));
        QVERIFY2(rows.prediction().contains(QStringLiteral("half of 20 cases of this matter")), qPrintable(rows.prediction()));
        QVERIFY(rows.accessibleName().contains(rows.prediction()));
        domain::Case roomy = caseOf(bench);
        roomy.limits.report = {30, LimitUnit::WorkingDays};
        rows.setCase(roomy);
        QVERIFY(rows.prediction().isEmpty());
    }
};

ZS_GUI_TEST_MAIN(LimitRowsTest)
#include "TestLimitRows.moc"
