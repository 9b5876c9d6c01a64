// The lanes: what a drag says before it happens, what a drop does, and that the board equals a plain count.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "domain/sla/Limits.h"
#include "ui/cases/CaseDrag.h"
#include "ui/dispatch/LaneBoard.h"
#include "ui/dispatch/LaneModel.h"
#include "ui/dispatch/LanesPanel.h"
#include "ui/dispatch/LaneView.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QMimeData>

#include <random>

using namespace zs;
using namespace zs::testkit;
using dispatch::LanesPanel;
using dispatch::LaneState;
using dispatch::LaneView;

class LanesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void legalityShowsWhenADragStarts();
    void hoverAndDropRoute();
    void illegalDropDoesNothing();
    void foreignDataIsNotTaken();
    void digitsRoute();
    void boardEqualsAPlainCount();
    void laneModelUnderTheTester();
};

namespace {

LaneView* lane(LanesPanel& panel, const char* code)
{
    auto* found = panel.findChild<LaneView*>(QStringLiteral("lane_") + QLatin1String(code));
    if (!found) qFatal("no lane %s", code);
    return found;
}

/// The events a real drag sends to a widget, in their order. True if the last move was accepted.
bool dragOver(LaneView& target, const QMimeData& data)
{
    const QPoint at = target.rect().center();
    QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &enter);
    QDragMoveEvent move(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    move.ignore();
    if (enter.isAccepted()) QApplication::sendEvent(&target, &move);
    return move.isAccepted();
}

void drop(LaneView& target, const QMimeData& data)
{
    QDropEvent event(target.rect().center(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&target, &event);
}

} // namespace

void LanesTest::legalityShowsWhenADragStarts()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    LanesPanel panel(bench.place);
    panel.resize(1920, 200);
    panel.show();
    bench.selection.setDraggedCase(CaseId(412)); // a registered dispute
    for (LaneView* view : panel.lanes()) {
        const auto answer = bench.desk.check(CaseId(412), domain::Route{view->agency(), {}, {}});
        if (answer) QCOMPARE(view->state(), LaneState::Legal);
        else QVERIFY(view->state() == LaneState::Illegal || view->state() == LaneState::IllegalHover);
        if (!answer) QCOMPARE(view->reason(), QString::fromStdString(answer.error().sentence.en));
    }
    QCOMPARE(lane(panel, "justice")->state(), LaneState::Legal);
    // The court says at once where to go instead.
    QCOMPARE(lane(panel, "court")->state(), LaneState::IllegalHover);
    bench.selection.setDraggedCase({});
    for (LaneView* view : panel.lanes()) QCOMPARE(view->state(), LaneState::Rest);
    // A case that was never registered goes nowhere, and every lane says so.
    bench.selection.setDraggedCase(CaseId(418));
    for (LaneView* view : panel.lanes()) {
        QCOMPARE(view->state(), LaneState::Illegal);
        QVERIFY(view->reason().contains(QStringLiteral("Classify")));
    }
}

void LanesTest::hoverAndDropRoute()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    LanesPanel panel(bench.place);
    panel.resize(1920, 200);
    panel.show();
    const auto data = cases::encodeCase(CaseId(412));
    LaneView* justice = lane(panel, "justice");
    QVERIFY(dragOver(*justice, *data));
    QCOMPARE(justice->state(), LaneState::Hover);
    drop(*justice, *data);
    QCOMPARE(justice->state(), LaneState::Rest);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
    QCOMPARE(std::get<domain::Route>(bench.desk.submitted.front().second).lead, bench.desk.agency("justice"));
    QCOMPARE(bench.desk.cases().find(CaseId(412))->lead, bench.desk.agency("justice"));
    // A drag that leaves puts the lane back to what the drag as a whole says.
    bench.selection.setDraggedCase(CaseId(421));
    const auto other = cases::encodeCase(CaseId(421));
    QVERIFY(dragOver(*justice, *other));
    QDragLeaveEvent leave;
    QApplication::sendEvent(justice, &leave);
    QCOMPARE(justice->state(), LaneState::Legal);
}

void LanesTest::illegalDropDoesNothing()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    LanesPanel panel(bench.place);
    panel.resize(1920, 200);
    panel.show();
    const auto data = cases::encodeCase(CaseId(412));
    LaneView* court = lane(panel, "court");
    QVERIFY(!dragOver(*court, *data));
    QCOMPARE(court->state(), LaneState::IllegalHover);
    QVERIFY(court->reason().contains(QStringLiteral("Not mediated yet")));
    drop(*court, *data);
    QVERIFY(bench.desk.submitted.empty());
}

