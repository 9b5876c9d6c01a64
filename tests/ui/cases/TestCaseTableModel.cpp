// The queue's order and model: whatever happens, and in whatever order, it equals a plain sort of all cases.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "domain/sla/Limits.h"
#include "ui/cases/CaseTableModel.h"
#include "ui/cases/CaseWords.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <random>

using namespace zs;
using namespace zs::testkit;
using cases::CaseTableModel;
using cases::Group;
using cases::Segment;
using cases::SortBy;
using cases::SortWay;
using namespace std::chrono_literals;

namespace {

/// Rows as the model must show them: case numbers, and -1 - group for a head.
std::vector<qint64> naive(const PanelBench& bench, const CaseTableModel& model)
{
    struct Row {
        int group;
        std::int64_t key;
        std::size_t row;
        qint64 number;
    };
    std::vector<Row> rows;
    const session::CaseStore& store = bench.desk.cases();
    for (std::size_t i = 0; i < store.size(); ++i) {
        const domain::Case& c = store.row(i);
        if (!c.isOpen()) continue;
        int group = c.phase <= domain::Phase::Classified ? 2 : 3;
        bool late = false, near = false;
        for (const domain::Limit& l : domain::limitsOf(c, bench.desk.calendar(), bench.desk.serverNow())) {
            late |= l.state == domain::LimitState::Late;
            near |= l.state == domain::LimitState::NearLimit;
        }
        if (late) group = 0;
        else if (near) group = 1;
        const bool passes = model.segment() == Segment::All || (model.segment() == Segment::Late && late)
            || (model.segment() == Segment::Fresh && c.phase <= domain::Phase::Classified)
            || (model.segment() == Segment::Mine && c.firstReceiver == "zhou.j")
            || (model.segment() == Segment::Unsent && bench.desk.stateOf(c.id).has_value());
        if (!passes) continue;
        const QString search = model.search();
        const domain::Grid* grid = bench.desk.city().grid(c.grid);
        if (!search.isEmpty() && !QString::fromStdString(c.title).contains(search, Qt::CaseInsensitive)
            && !cases::CaseWords::number(c.id).contains(search, Qt::CaseInsensitive)
            && !QString::fromStdString(grid->name.zh).contains(search, Qt::CaseInsensitive)
            && !QString::fromStdString(grid->name.en).contains(search, Qt::CaseInsensitive))
            continue;
        const auto deadline = domain::nextDeadline(c, bench.desk.calendar());
        std::int64_t key = model.sortBy() == SortBy::Number ? static_cast<std::int64_t>(c.id.value)
            : deadline                                      ? toUnixMillis(*deadline)
                                                            : std::numeric_limits<std::int64_t>::max();
        if (model.sortWay() == SortWay::Descending && key != std::numeric_limits<std::int64_t>::max()) key = -key;
        rows.push_back({group, key, i, static_cast<qint64>(c.id.value)});
    }
    std::ranges::sort(rows, {}, [](const Row& r) { return std::tuple(r.group, r.key, r.row); });
    std::vector<qint64> shown;
    int last = -1;
    for (const Row& r : rows) {
        if (r.group != last) shown.push_back(-1 - r.group);
        last = r.group;
        if (!model.isCollapsed(static_cast<Group>(r.group))) shown.push_back(r.number);
    }
    return shown;
}

std::vector<qint64> shownBy(const CaseTableModel& model)
{
    std::vector<qint64> shown;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const auto head = model.headAt(row)) shown.push_back(-1 - static_cast<int>(*head));
        else shown.push_back(static_cast<qint64>(model.caseAt(row).value));
    }
    return shown;
}

} // namespace

class CaseTableModelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void groupsAndOrderOfTheSample();
    void searchFindsTwoChineseCharacters();
    void timeMovesACaseToTheNextGroup();
    void anotherCalendarOrdersAnew();
    void aPauseEndsByItself();
    void stormEqualsAPlainSort();
    void hundredThousandCasesSortInOneFrame();
    void languageChangesEveryWord();
};

