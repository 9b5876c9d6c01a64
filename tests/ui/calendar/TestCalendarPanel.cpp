// The calendar editor as hands use it: the year by keyboard and mouse, an edit with its reason, what it would change, publishing.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/calendar/TestCalendarDraft.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/calendar/CalendarPanel.h"
#include "ui/calendar/ImpactTable.h"
#include "ui/calendar/YearView.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace zs;
using namespace zs::testkit;
using namespace zs::calendar;
using domain::CalendarDay;

namespace {

CalendarDay day(const char* text) { return *domain::parseIsoDay(text); }

struct Shown {
    explicit Shown(PanelBench& bench)
        : panel(bench.place, [this](const domain::CalendarData& data, const std::string& note) -> Result<void> {
              if (refuses) return fail("x", "no link.");
              published.emplace_back(data, note);
              return {};
          })
    {
        panel.resize(1100, 760);
        panel.show();
    }
    template <class T>
    T* child(const char* name) { return panel.findChild<T*>(QLatin1String(name)); }
    QString text(const char* name) { return child<QLabel>(name)->text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&panel.year(), key, modifiers); }
    void choose(const char* words)
    {
        for (QAbstractButton* button : child<QWidget>("calendarDayChoice")->findChildren<QAbstractButton*>())
            if (button->text() == QLatin1String(words)) return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL("no such choice");
    }
    void takeOff(const char* date, const char* reason)
    {
        panel.year().setCurrent(day(date));
        choose("Day off");
        child<QLineEdit>("calendarDayReason")->setText(QString::fromUtf8(reason));
        QTest::keyClick(child<QLineEdit>("calendarDayReason"), Qt::Key_Return);
    }

    bool refuses = false;
    std::vector<std::pair<domain::CalendarData, std::string>> published;
    CalendarPanel panel;
};

/// Forty open cases with three working days for their report, received in the last two days.
void fillWithWorkingDays(PanelBench& bench)
{
    auto all = manyCases(bench.desk.city(), 40, bench.desk.clock.now(), 5);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].phase = domain::Phase::Classified;
        all[i].receivedAt = all[i].clockAt = bench.desk.clock.now() - std::chrono::hours(i);
        all[i].respondedAt = all[i].arrivedAt = all[i].finishedAt = {};
        all[i].limits = {.report = {3, domain::LimitUnit::WorkingDays}};
    }
    bench.desk.reset(std::move(all));
}

} // namespace

class CalendarPanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theYearIsReadByKeyboard()
    {
        PanelBench bench;
        Shown shown(bench);
        YearView& year = shown.panel.year();
        year.setCurrent(day("2026-02-14"));
        QVERIFY(year.accessibleName().contains(QStringLiteral("Saturday 14 February 2026: make-up day, worked")));
        shown.key(Qt::Key_Right);
        QCOMPARE(year.current(), day("2026-02-15"));
        QVERIFY(shown.text("calendarDay").contains(QStringLiteral("day off, Spring Festival")));
        shown.key(Qt::Key_Down);
        shown.key(Qt::Key_Left);
        shown.key(Qt::Key_Up);
        QCOMPARE(year.current(), day("2026-02-14"));
        shown.key(Qt::Key_Home);
        QCOMPARE(year.current(), day("2026-02-01"));
        shown.key(Qt::Key_End);
        QCOMPARE(year.current(), day("2026-02-28"));
        year.setCurrent(day("2026-01-31"));
        shown.key(Qt::Key_PageDown);
        QCOMPARE(year.current(), day("2026-02-28")); // February has no 31st
        shown.key(Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(year.current(), day("2027-02-28"));
        QCOMPARE(shown.text("calendarYearName"), QStringLiteral("2027"));
        shown.key(Qt::Key_Return);
        QVERIFY(shown.child<QWidget>("calendarDayForm")->isAncestorOf(shown.panel.focusWidget()));
        QTest::keyClick(shown.panel.focusWidget(), Qt::Key_Escape);
        QCOMPARE(shown.panel.focusWidget(), &year);
    }

    void theMouseFindsTheDay()
    {
        PanelBench bench;
        Shown shown(bench);
        YearView& year = shown.panel.year();
        year.setCurrent(day("2026-06-01"));
        for (const char* date : {"2026-01-01", "2026-02-28", "2026-06-21", "2026-12-31"}) {
            QTest::mouseClick(&year, Qt::LeftButton, Qt::NoModifier, year.rectOf(day(date)).center());
            QCOMPARE(year.current(), day(date));
        }
    }

    void aYearSaysWhetherItIsKnown()
    {
        PanelBench bench;
        Shown shown(bench);
        shown.panel.year().setCurrent(day("2026-05-01"));
        QVERIFY(shown.text("calendarStatus").startsWith(QStringLiteral("published: https://www.gov.cn")));
        QVERIFY(!shown.child<QLineEdit>("calendarNotice")->isVisible());
        QTest::mouseClick(shown.child<QToolButton>("calendarNext"), Qt::LeftButton);
        QVERIFY(shown.text("calendarStatus").contains(QStringLiteral("isn't published")));
        QVERIFY(shown.text("calendarDay").contains(QStringLiteral("not known")));
        QVERIFY(shown.child<QLineEdit>("calendarNotice")->isVisible());
        shown.panel.year().setCurrent(day("2030-05-01"));
        QVERIFY(shown.text("calendarStatus").contains(QStringLiteral("no calendar")));
    }

    void whatAnEditWouldChangeIsSaidBeforeItIsPublished()
    {
        PanelBench bench;
        fillWithWorkingDays(bench);
        Shown shown(bench);
        QAbstractItemModelTester tester(&shown.panel.impact(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto* publish = shown.child<QPushButton>("calendarPublish");
        auto* note = shown.child<QLineEdit>("calendarNote");
        QVERIFY(!publish->isEnabled());

        const auto& calendar = bench.desk.calendar();
        CalendarDay next = calendar.localDay(bench.desk.clock.now()) + std::chrono::days(1);
        while (calendar.kindOf(next) != domain::DayKind::Working) next += std::chrono::days(1);
        shown.takeOff(domain::isoDay(next).c_str(), "台风停工");
        QTRY_VERIFY(!shown.panel.impact().isChecking());

        // The same, counted plainly.
        std::size_t affected = 0;
        for (std::size_t row = 0; row < bench.desk.cases().size(); ++row) {
            const domain::Case& c = bench.desk.cases().row(row);
            affected += calendar.deadline(c.receivedAt, c.limits.report) != shown.panel.draft().calendar()->deadline(c.receivedAt, c.limits.report);
        }
        QVERIFY(affected > 5);
        QCOMPARE(shown.panel.impact().affected(), affected);
        QVERIFY2(shown.text("calendarImpactNote").contains(QStringLiteral("Edits: 1. %1 of 40 open cases").arg(affected)),
                 qPrintable(shown.text("calendarImpactNote")));
        auto* table = shown.child<QTableView>("calendarImpact");
        QCOMPARE(table->model()->rowCount(), static_cast<int>(affected));
        QCOMPARE(table->model()->index(0, ImpactTable::BeforeColumn).data().toString(), QStringLiteral("4 Mar 24:00")); // received on a Sunday
        QVERIFY(table->model()->index(0, ImpactTable::EffectColumn).data().toString().endsWith(QStringLiteral("later")));

        QSignalSpy opened(&bench.selection, &cases::Selection::caseOpened);
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(opened.size(), 1);

        QVERIFY(!publish->isEnabled()); // without a reason
        note->setText(QStringLiteral("台风“海燕”，全市停工一天"));
        QVERIFY(publish->isEnabled());
        shown.refuses = true;
        QTest::mouseClick(publish, Qt::LeftButton);
        QVERIFY(shown.text("calendarSaid").startsWith(QStringLiteral("Not published: no link.")));
        shown.refuses = false;
        QTest::mouseClick(publish, Qt::LeftButton);
        QCOMPARE(shown.published.size(), std::size_t(1));
        QCOMPARE(shown.published[0].first.version, std::string("2026.2"));
        QCOMPARE(shown.published[0].first.changes.size(), std::size_t(1));
        QCOMPARE(shown.published[0].second, std::string("台风“海燕”，全市停工一天"));

        // It comes back as the calendar in force: nothing is edited any more.
        bench.desk.setCalendar(domain::WorkCalendar::make(shown.published[0].first).value());
        QVERIFY(!shown.panel.draft().isChanged());
        QVERIFY(shown.text("calendarImpactNote").contains(QStringLiteral("2026.2")));
        QVERIFY(!shown.text("calendarSaid").contains(QStringLiteral("taken back")));
    }

    void anotherVersionTakesTheEditsBackAndSaysSo()
    {
        PanelBench bench;
        Shown shown(bench);
        shown.takeOff("2026-11-26", "台风");
        QVERIFY(shown.panel.draft().isChanged());
        domain::CalendarData other = bench.desk.calendar().data();
        other.version = "2026.5";
        bench.desk.setCalendar(domain::WorkCalendar::make(other).value());
        QVERIFY(!shown.panel.draft().isChanged());
        QVERIFY(shown.text("calendarSaid").contains(QStringLiteral("taken back")));
    }

    void aWrongEditSaysWhyAndChangesNothing()
    {
        PanelBench bench;
        Shown shown(bench);
        shown.panel.year().setCurrent(day("2026-11-26"));
        shown.choose("Day off");
        QVERIFY(!shown.child<QPushButton>("calendarDayApply")->isEnabled()); // no reason yet
        QTest::keyClick(shown.child<QLineEdit>("calendarDayReason"), Qt::Key_Return);
        QCOMPARE(shown.text("calendarDayProblem"), QStringLiteral("A changed day needs its reason."));
        shown.child<QPlainTextEdit>("calendarHours")->setPlainText(QStringLiteral("08:30"));
        QTest::mouseClick(shown.child<QPushButton>("calendarHoursApply"), Qt::LeftButton);
        QVERIFY(shown.text("calendarSaid").startsWith(QStringLiteral("Not changed: the hours")));
        QVERIFY(!shown.panel.draft().isChanged());
    }

    void aYearIsCompletedWithItsNotice()
    {
        PanelBench bench;
        Shown shown(bench);
        shown.panel.year().setCurrent(day("2027-10-01"));
        QTest::mouseClick(shown.child<QPushButton>("calendarCompleteYear"), Qt::LeftButton);
        QVERIFY(shown.text("calendarSaid").startsWith(QStringLiteral("Name the notice")));
        shown.child<QLineEdit>("calendarNotice")->setText(QStringLiteral("国办发明电〔2026〕7号"));
        QTest::mouseClick(shown.child<QPushButton>("calendarCompleteYear"), Qt::LeftButton);
        QVERIFY(shown.text("calendarStatus").contains(QStringLiteral("published: 国办发明电")));
        QVERIFY(shown.text("calendarDay").contains(QStringLiteral("day off, National Day")));
        QTest::mouseClick(shown.child<QPushButton>("calendarRevert"), Qt::LeftButton);
        QVERIFY(!shown.panel.draft().isChanged());
    }

    void manyCasesAreLookedThroughInSlices()
    {
        PanelBench bench;
        bench.desk.reset(manyCases(bench.desk.city(), 3 * ImpactTable::slice + 1, bench.desk.clock.now(), 9));
        Shown shown(bench);
        QSignalSpy done(&shown.panel.impact(), &ImpactTable::rechecked);
        shown.takeOff("2026-11-26", "台风");
        QVERIFY(shown.panel.impact().isChecking());
        QVERIFY(shown.text("calendarImpactNote").contains(QStringLiteral("Looking through")));
        QTRY_COMPARE(done.size(), 1);
        std::size_t open = 0;
        for (std::size_t row = 0; row < bench.desk.cases().size(); ++row) open += bench.desk.cases().row(row).isOpen();
        QCOMPARE(shown.panel.impact().open(), open);
    }

    void itIsPaintedInBothThemesAndLanguages_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 2.0})
            for (const bool dark : {false, true})
                for (const bool chinese : {false, true})
                    QTest::addRow("%s-%s-%d", dark ? "dark" : "light", chinese ? "zh" : "en", int(scale * 100)) << dark << chinese << scale;
    }

    void itIsPaintedInBothThemesAndLanguages()
    {
        QFETCH(const bool, dark);
        QFETCH(const bool, chinese);
        QFETCH(const double, scale);
        PanelBench bench;
        bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
        bench.themes.setScale(scale);
        bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
        fillWithWorkingDays(bench);
        CalendarPanel panel(bench.place, {});
        panel.show();
        const auto& calendar = bench.desk.calendar();
        CalendarDay next = calendar.localDay(bench.desk.clock.now()) + std::chrono::days(1);
        while (calendar.kindOf(next) != domain::DayKind::Working) next += std::chrono::days(1);
        panel.year().setCurrent(next);
        const auto buttons = panel.findChild<QWidget*>(QStringLiteral("calendarDayChoice"))->findChildren<QAbstractButton*>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        panel.findChild<QLineEdit*>(QStringLiteral("calendarDayReason"))->setText(QStringLiteral("台风停工"));
        QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("calendarDayApply")), Qt::LeftButton);
        QTRY_VERIFY(!panel.impact().isChecking());
        const QString tag = QLatin1String(QTest::currentDataTag());
        bench.picture(panel, QSize(1180, 760) * scale, QStringLiteral("calendar-") + tag);
        if (chinese) {
            static const QRegularExpression english(QStringLiteral("[A-Za-z]{4,}"));
            const auto isLeft = [](const QString& text) { return english.match(text).hasMatch() && !text.contains(QStringLiteral("http")); };
            for (const QLabel* label : panel.findChildren<QLabel*>()) QVERIFY2(!isLeft(label->text()), qPrintable(label->text()));
            for (const QAbstractButton* button : panel.findChildren<QAbstractButton*>()) QVERIFY2(!isLeft(button->text()), qPrintable(button->text()));
        }
        for (const QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->isVisible()) QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->objectName()));
        panel.year().setCurrent(day("2027-02-06"));
        bench.picture(panel, QSize(1180, 760) * scale, QStringLiteral("calendar-unknown-") + tag);
    }
};

ZS_GUI_TEST_MAIN(CalendarDraftTest, CalendarPanelTest)
#include "TestCalendarPanel.moc"
