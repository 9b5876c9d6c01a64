// The case detail: what can be done now and why not, the timeline, the ranking of staff.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/Candidates.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/CommandWords.h"
#include "ui/cases/DetailPanel.h"
#include "ui/cases/EventWords.h"
#include "ui/cases/Timeline.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace zs;
using namespace zs::testkit;
using cases::Candidate;
using cases::DetailPanel;

class DetailPanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void actionsSayWhyNot();
    void aCaseFromIntakeToTheEnd();
    void timelineHasEveryEventInBothLanguages();
    void ownCommandsComeFirst();
    void candidatesByGridDistanceAndLoad();
    void reporterIsMasked();
    void everythingFocusableHasAName();
};

namespace {

template <class T>
T* child(QWidget& parent, const char* name)
{
    auto* found = parent.findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
}

} // namespace

void DetailPanelTest::actionsSayWhyNot()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    DetailPanel panel(bench.place);
    panel.show();
    QCOMPARE(panel.status().state, sdk::PanelState::Empty);
    bench.selection.selectCase(CaseId(418)); // received only
    QVERIFY(child<QPushButton>(panel, "actionClassify")->isEnabled());
    auto* send = child<QPushButton>(panel, "actionDispatch");
    QVERIFY(!send->isEnabled());
    QCOMPARE(send->toolTip(), QStringLiteral("Classify the case before sending someone."));
    QVERIFY(child<QPushButton>(panel, "actionReturn")->isHidden());
    bench.selection.selectCase(CaseId(371)); // routed, not accepted
    QVERIFY(child<QPushButton>(panel, "actionAccept")->isEnabled());
    QVERIFY(send->toolTip().contains(QStringLiteral("hasn't accepted")));
    bench.translations.setLanguage(kit::Language::Chinese);
    QTRY_VERIFY(send->toolTip().contains(QStringLiteral("还没有接收")));
    QCOMPARE(send->text(), QStringLiteral("派单"));
    // The keys work from inside the lists, too.
    bench.selection.selectCase(CaseId(412));
    QTest::keyClick(child<QListView>(panel, "detailWhom"), Qt::Key_R);
    QVERIFY(panel.findChild<QDialog*>(QStringLiteral("routeDialog")));
}