void CaseTableModelTest::groupsAndOrderOfTheSample()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    CaseTableModel model(bench.place);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(shownBy(model), naive(bench, model));
    QCOMPARE(model.headAt(0), std::optional(Group::Overdue));
    QVERIFY(model.order().countOf(Segment::Late) >= 3);
    model.setSegment(Segment::Late);
    QCOMPARE(shownBy(model), naive(bench, model));
    QCOMPARE(model.shown(), model.order().countOf(Segment::Late));
    // What the alarm slot says of the city doesn't change with what this queue shows.
    const std::size_t overdue = model.order().countOf(Group::Overdue), near = model.order().countOf(Group::NearLimit);
    QCOMPARE(overdue, model.order().countOf(Segment::Late));
    QVERIFY(near > 0);
    model.setSearch(QStringLiteral("nothing like it"));
    QCOMPARE(model.shown(), std::size_t(0));
    QCOMPARE(model.order().countOf(Group::Overdue), overdue);
    QCOMPARE(model.order().countOf(Group::NearLimit), near);
    model.setSearch({});
    model.setSegment(Segment::Mine);
    QCOMPARE(shownBy(model), naive(bench, model));
    model.setSegment(Segment::All);
    model.setCollapsed(Group::InProgress, true);
    QCOMPARE(shownBy(model), naive(bench, model));
    model.setCollapsed(Group::InProgress, false);
    model.setSort(SortBy::Number, SortWay::Descending);
    QCOMPARE(shownBy(model), naive(bench, model));
}

void CaseTableModelTest::searchFindsTwoChineseCharacters()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    CaseTableModel model(bench.place);
    for (const char* text : {"噪声", "主山", "c-04", "0412", "zhushan 07", "没有这样的"}) {
        model.setSearch(QString::fromUtf8(text));
        QCOMPARE(shownBy(model), naive(bench, model));
    }
    model.setSearch(QStringLiteral("噪声"));
    QVERIFY(model.rowOf(CaseId(412)) >= 0);
    QCOMPARE(model.rowOf(CaseId(377)), -1);
    model.setSearch({});
    QVERIFY(model.rowOf(CaseId(377)) >= 0);
}

void CaseTableModelTest::timeMovesACaseToTheNextGroup()
{
    PanelBench bench;
    const CaseId id = bench.desk.record({}, domain::Receive{domain::CaseKind::Hazard, domain::Channel::GridApp, "路面积水", {},
                                                            placeInGrid(bench.desk.city(), "主山05"), {}, {}, {}, {}},
                                        bench.desk.clock.now());
    bench.desk.record(id, domain::Classify{domain::MatterId(2), domain::Priority::Urgent}, bench.desk.clock.now());
    CaseTableModel model(bench.place);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.headAt(0), std::optional(Group::Fresh));
    bench.desk.clock.advance(4min + 1s); // response to what is urgent: 5 min
    model.tick();
    QCOMPARE(model.headAt(0), std::optional(Group::NearLimit));
    bench.desk.clock.advance(1min);
    model.tick();
    QCOMPARE(model.headAt(0), std::optional(Group::Overdue));
    QCOMPARE(shownBy(model), naive(bench, model));
}

void CaseTableModelTest::anotherCalendarOrdersAnew()
{
    PanelBench bench;
    auto cases = manyCases(bench.desk.city(), 60, bench.desk.clock.now(), 8);
    for (std::size_t i = 0; i < cases.size(); ++i) // half by the calendar, half by the clock, so that their order can change
        cases[i].limits.report = {static_cast<std::uint32_t>(2 + i % 5), i % 2 ? domain::LimitUnit::WorkingDays : domain::LimitUnit::NaturalDays};
    bench.desk.reset(std::move(cases));
    CaseTableModel model(bench.place);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto before = shownBy(model);
    QCOMPARE(before, naive(bench, model));
    bench.desk.setCalendar(std::make_shared<const domain::WorkCalendar>());
    QCOMPARE(shownBy(model), naive(bench, model));
    QVERIFY(shownBy(model) != before);
}

void CaseTableModelTest::aPauseEndsByItself()
{
    using namespace std::chrono_literals;
    PanelBench bench;
    const TimePoint now = bench.desk.clock.now();
    auto cases = manyCases(bench.desk.city(), 1, now, 8);
    domain::Case& c = cases[0];
    c.phase = domain::Phase::Accepted;
    c.receivedAt = c.clockAt = now - 40min;
    c.limits = {.report = {60, domain::LimitUnit::Minutes}};
    c.pauses = {{now, {}, now + 60min}}; // 40 of 60 minutes used; from the planned end on it runs again
    bench.desk.reset(std::move(cases));
    CaseTableModel model(bench.place);
    QCOMPARE(model.headAt(0), std::optional(Group::InProgress));
    for (const auto& [after, group] : {std::pair(30min, Group::InProgress), std::pair(61min, Group::InProgress), std::pair(70min, Group::NearLimit),
                                      std::pair(81min, Group::Overdue)}) {
        bench.desk.clock.set(now + after);
        model.tick();
        QCOMPARE(model.headAt(0), std::optional(group));
    }
}

