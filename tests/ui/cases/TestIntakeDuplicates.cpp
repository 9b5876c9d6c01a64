// Intake beside what is known already: candidates come while typing, a person decides, and what is filed and merged is one command.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/CaseActions.h"
#include "ui/cases/dialogs/IntakeDialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace zs;
using namespace zs::testkit;
using cases::DuplicatesBox;

namespace {

class Intake {
public:
    explicit Intake(PanelBench& b) : bench(b), actions(b.place), dialog(new cases::IntakeDialog(b.place, actions, &parent))
    {
        // Something like C-0412, a few steps away.
        const domain::Case* known = bench.desk.cases().find(CaseId(412));
        dialog->setPlace({known->place.lon + 0.0005, known->place.lat});
        find<QLineEdit>("intakeTitle")->setText(QString::fromStdString(known->title));
        find<QPlainTextEdit>("intakeDetail")->setPlainText(QString::fromStdString(known->detail));
        dialog->open();
    }
    template <class Widget>
    Widget* find(const char* name) const
    {
        return dialog->findChild<Widget*>(QLatin1String(name));
    }
    DuplicatesBox& box() const { return *dialog->findChild<DuplicatesBox*>(); }
    void wait() const { QTRY_VERIFY(box().isVisible()); }

    PanelBench& bench;
    QWidget parent;
    cases::CaseActions actions;
    QPointer<cases::IntakeDialog> dialog;
};

} // namespace

class IntakeDuplicatesTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void candidatesComeWhileTyping();
    void anotherMatterHasNone();
    void newMatterIsFiled();
    void noteInsteadOfACase();
    void fileAndMerge();
    void refusedIntakeMergesNothing();
    void closedCaseTakesNoneIn();
    void choiceFallsWithItsCase();
    void nobodyUnmasked();
    void keyboardAlone();
    void pictures_data();
    void pictures();
};

void IntakeDuplicatesTest::candidatesComeWhileTyping()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    QCOMPARE(intake.box().chosen(), CaseId(412));
    QCOMPARE(intake.box().choice(), DuplicatesBox::Choice::NewMatter); // never decided by itself
    const QString reasons = intake.find<QLabel>("duplicatesReasons")->text();
    QVERIFY2(reasons.contains(QStringLiteral("alike")) && reasons.contains(QStringLiteral(" m away")), qPrintable(reasons));
    QVERIFY(intake.find<QLabel>("duplicateCompareRight0")->text().startsWith(QStringLiteral("C-0412")));
    QCOMPARE(intake.find<QLabel>("duplicateCompareLeft1")->text(), intake.find<QLabel>("duplicateCompareRight1")->text());
    // A case that comes in while the form is open is looked at, too.
    const std::size_t before = intake.box().candidates().size();
    domain::Received twin;
    const domain::Case* known = bench.desk.cases().find(CaseId(412));
    twin.kind = known->kind;
    twin.title = known->title;
    twin.place = known->place;
    twin.grid = known->grid;
    bench.desk.stream(CaseId(9001), twin);
    QTRY_COMPARE(intake.box().candidates().size(), before + 1);
}

void IntakeDuplicatesTest::anotherMatterHasNone()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    intake.find<QLineEdit>("intakeTitle")->setText(QStringLiteral("xyzzy plugh"));
    intake.find<QPlainTextEdit>("intakeDetail")->clear();
    QTRY_VERIFY(!intake.box().isVisible());
    intake.find<QLineEdit>("intakeTitle")->setText(QString::fromStdString(bench.desk.cases().find(CaseId(412))->title));
    intake.wait();
    intake.find<QLineEdit>("intakePlace")->clear(); // no place, no candidate
    QTRY_VERIFY(!intake.box().isVisible());
}

void IntakeDuplicatesTest::newMatterIsFiled()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    QCOMPARE(intake.find<QPushButton>("dialogOk")->text(), QStringLiteral("Receive"));
    intake.find<QPushButton>("dialogOk")->click();
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
    QVERIFY(std::holds_alternative<domain::Receive>(bench.desk.submitted[0].second));
    bench.desk.confirm(bench.desk.outbox().back().id);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
}

void IntakeDuplicatesTest::noteInsteadOfACase()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.find<QLineEdit>("intakeReporter")->setText(QStringLiteral("赵大海"));
    intake.wait();
    intake.find<QRadioButton>("duplicateNote")->click();
    QCOMPARE(intake.find<QPushButton>("dialogOk")->text(), QStringLiteral("Add to C-0412"));
    QVERIFY(intake.find<QLabel>("dialogVerdict")->text().contains(QStringLiteral("Nothing is filed")));
    intake.find<QPushButton>("dialogOk")->click();
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
    QCOMPARE(bench.desk.submitted[0].first, CaseId(412));
    const auto note = std::get<domain::Note>(bench.desk.submitted[0].second);
    QVERIFY(QString::fromStdString(note.text).contains(QString::fromStdString(bench.desk.cases().find(CaseId(412))->title)));
    QVERIFY(!QString::fromStdString(note.text).contains(QStringLiteral("赵"))); // a note is read by everyone
}

void IntakeDuplicatesTest::fileAndMerge()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    intake.find<QRadioButton>("duplicateMerge")->click();
    QCOMPARE(intake.find<QPushButton>("dialogOk")->text(), QStringLiteral("Receive and merge"));
    intake.find<QPushButton>("dialogOk")->click();
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
    QCOMPARE(std::get<domain::Receive>(bench.desk.submitted[0].second).duplicateOf, CaseId(412));
    const std::size_t before = bench.desk.cases().size();
    bench.desk.confirm(bench.desk.outbox().back().id);
    QCOMPARE(bench.desk.cases().size(), before + 1);
    const domain::Case& filed = bench.desk.cases().row(before);
    QCOMPARE(filed.phase, domain::Phase::Merged);
    QCOMPARE(filed.mergedInto, CaseId(412));
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1)); // nothing has to follow
}

