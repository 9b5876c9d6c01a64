#include "tests/integration/console/TestEditors.h"

#include "domain/catalogue/Simulate.h"
#include "ui/calendar/CalendarPanel.h"
#include "ui/calendar/ImpactTable.h"
#include "ui/calendar/YearView.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/catalogue/RuleTable.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace zs;
using namespace zs::domain;
using namespace zs::testkit;
using cases::Action;

namespace {

/// A case of the first grid, received and confirmed; none if it didn't come.
CaseId receive(Seat& desk, const Stand& stand, const char* title, CaseKind kind)
{
    const std::size_t before = desk->cases().size();
    Receive received;
    received.kind = kind;
    received.channel = Channel::WalkIn;
    received.title = title;
    received.grid = stand.city()->grids.front().id;
    received.place = stand.city()->grids.front().label;
    if (!desk->submit({}, received) || !QTest::qWaitFor([&] { return desk->cases().size() > before; }, patience)) return {};
    return desk->cases().row(before).id;
}

bool follows(Seat& a, Seat& b, CaseId id)
{
    return QTest::qWaitFor([&] {
        const Case *one = a->cases().confirmed(id), *two = b->cases().confirmed(id);
        return !a->stateOf(id) && one && two && *one == *two;
    }, patience);
}

template <class P>
P& panel(Seat& seat) { return seat.show<P>(P::panelInfo().id); }

} // namespace

