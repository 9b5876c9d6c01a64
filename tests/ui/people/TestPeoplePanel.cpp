// The staff on duty: nobody off duty is ever in the table, it equals a plain filter, and a case can be dropped on a row.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/CaseDrag.h"
#include "ui/people/PeoplePanel.h"
#include "ui/people/PeopleView.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>

#include <random>

using namespace zs;
using namespace zs::testkit;
using people::Begin;
using people::Filter;
using people::Order;
using people::PeoplePanel;
using people::PeopleTableModel;
using people::PeopleView;

class PeoplePanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void onlyOnDuty();
    void asleepUntilLookedAt();
    void stormEqualsAPlainFilter();
    void dropDispatches();
    void keyboardDispatches();
    void everyStateSaysWhatIs();
};

void PeoplePanelTest::onlyOnDuty()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    PeopleTableModel model(bench.place);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 24);
    for (int hour = 0; hour < 26; ++hour) {
        for (const domain::Person& p : bench.desk.city().people) {
            const bool on = domain::isOnDuty(p.shift, bench.desk.clock.now(), bench.desk.city().utcOffset);
            QCOMPARE(model.rowOf(p.id) >= 0, on);
        }
        bench.desk.clock.advance(std::chrono::hours(1));
        model.tick();
    }
}

void PeoplePanelTest::asleepUntilLookedAt()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    PeopleTableModel model(bench.place, Millis(0), nullptr, Begin::Asleep);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.languageChanged();
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
    model.wake();
    const PeopleTableModel awake(bench.place);
    QCOMPARE(model.rowCount(), awake.rowCount());
    for (int row = 0; row < awake.rowCount(); ++row) QCOMPARE(model.personAt(row), awake.personAt(row));
    // The panel wakes it when it is painted, and doesn't call itself empty before.
    PeoplePanel panel(bench.place);
    QVERIFY(panel.status().state != sdk::PanelState::Empty);
    panel.show();
    QTRY_VERIFY(panel.findChild<PeopleView*>()->model()->rowCount() > 0);
}

void PeoplePanelTest::stormEqualsAPlainFilter()
{
    PanelBench bench;
    bench.desk.reset(manyCases(bench.desk.city(), 60, bench.desk.clock.now(), 17));
    PeopleTableModel model(bench.place, Millis(0));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::mt19937 random(4);
    for (int round = 0; round < 500; ++round) {
        const CaseId id(1 + random() % 60);
        const PersonId person(1 + random() % 30);
        switch (random() % 8) {
        case 0: bench.desk.stream(id, domain::Dispatched{person, {}}); break;
        case 1: bench.desk.stream(id, domain::Acknowledged{person}); break;
        case 2: bench.desk.stream(id, domain::Arrived{person}); break;
        case 3: bench.desk.stream(id, domain::Finished{person, domain::Outcome::Resolved, "办妥"}); break;
        case 4: model.setFilter(static_cast<Filter>(random() % 5)); break;
        case 5: model.setOrder(static_cast<Order>(random() % 5), random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder); break;
        case 6: bench.desk.fixAt(person, bench.desk.city().grids[random() % 20].label, std::chrono::seconds(random() % 900)); break;
        default: model.setSearch(random() % 2 ? QStringLiteral("zhushan") : QString()); break;
        }
        QCoreApplication::processEvents(); // the pause of 0 ms
        std::vector<PersonId> wanted;
        for (const domain::Person& p : bench.desk.city().people) {
            if (!domain::isOnDuty(p.shift, bench.desk.clock.now(), bench.desk.city().utcOffset)) continue;
            const auto activity = bench.desk.cases().activityOf(p.id);
            const bool passes = model.filter() == Filter::All
                || (model.filter() == Filter::Idle && activity == session::Activity::Idle)
                || (model.filter() == Filter::EnRoute && activity == session::Activity::EnRoute)
                || (model.filter() == Filter::OnScene && activity == session::Activity::OnScene)
                || (model.filter() == Filter::Full && bench.desk.cases().openCasesOf(p.id) >= p.capacity);
            const QString grid = cases::CaseWords::grid(bench.place, p.homeGrid);
            const bool found = model.search().isEmpty() || grid.contains(model.search(), Qt::CaseInsensitive)
                || QString::fromStdString(p.name.en).contains(model.search(), Qt::CaseInsensitive);
            if (passes && found) wanted.push_back(p.id);
        }
        std::vector<PersonId> shown;
        for (int row = 0; row < model.rowCount(); ++row) shown.push_back(model.personAt(row));
        if (model.order() == Order::Load) {
            for (std::size_t i = 1; i < shown.size(); ++i) {
                const int a = bench.desk.cases().openCasesOf(shown[i - 1]), b = bench.desk.cases().openCasesOf(shown[i]);
                QVERIFY(model.way() == Qt::AscendingOrder ? a <= b : a >= b);
            }
        }
        std::ranges::sort(shown);
        QCOMPARE(shown.size(), wanted.size());
        QVERIFY(shown == wanted);
    }
}

