// One drag as a hand does it: press in the queue, move, let go over a lane. Qt's own drag loop runs in between.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/QueuePanel.h"
#include "ui/cases/QueueView.h"
#include "ui/dispatch/LanesPanel.h"
#include "ui/dispatch/LaneView.h"

#include <QSignalSpy>
#include <QTimer>
#include <QVBoxLayout>
#include <QWindow>

using namespace zs;
using namespace zs::testkit;
using dispatch::LaneState;

class RealDragTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bench = std::make_unique<PanelBench>(); }
    void fromTheQueueToALane_data();
    void fromTheQueueToALane();
    void cleanupTestCase() { m_bench.reset(); }

private:
    std::unique_ptr<PanelBench> m_bench;
};

void RealDragTest::fromTheQueueToALane_data()
{
    QTest::addColumn<QString>("lane");
    QTest::addColumn<bool>("legal");
    QTest::newRow("legal") << "lane_justice" << true;
    QTest::newRow("illegal") << "lane_court" << false;
}

void RealDragTest::fromTheQueueToALane()
{
    QFETCH(const QString, lane);
    QFETCH(const bool, legal);
    PanelBench& bench = *m_bench;
    bench.desk.reset({});
    bench.desk.submitted.clear();
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* queue = new cases::QueuePanel(bench.place);
    auto* lanes = new dispatch::LanesPanel(bench.place);
    column->addWidget(queue, 3);
    column->addWidget(lanes, 1);
    window.resize(1920, 960);
    const CaseId id = bench.desk.record({}, domain::Receive{domain::CaseKind::Dispute, domain::Channel::WalkIn, "邻里纠纷", {},
                                                            placeInGrid(bench.desk.city(), "主山07"), {}, {}, {}, {}},
                                        bench.desk.clock.now());
    bench.desk.record(id, domain::Classify{domain::MatterId(8), domain::Priority::Normal}, bench.desk.clock.now());
    Q_EMIT bench.desk.casesReset();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto* target = lanes->findChild<dispatch::LaneView*>(lane);
    cases::QueueView& view = queue->view();
    QWindow* handle = window.windowHandle();
    const QPoint from = view.viewport()->mapTo(&window, view.visualRect(queue->model().index(queue->model().rowOf(id), 2)).center());
    const QPoint to = target->mapTo(&window, target->rect().center());

    QSignalSpy drags(&bench.selection, &cases::Selection::dragChanged);
    std::vector<LaneState> seen;
    // Runs inside the drag's own loop, one step a turn.
    int step = 0;
    QTimer hand;
    connect(&hand, &QTimer::timeout, this, [&] {
        switch (step++) {
        case 0: seen.push_back(target->state()); QTest::mouseMove(handle, (from + to) / 2); break;
        case 1: QTest::mouseMove(handle, to); break;
        case 2: QTest::mouseMove(handle, to + QPoint(3, 3)); break;
        case 3: seen.push_back(target->state()); QTest::mouseRelease(handle, Qt::LeftButton, {}, to + QPoint(3, 3)); break;
        case 8: QTest::keyClick(handle, Qt::Key_Escape); break; // a drag that hangs ends here
        default: break;
        }
    });
    QTest::mousePress(handle, Qt::LeftButton, {}, from);
    hand.start(20);
    for (int i = 1; i <= 4 && drags.isEmpty(); ++i) QTest::mouseMove(handle, from + QPoint(8 * i, 4 * i));
    hand.stop();
    QCOMPARE(drags.size(), 2); // it began, and it ended
    QCOMPARE(bench.selection.draggedCase(), CaseId());
    QCOMPARE(seen.size(), std::size_t(2));
    QCOMPARE(seen[0], legal ? LaneState::Legal : LaneState::IllegalHover);
    QCOMPARE(seen[1], legal ? LaneState::Hover : LaneState::IllegalHover);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(legal ? 1 : 0));
    QCOMPARE(bench.desk.cases().find(id)->lead, legal ? bench.desk.agency("justice") : AgencyId());
    QCOMPARE(target->state(), LaneState::Rest);
}

ZS_GUI_TEST_MAIN(RealDragTest)
#include "TestRealDrag.moc"
