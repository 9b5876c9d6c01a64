#include "tests/integration/console/TestDutyForms.h"

#include "ui/cases/CaseWords.h"
#include "ui/duties/DutyBoard.h"
#include "ui/duties/ZeroPanel.h"

#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTableView>

using namespace zs;
using namespace zs::domain;
using namespace zs::testkit;
using duties::DutyBoard;
using duties::ZeroMark;
using duties::ZeroModel;
using duties::ZeroPanel;

namespace {

/// Presses the button, fills the form it opens (if it opens one) and sends it; an empty text, or what went wrong.
QString duty(Seat& seat, const char* button, const Filled& fields)
{
    auto* pressed = seat.find<QPushButton>(button);
    if (!pressed->isEnabled()) return QStringLiteral("%1 is off: %2").arg(QLatin1String(button), pressed->toolTip());
    QTest::mouseClick(pressed, Qt::LeftButton);
    QDialog* form = seat.dialog();
    if (!form) return fields.isEmpty() ? QString() : QStringLiteral("%1 opened no form").arg(QLatin1String(button));
    if (const QString problem = fill(*form, fields); !problem.isEmpty()) return problem;
    return press(*form);
}

std::uint32_t versionOf(const DutyState* state)
{
    return state ? std::visit([](const auto& s) { return s.version; }, *state) : 0;
}

/// What was just sent is confirmed, and both desks hold the same.
bool agree(Seat& a, Seat& b, Subject subject)
{
    const std::uint32_t before = versionOf(a->duties().confirmed(subject)); // no event came in since it was sent
    return QTest::qWaitFor([&] {
        const DutyState *one = a->duties().confirmed(subject), *two = b->duties().confirmed(subject);
        return versionOf(one) > before && two && *one == *two && a->outbox().empty() && b->outbox().empty();
    }, patience);
}

} // namespace

