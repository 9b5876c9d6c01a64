// Every command of a case by menu and key: legal ones work, illegal ones say the gateway's own sentence; and each dialog makes
// the command it stands for.
#include "tests/testkit/GuiTest.h"
#include "tests/testkit/TempDir.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/ActionBar.h"
#include "ui/cases/DetailPanel.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <map>
#include <set>

using namespace zs;
using namespace zs::testkit;
using cases::Action;
using cases::ActionSpec;
using cases::CaseActions;

class CaseCommandsTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void tableIsWhole();
    void everyCommandHasOneAction();
    void menuSaysWhyNotInBothLanguages();
    void sharedKeysMeanWhatIsLegal();
    void formsMakeTheirCommands_data();
    void formsMakeTheirCommands();
    void aMediationIsProlongedByBothSides();
    void missingTextKeepsTheButtonOff();
    void anInstantIsTheCitysClock();
    void severalAgenciesByKeyboard();
    void rerouteAsksForTheReason();
    void mergeShowsBothSides();
    void attachReadsTheFileElsewhere();
    void barShowsWhatFits();
};

namespace {

template <class T>
T* child(QObject& parent, const char* name)
{
    auto* found = parent.findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
}

struct Scene {
    Scene()
    {
        fillLife(bench.desk);
        host.resize(900, 600);
        host.show();
    }
    QDialog* open(CaseId id, Action action)
    {
        actions.run(id, action, &host);
        const auto dialogs = host.findChildren<QDialog*>();
        return dialogs.isEmpty() ? nullptr : dialogs.last();
    }

    PanelBench bench;
    QWidget host;
    CaseActions actions{bench.place};
};

} // namespace

void CaseCommandsTest::tableIsWhole()
{
    std::set<std::string> ids;
    std::set<int> seen;
    std::map<std::string, int> keys;
    for (const ActionSpec& spec : cases::actionTable()) {
        QVERIFY2(ids.insert(spec.id).second, spec.id);
        QVERIFY2(seen.insert(static_cast<int>(spec.action)).second, spec.id);
        QVERIFY2(kit::IconCache::has(QLatin1String(spec.icon)), spec.icon);
        QVERIFY2(!QKeySequence(QLatin1String(spec.key)).isEmpty(), spec.id);
        ++keys[spec.key];
        QVERIFY2(keys[spec.key] <= 2, spec.key);
        QVERIFY(!(spec.form && spec.open));
    }
    QCOMPARE(seen.size(), static_cast<std::size_t>(Action::Withdraw)); // all before it
    for (const char* taken : {"J", "K", "U", ".", "/", "?"}) QVERIFY2(!keys.contains(taken), taken);
}

void CaseCommandsTest::everyCommandHasOneAction()
{
    Scene s;
    const domain::Case& any = *s.bench.desk.cases().find(CaseId(412));
    std::map<std::size_t, int> actions;
    for (const ActionSpec& spec : cases::actionTable()) {
        const auto probes = spec.probes(s.bench.place, any);
        QVERIFY2(!probes.empty(), spec.id);
        for (const auto& probe : probes) QCOMPARE(probe.index(), probes.front().index());
        ++actions[probes.front().index()];
    }
    // Receive is the intake form's; each other one is some action's, and no two are the same.
    QCOMPARE(actions.size(), std::variant_size_v<domain::CaseCommand> - 1);
    for (const auto& [index, count] : actions) QCOMPARE(count, 1);
}

void CaseCommandsTest::menuSaysWhyNotInBothLanguages()
{
    Scene s;
    int legal = 0, illegal = 0;
    for (const std::uint64_t number : {418, 412, 371, 403, 401, 391, 407, 416, 431, 434, 430}) {
        std::map<QString, QString> english;
        for (const auto language : {kit::Language::English, kit::Language::Chinese}) {
            s.bench.translations.setLanguage(language);
            QMenu menu;
            s.actions.fillMenu(menu, CaseId(number), &s.host);
            for (const ActionSpec& spec : cases::actionTable()) {
                const auto name = QStringLiteral("caseAction_") + QLatin1String(spec.id);
                const auto* item = menu.findChild<QAction*>(name);
                QVERIFY2(item, spec.id);
                const auto now = s.actions.legality(CaseId(number), spec.action);
                QCOMPARE(item->isEnabled(), now.legal);
                if (now.legal) {
                    ++legal;
                    continue;
                }
                ++illegal;
                QVERIFY2(!now.reason.isEmpty(), spec.id);
                if (language == kit::Language::English) english[name] = now.reason;
                else QVERIFY2(english[name] != now.reason, qPrintable(now.reason));
            }
        }
    }
    QVERIFY(legal > 80);
    QVERIFY(illegal > 200);
}