void TestEditors::aPublishedRuleRoutesOnEveryDesk()
{
    Stand stand(Stand::Runs::AsProgram);
    Seat desk(stand, QStringLiteral("console-1")), leader(stand, QStringLiteral("leader-1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline() && leader.isOnline() && desk->isLoaded() && leader->isLoaded(), patience);
    // Three open cases of a matter that urban management leads.
    const auto& matters = stand.city()->matters;
    const AgencyId urban = stand.city()->agencyByCode("urban")->id;
    const auto matter = std::ranges::find_if(matters, [&](const Matter& m) { return m.lead == urban; });
    QVERIFY(matter != matters.end());
    std::vector<CaseId> ids;
    for (const char* title : {"甲处", "乙处", "丙处"}) {
        ids.push_back(receive(desk, stand, title, matter->kind));
        QVERIFY(ids.back());
        QVERIFY(desk->submit(ids.back(), Classify{matter->id, Priority::Normal}));
        QTRY_VERIFY_WITH_TIMEOUT(leader->cases().find(ids.back()) && leader.at(ids.back()).phase == Phase::Classified, patience);
    }

    auto& editor = panel<catalogue::CataloguePanel>(leader);
    const std::string version = editor.draft().base().version;
    leader.find<QLineEdit>("catalogueFilter")->setText(QString::fromStdString(matter->code));
    auto* rules = leader.find<QTableView>("catalogueRules");
    QVERIFY(rules->model()->rowCount() >= 1);
    rules->setCurrentIndex(rules->model()->index(0, 0));
    auto* lead = leader.find<QComboBox>("ruleLead");
    QCOMPARE(lead->currentData().toString(), QStringLiteral("urban"));
    const int housing = lead->findData(QStringLiteral("housing"));
    lead->setCurrentIndex(housing);
    Q_EMIT lead->activated(housing);
    QTRY_VERIFY_WITH_TIMEOUT(!editor.moves().isRunning(), patience);
    QVERIFY2(leader.find<QLabel>("catalogueEffect")->text().contains(zh("3 件在办事件")), qPrintable(leader.find<QLabel>("catalogueEffect")->text()));
    QCOMPARE(editor.moves().rowCount(), 3);
    auto* publish = leader.find<QPushButton>("cataloguePublish");
    QVERIFY(!publish->isEnabled());
    leader.find<QLineEdit>("catalogueNote")->setText(zh("两局会商：改由住建主办"));
    QTest::mouseClick(publish, Qt::LeftButton);
    QVERIFY(!leader->outbox().empty()); // pending
    const std::string next = catalogue::nextVersion(version);
    QTRY_COMPARE_WITH_TIMEOUT(QString::fromStdString(desk.console().place().advice->catalogue().version), QString::fromStdString(next), patience);
    QTRY_VERIFY_WITH_TIMEOUT(leader->outbox().empty() && !editor.draft().isChanged(), patience);
    QCOMPARE(editor.draft().base().version, next);

    // The other desk's editor and advice follow.
    auto& other = panel<catalogue::CataloguePanel>(desk);
    QCOMPARE(other.draft().base().version, next);
    QDialog* route = desk.ask(ids.front(), Action::Route);
    QVERIFY(route);
    QVERIFY2(route->findChild<QLabel*>(QStringLiteral("routeAdvice"))->text().contains(zh("住建")),
             qPrintable(route->findChild<QLabel*>(QStringLiteral("routeAdvice"))->text()));
    QVERIFY(route->findChild<QListView*>(QStringLiteral("agenciesList"))->model()->index(0, 0).data().toString().contains(zh("住建")));
    route->reject();

    // A dispatcher may try things out, but not publish: the sentence says who may.
    desk.find<QLineEdit>("catalogueFilter")->setText(QString::fromStdString(matter->code));
    auto* theirs = desk.find<QTableView>("catalogueRules");
    theirs->setCurrentIndex(theirs->model()->index(0, 0));
    auto* box = desk.find<QComboBox>("ruleLead");
    box->setCurrentIndex(box->findData(QStringLiteral("urban")));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY_WITH_TIMEOUT(!other.moves().isRunning(), patience);
    desk.find<QLineEdit>("catalogueNote")->setText(zh("改回"));
    QTest::mouseClick(desk.find<QPushButton>("cataloguePublish"), Qt::LeftButton);
    QVERIFY2(desk.find<QLabel>("catalogueSaid")->text().contains(zh("督办员、领导")), qPrintable(desk.find<QLabel>("catalogueSaid")->text()));
    QVERIFY(other.draft().isChanged());
}

void TestEditors::aDayMadeWorkedMovesDeadlinesOnEveryDesk()
{
    Stand stand; // Monday 2026-03-02, 16:41
    Seat desk(stand, QStringLiteral("console-1")), leader(stand, QStringLiteral("leader-1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline() && leader.isOnline() && desk->isLoaded() && leader->isLoaded(), patience);
    const CaseId id = receive(desk, stand, "占道堆物", CaseKind::Request);
    QVERIFY(id);
    const auto deadline = [&](Seat& seat) {
        return limitsOf(seat.at(id), seat.console().place().desk.calendar(), stand.clock.now())[std::size_t(LimitKind::Report)].deadline;
    };
    QVERIFY(follows(desk, leader, id));
    const TimePoint before = deadline(desk); // seven working days
    auto& editor = panel<calendar::CalendarPanel>(leader);
    editor.year().setCurrent(*parseIsoDay("2026-03-07")); // a Saturday
    const auto choices = leader.find<QWidget>("calendarDayChoice")->findChildren<QAbstractButton*>();
    QCOMPARE(choices.size(), 3);
    QTest::mouseClick(choices[1], Qt::LeftButton);
    auto* reason = leader.find<QLineEdit>("calendarDayReason");
    reason->setText(zh("汛期值守，周六上班"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!editor.impact().isChecking(), patience);
    QCOMPARE(editor.impact().affected(), std::size_t{1});
    QCOMPARE(editor.impact().caseAt(0), id);
    const auto cell = [&](int column) { return editor.impact().index(0, column).data().toString(); };
    QVERIFY2(cell(calendar::ImpactTable::EffectColumn).contains(zh("早")), qPrintable(cell(calendar::ImpactTable::EffectColumn)));
    QVERIFY(cell(calendar::ImpactTable::BeforeColumn) != cell(calendar::ImpactTable::AfterColumn));
    QCOMPARE(deadline(desk), before);
    leader.find<QLineEdit>("calendarNote")->setText(zh("防汛办通知"));
    QTest::mouseClick(leader.find<QPushButton>("calendarPublish"), Qt::LeftButton);
    QVERIFY(!leader->outbox().empty());
    const TimePoint expected = before - std::chrono::hours(24);
    QTRY_COMPARE_WITH_TIMEOUT(deadline(desk), expected, patience);
    QTRY_VERIFY_WITH_TIMEOUT(leader->outbox().empty() && deadline(leader) == expected, patience);
    QVERIFY(!editor.draft().isChanged());
    QCOMPARE(panel<calendar::CalendarPanel>(desk).draft().base().version, editor.draft().base().version);
}
