// The catalogue editor as hands use it: find a rule, change who leads, see which open cases would move, publish.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "tests/ui/catalogue/SampleCatalogue.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/catalogue/RuleTable.h"
#include "ui/catalogue/MatterTable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QCheckBox>
#include <QListWidget>
#include <QSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace zs;
using namespace zs::testkit;
using namespace zs::catalogue;

namespace {

struct Shown {
    Shown() : advice(bench.desk.city(), sampleCatalogue(bench.desk.city()), nullptr)
    {
        bench.place.advice = &advice;
        // Thirty open cases, of the first matter that "urban" may lead too, and of others.
        auto all = manyCases(bench.desk.city(), 30, bench.desk.clock.now(), 5);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].phase = domain::Phase::Classified;
            all[i].matter = bench.desk.city().matters[i % 3].id;
            all[i].lead = {};
        }
        bench.desk.reset(std::move(all));
        panel = std::make_unique<CataloguePanel>(bench.place, [this](const domain::Catalogue& c, const std::string& note) -> Result<void> {
            if (refuses) return fail("x", "no link.");
            published.emplace_back(c, note);
            return {};
        });
        panel->resize(1200, 760);
        panel->show();
    }
    template <class T>
    T* child(const char* name) { return panel->findChild<T*>(QLatin1String(name)); }
    QString text(const char* name) { return child<QLabel>(name)->text(); }
    void choose(int row) { child<QTableView>("catalogueRules")->setCurrentIndex(panel->rules().index(row, 0)); }
    /// As a person chooses it in the box.
    void lead(const char* code)
    {
        auto* box = child<QComboBox>("ruleLead");
        box->setCurrentIndex(box->findData(QLatin1String(code)));
        Q_EMIT box->activated(box->currentIndex());
    }

    bool refuses = false;
    std::vector<std::pair<domain::Catalogue, std::string>> published;
    PanelBench bench;
    cases::RoutingAdvice advice;
    std::unique_ptr<CataloguePanel> panel;
};

} // namespace

class CataloguePanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void rulesAreFoundByTyping()
    {
        Shown shown;
        const QAbstractItemModelTester tester(&shown.panel->rules(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int all = shown.panel->rules().rowCount();
        QCOMPARE(all, int(shown.bench.desk.city().matters.size()));
        const domain::Matter& wanted = shown.bench.desk.city().matters[1];
        shown.child<QLineEdit>("catalogueFilter")->setText(QString::fromStdString(wanted.code));
        QVERIFY(shown.panel->rules().rowCount() >= 1 && shown.panel->rules().rowCount() < all);
        shown.child<QLineEdit>("catalogueFilter")->setText(QString::fromStdString(wanted.name.en));
        QCOMPARE(shown.panel->rules().index(0, RuleTable::MatterColumn).data().toString(), QString::fromStdString(wanted.name.en));
        shown.child<QLineEdit>("catalogueFilter")->setText(QStringLiteral("no such thing"));
        QCOMPARE(shown.panel->rules().rowCount(), 0);
        QVERIFY(!shown.child<QWidget>("ruleForm")->isEnabled());
    }

    void anEditSaysWhichCasesWouldMoveBeforeItIsPublished()
    {
        Shown shown;
        const QAbstractItemModelTester tester(&shown.panel->moves(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto* publish = shown.child<QPushButton>("cataloguePublish");
        QVERIFY(!publish->isEnabled());
        QVERIFY(shown.text("catalogueEffect").contains(QStringLiteral("2026.1")));
        shown.choose(0);
        shown.lead("centre" == shown.panel->draft().base().rules[0].lead ? "police" : "centre");
        QTRY_VERIFY(!shown.panel->moves().isRunning());
        QCOMPARE(shown.text("catalogueEffect"), QStringLiteral("These 10 open cases would have gone elsewhere."));
        QCOMPARE(shown.panel->moves().rowCount(), 10);
        QCOMPARE(shown.child<QListWidget>("catalogueChanges")->count(), 1); // the one difference to what is in force
        QVERIFY(shown.child<QListWidget>("catalogueChanges")->item(0)->text().contains(QStringLiteral("lead ")));
        QVERIFY(!publish->isEnabled()); // nobody has said why
        shown.child<QLineEdit>("catalogueNote")->setText(QStringLiteral("agreed with both bureaus"));
        QVERIFY(publish->isEnabled());
        QTest::mouseClick(publish, Qt::LeftButton);
        QCOMPARE(shown.published.size(), 1u);
        QCOMPARE(shown.published[0].first.version, std::string("2026.2"));
        QCOMPARE(shown.published[0].second, std::string("agreed with both bureaus"));
        QVERIFY(domain::faultsOf(shown.published[0].first, shown.bench.desk.city()).empty());
        shown.advice.setCatalogue(std::make_shared<const domain::Catalogue>(shown.published[0].first));
        shown.panel->catalogueReplaced();
        QVERIFY(!shown.panel->draft().isChanged());
        QCOMPARE(shown.text("catalogueSaid"), QStringLiteral("The catalogue in force was replaced."));
    }

    void aListedCaseIsOpened()
    {
        Shown shown;
        shown.choose(0);
        shown.lead("centre" == shown.panel->draft().base().rules[0].lead ? "police" : "centre");
        QTRY_VERIFY(shown.panel->moves().rowCount() > 0);
        const CaseId first = shown.panel->moves().caseAt(0);
        QVERIFY(first);
        Q_EMIT shown.child<QTableView>("catalogueMoves")->activated(shown.panel->moves().index(0, 0));
        QCOMPARE(shown.bench.selection.selectedCase(), first);
    }

    void aFaultIsSaidAndKeepsItFromBeingPublished()
    {
        Shown shown;
        int hazard = 0;
        while (shown.panel->draft().base().matters[std::size_t(hazard)].kind != domain::CaseKind::Hazard) ++hazard;
        shown.choose(hazard);
        shown.lead("court"); // takes disputes only
        shown.child<QLineEdit>("catalogueNote")->setText(QStringLiteral("x"));
        QTRY_VERIFY(!shown.panel->moves().isRunning());
        auto* fault = shown.child<QPushButton>("catalogueFault");
        QVERIFY(fault->isVisible());
        QVERIFY2(fault->accessibleName().contains(QStringLiteral("doesn't take this kind")), qPrintable(fault->accessibleName()));
        QVERIFY(shown.text("ruleLeadFault").contains(QStringLiteral("doesn't take this kind"))); // below the field it is about
        QVERIFY(shown.panel->rules().index(hazard, 0).data().toString().startsWith(QStringLiteral("▲")));
        shown.child<QLineEdit>("catalogueFilter")->setText(QStringLiteral("nothing"));
        QTest::mouseClick(fault, Qt::LeftButton); // it brings the entry
        QVERIFY(shown.text("ruleLeadFault").contains(QStringLiteral("doesn't take this kind")));
        QVERIFY(!shown.child<QPushButton>("cataloguePublish")->isEnabled());
        QTest::mouseClick(shown.child<QPushButton>("catalogueRevert"), Qt::LeftButton);
        QVERIFY(!shown.panel->draft().isChanged() && !fault->isVisible());
    }

    void anExceptionForATownIsAddedAndRemoved()
    {
        Shown shown;
        const domain::City& city = shown.bench.desk.city();
        shown.choose(0);
        QVERIFY(!shown.child<QPushButton>("catalogueRemove")->isEnabled()); // every matter keeps its rule for the whole city
        auto* area = shown.child<QLineEdit>("ruleArea");
        area->setText(QStringLiteral("Nowhere"));
        QTest::mouseClick(shown.child<QPushButton>("ruleExcept"), Qt::LeftButton);
        QVERIFY(shown.text("catalogueSaid").contains(QStringLiteral("no town")));
        area->setText(QString::fromStdString(city.towns[0].name.zh));
        const std::size_t before = shown.panel->draft().edited().rules.size();
        QTest::keyClick(area, Qt::Key_Return);
        QCOMPARE(shown.panel->draft().edited().rules.size(), before + 1);
        const domain::RoutingRule& added = shown.panel->draft().edited().rules[1];
        QCOMPARE(added.area, city.towns[0].code);
        QVERIFY(shown.text("ruleTitle").contains(QString::fromStdString(city.towns[0].name.en)));
        QTest::keyClick(area, Qt::Key_Return); // once more: the same is shown
        QCOMPARE(shown.panel->draft().edited().rules.size(), before + 1);
        QTest::mouseClick(shown.child<QPushButton>("catalogueRemove"), Qt::LeftButton);
        QVERIFY(!shown.panel->draft().isChanged());
    }

    void everyEditIsUndoneAndDoneAgain()
    {
        Shown shown;
        shown.choose(0);
        const domain::RoutingRule before = shown.panel->draft().edited().rules[0];
        QVERIFY(!shown.child<QPushButton>("catalogueUndo")->isEnabled());
        shown.lead("centre" == before.lead ? "police" : "centre");
        // Two turns of one field are one step, another field is another.
        shown.child<QSpinBox>("ruleLimitReportAmount")->setValue(8);
        shown.child<QSpinBox>("ruleLimitReportAmount")->setValue(9);
        shown.child<QCheckBox>("ruleLimitOnSceneSet")->setChecked(before.limits.onScene.isNone());
        QCOMPARE(shown.panel->draft().edited().rules[0].limits.report.amount, 9u);
        QVERIFY(shown.panel->draft().edited().rules[0].limits.onScene.isNone() != before.limits.onScene.isNone());
        auto* undo = shown.child<QPushButton>("catalogueUndo");
        const domain::Catalogue after = shown.panel->draft().edited();
        int steps = 0;
        for (; undo->isEnabled() && steps < 10; ++steps) QTest::mouseClick(undo, Qt::LeftButton);
        QCOMPARE(steps, 2); // the limits are one field
        QVERIFY(!shown.panel->draft().isChanged());
        auto* redo = shown.child<QPushButton>("catalogueRedo");
        while (redo->isEnabled()) QTest::mouseClick(redo, Qt::LeftButton);
        QVERIFY(shown.panel->draft().edited() == after);
    }

    void aMatterIsAddedNamedAndRemoved()
    {
        Shown shown;
        const domain::City& city = shown.bench.desk.city();
        shown.panel->setView(CataloguePanel::View::Matters);
        EntryTable& table = shown.panel->table(CataloguePanel::View::Matters);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        shown.child<QTableView>("catalogueMatters")->setCurrentIndex(table.index(0, 0));
        const std::size_t matters = city.matters.size();
        QTest::mouseClick(shown.child<QPushButton>("catalogueAdd"), Qt::LeftButton);
        QCOMPARE(shown.panel->draft().edited().matters.size(), matters + 1);
        QCOMPARE(shown.panel->draft().edited().rules.size(), matters + 1); // never a matter that leads nowhere
        QVERIFY(shown.text("matterNameZhFault").startsWith(QStringLiteral("▲"))); // it has no name yet
        QVERIFY(!shown.child<QPushButton>("cataloguePublish")->isEnabled());
        auto* zh = shown.child<QLineEdit>("matterNameZh");
        auto* en = shown.child<QLineEdit>("matterNameEn");
        zh->setText(QStringLiteral("共享单车乱停"));
        Q_EMIT zh->textEdited(zh->text());
        QTest::keyClicks(en, QStringLiteral("Shared bicycles left about"));
        QCOMPARE(en->text(), QStringLiteral("Shared bicycles left about")); // the blanks stay while one types
        auto* priority = shown.child<QComboBox>("matterPriority");
        priority->setCurrentIndex(1);
        Q_EMIT priority->activated(1);
        shown.child<QSpinBox>("matterLimitReportAmount")->setValue(2);
        const auto& c = shown.panel->draft().edited();
        const auto added = std::ranges::find(c.matters, std::string("Shared bicycles left about"), [](const auto& m) { return m.name.en; });
        QVERIFY(added != c.matters.end());
        QCOMPARE(added->priority, domain::Priority::High);
        QCOMPARE(c.rules[*shown.panel->draft().cityRule(added->code)].limits.report.amount, 2u);
        shown.child<QLineEdit>("catalogueNote")->setText(QStringLiteral("new by-law"));
        QTRY_VERIFY(shown.child<QPushButton>("cataloguePublish")->isEnabled());
        QTest::mouseClick(shown.child<QPushButton>("catalogueDuplicate"), Qt::LeftButton);
        QCOMPARE(c.matters.size(), matters + 2);
        QTest::mouseClick(shown.child<QPushButton>("catalogueRemove"), Qt::LeftButton);
        QCOMPARE(c.matters.size(), matters + 1);
        QCOMPARE(c.rules.size(), matters + 1);
    }

    void aDepartmentIsTakenOverByAnotherAgency()
    {
        Shown shown;
        shown.panel->setView(CataloguePanel::View::Departments);
        EntryTable& table = shown.panel->table(CataloguePanel::View::Departments);
        const auto& c = shown.panel->draft().edited();
        const auto urban = std::ranges::find(c.departments, std::string("urban"), &domain::Department::code);
        shown.child<QTableView>("catalogueDepartments")->setCurrentIndex(table.index(table.rowOf(std::size_t(urban - c.departments.begin())), 0));
        QTest::mouseClick(shown.child<QPushButton>("catalogueRemove"), Qt::LeftButton); // its matters belong to nobody
        QVERIFY(!shown.child<QPushButton>("catalogueFault")->isHidden());
        QTest::mouseClick(shown.child<QPushButton>("catalogueUndo"), Qt::LeftButton);
        QVERIFY(!shown.panel->draft().isChanged());
        const auto again = std::ranges::find(c.departments, std::string("urban"), &domain::Department::code);
        shown.child<QTableView>("catalogueDepartments")->setCurrentIndex(table.index(table.rowOf(std::size_t(again - c.departments.begin())), 0));
        const auto led = std::ranges::count(c.rules, std::string("urban"), &domain::RoutingRule::lead);
        QVERIFY(led > 0);
        auto* agency = shown.child<QComboBox>("departmentAgency");
        agency->setCurrentIndex(agency->findData(QStringLiteral("emergency")));
        Q_EMIT agency->activated(agency->currentIndex());
        QCOMPARE(std::ranges::count(c.rules, std::string("urban"), &domain::RoutingRule::lead), 0);
        QVERIFY(shown.text("departmentAgencyFault").startsWith(QStringLiteral("▲"))); // it is a department already
        QTest::mouseClick(shown.child<QPushButton>("catalogueUndo"), Qt::LeftButton);
        QCOMPARE(std::ranges::count(c.rules, std::string("urban"), &domain::RoutingRule::lead), led);
    }

    void aRefusedPublicationIsSaid()
    {
        Shown shown;
        shown.choose(0);
        shown.lead("centre" == shown.panel->draft().base().rules[0].lead ? "police" : "centre");
        shown.child<QLineEdit>("catalogueNote")->setText(QStringLiteral("x"));
        QTRY_VERIFY(shown.child<QPushButton>("cataloguePublish")->isEnabled());
        shown.refuses = true;
        QTest::mouseClick(shown.child<QPushButton>("cataloguePublish"), Qt::LeftButton);
        QVERIFY(shown.text("catalogueSaid").startsWith(QStringLiteral("Not published: no link.")));
        QVERIFY(shown.panel->draft().isChanged());
    }

    void versionsCountOn()
    {
        QCOMPARE(nextVersion("2026.1"), std::string("2026.2"));
        QCOMPARE(nextVersion("9"), std::string("10"));
        QCOMPARE(nextVersion("draft"), std::string("draft.2"));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::newRow("light-zh") << false << true;
        QTest::newRow("dark-en") << true << false;
    }

    void pictures()
    {
        QFETCH(bool, dark);
        QFETCH(bool, chinese);
        Shown shown;
        shown.bench.themes.setMode(dark ? kit::Mode::Dark : kit::Mode::Light);
        shown.bench.themes.applyTo(*qApp);
        shown.bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
        shown.choose(0);
        shown.lead("centre" == shown.panel->draft().base().rules[0].lead ? "police" : "centre");
        QTRY_VERIFY(!shown.panel->moves().isRunning());
        const QImage image = shown.bench.picture(*shown.panel, {1200, 760}, QStringLiteral("catalogue-") + QLatin1String(QTest::currentDataTag()));
        QCOMPARE(image.size(), QSize(1200, 760));
        shown.bench.translations.setLanguage(kit::Language::English);
    }
};

ZS_GUI_TEST_MAIN(CataloguePanelTest)
#include "TestCataloguePanel.moc"
