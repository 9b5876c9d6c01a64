// The way of a case: steps with when and who, who answers for it, what is owed; Enter does what a line is about.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/PhaseSteps.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/routing/RoutingPanel.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLabel>

using namespace zs;
using namespace zs::testkit;
using routing::RoutingPanel;

class RoutingPanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void stepsSayWhenAndWho();
    void undoneStepsAreNotDone();
    void everythingOwedHasItsLine();
    void enterDoesWhatTheLineIsAbout();
    void followsTheSelectionAndTheCase();
    void everyCaseHasSomebodyAnswerable();
    void saysWhatWillProbablyBeLate();
    void whatLiesAroundItIsShown();
};

namespace {

struct Scene {
    Scene()
    {
        fillLife(bench.desk);
        panel = std::make_unique<RoutingPanel>(bench.place);
        panel->resize(480, 700);
        panel->show();
        tester = std::make_unique<QAbstractItemModelTester>(&panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view = panel->findChild<cases::SheetView*>(QStringLiteral("routingSheet"));
    }
    QString line(const QString& what) const
    {
        for (int row = 0; row < panel->model().rowCount(); ++row) {
            const auto* r = panel->model().at(row);
            if (r->kind == cases::SheetRow::Kind::Line && r->spoken.contains(what)) return r->spoken;
        }
        return {};
    }
    bool choose(const QString& what)
    {
        for (int row = 0; row < panel->model().rowCount(); ++row)
            if (const auto* r = panel->model().at(row); r->kind == cases::SheetRow::Kind::Line && r->spoken.contains(what)) {
                view->setCurrentKey(r->key);
                return true;
            }
        return false;
    }

    PanelBench bench;
    std::unique_ptr<RoutingPanel> panel;
    std::unique_ptr<QAbstractItemModelTester> tester;
    cases::SheetView* view = nullptr;
};

} // namespace

void RoutingPanelTest::stepsSayWhenAndWho()
{
    Scene s;
    QCOMPARE(s.panel->status().state, sdk::PanelState::Empty);
    s.bench.selection.selectCase(CaseId(391)); // on scene, mediated
    QTRY_VERIFY(s.line(QStringLiteral("Accept")).contains(QStringLiteral("zhou.j")));
    const auto steps = cases::PhaseSteps::steps(s.bench.place, *s.bench.desk.cases().find(CaseId(391)), {});
    QCOMPARE(steps.size(), 10u);
    QVERIFY(s.line(QStringLiteral("On scene")).contains(QStringLiteral("field-app")));
    QVERIFY(s.line(QStringLiteral("Report")).contains(QStringLiteral("to do")));
    QVERIFY(s.line(QStringLiteral("Register")).contains(u'+')); // how long it took
    QCOMPARE(s.panel->info().title, QStringLiteral("Routing C-0391"));
}

void RoutingPanelTest::undoneStepsAreNotDone()
{
    PanelBench bench;
    fillLife(bench.desk);
    const domain::Case& returned = *bench.desk.cases().find(CaseId(412));
    std::vector<domain::RecordedEvent> events;
    connect(&bench.desk, &cases::Desk::timelineReady, this,
            [&events](CaseId, const std::vector<domain::RecordedEvent>& known) { events = known; });
    bench.desk.requestTimeline(CaseId(412));
    QTRY_VERIFY(!events.empty());
    const auto steps = cases::PhaseSteps::steps(bench.place, returned, events);
    QCOMPARE(steps[1].progress, kit::PhaseProgress::Done);
    QCOMPARE(steps[2].progress, kit::PhaseProgress::Current); // routed once, and given back
    QVERIFY(steps[2].at == TimePoint{} && steps[2].by.isEmpty());
    // An archived case without a visit: every step before it is done with.
    domain::Case archived = *bench.desk.cases().find(CaseId(433));
    archived.phase = domain::Phase::Archived;
    archived.archivedAt = bench.desk.clock.now();
    for (const auto& step : cases::PhaseSteps::steps(bench.place, archived, {})) QCOMPARE(step.progress, kit::PhaseProgress::Done);
}

void RoutingPanelTest::everythingOwedHasItsLine()
{
    Scene s;
    s.bench.selection.selectCase(CaseId(398));
    QVERIFY(s.line(QStringLiteral("Answerable")).contains(QStringLiteral("Housing")));
    QVERIFY(s.line(QStringLiteral("Emergency")).contains(QStringLiteral("late 0:20"))); // whistled 40 minutes ago, 20 to come
    QVERIFY(s.line(QStringLiteral("Police")).contains(QStringLiteral("reported in")));
    QVERIFY(s.line(QStringLiteral("Urban")).contains(QStringLiteral("stood down")));
    QVERIFY(s.line(QStringLiteral("Reminder")).contains(QStringLiteral("late 0:23")));
    s.bench.selection.selectCase(CaseId(406));
    QVERIFY(s.line(QStringLiteral("Extension")).contains(QStringLiteral("gongan-03")));
    s.bench.selection.selectCase(CaseId(407));
    QVERIFY(!s.line(QStringLiteral("Suspended now")).isEmpty());
    QVERIFY(!s.line(QStringLiteral("paused")).isEmpty());
    s.bench.selection.selectCase(CaseId(391));
    QVERIFY(s.line(QStringLiteral("People's mediation")).contains(QStringLiteral("Lin Yan")));
    s.bench.selection.selectCase(CaseId(416));
    QVERIFY(s.line(QStringLiteral("merged into it")).contains(QStringLiteral("C-0404")));
    QVERIFY(s.line(QStringLiteral("Answerable")).contains(QStringLiteral("C-0404")));
    s.bench.selection.selectCase(CaseId(412));
    QVERIFY(!s.line(QStringLiteral("噪声录音.m4a")).isEmpty());
    s.bench.selection.selectCase(CaseId(430));
    QVERIFY(s.line(QStringLiteral("110 rule")).contains(QStringLiteral("not")));
}

void RoutingPanelTest::enterDoesWhatTheLineIsAbout()
{
    Scene s;
    s.bench.selection.selectCase(CaseId(398));
    QVERIFY(s.choose(QStringLiteral("Emergency")));
    QTest::keyClick(s.view, Qt::Key_Return);
    QVERIFY(s.panel->findChild<QDialog*>(QStringLiteral("reportInDialog")));
    delete s.panel->findChild<QDialog*>(QStringLiteral("reportInDialog"));
    QVERIFY(s.choose(QStringLiteral("Reminder")));
    QTest::keyClick(s.view, Qt::Key_Return);
    QVERIFY(s.panel->findChild<QDialog*>(QStringLiteral("answerSupervisionDialog")));
    QTest::keyClick(s.view, Qt::Key_W); // the keys of actions work here, too
    QVERIFY(s.panel->findChild<QDialog*>(QStringLiteral("whistleDialog")));
    s.bench.selection.selectCase(CaseId(412));
    QVERIFY(s.choose(QStringLiteral("cause")));
    QTest::keyClick(s.view, Qt::Key_Return);
    QCOMPARE(s.bench.selection.selectedCase(), CaseId(402));
}

void RoutingPanelTest::followsTheSelectionAndTheCase()
{
    Scene s;
    s.bench.selection.selectCase(CaseId(403));
    QVERIFY(s.line(QStringLiteral("Whistle")).isEmpty());
    s.bench.desk.stream(CaseId(403), domain::Whistled{{s.bench.desk.agency("housing")}, {30}, "来"});
    QVERIFY(!s.line(QStringLiteral("Housing")).isEmpty());
    s.bench.translations.setLanguage(kit::Language::Chinese);
    QTRY_VERIFY(!s.line(QStringLiteral("住建")).isEmpty());
    s.bench.desk.setLoaded(false);
    QCOMPARE(s.panel->status().state, sdk::PanelState::Loading);
}

void RoutingPanelTest::everyCaseHasSomebodyAnswerable()
{
    Scene s;
    for (std::size_t i = 0; i < s.bench.desk.cases().size(); ++i) {
        s.bench.selection.selectCase(s.bench.desk.cases().row(i).id);
        const QString line = s.line(QStringLiteral("Answerable"));
        QVERIFY2(!line.isEmpty() && !line.contains(QStringLiteral("—")), qPrintable(line));
    }
}

void RoutingPanelTest::saysWhatWillProbablyBeLate()
{
    using namespace std::chrono_literals;
    PanelBench bench;
    const TimePoint now = bench.desk.clock.now();
    domain::Case open;
    open.id = CaseId(99);
    open.phase = domain::Phase::Classified;
    open.matter = domain::MatterId(8);
    open.receivedAt = open.clockAt = open.classifiedAt = now - 1h;
    open.limits.report = {3, domain::LimitUnit::NaturalDays};
    std::vector<domain::Case> all{open};
    for (std::uint64_t i = 1; i <= 20; ++i) {
        domain::Case c = open;
        c.id = CaseId(i);
        c.phase = domain::Phase::Finished;
        c.receivedAt = c.clockAt = c.classifiedAt = now - 24h * 20;
        c.finishedAt = c.receivedAt + 24h * 10;
        all.push_back(c);
    }
    bench.desk.reset(std::move(all));
    const cases::PaceBook pace(bench.desk);
    QTRY_COMPARE(pace.pace().size(), std::size_t(20));
    bench.place.pace = &pace;
    RoutingPanel panel(bench.place);
    bench.selection.selectCase(CaseId(99));
    QString said;
    for (int row = 0; row < panel.model().rowCount(); ++row)
        if (panel.model().at(row)->spoken.contains(QStringLiteral("Will probably be late"))) said = panel.model().at(row)->tip;
    QVERIFY2(said.contains(QStringLiteral("half of 20 cases of this matter")), qPrintable(said));
}

void RoutingPanelTest::whatLiesAroundItIsShown()
{
    Scene s;
    using namespace domain;
    // A parent names what was merged into it.
    s.bench.selection.selectCase(CaseId(404));
    QVERIFY(s.line(QStringLiteral("merged into this one")).contains(QStringLiteral("C-0416")));
    s.bench.desk.stream(CaseId(416), Unmerged{CaseId(404), "另一处"});
    QTRY_VERIFY(s.line(QStringLiteral("merged into this one")).isEmpty());
    // What came in by app saw no candidates: they stand here until it is on its way, and Enter opens them.
    const Case& first = *s.bench.desk.cases().find(CaseId(412));
    const CaseId twin = s.bench.desk.record({}, Receive{first.kind, Channel::GridApp, first.title, first.detail, first.place, {}, Priority::Normal, "", ""},
                                            s.bench.desk.clock.now(), "field-app", Role::FieldApp);
    s.bench.selection.selectCase(twin);
    QTRY_VERIFY(!s.line(QStringLiteral("C-0412")).isEmpty());
    QVERIFY(s.choose(QStringLiteral("C-0412")));
    QTest::keyClick(s.view, Qt::Key_Return);
    QCOMPARE(s.bench.selection.selectedCase(), CaseId(412));
    // A task that a consultation decided on it.
    const auto must = [&](std::uint64_t number, const DutyCommand& command) {
        QVERIFY(s.bench.desk.submit(Subject{SubjectKind::Consultation, number}, command));
    };
    const AgencyId urban = s.bench.desk.agency("urban");
    must(0, CallConsultation{{"噪声", "", {}, s.bench.desk.clock.now(), {CaseId(412)}, {urban}}});
    must(1, HoldConsultation{{{urban}}});
    must(1, DecideTask{{CaseId(412), urban, "装隔音棚", dayNumber(s.bench.desk.clock.now(), s.bench.desk.city().utcOffset) + 2}});
    QVERIFY(s.line(QStringLiteral("装隔音棚")).contains(QStringLiteral("24:00")));
}

ZS_GUI_TEST_MAIN(RoutingPanelTest)
#include "TestRoutingPanel.moc"