void CaseTableModelTest::stormEqualsAPlainSort()
{
    PanelBench bench;
    bench.desk.reset(manyCases(bench.desk.city(), 300, bench.desk.clock.now(), 7));
    CaseTableModel model(bench.place);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    // Persistent indexes must go with their cases, as a view's selection does.
    std::mt19937 random(20260302);
    const auto any = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    const domain::City& city = bench.desk.city();
    for (int round = 0; round < 900; ++round) {
        const CaseId id(1 + any(bench.desk.cases().size()));
        const PersonId person = city.people[any(24)].id;
        QPersistentModelIndex followed;
        CaseId followedCase;
        if (const int rows = model.rowCount(); rows > 0) {
            followed = model.index(static_cast<int>(any(static_cast<std::size_t>(rows))), 2);
            followedCase = model.caseAt(followed.row());
        }
        switch (any(12)) {
        case 0: bench.desk.stream(id, domain::Routed{city.agencies[1 + any(9)].id, {}, {}}); break;
        case 1: bench.desk.stream(id, domain::Dispatched{person, {}}); break;
        case 2: bench.desk.stream(id, domain::Arrived{person}); break;
        case 3: bench.desk.stream(id, domain::Finished{person, domain::Outcome::Resolved, "办妥"}); break;
        case 4:
            bench.desk.stream(id, domain::Classified{city.matters[any(12)].id, domain::CaseKind::Dispute,
                                                     domain::Priority::High, city.matters[any(12)].limits, {}});
            break;
        case 5:
            bench.desk.stream(CaseId(bench.desk.cases().size() + 1),
                              domain::Received{domain::CaseKind::Request, domain::Channel::WalkIn, "新来的事件", {},
                                               city.grids[any(20)].label, city.grids[any(20)].id, domain::Priority::Normal, {}});
            break;
        case 6:
            bench.desk.clock.advance(Millis(any(40) * 60000));
            model.tick();
            break;
        case 7: (void)bench.desk.submit(id, domain::Note{"备注"}); break;
        case 8: model.setCollapsed(static_cast<Group>(any(4)), any(2) == 0); break;
        case 9: model.setSegment(static_cast<Segment>(any(5))); break;
        case 10: model.setSort(any(2) ? SortBy::Limit : SortBy::Number, any(2) ? SortWay::Ascending : SortWay::Descending); break;
        default: bench.desk.stream(id, domain::Returned{city.agencies[1].id, "不属本单位"}); break;
        }
        QVERIFY2(shownBy(model) == naive(bench, model), qPrintable(QStringLiteral("round %1").arg(round)));
        if (followed.isValid() && !followedCase.isNone()) QCOMPARE(model.caseAt(followed.row()), followedCase);
    }
}

void CaseTableModelTest::hundredThousandCasesSortInOneFrame()
{
    PanelBench bench;
    bench.desk.reset(manyCases(bench.desk.city(), 100000, bench.desk.clock.now(), 3));
    CaseTableModel model(bench.place);
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        model.setSort(SortBy::Limit, i % 2 ? SortWay::Ascending : SortWay::Descending);
        best = std::min(best, timer.nsecsElapsed());
    }
    qint64 search = std::numeric_limits<qint64>::max(), one = std::numeric_limits<qint64>::max();
    for (const char* text : {"噪声", "主山", "路灯"}) {
        QElapsedTimer timer;
        timer.start();
        model.setSearch(QString::fromUtf8(text));
        search = std::min(search, timer.nsecsElapsed());
    }
    model.setSearch({});
    for (unsigned i = 1; i < 40; ++i) {
        QElapsedTimer timer;
        timer.start();
        bench.desk.stream(CaseId(i * 997), domain::Routed{AgencyId(2), {}, {}});
        one = std::min(one, timer.nsecsElapsed());
    }
    qInfo("100,000 cases: full sort %.1f ms, search and sort %.1f ms, one changed case %.3f ms", double(best) / 1e6,
          double(search) / 1e6, double(one) / 1e6);
    // The bar is 50 ms on the GUI thread; an unoptimised or sanitized build gets room.
    QVERIFY2(best < 250'000'000, qPrintable(QString::number(best)));
    QCOMPARE(shownBy(model), naive(bench, model));
}

void CaseTableModelTest::languageChangesEveryWord()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    CaseTableModel model(bench.place);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("No."));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("Overdue"));
    bench.translations.setLanguage(kit::Language::Chinese);
    model.languageChanged();
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("编号"));
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("超期"));
    const int row = model.rowOf(CaseId(398));
    QCOMPARE(model.index(row, CaseTableModel::GridColumn).data().toString(), QStringLiteral("岗贝03"));
    QCOMPARE(model.index(row, CaseTableModel::StepColumn).data().toString(), QStringLiteral("接收"));
}

ZS_GUI_TEST_MAIN(CaseTableModelTest)
#include "TestCaseTableModel.moc"