void LanesTest::foreignDataIsNotTaken()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    LanesPanel panel(bench.place);
    panel.resize(1920, 200);
    panel.show();
    QMimeData text;
    text.setText(QStringLiteral("412"));
    QVERIFY(!dragOver(*lane(panel, "justice"), text));
    QMimeData forged;
    forged.setData(QLatin1String(cases::caseMime), "412; drop table");
    QVERIFY(!dragOver(*lane(panel, "justice"), forged));
    drop(*lane(panel, "justice"), forged);
    QVERIFY(bench.desk.submitted.empty());
}

void LanesTest::digitsRoute()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    LanesPanel panel(bench.place);
    panel.show();
    bench.selection.selectCase(CaseId(421));
    QTest::keyClick(&panel, Qt::Key_2);
    QCOMPARE(std::get<domain::Route>(bench.desk.submitted.back().second).lead, panel.lanes().at(1)->agency());
    bench.selection.selectCase(CaseId(418));
    QTest::keyClick(&panel, Qt::Key_2);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
    QVERIFY(panel.status().freshness.contains(QStringLiteral("Classify")));
}

void LanesTest::boardEqualsAPlainCount()
{
    PanelBench bench;
    bench.desk.reset(manyCases(bench.desk.city(), 500, bench.desk.clock.now(), 5));
    dispatch::LaneBoard board(bench.place, cases::CaseActions::laneAgencies(bench.desk.city()));
    dispatch::LaneModel model(bench.place, board, 0);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(&board, &dispatch::LaneBoard::lanesChanged, &model, [&] { model.refresh(); });
    std::mt19937 random(99);
    for (int round = 0; round < 600; ++round) {
        const CaseId id(1 + random() % 500);
        const PersonId person(1 + random() % 24);
        switch (random() % 4) {
        case 0: bench.desk.stream(id, domain::Routed{board.agency(random() % board.lanes()), {}, {}}); break;
        case 1: bench.desk.stream(id, domain::Finished{person, domain::Outcome::Resolved, "办妥"}); break;
        case 2: bench.desk.stream(id, domain::Returned{board.agency(0), "r"}); break;
        default: bench.desk.stream(id, domain::Arrived{person}); break;
        }
        for (std::size_t i = 0; i < board.lanes(); ++i) {
            std::vector<std::pair<std::int64_t, std::uint32_t>> wanted;
            std::size_t late = 0;
            for (std::uint32_t row = 0; row < bench.desk.cases().size(); ++row) {
                const domain::Case& c = bench.desk.cases().row(row);
                if (!c.isOpen() || c.lead != board.agency(i)) continue;
                const auto deadline = domain::nextDeadline(c, bench.desk.calendar());
                wanted.emplace_back(deadline ? toUnixMillis(*deadline) : std::numeric_limits<std::int64_t>::max(), row);
                late += deadline && *deadline < bench.desk.serverNow();
            }
            std::ranges::sort(wanted);
            QCOMPARE(board.cases(i).size(), wanted.size());
            for (std::size_t k = 0; k < wanted.size(); ++k) QCOMPARE(board.cases(i)[k].row, wanted[k].second);
            QCOMPARE(board.late(i, bench.desk.serverNow()), late);
        }
        QCOMPARE(model.rowCount(), static_cast<int>(std::min<std::size_t>(5, board.cases(0).size())));
        for (int r = 0; r < model.rowCount(); ++r)
            QCOMPARE(model.caseAt(r), bench.desk.cases().row(board.cases(0)[static_cast<std::size_t>(r)].row).id);
    }
}

void LanesTest::laneModelUnderTheTester()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    LanesPanel panel(bench.place);
    panel.resize(1920, 200);
    panel.show();
    QCOMPARE(panel.lanes().size(), 10);
    QCOMPARE(panel.status().state, sdk::PanelState::Ready);
    QVERIFY(panel.status().hidden.contains(QStringLiteral("1 more to the right")));
    for (LaneView* view : panel.lanes()) QVERIFY(!view->accessibleName().isEmpty());
}

ZS_GUI_TEST_MAIN(LanesTest)
#include "TestLanes.moc"