void IntakeDuplicatesTest::refusedIntakeMergesNothing()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    intake.find<QRadioButton>("duplicateMerge")->click();
    intake.find<QPushButton>("dialogOk")->click();
    bench.desk.refuse(bench.desk.outbox().back().id, {"case.outside", {"不在", "outside"}, {}});
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(bench.desk.submitted.size(), std::size_t(1));
}

void IntakeDuplicatesTest::closedCaseTakesNoneIn()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    std::vector<domain::Case> all;
    for (std::size_t i = 0; i < bench.desk.cases().size(); ++i) all.push_back(bench.desk.cases().row(i));
    for (domain::Case& c : all)
        if (c.id == CaseId(412)) {
            c.phase = domain::Phase::Finished;
            c.finishedAt = bench.desk.clock.now();
        }
    bench.desk.reset(std::move(all));
    Intake intake(bench);
    intake.wait();
    QVERIFY(!intake.find<QRadioButton>("duplicateMerge")->isEnabled());
    QVERIFY(!intake.find<QRadioButton>("duplicateMerge")->toolTip().isEmpty());
    QVERIFY(intake.find<QRadioButton>("duplicateNote")->isEnabled());
}

void IntakeDuplicatesTest::choiceFallsWithItsCase()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    intake.find<QRadioButton>("duplicateNote")->click();
    // More is typed, and it is still a candidate: the choice stays.
    QLineEdit* title = intake.find<QLineEdit>("intakeTitle");
    title->setText(title->text() + QStringLiteral("!"));
    QTRY_COMPARE(intake.find<QLabel>("duplicateCompareLeft1")->text(), title->text());
    QCOMPARE(intake.box().choice(), DuplicatesBox::Choice::NoteInstead);
    // It turns out to be something else: what was decided about C-0412 is void.
    title->setText(QStringLiteral("xyzzy"));
    intake.find<QPlainTextEdit>("intakeDetail")->clear();
    QTRY_VERIFY(!intake.box().isVisible());
    QCOMPARE(intake.box().choice(), DuplicatesBox::Choice::NewMatter);
    QCOMPARE(intake.find<QPushButton>("dialogOk")->text(), QStringLiteral("Receive"));
}

void IntakeDuplicatesTest::nobodyUnmasked()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.find<QLineEdit>("intakeReporter")->setText(QStringLiteral("赵大海"));
    intake.find<QLineEdit>("intakePhone")->setText(QStringLiteral("13912349876"));
    intake.wait();
    QTRY_VERIFY(intake.find<QLabel>("duplicateCompareLeft5")->text().contains(QStringLiteral("139****9876")));
    for (const QLabel* label : intake.dialog->findChildren<QLabel*>()) {
        QVERIFY(!label->text().contains(QStringLiteral("大海")));
        QVERIFY(!label->text().contains(QStringLiteral("1234")));
    }
}

void IntakeDuplicatesTest::keyboardAlone()
{
    PanelBench bench;
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.wait();
    // Every part of the box is reached by Tab from the form.
    QStringList reached;
    QWidget* at = intake.find<QLineEdit>("intakePhone");
    for (int i = 0; i < 200; ++i) {
        at = at->nextInFocusChain();
        if (at == intake.find<QPushButton>("dialogOk")) break;
        if (at->focusPolicy() & Qt::TabFocus) reached << at->objectName();
    }
    QVERIFY2(reached.contains(QStringLiteral("duplicatesList")), qPrintable(reached.join(u' ')));
    QVERIFY(reached.contains(QStringLiteral("duplicateNew")));
    QRadioButton* fresh = intake.find<QRadioButton>("duplicateNew");
    fresh->setFocus();
    QTest::keyClick(fresh, Qt::Key_Down);
    QCOMPARE(intake.box().choice(), DuplicatesBox::Choice::NoteInstead);
    QTest::keyClick(intake.dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(std::holds_alternative<domain::Note>(bench.desk.submitted.back().second));
}

void IntakeDuplicatesTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("chinese");
    for (const bool dark : {false, true})
        for (const bool chinese : {false, true}) QTest::addRow("%s-%s", dark ? "dark" : "light", chinese ? "zh" : "en") << dark << chinese;
}

void IntakeDuplicatesTest::pictures()
{
    QFETCH(const bool, dark);
    QFETCH(const bool, chinese);
    PanelBench bench;
    bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
    bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
    fillBelievably(bench.desk);
    Intake intake(bench);
    intake.find<QLineEdit>("intakePhone")->setText(QStringLiteral("13912349876"));
    intake.wait();
    intake.find<QRadioButton>("duplicateMerge")->click();
    bench.picture(*intake.dialog, intake.dialog->sizeHint(), QStringLiteral("intake-duplicates-") + QLatin1String(QTest::currentDataTag()));
    if (!chinese) return;
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{4,}"));
    for (const QLabel* label : intake.dialog->findChildren<QLabel*>()) QVERIFY2(!word.match(label->text()).hasMatch(), qPrintable(label->text()));
    for (const QAbstractButton* button : intake.dialog->findChildren<QAbstractButton*>())
        QVERIFY2(!word.match(button->text()).hasMatch(), qPrintable(button->text()));
}

ZS_GUI_TEST_MAIN(IntakeDuplicatesTest)
#include "TestIntakeDuplicates.moc"
