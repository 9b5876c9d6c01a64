// Supervision: who is late, by agency; the rung that is due goes out with one key, a higher one after its reason was looked at.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/supervision/LadderStrip.h"
#include "ui/supervision/SupervisionPanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>

#include <ctime>

using namespace zs;
using namespace zs::testkit;
using supervision::SupervisionPanel;
using supervision::View;

class SupervisionPanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void groupsByAgencyTheWorstFirst();
    void oneKeyIssuesALowRung();
    void aHigherRungIsLookedAtFirst();
    void saysWhyNothingIsDue();
    void filtersByAgencyAndTown();
    void historyHasEveryStep();
    void anAnswerStaysOwedAfterTheEnd();
    void fourStates();
    void aHundredThousandCasesNeverHoldTheThread();
};

namespace {

struct Scene {
    Scene()
    {
        fillLife(bench.desk);
        panel = std::make_unique<SupervisionPanel>(bench.place);
        panel->resize(640, 700);
        panel->show();
        tester = std::make_unique<QAbstractItemModelTester>(&panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view = panel->findChild<cases::SheetView*>(QStringLiteral("supervisionSheet"));
    }
    static quint64 key(std::uint64_t number, AgencyId agency) { return number << 16 | agency.value; }
    QStringList heads() const
    {
        QStringList all;
        for (int row = 0; row < panel->model().rowCount(); ++row)
            if (panel->model().isHead(row)) all << panel->model().at(row)->cells[0].text;
        return all;
    }

    PanelBench bench;
    std::unique_ptr<SupervisionPanel> panel;
    std::unique_ptr<QAbstractItemModelTester> tester;
    cases::SheetView* view = nullptr;
};

} // namespace

void SupervisionPanelTest::groupsByAgencyTheWorstFirst()
{
    Scene s;
    const auto counts = s.panel->book().digest({}, 50).counts;
    QVERIFY(counts[int(View::Show::All)] > 3);
    QCOMPARE(counts[int(View::Show::All)], counts[int(View::Show::Late)] + counts[int(View::Show::Near)]);
    QVERIFY(counts[int(View::Show::ReportIn)] >= 1);
    QVERIFY(counts[int(View::Show::Answer)] >= 1);
    const QStringList heads = s.heads();
    QCOMPARE(QSet<QString>(heads.begin(), heads.end()).size(), heads.size()); // one head an agency
    const auto* owing = s.panel->book().find(Scene::key(398, s.bench.desk.agency("emergency")));
    QVERIFY(owing && owing->isLate() && owing->owesReportIn);
    QCOMPARE(owing->due, domain::SupervisionRung::Reminder);
    const auto* answer = s.panel->book().find(Scene::key(398, s.bench.desk.agency("housing")));
    QVERIFY(answer && answer->owesAnswer && answer->last);
    QCOMPARE(answer->due, domain::SupervisionRung::Urge);
    // Not while it is suspended.
    QVERIFY(!s.panel->book().find(Scene::key(407, s.bench.desk.agency("justice"))));
}

void SupervisionPanelTest::oneKeyIssuesALowRung()
{
    Scene s;
    const AgencyId emergency = s.bench.desk.agency("emergency");
    s.view->setCurrentKey(Scene::key(398, emergency));
    QCOMPARE(s.bench.selection.selectedCase(), CaseId(398));
    const std::size_t before = s.bench.desk.submitted.size();
    QTest::keyClick(s.view, Qt::Key_S);
    QCOMPARE(s.bench.desk.submitted.size(), before + 1);
    const auto& sent = std::get<domain::Supervise>(s.bench.desk.submitted.back().second);
    QCOMPARE(sent.agency, emergency);
    QCOMPARE(sent.rung, domain::SupervisionRung::Reminder);
    QVERIFY(QString::fromStdString(sent.reason).contains(QStringLiteral("late")));
    s.bench.desk.confirm(s.bench.desk.outbox().back().id);
    QTRY_VERIFY(!s.panel->book().find(Scene::key(398, emergency))->due); // in its time now
    QCOMPARE(s.view->currentCase(), CaseId(398)); // the line stays chosen
}

void SupervisionPanelTest::aHigherRungIsLookedAtFirst()
{
    Scene s;
    const AgencyId labour = s.bench.desk.agency("labour");
    QCOMPARE(s.panel->book().find(Scene::key(377, labour))->due, domain::SupervisionRung::Supervise);
    s.view->setCurrentKey(Scene::key(377, labour));
    const std::size_t before = s.bench.desk.submitted.size();
    QTest::keyClick(s.view, Qt::Key_S);
    QCOMPARE(s.bench.desk.submitted.size(), before);
    auto* dialog = s.panel->findChild<QDialog*>(QStringLiteral("superviseDialog"));
    QVERIFY(dialog);
    QVERIFY(dialog->findChild<QPlainTextEdit*>(QStringLiteral("text"))->toPlainText().contains(QStringLiteral("late")));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(std::get<domain::Supervise>(s.bench.desk.submitted.back().second).rung, domain::SupervisionRung::Supervise);
}

void SupervisionPanelTest::saysWhyNothingIsDue()
{
    Scene s;
    const AgencyId labour = s.bench.desk.agency("labour");
    const auto* owing = s.panel->book().find(Scene::key(409, labour));
    QVERIFY(owing);
    QVERIFY(!owing->due);
    QVERIFY(!s.panel->issue(owing->key()));
    QVERIFY(!s.panel->findChild<QLabel*>(QStringLiteral("supervisionFooter"))->text().isEmpty());
    // A field app may not supervise: the gateway's sentence is shown.
    s.bench.desk.actor.role = domain::Role::DutyOfficer;
    QVERIFY(!s.panel->issue(Scene::key(398, s.bench.desk.agency("emergency"))));
    const QString said = s.panel->findChild<QLabel*>(QStringLiteral("supervisionFooter"))->text();
    QVERIFY2(said.contains(QStringLiteral("dispatcher")), qPrintable(said));
}

void SupervisionPanelTest::filtersByAgencyAndTown()
{
    Scene s;
    auto* agency = s.panel->findChild<QComboBox*>(QStringLiteral("supervisionAgency"));
    const AgencyId housing = s.bench.desk.agency("housing");
    agency->setCurrentIndex(agency->findData(uint(housing.value)));
    QCOMPARE(s.heads().size(), 1);
    QVERIFY(!s.panel->status().hidden.isEmpty());
    auto* town = s.panel->findChild<QComboBox*>(QStringLiteral("supervisionTown"));
    QCOMPARE(town->count(), 1 + int(s.bench.desk.city().towns.size()));
    s.panel->runAction(QStringLiteral("all"));
    QVERIFY(s.heads().size() > 1);
}

void SupervisionPanelTest::historyHasEveryStep()
{
    Scene s;
    s.panel->findChild<QAbstractButton*>(QStringLiteral("segment_history"))->click();
    QCOMPARE(s.panel->model().rowCount(), 4);
    // Newest first, and whether it was answered.
    QCOMPARE(s.panel->model().at(0)->caseId, CaseId(409));
    QVERIFY(s.panel->model().at(3)->cells[5].text.contains(QStringLiteral("answered")));
    QCOMPARE(s.panel->findChild<supervision::LadderStrip*>(QStringLiteral("ladderStrip"))->accessibleName().isEmpty(), false);
}

void SupervisionPanelTest::anAnswerStaysOwedAfterTheEnd()
{
    Scene s;
    const AgencyId housing = s.bench.desk.agency("housing");
    QVERIFY(s.panel->book().find(Scene::key(398, housing))->owesAnswer);
    domain::Case closed = *s.bench.desk.cases().find(CaseId(398));
    closed.phase = domain::Phase::Finished;
    closed.finishedAt = closed.phaseAt = s.bench.desk.clock.now();
    std::vector<domain::Case> all{closed};
    s.bench.desk.reset(std::move(all));
    QTRY_VERIFY(s.panel->book().isWhole());
    const auto* owed = s.panel->book().find(Scene::key(398, housing));
    QVERIFY(owed && owed->owesAnswer && owed->isLate());
    QVERIFY(!owed->due); // the ladder goes no further
    QVERIFY(!s.panel->book().find(Scene::key(398, s.bench.desk.agency("emergency")))); // a report-in ends with the case
}

void SupervisionPanelTest::fourStates()
{
    PanelBench bench;
    SupervisionPanel panel(bench.place);
    QCOMPARE(panel.status().state, sdk::PanelState::Empty);
    bench.desk.setLoaded(false);
    QCOMPARE(panel.status().state, sdk::PanelState::Loading);
    bench.desk.setLink(session::LinkState::Refused);
    QCOMPARE(panel.status().state, sdk::PanelState::Error);
    bench.desk.setLoaded(true);
    fillLife(bench.desk);
    bench.desk.setLink(session::LinkState::Offline);
    QTRY_COMPARE(panel.status().state, sdk::PanelState::Partial);
}

void SupervisionPanelTest::aHundredThousandCasesNeverHoldTheThread()
{
    PanelBench bench;
    SupervisionPanel panel(bench.place);
    bench.desk.reset(manyCases(bench.desk.city(), 100'000, bench.desk.clock.now(), 7));
    // Every turn of the loop is short, and in the end all were seen.
    QVERIFY(!panel.book().isWhole());
    int turns = 0;
    for (; !panel.book().isWhole(); ++turns) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QVERIFY2(turns > 1, "in slices, not at once");
    // What a refresh costs then; of the processor's time, whoever else wants it.
    const std::clock_t before = std::clock();
    const auto digest = panel.book().digest({}, 50);
    qInfo("digest of %d: %.1f ms", digest.counts[0], 1e3 * double(std::clock() - before) / CLOCKS_PER_SEC);
    QVERIFY(panel.book().digest({}, 50).counts[int(View::Show::Late)] > 1000);
    QTRY_VERIFY(panel.model().rowCount() > 100);
    QVERIFY(panel.model().rowCount() <= 11 * 51); // each agency with its head
}

ZS_GUI_TEST_MAIN(SupervisionPanelTest)
#include "TestSupervisionPanel.moc"
