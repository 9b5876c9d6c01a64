// The approval tray: what waits, what it would change, decided by keyboard; and why this desk may not decide its own.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/approvals/ApprovalPanel.h"
#include "ui/approvals/Change.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/sheet/SheetView.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace zs;
using namespace zs::testkit;
using approvals::ApprovalBook;
using approvals::ApprovalPanel;
using approvals::Kind;

class ApprovalPanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everythingThatWaitsIsThere();
    void saysWhatItWouldChange();
    void approvesWithOneKey();
    void deniesWithAReasonOnly();
    void notItsOwnRequest();
    void othersOpenTheirDialog();
    void roleDecidesWhatIsMine();
    void whatRanOutComesBack();
    void aTaskThatIsDueIsDoneHere();
    void anEndOfADayIsThatDays24();
    void fourStates();
};

namespace {

struct Scene {
    Scene()
    {
        fillLife(bench.desk);
        panel = std::make_unique<ApprovalPanel>(bench.place);
        panel->resize(560, 700);
        panel->show();
        tester = std::make_unique<QAbstractItemModelTester>(&panel->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view = panel->findChild<cases::SheetView*>(QStringLiteral("approvalSheet"));
    }
    static quint64 key(std::uint64_t number, Kind kind) { return number << 3 | quint64(kind); }
    QString text(const char* name) const { return panel->findChild<QLabel*>(QLatin1String(name))->text(); }
    void showAll() { panel->findChild<QAbstractButton*>(QStringLiteral("segment_all"))->click(); }

    PanelBench bench;
    std::unique_ptr<ApprovalPanel> panel;
    std::unique_ptr<QAbstractItemModelTester> tester;
    cases::SheetView* view = nullptr;
};

} // namespace

void ApprovalPanelTest::everythingThatWaitsIsThere()
{
    Scene s;
    const ApprovalBook& book = s.panel->book();
    for (const auto& [number, kind] : {std::pair{406, Kind::Request}, {410, Kind::Request}, {411, Kind::Request}, {430, Kind::Police},
                                       {431, Kind::FollowUp}, {432, Kind::FollowUp}, {433, Kind::Review}, {434, Kind::Archive}})
        QVERIFY2(book.find(Scene::key(static_cast<std::uint64_t>(number), kind)), qPrintable(QString::number(number)));
    const auto all = book.counts(ApprovalBook::Whose::All);
    QCOMPARE(all[std::size_t(Kind::Request)], 3u);
    QCOMPARE(all[std::size_t(Kind::Police)], 1u);
    // Requests first; the one that waits longest leads them.
    QCOMPARE(book.waiting(ApprovalBook::Whose::All).front()->caseId, CaseId(406));
}

void ApprovalPanelTest::saysWhatItWouldChange()
{
    Scene s;
    s.view->setCurrentKey(Scene::key(406, Kind::Request));
    QVERIFY(s.text("decisionHead").contains(QStringLiteral("C-0406")));
    QVERIFY(s.text("decisionHead").contains(QStringLiteral("Extension")));
    QVERIFY(s.text("decisionWho").contains(QStringLiteral("gongan-03")));
    QCOMPARE(s.text("decisionWhy"), QStringLiteral("工资台账须向总包核对"));
    const QString effect = s.text("decisionEffect");
    QVERIFY2(effect.startsWith(QStringLiteral("Report back by ")) && effect.contains(QStringLiteral("instead of")), qPrintable(effect));
    // What it says is what approving does.
    const domain::Case before = *s.bench.desk.cases().find(CaseId(406));
    QTest::keyClick(s.view, Qt::Key_Y);
    s.bench.desk.confirm(s.bench.desk.outbox().back().id);
    const domain::Case& after = *s.bench.desk.cases().find(CaseId(406));
    QCOMPARE(after.extensions.size(), before.extensions.size() + 1);
    const auto report = domain::limitsOf(after, s.bench.desk.calendar(), s.bench.desk.clock.now())[std::size_t(domain::LimitKind::Report)];
    QVERIFY(effect.contains(cases::CaseWords::until(s.bench.place, report.deadline, s.bench.desk.clock.now())));
}

void ApprovalPanelTest::approvesWithOneKey()
{
    Scene s;
    s.view->setCurrentKey(Scene::key(410, Kind::Request));
    auto* reason = s.panel->findChild<QLineEdit*>(QStringLiteral("decisionReason"));
    reason->setText(QStringLiteral("同意"));
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(std::get<domain::Approve>(s.bench.desk.submitted.back().second).note, std::string("同意"));
    s.bench.desk.confirm(s.bench.desk.outbox().back().id);
    QVERIFY(s.bench.desk.cases().find(CaseId(410))->isSuspended());
    QTRY_VERIFY(s.panel->model().rowOf(Scene::key(410, Kind::Request)) < 0);
    QVERIFY(s.view->hasFocus() || !s.panel->isActiveWindow());
}

void ApprovalPanelTest::deniesWithAReasonOnly()
{
    Scene s;
    s.view->setCurrentKey(Scene::key(406, Kind::Request));
    const std::size_t before = s.bench.desk.submitted.size();
    QTest::keyClick(s.view, Qt::Key_Y, Qt::ShiftModifier);
    QCOMPARE(s.bench.desk.submitted.size(), before);
    QVERIFY(s.text("approvalFooter").contains(QStringLiteral("Say why not")));
    auto* reason = s.panel->findChild<QLineEdit*>(QStringLiteral("decisionReason"));
    reason->setText(QStringLiteral("台账昨日已齐"));
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(std::get<domain::Deny>(s.bench.desk.submitted.back().second).reason, std::string("台账昨日已齐"));
    // The next one starts with an empty field.
    s.view->setCurrentKey(Scene::key(410, Kind::Request));
    QCOMPARE(reason->text(), QString());
}

void ApprovalPanelTest::notItsOwnRequest()
{
    Scene s;
    const auto* own = s.panel->book().find(Scene::key(411, Kind::Request));
    QVERIFY(own && !own->mine.legal);
    QVERIFY(s.panel->model().rowOf(own->key()) < 0); // not mine to decide
    s.showAll();
    s.view->setCurrentKey(Scene::key(411, Kind::Request));
    QVERIFY2(s.text("decisionBar").contains(QStringLiteral("Who asked may not decide")), qPrintable(s.text("decisionBar")));
    QVERIFY(!s.panel->findChild<QPushButton*>(QStringLiteral("decision_0"))->isEnabled());
    const std::size_t before = s.bench.desk.submitted.size();
    QTest::keyClick(s.view, Qt::Key_Y);
    QCOMPARE(s.bench.desk.submitted.size(), before);
    QVERIFY(s.text("approvalFooter").contains(QStringLiteral("Who asked may not decide")));
    s.bench.translations.setLanguage(kit::Language::Chinese);
    QTRY_VERIFY(s.text("decisionBar").contains(QStringLiteral("申请人不能批复自己的申请")));
    // A visit by who handled it isn't one.
    s.bench.translations.setLanguage(kit::Language::English);
    s.view->setCurrentKey(Scene::key(432, Kind::FollowUp));
    QTRY_VERIFY2(s.text("decisionBar").contains(QStringLiteral("Someone other than who handled")), qPrintable(s.text("decisionBar")));
}

void ApprovalPanelTest::othersOpenTheirDialog()
{
    Scene s;
    s.showAll();
    s.view->setCurrentKey(Scene::key(430, Kind::Police));
    QTest::keyClick(s.view, Qt::Key_P);
    QVERIFY(s.panel->findChild<QDialog*>(QStringLiteral("policeDialog")));
    delete s.panel->findChild<QDialog*>(QStringLiteral("policeDialog"));
    s.view->setCurrentKey(Scene::key(431, Kind::FollowUp));
    QTest::mouseClick(s.panel->findChild<QPushButton*>(QStringLiteral("decision_0")), Qt::LeftButton);
    QVERIFY(s.panel->findChild<QDialog*>(QStringLiteral("followUpDialog")));
    s.view->setCurrentKey(Scene::key(434, Kind::Archive));
    QTest::keyClick(s.view, Qt::Key_Z);
    QVERIFY(std::holds_alternative<domain::Archive>(s.bench.desk.submitted.back().second));
    QTest::keyClick(s.view, Qt::Key_Return);
    QCOMPARE(s.bench.selection.selectedCase(), CaseId(434));
}

void ApprovalPanelTest::roleDecidesWhatIsMine()
{
    PanelBench bench;
    fillLife(bench.desk);
    bench.desk.actor.role = domain::Role::DutyOfficer; // may rule on 110, may not decide requests
    ApprovalPanel panel(bench.place);
    QVERIFY(!panel.book().find(Scene::key(406, Kind::Request))->mine.legal);
    QVERIFY(panel.book().find(Scene::key(430, Kind::Police))->mine.legal);
    const QString why = panel.book().find(Scene::key(406, Kind::Request))->mine.reason;
    QVERIFY2(why.contains(QStringLiteral("dispatcher")), qPrintable(why)); // says who may
}

void ApprovalPanelTest::whatRanOutComesBack()
{
    Scene s;
    using namespace std::chrono_literals;
    const ApprovalBook& book = s.panel->book();
    // 407 is suspended for five days, 391 has been mediated since yesterday.
    QVERIFY(!book.find(Scene::key(407, Kind::Pause)) && !book.find(Scene::key(391, Kind::Mediation)));
    s.bench.desk.clock.advance(24h * 6);
    QTRY_VERIFY(book.find(Scene::key(407, Kind::Pause)));
    QVERIFY(!book.find(Scene::key(391, Kind::Mediation)));
    s.bench.desk.clock.advance(24h * 30);
    QTRY_VERIFY(book.find(Scene::key(391, Kind::Mediation)));
    QTRY_VERIFY(s.panel->model().rowOf(Scene::key(391, Kind::Mediation)) >= 0);
    s.view->setCurrentKey(Scene::key(391, Kind::Mediation));
    QTRY_VERIFY(s.text("decisionHead").contains(QStringLiteral("Close the mediation")));
    s.view->setCurrentKey(Scene::key(407, Kind::Pause));
    s.panel->findChild<QPushButton*>(QStringLiteral("decision_0"))->click();
    auto* dialog = s.panel->findChild<QDialog*>(QStringLiteral("resumeDialog"));
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    s.bench.desk.confirm(s.bench.desk.outbox().back().id);
    QTRY_VERIFY(!book.find(Scene::key(407, Kind::Pause)));
}

void ApprovalPanelTest::aTaskThatIsDueIsDoneHere()
{
    Scene s;
    using namespace domain;
    const DayNumber today = dayNumber(s.bench.desk.clock.now(), s.bench.desk.city().utcOffset);
    const auto must = [&](std::uint64_t number, const DutyCommand& command) {
        const auto done = s.bench.desk.submit(Subject{SubjectKind::Consultation, number}, command);
        if (!done) qFatal("%s", done.error().sentence.en.c_str());
    };
    const AgencyId urban = s.bench.desk.agency("urban");
    must(0, CallConsultation{{"油烟与噪声", "", {}, s.bench.desk.clock.now(), {CaseId(412)}, {urban}}});
    must(1, HoldConsultation{{{urban}}});
    must(1, DecideTask{{CaseId(412), urban, "装隔音棚", today}});
    must(1, DecideTask{{CaseId(412), urban, "回访住户", today + 3}}); // not due yet
    const auto counts = s.panel->book().counts(ApprovalBook::Whose::Mine);
    QCOMPARE(counts[std::size_t(Kind::Task)], 1u);
    const auto waiting = s.panel->book().waiting(ApprovalBook::Whose::Mine);
    const auto task = std::ranges::find(waiting, Kind::Task, [](const auto* w) { return w->kind; });
    QTRY_VERIFY(s.panel->model().rowOf((*task)->key()) >= 0);
    s.view->setCurrentKey((*task)->key());
    QVERIFY(s.text("decisionHead").contains(QStringLiteral("装隔音棚")));
    QTest::keyClick(s.view, Qt::Key_Y); // a result is needed: it says so and goes to the field
    QVERIFY(!s.text("approvalFooter").isEmpty());
    auto* result = s.panel->findChild<QLineEdit*>(QStringLiteral("decisionReason"));
    QVERIFY(result->isVisible());
    result->setText(QStringLiteral("已装"));
    QTest::keyClick(result, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(s.bench.desk.duties().find<Consultation>(1)->tasks[0].result, std::string("已装"));
    QCOMPARE(s.panel->book().counts(ApprovalBook::Whose::Mine)[std::size_t(Kind::Task)], 0u);
}

void ApprovalPanelTest::anEndOfADayIsThatDays24()
{
    PanelBench bench;
    const TimePoint now = bench.desk.clock.now(); // 2 March, 16:41
    using cases::CaseWords;
    const TimePoint midnight = fromUnixMillis(1772640000000); // 5 March 0:00 of the city
    QCOMPARE(CaseWords::until(bench.place, midnight, now), QStringLiteral("4 Mar 24:00"));
    bench.translations.setLanguage(kit::Language::Chinese);
    QCOMPARE(CaseWords::until(bench.place, midnight, now), QStringLiteral("3月4日 24:00"));
    QCOMPARE(CaseWords::until(bench.place, midnight + std::chrono::minutes(1), now), QStringLiteral("3月5日 00:01"));
    QCOMPARE(CaseWords::until(bench.place, midnight - std::chrono::hours(48), now), QStringLiteral("24:00")); // today's
    bench.translations.setLanguage(kit::Language::English);
}

void ApprovalPanelTest::fourStates()
{
    PanelBench bench;
    ApprovalPanel panel(bench.place);
    QCOMPARE(panel.status().state, sdk::PanelState::Empty);
    bench.desk.setLoaded(false);
    QCOMPARE(panel.status().state, sdk::PanelState::Loading);
    bench.desk.setLink(session::LinkState::Refused);
    QCOMPARE(panel.status().state, sdk::PanelState::Error);
    bench.desk.setLoaded(true);
    fillLife(bench.desk);
    bench.desk.setLink(session::LinkState::Offline);
    QTRY_COMPARE(panel.status().state, sdk::PanelState::Partial);
}

ZS_GUI_TEST_MAIN(ApprovalPanelTest)
#include "TestApprovalPanel.moc"
