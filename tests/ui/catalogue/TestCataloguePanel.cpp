// The catalogue editor as hands use it: find a rule, change who leads, see which open cases would move, publish.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/catalogue/MoveTable.h"
#include "ui/catalogue/RuleTable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace zs;
using namespace zs::testkit;
using namespace zs::catalogue;

namespace {

/// A rule for every matter of the sample city.
std::shared_ptr<const domain::Catalogue> sampleCatalogue(const domain::City& city)
{
    auto out = std::make_shared<domain::Catalogue>();
    out->version = "2026.1";
    out->name = {"分流目录", "Catalogue"};
    for (const domain::Agency& a : city.agencies) out->departments.push_back({a.code, a.name, a.shortName});
    for (const domain::Matter& m : city.matters) {
        const domain::Agency* lead = city.agency(m.lead);
        domain::TimeLimits limits = m.limits;
        if (limits.report.isNone()) limits.report = {5, domain::LimitUnit::WorkingDays};
        const bool takes = std::ranges::find(lead->takes, m.kind) != lead->takes.end();
        out->matters.push_back({m.code, domain::MatterList::Grid, lead->code, m.kind, m.name, m.priority, {}});
        out->rules.push_back({m.code, {}, domain::RuleLevel::Any, takes ? lead->code : "centre", {}, m.priority, limits});
    }
    return out;
}

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
        QVERIFY(shown.text("catalogueChanges").contains(QStringLiteral("lead ")));
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
        QVERIFY(shown.child<QLabel>("catalogueFault")->isVisible());
        QVERIFY2(shown.text("catalogueFault").contains(QStringLiteral("doesn't take this kind")), qPrintable(shown.text("catalogueFault")));
        QVERIFY(!shown.child<QPushButton>("cataloguePublish")->isEnabled());
        QTest::mouseClick(shown.child<QPushButton>("catalogueRevert"), Qt::LeftButton);
        QVERIFY(!shown.panel->draft().isChanged() && !shown.child<QLabel>("catalogueFault")->isVisible());
    }

    void anExceptionForATownIsAddedAndRemoved()
    {
        Shown shown;
        const domain::City& city = shown.bench.desk.city();
        shown.choose(0);
        QVERIFY(!shown.child<QPushButton>("ruleRemove")->isEnabled()); // every matter keeps its rule for the whole city
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
        QTest::mouseClick(shown.child<QPushButton>("ruleRemove"), Qt::LeftButton);
        QVERIFY(!shown.panel->draft().isChanged());
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
