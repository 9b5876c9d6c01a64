// The outbox: five states of a command, what a refused one says, and that nothing vanishes before the reader saw it.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/dispatch/OutboxModel.h"
#include "ui/dispatch/OutboxPanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace zs;
using namespace zs::testkit;
using dispatch::OutboxModel;
using dispatch::OutboxPanel;
using session::CommandState;

class OutboxTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void fiveStates();
    void refusedHasThreeParts();
    void withdrawAndDismissByKey();
};

void OutboxTest::fiveStates()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    OutboxModel model(bench.place, std::chrono::milliseconds(80));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.desk.setLink(session::LinkState::Offline);
    const Uuid waiting = bench.desk.submit(CaseId(421), domain::Route{bench.desk.agency("justice"), {}, {}}).value();
    bench.desk.setLink(session::LinkState::Online);
    const Uuid sent = bench.desk.submit(CaseId(412), domain::Route{bench.desk.agency("urban"), {}, {}}).value();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.count(CommandState::Waiting), 1);
    QCOMPARE(model.count(CommandState::Sent), 1);
    bench.desk.loseAnswer(sent);
    QCOMPARE(model.count(CommandState::Unknown), 1);
    bench.desk.confirm(sent);
    QCOMPARE(model.count(CommandState::Confirmed), 1); // still to be seen
    QCOMPARE(model.rowCount(), 2);
    QTRY_COMPARE(model.rowCount(), 1);
    bench.desk.refuse(waiting, {"route.kind", {"不行", "no"}, {}});
    QCOMPARE(model.count(CommandState::Refused), 1);
    QCOMPARE(model.at(0)->id, waiting);
}

void OutboxTest::refusedHasThreeParts()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    OutboxPanel panel(bench.place);
    panel.resize(855, 200);
    panel.show();
    QCOMPARE(panel.status().state, sdk::PanelState::Empty);
    const Uuid id = bench.desk.submit(CaseId(412), domain::Route{bench.desk.agency("urban"), {}, {}}).value();
    bench.desk.refuse(id, {"route.kind", {"城管不主办这类事件。", "Urban mgmt doesn't lead this kind of case."}, bench.desk.agency("justice")});
    const auto text = [&](const char* name) { return panel.findChild<QLabel*>(QLatin1String(name))->text(); };
    QCOMPARE(text("outboxHappened"), QStringLiteral("Urban mgmt doesn't lead this kind of case."));
    QVERIFY(text("outboxEffect").contains(QStringLiteral("Still at \"Register\"")));
    QVERIFY(text("outboxNow").contains(QStringLiteral("Justice")));
    auto* instead = panel.findChild<QPushButton*>(QStringLiteral("outboxInstead"));
    QVERIFY(instead->isVisibleTo(&panel));
    QTest::mouseClick(instead, Qt::LeftButton);
    QCOMPARE(std::get<domain::Route>(bench.desk.submitted.back().second).lead, bench.desk.agency("justice"));
    QCOMPARE(panel.model().count(CommandState::Refused), 0);
}

void OutboxTest::withdrawAndDismissByKey()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    bench.desk.setLink(session::LinkState::Offline);
    OutboxPanel panel(bench.place);
    panel.resize(855, 200);
    panel.show();
    QVERIFY(bench.desk.submit(CaseId(421), domain::Route{bench.desk.agency("justice"), {}, {}}));
    QVERIFY(bench.desk.submit(CaseId(419), domain::Route{bench.desk.agency("civil"), {}, {}}));
    QCOMPARE(panel.model().rowCount(), 2);
    auto* table = panel.findChild<QTableView*>(QStringLiteral("outboxTable"));
    table->setCurrentIndex(panel.model().index(0, 0));
    QTest::keyClick(table, Qt::Key_U);
    QCOMPARE(panel.model().rowCount(), 1);
    QCOMPARE(bench.desk.cases().find(CaseId(421))->phase, domain::Phase::Classified);
    panel.titleActions().first()->trigger();
    QCOMPARE(panel.model().rowCount(), 0);
    QCOMPARE(panel.status().state, sdk::PanelState::Empty);
}

ZS_GUI_TEST_MAIN(OutboxTest)
#include "TestOutbox.moc"