void CaseCommandsTest::sharedKeysMeanWhatIsLegal()
{
    Scene s;
    const auto press = [&](CaseId id, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const QKeyEvent event(QEvent::KeyPress, key, modifiers);
        return s.actions.runKey(id, event, &s.host);
    };
    QVERIFY(press(CaseId(421), Qt::Key_R));
    QCOMPARE(child<QDialog>(s.host, "routeDialog")->windowTitle(), QStringLiteral("Route to an agency"));
    delete child<QDialog>(s.host, "routeDialog");
    QVERIFY(press(CaseId(403), Qt::Key_R));
    QCOMPARE(child<QDialog>(s.host, "routeDialog")->windowTitle(), QStringLiteral("Re-route to another agency"));
    QVERIFY(press(CaseId(407), Qt::Key_H)); // suspended
    QVERIFY(s.host.findChild<QDialog*>(QStringLiteral("resumeDialog")));
    QVERIFY(press(CaseId(403), Qt::Key_H));
    QVERIFY(s.host.findChild<QDialog*>(QStringLiteral("suspendDialog")));
    QSignalSpy refused(&s.actions, &CaseActions::refused);
    QVERIFY(press(CaseId(418), Qt::Key_Z)); // archive something fresh
    QCOMPARE(refused.size(), 1);
    QVERIFY(!press(CaseId(418), Qt::Key_J));
    QVERIFY(!press(CaseId(418), Qt::Key_D, Qt::ControlModifier));
}

void CaseCommandsTest::formsMakeTheirCommands_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("role");
    using domain::Role;
    const auto row = [](Action action, int number, Role role = Role::Dispatcher) {
        QTest::addRow("%s", cases::specOf(action)->id) << int(action) << number << int(role);
    };
    row(Action::Return, 403);
    row(Action::Note, 403);
    row(Action::Finish, 402);
    row(Action::Decline, 418);
    row(Action::RulePolice, 430);
    row(Action::AskExtension, 403);
    row(Action::AskSuspension, 403);
    row(Action::Approve, 406);
    row(Action::Deny, 406);
    row(Action::Suspend, 403);
    row(Action::Resume, 407);
    row(Action::ReportIn, 398);
    row(Action::StandDown, 398);
    row(Action::Supervise, 398);
    row(Action::AnswerSupervision, 398);
    row(Action::CloseMediation, 391);
    row(Action::Unmerge, 416);
    row(Action::Unlink, 412);
    row(Action::Rework, 431);
    row(Action::Reopen, 434);
    row(Action::Rate, 431);
    row(Action::FollowUp, 431);
    // One key, nothing to be asked.
    row(Action::Accept, 371);
    row(Action::Archive, 434);
}