void TestDutyForms::gridsReportAndWhoOwesIsSeen()
{
    Stand stand;
    Seat desk(stand, QStringLiteral("console-1")), supervisor(stand, QStringLiteral("supervisor-1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline() && supervisor.isOnline() && desk->isLoaded() && supervisor->isLoaded(), patience);
    const QString id = ZeroPanel::panelInfo().id;
    auto &mine = desk.show<ZeroPanel>(id), &theirs = supervisor.show<ZeroPanel>(id);
    QCOMPARE(theirs.status().state, sdk::PanelState::Empty);
    const Filled period{{"periodName", zh("两会安保")}, {"periodReason", zh("会期")}, {"periodLast", QDate(2026, 3, 5)}};
    WENT(duty(supervisor, "zeroNew", period));
    QVERIFY(!supervisor->outbox().empty()); // pending: the gateway numbers it
    QTRY_VERIFY_WITH_TIMEOUT(mine.model().rowCount() > 0 && theirs.model().rowCount() > 0, patience);
    QCOMPARE(mine.model().rowCount(), int(stand.city()->towns.size()));

    // The grids of the first town: one reports two findings, and corrects itself.
    mine.table().setCurrentIndex(mine.model().index(0, 0));
    const TownId town = mine.model().townAt(0);
    QTest::keyClick(&mine.table(), Qt::Key_Return);
    QCOMPARE(mine.model().town(), town);
    const GridId grid = mine.model().gridAt(0);
    const Subject sheet{SubjectKind::ZeroReport, sheetOf(*mine.model().state(), mine.model().lastDay(), town)};
    const auto ask = [&](GridId of) {
        for (int row = 0; row < mine.model().rowCount(); ++row)
            if (mine.model().gridAt(row) == of) mine.table().setCurrentIndex(mine.model().index(row, mine.model().columnCount() - 1));
        QTest::keyClick(&mine.table(), Qt::Key_Return);
        return desk.dialog();
    };
    QDialog* form = ask(grid);
    QVERIFY(form);
    WENT(fill(*form, {{"reportCount", 2}, {"reportNote", zh("两处堆物")}}));
    WENT(press(*form));
    QVERIFY(desk->duties().isPending(sheet));
    QVERIFY(agree(desk, supervisor, sheet));
    form = ask(grid);
    QVERIFY(form);
    QCOMPARE(form->objectName(), QStringLiteral("correctForm"));
    QVERIFY(!press(*form).isEmpty()); // a correction says why
    WENT(fill(*form, {{"reportCount", 0}, {"correctReason", zh("重复计数")}}));
    WENT(press(*form));
    QVERIFY(agree(desk, supervisor, sheet));
    QCOMPARE(supervisor->duties().find<DaySheet>(sheet.number)->find(grid)->count, std::uint16_t{0});

    // After the hour the others owe; the supervisor sees them and reminds them by key.
    stand.clock.advance(std::chrono::hours(2));
    theirs.runAction(QStringLiteral("all"));
    theirs.table().setCurrentIndex(theirs.model().index(0, 0));
    QTRY_VERIFY_WITH_TIMEOUT((theirs.runAction(QStringLiteral("all")), theirs.model().today().missing > 0), patience);
    QCOMPARE(theirs.model().today().missing, int(stand.city()->grids.size()) - 1);
    QTest::keyClick(&theirs.table(), Qt::Key_R);
    QVERIFY2(supervisor.find<QLabel>("zeroSaid")->text().contains(zh("已催报")), qPrintable(supervisor.find<QLabel>("zeroSaid")->text()));
}

void TestDutyForms::aNightVisitFromItsPlanToItsFollowUp()
{
    Stand stand;
    Seat desk(stand, QStringLiteral("console-1")), other(stand, QStringLiteral("supervisor-1"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline() && other.isOnline() && desk->isLoaded() && other->isLoaded(), patience);
    auto &mine = desk.show<DutyBoard>(QStringLiteral("duties.night")), &theirs = other.show<DutyBoard>(QStringLiteral("duties.night"));
    const auto& people = stand.city()->people;
    const QString first = QString::fromStdString(people[0].name.zh), second = QString::fromStdString(people[1].name.zh);
    WENT(duty(desk, "nightPlan", {{"nightArea", zh("夜市一带")}, {"nightFocus", zh("用电安全")}, {"nightTeam", QStringList{first, second}}, {"nightInterval", 20}}));
    QVERIFY(!desk->outbox().empty());
    const Subject visit{SubjectKind::NightVisit, 1};
    QTRY_VERIFY_WITH_TIMEOUT(desk->duties().find(visit) && other->duties().find(visit), patience);
    QTRY_COMPARE_WITH_TIMEOUT(theirs.list().model()->rowCount(), 1, patience);
    mine.choose(visit);
    theirs.choose(visit);
    WENT(duty(desk, "nightBegin", {}));
    QVERIFY(desk->duties().isPending(visit));
    QVERIFY(agree(desk, other, visit));
    WENT(duty(desk, "nightCheckIn", {{"nightPerson", 0}}));
    QVERIFY(agree(desk, other, visit));
    WENT(duty(desk, "nightPlace", {{"nightFindings", 1}, {"nightNote", zh("私拉电线")}}));
    QVERIFY(agree(desk, other, visit));
    QTRY_COMPARE_WITH_TIMEOUT(theirs.table().model()->rowCount(), 1, patience);
    // Who hasn't checked in for longer than agreed is said on both desks.
    stand.clock.advance(std::chrono::minutes(25));
    theirs.choose(visit);
    QVERIFY(other.find<QLabel>("dutyWarning")->text().contains(second) || theirs.findChild<QLabel*>(QStringLiteral("dutyWarning"))->text().contains(second));
    // A number of a resident has no place in it.
    const QString refused = duty(desk, "nightPlace", {{"nightNote", zh("住户 13812345678")}});
    QVERIFY2(!refused.isEmpty(), "a telephone number went through");
    desk.leave();
    WENT(duty(desk, "nightClose", {{"nightSummary", zh("走访一处，整改一处")}, {"nightWhat", zh("复查电线")}}));
    QVERIFY(agree(desk, other, visit));
    QCOMPARE(other->duties().find<NightVisit>(1)->stage, NightStage::Closed);
    mine.choose(visit);
    mine.table().selectRow(0);
    WENT(duty(desk, "nightDone", {{"nightResult", zh("已更换")}}));
    QVERIFY(agree(desk, other, visit));
    QVERIFY(other->duties().find<NightVisit>(1)->followUps.front().isDone());
}