void DetailPanelTest::aCaseFromIntakeToTheEnd()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    DetailPanel panel(bench.place);
    panel.show();
    const CaseId id(371);
    bench.selection.selectCase(id);
    const auto confirmed = [&](std::size_t n) {
        if (bench.desk.submitted.size() != n || bench.desk.outbox().empty()) return false;
        bench.desk.confirm(bench.desk.outbox().back().id);
        return true;
    };
    QTest::mouseClick(child<QPushButton>(panel, "actionAccept"), Qt::LeftButton);
    QVERIFY(confirmed(1));
    QCOMPARE(bench.desk.cases().find(id)->phase, domain::Phase::Accepted);
    panel.actions().dispatchTo(id, bench.desk.person("郭华"));
    QVERIFY(confirmed(2));
    panel.actions().run(id, cases::Action::Acknowledge, &panel);
    QVERIFY(confirmed(3));
    panel.actions().run(id, cases::Action::Arrive, &panel);
    QVERIFY(confirmed(4));
    panel.actions().run(id, cases::Action::Finish, &panel);
    auto* dialog = child<QDialog>(panel, "finishDialog");
    QTest::keyClicks(child<QWidget>(*dialog, "text"), QStringLiteral("boundary agreed"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(confirmed(5));
    QCOMPARE(bench.desk.cases().find(id)->phase, domain::Phase::Finished);
    QVERIFY(!child<QPushButton>(panel, "actionDispatch")->isEnabled());
    QVERIFY(child<QPushButton>(panel, "actionNote")->isEnabled());
    auto* timeline = child<QListView>(panel, "detailTimeline");
    QTRY_VERIFY(timeline->model()->index(0, 0).data().toString().contains(QStringLiteral("boundary agreed")));
    // Six of the eight, and a link for the rest.
    QCOMPARE(timeline->model()->rowCount(), 6);
    QTest::mouseClick(child<QPushButton>(panel, "detailEarlier"), Qt::LeftButton);
    QCOMPARE(timeline->model()->rowCount(), 8);
}

void DetailPanelTest::timelineHasEveryEventInBothLanguages()
{
    PanelBench bench;
    const auto inBothLanguages = [&](const auto& say) {
        bench.translations.setLanguage(kit::Language::English);
        const QString en = say();
        bench.translations.setLanguage(kit::Language::Chinese);
        const QString zh = say();
        QVERIFY2(!en.isEmpty() && en != zh, qPrintable(en));
        QVERIFY2(!en.contains(u'%') && !zh.contains(u'%'), qPrintable(zh));
    };
    const auto check = [&](domain::CaseEvent event, const domain::CaseCommand& command) {
        const domain::RecordedEvent e{1, CaseId(1), 1, bench.desk.clock.now(), "zhou.j", std::move(event)};
        inBothLanguages([&] { return cases::EventWords::line(bench.place, e).text; });
        inBothLanguages([&] { return cases::CommandWords::text(bench.place, command); });
        QVERIFY(kit::IconCache::has(cases::EventWords::line(bench.place, e).icon));
        QVERIFY(kit::IconCache::has(cases::CommandWords::icon(command)));
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (check(domain::CaseEvent(std::in_place_index<I>), domain::CaseCommand(std::in_place_index<I>)), ...);
    }(std::make_index_sequence<std::variant_size_v<domain::CaseEvent>>());
}

void DetailPanelTest::ownCommandsComeFirst()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    bench.desk.setLink(session::LinkState::Offline);
    DetailPanel panel(bench.place);
    bench.selection.selectCase(CaseId(412));
    auto* timeline = child<QListView>(panel, "detailTimeline");
    QAbstractItemModelTester tester(timeline->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(timeline->model()->rowCount(), 5);
    panel.actions().dispatchTo(CaseId(412), bench.desk.person("李伟"));
    QCOMPARE(timeline->model()->rowCount(), 6);
    QVERIFY(timeline->model()->index(0, 0).data().toString().contains(QStringLiteral("unsent")));
    QVERIFY(child<QPushButton>(panel, "actionWithdraw")->isEnabled());
    QTest::mouseClick(child<QPushButton>(panel, "actionWithdraw"), Qt::LeftButton);
    QCOMPARE(timeline->model()->rowCount(), 5);
}

void DetailPanelTest::candidatesByGridDistanceAndLoad()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    const domain::Case& noise = *bench.desk.cases().find(CaseId(412));
    const auto best = cases::rankCandidates(bench.desk, noise, 100);
    QVERIFY(best.size() > 10);
    QVERIFY(best[0].ownGrid);
    bool left = false;
    double last = -1;
    for (const Candidate& c : best) {
        QVERIFY(c.hasRoom());
        const domain::Person* p = bench.desk.city().person(c.person);
        QVERIFY(domain::isOnDuty(p->shift, bench.desk.clock.now(), bench.desk.city().utcOffset));
        if (!c.ownGrid && !left) {
            left = true;
            last = -1;
        }
        QVERIFY(!(left && c.ownGrid));
        const double metres = c.metres.value_or(1e9);
        QVERIFY2(metres >= last - 200, "nearer ones stand first, but for steps of 200 m");
        last = metres;
    }
    // Who is full drops out of those with room, and is named where everyone is listed.
    const PersonId first = best[0].person;
    const int capacity = bench.desk.city().person(first)->capacity;
    std::vector<domain::Case> full;
    for (int i = 0; i < capacity; ++i) {
        domain::Case c = noise;
        c.id = CaseId(static_cast<std::uint64_t>(9000 + i));
        c.phase = domain::Phase::Dispatched;
        c.handler = first;
        full.push_back(c);
    }
    const domain::Case wanted = noise;
    bench.desk.reset(full);
    const auto after = cases::rankCandidates(bench.desk, wanted, 100);
    QVERIFY(std::ranges::find(after, first, &Candidate::person) == after.end());
    const auto any = cases::rankCandidates(bench.desk, wanted, 100, cases::Room::Any);
    QVERIFY(std::ranges::find(any, first, &Candidate::person) != any.end());
    QVERIFY(cases::reasonsOf(bench.place, *std::ranges::find(any, first, &Candidate::person)).contains(QStringLiteral("full")));
}

void DetailPanelTest::reporterIsMasked()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    DetailPanel panel(bench.place);
    bench.selection.selectCase(CaseId(412));
    QStringList texts;
    for (const QLabel* label : panel.findChildren<QLabel*>()) texts << label->text() << label->toolTip();
    const QString all = texts.join(u'\n');
    QVERIFY(all.contains(QStringLiteral("王* 138****5678")));
    QVERIFY(!all.contains(QStringLiteral("王小明")) && !all.contains(QStringLiteral("13812345678")));
}

void DetailPanelTest::everythingFocusableHasAName()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    DetailPanel panel(bench.place);
    panel.show();
    bench.selection.selectCase(CaseId(412));
    for (QWidget* widget : panel.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&panel) || qobject_cast<QScrollBar*>(widget)) continue;
        if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const QString name = !widget->accessibleName().isEmpty() ? widget->accessibleName() : button ? button->text() : QString();
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName() + u' ' + QLatin1String(widget->metaObject()->className())));
    }
}

ZS_GUI_TEST_MAIN(DetailPanelTest)
#include "TestDetailPanel.moc"