void CaseCommandsTest::formsMakeTheirCommands()
{
    QFETCH(const int, action);
    QFETCH(const int, number);
    QFETCH(const int, role);
    Scene s;
    s.bench.desk.actor.role = static_cast<domain::Role>(role);
    const CaseId id(static_cast<std::uint64_t>(number));
    const Action wanted = static_cast<Action>(action);
    const auto legality = s.actions.legality(id, wanted);
    QVERIFY2(legality.legal, qPrintable(legality.reason));
    QSignalSpy done(&s.actions, &CaseActions::submitted);
    QDialog* dialog = s.open(id, wanted);
    if (cases::specOf(wanted)->form) {
        QVERIFY(dialog);
        QVERIFY(!dialog->accessibleName().isEmpty());
        if (auto* text = dialog->findChild<QPlainTextEdit*>(QStringLiteral("text"))) text->setPlainText(QStringLiteral("说明一下"));
        QVERIFY2(child<QPushButton>(*dialog, "dialogOk")->isEnabled(), qPrintable(child<QLabel>(*dialog, "dialogVerdict")->text()));
        for (const QWidget* field : dialog->findChildren<QWidget*>())
            if (field->focusPolicy() == Qt::StrongFocus && !field->objectName().startsWith(QStringLiteral("qt_"))
                && field->isVisibleTo(dialog) && !qobject_cast<const QAbstractButton*>(field))
                QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
        // Another language keeps what was typed.
        s.bench.translations.setLanguage(kit::Language::Chinese);
        QCoreApplication::sendPostedEvents();
        QVERIFY(child<QPushButton>(*dialog, "dialogOk")->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    }
    QCOMPARE(done.size(), 1);
    const auto& submitted = s.bench.desk.submitted.back();
    QCOMPARE(submitted.first, id);
    QCOMPARE(submitted.second.index(), cases::specOf(wanted)->probes(s.bench.place, *s.bench.desk.cases().find(id)).front().index());
    s.bench.desk.confirm(s.bench.desk.outbox().back().id); // and the gateway takes it
}

void CaseCommandsTest::aMediationIsProlongedByBothSides()
{
    Scene s;
    QDialog* dialog = s.open(CaseId(391), Action::ProlongMediation);
    auto* ok = child<QPushButton>(*dialog, "dialogOk");
    child<QPlainTextEdit>(*dialog, "text")->setPlainText(QStringLiteral("等评估结论"));
    QVERIFY(!ok->isEnabled()); // nobody has agreed yet
    QVERIFY(child<QLabel>(*dialog, "dialogVerdict")->text().contains(QStringLiteral("both sides")));
    child<QComboBox>(*dialog, "consent")->setCurrentIndex(1);
    QVERIFY(ok->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto& sent = std::get<domain::ProlongMediation>(s.bench.desk.submitted.back().second);
    QCOMPARE(sent.span, (domain::LimitSpan{30, domain::LimitUnit::NaturalDays}));
    QVERIFY(sent.consent == domain::Consent::BothSides);
}

void CaseCommandsTest::missingTextKeepsTheButtonOff()
{
    Scene s;
    QDialog* dialog = s.open(CaseId(406), Action::Deny);
    auto* ok = child<QPushButton>(*dialog, "dialogOk");
    auto* verdict = child<QLabel>(*dialog, "dialogVerdict");
    QVERIFY(!ok->isEnabled());
    // Who asks, for what and why is said while one thinks about it.
    QVERIFY(verdict->text().contains(QStringLiteral("gongan-03")));
    QVERIFY(verdict->text().contains(QStringLiteral("工资台账须向总包核对")));
    child<QPlainTextEdit>(*dialog, "text")->setPlainText(QStringLiteral("理由不足"));
    QVERIFY(ok->isEnabled());
}

void CaseCommandsTest::anInstantIsTheCitysClock()
{
    Scene s;
    QDialog* dialog = s.open(CaseId(403), Action::Suspend);
    auto* until = child<QDateTimeEdit>(*dialog, "until");
    // It is 16:41 in the city; a day later is proposed.
    QCOMPARE(until->text(), QStringLiteral("2026-03-03 16:41"));
    until->setTime(QTime(9, 30));
    child<QPlainTextEdit>(*dialog, "text")->setPlainText(QStringLiteral("等待鉴定"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const TimePoint expected = fromUnixMillis(QDateTime(QDate(2026, 3, 3), QTime(1, 30), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(std::get<domain::Suspend>(s.bench.desk.submitted.back().second).until, expected);
}

void CaseCommandsTest::severalAgenciesByKeyboard()
{
    Scene s;
    QDialog* dialog = s.open(CaseId(403), Action::Whistle);
    QCOMPARE(dialog->objectName(), QStringLiteral("whistleDialog"));
    auto* filter = child<QLineEdit>(*dialog, "agenciesFilter");
    QVERIFY(!child<QPushButton>(*dialog, "dialogOk")->isEnabled());
    QTest::keyClicks(filter, QStringLiteral("Housing"));
    QTest::keyClick(filter, Qt::Key_Return); // ticks it
    filter->clear();
    QTest::keyClicks(filter, QStringLiteral("Emergency"));
    auto* list = child<QListView>(*dialog, "agenciesList");
    QTest::keyClick(list, Qt::Key_Space);
    child<QPlainTextEdit>(*dialog, "text")->setPlainText(QStringLiteral("联合处置"));
    QVERIFY2(child<QPushButton>(*dialog, "dialogOk")->isEnabled(), qPrintable(child<QLabel>(*dialog, "dialogVerdict")->text()));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto& whistle = std::get<domain::Whistle>(s.bench.desk.submitted.back().second);
    QCOMPARE(whistle.agencies, (std::vector{s.bench.desk.agency("housing"), s.bench.desk.agency("emergency")}));
    QCOMPARE(whistle.within, (domain::LimitSpan{30, domain::LimitUnit::Minutes}));
}

void CaseCommandsTest::rerouteAsksForTheReason()
{
    Scene s;
    const AgencyId justice = s.bench.desk.agency("justice");
    const std::size_t before = s.bench.desk.submitted.size();
    s.actions.routeTo(CaseId(421), justice, &s.host); // registered: at once
    QCOMPARE(s.bench.desk.submitted.size(), before + 1);
    s.actions.routeTo(CaseId(406), justice, &s.host); // accepted by the police
    QCOMPARE(s.bench.desk.submitted.size(), before + 1);
    auto* dialog = child<QDialog>(s.host, "routeDialog");
    QVERIFY(!child<QPushButton>(*dialog, "dialogOk")->isEnabled());
    child<QLineEdit>(*dialog, "routeReason")->setText(QStringLiteral("属民事纠纷"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto& again = std::get<domain::Reroute>(s.bench.desk.submitted.back().second);
    QCOMPARE(again.lead, justice);
    QCOMPARE(again.reason, std::string("属民事纠纷"));
}

void CaseCommandsTest::mergeShowsBothSides()
{
    Scene s;
    QDialog* dialog = s.open(CaseId(415), Action::Merge);
    QCOMPARE(dialog->objectName(), QStringLiteral("mergeDialog"));
    QTest::keyClicks(child<QLineEdit>(*dialog, "mergeCasesFilter"), QStringLiteral("C-0412"));
    QVERIFY(child<QLabel>(*dialog, "mergeCompareLeft0")->text().startsWith(QStringLiteral("C-0415")));
    QVERIFY(child<QLabel>(*dialog, "mergeCompareRight0")->text().startsWith(QStringLiteral("C-0412")));
    QVERIFY(child<QLabel>(*dialog, "mergeCompareRight1")->text().contains(QStringLiteral("噪声纠纷")));
    QVERIFY(child<QLabel>(*dialog, "mergeCompareRight3")->text().contains(QStringLiteral(" · ")));
    // Masked here as everywhere.
    QVERIFY(!child<QLabel>(*dialog, "mergeCompareRight5")->text().contains(QStringLiteral("13812345678")));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(std::get<domain::Merge>(s.bench.desk.submitted.back().second).into, CaseId(412));
    s.bench.desk.confirm(s.bench.desk.outbox().back().id);
    QCOMPARE(s.bench.desk.cases().find(CaseId(415))->phase, domain::Phase::Merged);
    QVERIFY(s.actions.legality(CaseId(415), Action::Unmerge).legal);
}

void CaseCommandsTest::attachReadsTheFileElsewhere()
{
    Scene s;
    const TempDir folder;
    const auto file = folder.write("photo.txt", "abc");
    QDialog* dialog = s.open(CaseId(412), Action::Attach);
    auto* ok = child<QPushButton>(*dialog, "dialogOk");
    auto* path = child<QLineEdit>(*dialog, "attachPath");
    path->setText(QString::fromStdString((folder / "missing.jpg").string()));
    QTRY_VERIFY(child<QLabel>(*dialog, "dialogVerdict")->text().contains(QStringLiteral("can't be read")));
    QVERIFY(!ok->isEnabled());
    path->setText(QString::fromStdString(file.string()));
    QTRY_VERIFY(ok->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    const auto& attach = std::get<domain::Attach>(s.bench.desk.submitted.back().second);
    QCOMPARE(attach.fileName, std::string("photo.txt"));
    QCOMPARE(attach.size, std::uint64_t(3));
    QCOMPARE(attach.sha256, std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")); // FIPS 180-4, "abc"
    // Closing while a file is being read is no harm.
    dialog = s.open(CaseId(412), Action::Attach);
    child<QLineEdit>(*dialog, "attachPath")->setText(QString::fromStdString(file.string()));
    delete dialog;
}

void CaseCommandsTest::barShowsWhatFits()
{
    Scene s;
    cases::ActionBar bar(s.bench.place, s.actions, &s.host);
    bar.resize(432, 44);
    bar.show();
    const auto shown = [&] {
        QStringList names;
        for (const QPushButton* button : bar.findChildren<QPushButton*>())
            if (button->isVisible()) names << button->objectName();
        return names;
    };
    bar.setCase(CaseId(406)); // a request waits: that first
    QVERIFY(shown().contains(QStringLiteral("actionApprove")));
    QVERIFY(child<QPushButton>(bar, "actionApprove")->geometry().left() < child<QPushButton>(bar, "actionDeny")->geometry().left());
    QVERIFY(shown().contains(QStringLiteral("actionMore")));
    for (const QPushButton* button : bar.findChildren<QPushButton*>())
        if (button->isVisible()) QVERIFY2(button->geometry().right() < bar.width(), qPrintable(button->objectName()));
    const auto narrow = shown().size();
    bar.resize(1200, 44);
    QVERIFY(shown().size() > narrow);
    bar.setCase(CaseId(431));
    QVERIFY(shown().contains(QStringLiteral("actionFollowUp")));
    QVERIFY(!shown().contains(QStringLiteral("actionDispatch")));
    bar.setCase(CaseId(416));
    QVERIFY(shown().contains(QStringLiteral("actionUnmerge")));
}

ZS_GUI_TEST_MAIN(CaseCommandsTest)
#include "TestCaseCommands.moc"