void PeoplePanelTest::dropDispatches()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    PeoplePanel panel(bench.place);
    panel.resize(600, 700);
    panel.show();
    panel.model().wake(); // as its first painting does
    people::PeopleView& view = panel.view();
    const auto data = cases::encodeCase(CaseId(412));
    bench.selection.setDraggedCase(CaseId(412));
    // Every row knows whether the case can go there, before the pointer comes.
    for (const domain::Person& p : bench.desk.city().people)
        if (panel.model().rowOf(p.id) >= 0)
            QCOMPARE(view.legality(p.id).legal, bench.desk.check(CaseId(412), domain::Dispatch{p.id, {}}).has_value());
    const auto over = [&](PersonId id) {
        const int row = panel.model().rowOf(id);
        view.scrollTo(panel.model().index(row, 1));
        const QPoint at(60, view.rowViewportPosition(row) + 10);
        QDragEnterEvent enter(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &enter);
        QDragMoveEvent move(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &move);
        QDropEvent drop(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &drop);
    };
    // The team has room for one case: full after this, so a second one is refused.
    const PersonId team = bench.desk.person("主山义警一队");
    over(team);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
    QCOMPARE(std::get<domain::Dispatch>(bench.desk.submitted.back().second).person, team);
    bench.desk.confirm(bench.desk.outbox().front().id);
    const auto second = cases::encodeCase(CaseId(421));
    const int row = panel.model().rowOf(team);
    const QPoint at(60, view.rowViewportPosition(row) + 10);
    QDragEnterEvent enter(at, Qt::MoveAction, second.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &enter);
    QDragMoveEvent move(at, Qt::MoveAction, second.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &move);
    QVERIFY(!move.isAccepted());
    QVERIFY(view.legality(team).reason.contains(QStringLiteral("full")));
    QDropEvent drop(at, Qt::MoveAction, second.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &drop);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
}

void PeoplePanelTest::keyboardDispatches()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    PeoplePanel panel(bench.place);
    panel.show();
    panel.model().wake(); // as its first painting does
    bench.selection.selectCase(CaseId(412));
    panel.findChild<QLineEdit*>(QStringLiteral("peopleSearch"))->setText(QStringLiteral("Chen"));
    QCOMPARE(panel.model().rowCount(), 1);
    QTest::keyClick(&panel.view(), Qt::Key_J);
    QCOMPARE(bench.selection.selectedPerson(), bench.desk.person("陈静"));
    QTest::keyClick(&panel.view(), Qt::Key_D);
    auto* dialog = panel.findChild<QDialog*>(QStringLiteral("dispatchDialog"));
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(std::get<domain::Dispatch>(bench.desk.submitted.back().second).person, bench.desk.person("陈静"));
}

void PeoplePanelTest::everyStateSaysWhatIs()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    PeoplePanel panel(bench.place);
    panel.show();
    panel.model().wake(); // as its first painting does
    QCOMPARE(panel.status().state, sdk::PanelState::Ready);
    panel.model().setSearch(QStringLiteral("nobody of that name"));
    QCOMPARE(panel.status().state, sdk::PanelState::Empty);
    panel.findChild<QLineEdit*>(QStringLiteral("peopleSearch"))->setText(QStringLiteral("x"));
    panel.runAction(QStringLiteral("all"));
    QCOMPARE(panel.model().rowCount(), 24);
    bench.desk.setLink(session::LinkState::Offline);
    QCOMPARE(panel.status().state, sdk::PanelState::Partial);
}

ZS_GUI_TEST_MAIN(PeoplePanelTest)
#include "TestPeoplePanel.moc"
