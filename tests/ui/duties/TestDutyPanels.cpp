#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "tests/ui/duties/SampleDuties.h"
#include "ui/duties/CampaignSource.h"
#include "ui/duties/ConsultationSource.h"
#include "ui/duties/DutyBoard.h"
#include "ui/duties/DutyWords.h"
#include "ui/duties/NightSource.h"
#include "ui/duties/ZeroPanel.h"
#include "ui/kit/PanelFrame.h"

#include <QAbstractItemModelTester>
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace zs;
using namespace zs::domain;
using namespace zs::testkit;
using duties::DutyBoard;
using duties::ZeroMark;
using duties::ZeroModel;
using duties::ZeroPanel;

namespace {

template <class T>
T* in(QWidget& widget, const char* name)
{
    auto* found = widget.findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
}

int rowOf(const ZeroModel& model, GridId grid)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.gridAt(row) == grid) return row;
    return -1;
}

template <class Source>
std::unique_ptr<DutyBoard> board(PanelBench& bench)
{
    return std::make_unique<DutyBoard>(bench.place, std::make_unique<Source>(bench.place));
}

} // namespace

class DutyPanelsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void withoutDutiesThePanelsSayWhatComesHere()
    {
        PanelBench bench;
        ZeroPanel zero(bench.place);
        QCOMPARE(zero.status().state, sdk::PanelState::Empty);
        QCOMPARE(zero.status().actions.front().id, QStringLiteral("new"));
        QCOMPARE(board<duties::NightSource>(bench)->status().state, sdk::PanelState::Empty);
        QCOMPARE(board<duties::CampaignSource>(bench)->status().state, sdk::PanelState::Empty);
    }

    void theMatrixTellsMissingFromZero()
    {
        PanelBench bench;
        fillBelievably(bench.desk);
        fillDuties(bench.desk);
        ZeroPanel panel(bench.place);
        QAbstractItemModelTester tester(&panel.model());
        QCOMPARE(panel.status().state, sdk::PanelState::Ready);
        QCOMPARE(panel.model().columnCount(), ZeroModel::FirstDayColumn + 3);
        panel.table().setCurrentIndex(panel.model().index(0, 0));
        QTest::keyClick(&panel.table(), Qt::Key_Return); // a town's grids
        QVERIFY(panel.model().town());
        const auto& grids = bench.desk.city().grids;
        const auto mark = [&](std::size_t grid, int day) {
            const int row = rowOf(panel.model(), grids[grid].id);
            return static_cast<ZeroMark>(panel.model().index(row, ZeroModel::FirstDayColumn + day).data(ZeroModel::MarkRole).toInt());
        };
        QCOMPARE(mark(6, 0), ZeroMark::Missing); // the seventh grid
        QCOMPARE(mark(0, 0), ZeroMark::Zero);
        QCOMPARE(mark(3, 0), ZeroMark::Found);
        const int lateRow = rowOf(panel.model(), grids[4].id);
        QVERIFY(panel.model().index(lateRow, ZeroModel::FirstDayColumn).data(ZeroModel::LateRole).toBool());
        QVERIFY(panel.model().index(lateRow, ZeroModel::FirstDayColumn).data().toString().contains(QStringLiteral("late")));
        // Who owes most stands first.
        QVERIFY(panel.model().index(0, ZeroModel::DebtColumn).data().toInt() >= panel.model().index(5, ZeroModel::DebtColumn).data().toInt());
        QTest::keyClick(&panel.table(), Qt::Key_Backspace);
        QVERIFY(!panel.model().town());
    }

    void remindingNamesExactlyWhoOwes()
    {
        PanelBench bench;
        fillDuties(bench.desk);
        ZeroPanel panel(bench.place);
        const auto owing = panel.model().debtors(panel.model().lastDay());
        QVERIFY(!owing.empty());
        QTest::keyClick(&panel.table(), Qt::Key_R);
        QCOMPARE(bench.desk.submittedDuties.size(), owing.size());
        QCOMPARE(std::get<RemindGrids>(bench.desk.submittedDuties.front().second).grids, owing.front().second);
        QVERIFY(!in<QLabel>(panel, "zeroSaid")->text().isEmpty());
        in<QAbstractButton>(panel, "zeroCopy")->click();
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), static_cast<qsizetype>(owing.front().second.size()));
    }

    void aDeskReportsAndCorrectsForAGrid()
    {
        PanelBench bench;
        fillDuties(bench.desk);
        ZeroPanel panel(bench.place);
        panel.table().setCurrentIndex(panel.model().index(0, 0));
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        const GridId owes = panel.model().debtors(panel.model().lastDay()).front().second.front();
        panel.table().setCurrentIndex(panel.model().index(rowOf(panel.model(), owes), panel.model().columnCount() - 1));
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        auto* form = in<QDialog>(panel, "reportForm");
        QVERIFY(in<QAbstractButton>(*form, "formOk")->isEnabled());
        in<QLineEdit>(*form, "reportNote")->setText(QStringLiteral("电话 13812345678"));
        QVERIFY(!in<QAbstractButton>(*form, "formOk")->isEnabled()); // in the gateway's own words
        QVERIFY(!in<QLabel>(*form, "formVerdict")->text().isEmpty());
        in<QLineEdit>(*form, "reportNote")->setText(QStringLiteral("无"));
        in<QSpinBox>(*form, "reportCount")->setValue(2);
        in<QAbstractButton>(*form, "formOk")->click();
        const auto report = std::get<ReportDay>(bench.desk.submittedDuties.back().second);
        QCOMPARE(report.grid, owes);
        QCOMPARE(report.count, 2);
        delete form;
        panel.table().setCurrentIndex(panel.model().index(rowOf(panel.model(), owes), panel.model().columnCount() - 1));
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        form = in<QDialog>(panel, "correctForm");
        QVERIFY(!in<QAbstractButton>(*form, "formOk")->isEnabled()); // a reason is needed
        in<QSpinBox>(*form, "reportCount")->setValue(1);
        in<QLineEdit>(*form, "correctReason")->setText(QStringLiteral("重复计数"));
        in<QAbstractButton>(*form, "formOk")->click();
        QCOMPARE(std::get<CorrectReport>(bench.desk.submittedDuties.back().second).count, 1);
    }

    void aSilentTeamMemberIsSeenFirst()
    {
        PanelBench bench;
        fillBelievably(bench.desk);
        fillDuties(bench.desk);
        const auto night = board<duties::NightSource>(bench);
        QCOMPARE(night->current().number, std::uint64_t{2}); // the one under way
        QVERIFY(in<QLabel>(*night, "dutyWarning")->isVisibleTo(night.get()));
        in<QAbstractButton>(*night, "nightCheckIn")->click();
        in<QAbstractButton>(*in<QDialog>(*night, "nightCheckInForm"), "formOk")->click();
        QVERIFY(std::holds_alternative<CheckIn>(bench.desk.submittedDuties.back().second));
        night->choose({SubjectKind::NightVisit, 1});
        QCOMPARE(night->table().model()->rowCount(), 3); // two to follow up, and the place that was seen
        night->table().selectRow(0);
        in<QAbstractButton>(*night, "nightDone")->click();
        auto* form = in<QDialog>(*night, "nightDoneForm");
        in<QPlainTextEdit>(*form, "nightResult")->setPlainText(QStringLiteral("已拆除"));
        in<QAbstractButton>(*form, "formOk")->click();
        QCOMPARE(std::get<FinishNightFollowUp>(bench.desk.submittedDuties.back().second).index, 0);
    }

    void aVisitIsClosedWithAllThatIsToBeDone()
    {
        PanelBench bench;
        fillBelievably(bench.desk);
        fillDuties(bench.desk);
        const auto night = board<duties::NightSource>(bench);
        in<QAbstractButton>(*night, "nightClose")->click();
        auto* form = in<QDialog>(*night, "nightCloseForm");
        in<QPlainTextEdit>(*form, "nightSummary")->setPlainText(QStringLiteral("走访一处"));
        const QString other = QString::fromStdString(bench.desk.city().agency(bench.desk.agency("emergency"))->shortName.en);
        in<QPlainTextEdit>(*form, "nightWhat")->setPlainText(QStringLiteral("复查软管\n\n") + other + QStringLiteral(": 检查消防通道"));
        in<QAbstractButton>(*form, "formOk")->click();
        const auto& closed = std::get<CloseNight>(bench.desk.submittedDuties.back().second);
        QCOMPARE(closed.followUps.size(), std::size_t{2});
        QCOMPARE(closed.followUps[0].what, std::string("复查软管"));
        QCOMPARE(closed.followUps[1].agency, bench.desk.agency("emergency"));
        QCOMPARE(closed.followUps[1].what, std::string("检查消防通道"));
    }

    void aPeriodIsChangedAndNeverBeginsLate()
    {
        PanelBench bench;
        fillDuties(bench.desk); // it is 18:30
        ZeroPanel panel(bench.place);
        in<QAbstractButton>(panel, "zeroNew")->click();
        auto* form = in<QDialog>(panel, "periodForm");
        const DayNumber today = duties::DutyWords::today(bench.place);
        QCOMPARE(in<QDateEdit>(*form, "periodFirst")->date(), duties::DutyWords::date(today + 1)); // 18:00 is over
        delete form;
        in<QAbstractButton>(panel, "zeroChange")->click();
        form = in<QDialog>(panel, "changePeriodForm");
        QVERIFY(!in<QAbstractButton>(*form, "formOk")->isEnabled()); // nothing would change
        in<QTimeEdit>(*form, "periodDue")->setTime(QTime(0, 0)); // the end of the day
        in<QLineEdit>(*form, "periodReason")->setText(QStringLiteral("延长到夜间"));
        in<QAbstractButton>(*form, "formOk")->click();
        QCOMPARE(std::get<ChangePeriod>(bench.desk.submittedDuties.back().second).dueMinute, std::uint16_t{24 * 60});
    }

    void aTownsSeatCallsForItsTown()
    {
        PanelBench bench;
        fillBelievably(bench.desk);
        bench.desk.actor.level = Level::Town;
        bench.desk.actor.town = bench.desk.city().towns.front().id;
        const auto meetings = board<duties::ConsultationSource>(bench);
        meetings->runAction(QStringLiteral("consultationCall"));
        auto* form = in<QDialog>(*meetings, "consultationForm");
        in<QLineEdit>(*form, "consultationTopic")->setText(QStringLiteral("夜市"));
        in<QLineEdit>(*form, "consultationCases")->setText(QString::number(bench.desk.cases().row(0).id.value));
        auto* invited = form->findChild<duties::ManyPicker*>(QStringLiteral("consultationInvited"));
        invited->list().item(1)->setCheckState(Qt::Checked);
        QVERIFY2(in<QAbstractButton>(*form, "formOk")->isEnabled(), qPrintable(in<QLabel>(*form, "formVerdict")->text()));
        in<QAbstractButton>(*form, "formOk")->click();
        QCOMPARE(std::get<CallConsultation>(bench.desk.submittedDuties.back().second).town, bench.desk.actor.town);
    }

    void tasksOpenTheirCase()
    {
        PanelBench bench;
        fillBelievably(bench.desk);
        fillDuties(bench.desk);
        const auto meetings = board<duties::ConsultationSource>(bench);
        QCOMPARE(meetings->current().number, std::uint64_t{1}); // it has an overdue task
        QVERIFY(!in<QLabel>(*meetings, "dutyWarning")->text().isEmpty());
        meetings->table().selectRow(0);
        Q_EMIT meetings->table().activated(meetings->table().currentIndex());
        QCOMPARE(bench.selection.selectedCase(), bench.desk.duties().find<Consultation>(1)->tasks[0].caseId);
        in<QAbstractButton>(*meetings, "consultationDone")->click();
        auto* form = in<QDialog>(*meetings, "consultationDoneForm");
        in<QPlainTextEdit>(*form, "taskResult")->setPlainText(QStringLiteral("已约谈"));
        meetings->show(); // a shortcut wants an active window
        form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(form));
        QTest::keyClick(in<QPlainTextEdit>(*form, "taskResult"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.desk.submittedDuties.size(), std::size_t{1});
        QCOMPARE(std::get<FinishTask>(bench.desk.submittedDuties.back().second).index, 0);
        QVERIFY(in<QLabel>(*meetings, "dutyWarning")->text().isEmpty());
    }

    void aCampaignShowsItsCoverage()
    {
        PanelBench bench;
        fillDuties(bench.desk);
        const auto campaigns = board<duties::CampaignSource>(bench);
        const auto total = static_cast<double>(bench.desk.city().grids.size());
        const QModelIndex bar = campaigns->table().model()->index(0, 2);
        QVERIFY(bar.data(duties::DutyTable::ShareRole).isValid());
        QVERIFY(bar.data(duties::DutyTable::ShareRole).toDouble() <= std::ceil(total / 3) / total + 1e-9);
        in<QAbstractButton>(*campaigns, "campaignCheck")->click();
        auto* form = in<QDialog>(*campaigns, "campaignCheckForm");
        in<QLineEdit>(*form, "checkCases")->setText(QStringLiteral("abc"));
        QVERIFY(!in<QAbstractButton>(*form, "formOk")->isEnabled());
        in<QLineEdit>(*form, "checkCases")->clear();
        in<QAbstractButton>(*form, "formOk")->click();
        QCOMPARE(bench.desk.submittedDuties.back().first.kind, SubjectKind::CampaignSheet);
    }

    void offlineTheAgeIsSaid()
    {
        PanelBench bench;
        fillDuties(bench.desk);
        ZeroPanel panel(bench.place);
        bench.desk.setLink(session::LinkState::Offline);
        QCOMPARE(panel.status().state, sdk::PanelState::Partial);
    }

    void whatChangedUnseenIsThereWhenShown()
    {
        PanelBench bench;
        const auto night = board<duties::NightSource>(bench);
        QCOMPARE(night->status().state, sdk::PanelState::Empty);
        fillDuties(bench.desk); // the first one ends the empty page, behind which a panel is never visible
        QCOMPARE(night->status().state, sdk::PanelState::Ready);
        QVERIFY(night->list().model()->rowCount() < 3); // nobody sees it, so nothing more is done
        night->show();
        QCOMPARE(night->list().model()->rowCount(), 3);
    }

    void numbersOfCasesAreUnderstood()
    {
        using duties::DutyWords;
        QCOMPARE(*DutyWords::casesIn(QStringLiteral("C-0412, 7；c-12")), (std::vector{CaseId(412), CaseId(7), CaseId(12)}));
        QVERIFY(DutyWords::casesIn(QString())->empty());
        QVERIFY(!DutyWords::casesIn(QStringLiteral("412x")));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        for (const bool dark : {false, true})
            for (const bool chinese : {false, true}) QTest::addRow("%s-%s", dark ? "dark" : "light", chinese ? "zh" : "en") << dark << chinese;
    }
    /// With ZS_PICTURES=DIR they are kept to be looked at.
    void pictures()
    {
        QFETCH(const bool, dark);
        QFETCH(const bool, chinese);
        PanelBench bench;
        bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
        bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
        fillBelievably(bench.desk);
        fillDuties(bench.desk);
        const auto shoot = [&](sdk::Panel* panel, const char* name) {
            QWidget window;
            auto* column = new QVBoxLayout(&window);
            column->setContentsMargins(0, 0, 0, 0);
            column->setSpacing(0);
            column->addWidget(new kit::PanelTitle(bench.themes, *panel, &window));
            column->addWidget(new kit::PanelFrame(bench.themes, panel, &window), 1);
            window.show();
            bench.picture(window, {960, 600}, QLatin1String(name) + u'-' + QLatin1String(QTest::currentDataTag()));
            if (!chinese) return;
            static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
            for (const QLabel* label : window.findChildren<QLabel*>()) QVERIFY2(!word.match(label->text()).hasMatch(), qPrintable(label->text()));
            for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
                QVERIFY2(!word.match(button->text()).hasMatch(), qPrintable(button->text()));
        };
        shoot(new ZeroPanel(bench.place), "zero-towns");
        auto* grids = new ZeroPanel(bench.place);
        grids->table().setCurrentIndex(grids->model().index(0, 0));
        QTest::keyClick(&grids->table(), Qt::Key_Return);
        shoot(grids, "zero-grids");
        shoot(board<duties::NightSource>(bench).release(), "night");
        shoot(board<duties::ConsultationSource>(bench).release(), "consultation");
        shoot(board<duties::CampaignSource>(bench).release(), "campaign");
    }
};

ZS_GUI_TEST_MAIN(DutyPanelsTest)
#include "TestDutyPanels.moc"
