#include "domain/catalogue/CityMatters.h"
#include "domain/catalogue/Diff.h"
#include "domain/catalogue/Router.h"
#include "domain/catalogue/Simulate.h"
#include "domain/catalogue/Validate.h"
#include "tests/domain/CityFixture.h"
#include "tests/testkit/TestCase.h"

#include <algorithm>

using namespace zs;
using namespace zs::domain;

namespace {

const std::string town = "441900001", community = "441900001001", grid = "441900001001" "001";

TimeLimits days(std::uint32_t amount)
{
    return {.report = {amount, LimitUnit::WorkingDays}};
}

/// Two matters; the noise dispute has finer rules for a town, a community, a grid and a level.
Catalogue sample()
{
    Catalogue c;
    c.version = "1";
    c.name = {"目录", "Catalogue"};
    c.departments = {{"justice", {"司法局", "Justice bureau"}, {"司法", "Justice"}}};
    c.matters = {{"noise", MatterList::Grid, "justice", CaseKind::Dispute, {"噪声纠纷", "Noise dispute"}, Priority::Normal, {"噪声"}},
                 {"leak", MatterList::Grid, "justice", CaseKind::Dispute, {"漏水纠纷", "Leak"}, Priority::Normal, {}}};
    c.rules = {{"noise", "", RuleLevel::Any, "justice", {"centre"}, Priority::Normal, days(15)},
               {"noise", "", RuleLevel::Town, "centre", {}, Priority::Normal, days(10)},
               {"noise", town, RuleLevel::Any, "centre", {"justice"}, Priority::High, days(7)},
               {"noise", community, RuleLevel::Any, "court", {}, Priority::Normal, days(7)},
               {"noise", grid, RuleLevel::Any, "justice", {}, Priority::Urgent, days(1)},
               {"leak", "", RuleLevel::Any, "justice", {}, Priority::Normal, days(15)}};
    return c;
}

City city()
{
    City c = domain::test::smallCity();
    c.grids[0].code = grid;
    return c;
}

Router routerOf(Catalogue catalogue)
{
    return Router(std::make_shared<const Catalogue>(std::move(catalogue)), Names(city()));
}

RoutedCase at(std::string g, std::string c, std::string t, RuleLevel level = RuleLevel::City, std::string matter = "noise")
{
    return {CaseId(1), std::move(matter), std::move(g), std::move(c), std::move(t), level, {}};
}

bool has(const std::vector<Fault>& faults, std::string_view code)
{
    return std::ranges::any_of(faults, [&](const Fault& f) { return f.code == code; });
}

} // namespace

class CatalogueTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theFinestAreaWinsThenTheLevel()
    {
        const Router router = routerOf(sample());
        QCOMPARE(router.route(at(grid, community, town)).rule->limits.report.amount, 1u);
        QCOMPARE(router.route(at("other", community, town)).rule->lead, std::string("court"));
        QCOMPARE(router.route(at("other", "other", town)).rule->priority, Priority::High);
        QCOMPARE(router.route(at("", "", "")).rule->lead, std::string("justice"));
        QCOMPARE(router.route(at("", "", "", RuleLevel::Town)).rule->lead, std::string("centre"));
        // a finer area beats a rule for the very level
        QCOMPARE(router.route(at("", "", town, RuleLevel::Town)).rule->area, town);
        for (const RoutedCase& c : {at(grid, community, town), at("", "", town, RuleLevel::Town), at("", "", "")})
            QCOMPARE(router.ruleFor(c), router.route(c).rule);
    }

    void everyAnswerSaysWhy()
    {
        const Router router = routerOf(sample());
        const Routing inTown = router.route(at("", "", town));
        QCOMPARE(inTown.passedOver.size(), 1u);
        QCOMPARE(inTown.why.zh, std::string("事项“噪声纠纷”按甲镇（各级）的规则由中心主办，司法协办。它比全市（各级）的规则（司法主办）更具体，因此优先。"));
        QVERIFY(inTown.why.en.find("more specific") != std::string::npos);
        const Routing none = router.route(at("", "", "", RuleLevel::City, ""));
        QVERIFY(!none && !none.why.zh.empty() && !none.why.en.empty());
        const Routing unknown = router.route(at("", "", "", RuleLevel::City, "M999"));
        QVERIFY(!unknown && unknown.why.zh.find("M999") != std::string::npos);
    }

    void aSoundCatalogueHasNoFault()
    {
        QVERIFY(faultsOf(sample()).empty());
        QVERIFY(faultsOf(sample(), city()).empty());
    }

    void everyFaultIsFoundAndSaid_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* code : {"catalogue.version", "department.doubled", "department.name", "matter.doubled", "matter.name",
                                 "matter.department", "matter.rule", "rule.matter", "rule.overlap", "rule.lead", "rule.kind",
                                 "rule.assisting", "rule.area", "rule.report", "department.agency"})
            QTest::newRow(code) << QString::fromLatin1(code);
    }

    void everyFaultIsFoundAndSaid()
    {
        QFETCH(QString, code);
        Catalogue c = sample();
        const std::map<QString, std::function<void()>> breaks{
            {QStringLiteral("catalogue.version"), [&] { c.version.clear(); }},
            {QStringLiteral("department.doubled"), [&] { c.departments.push_back(c.departments[0]); }},
            {QStringLiteral("department.name"), [&] { c.departments[0].name.en.clear(); }},
            {QStringLiteral("department.agency"), [&] { c.departments.push_back({"moon", {"月", "Moon"}, {"月", "Moon"}}); }},
            {QStringLiteral("matter.doubled"), [&] { c.matters.push_back(c.matters[0]); }},
            {QStringLiteral("matter.name"), [&] { c.matters[0].name.zh.clear(); }},
            {QStringLiteral("matter.department"), [&] { c.matters[0].department = "moon"; }},
            {QStringLiteral("matter.rule"), [&] { c.rules.erase(c.rules.begin()); }},
            {QStringLiteral("rule.matter"), [&] { c.rules[0].matter = "nothing"; }},
            {QStringLiteral("rule.overlap"), [&] { c.rules.push_back(c.rules[2]); }},
            {QStringLiteral("rule.lead"), [&] { c.rules[0].lead = "moon"; }},
            {QStringLiteral("rule.kind"), [&] { c.matters[1].kind = CaseKind::Hazard; }},
            {QStringLiteral("rule.assisting"), [&] { c.rules[0].assisting = {"justice"}; }},
            {QStringLiteral("rule.area"), [&] { c.rules[2].area = "999999999"; }},
            {QStringLiteral("rule.report"), [&] { c.rules[0].limits = {}; }}};
        breaks.at(code)();
        const auto faults = faultsOf(c, city());
        QVERIFY(has(faults, code.toStdString()));
        for (const Fault& fault : faults)
            QVERIFY(fault.sentence.zh.ends_with("。") && fault.sentence.en.ends_with("."));
    }

    void aDiffNamesWhatChanged()
    {
        const Catalogue before = sample();
        Catalogue after = before;
        QVERIFY(diff(before, after, Names(city())).empty());
        std::ranges::reverse(after.rules);
        QVERIFY(diff(before, after, Names(city())).empty()); // order is no change
        after.rules.front().lead = "centre";                 // leak
        after.rules.back().limits.report = {5, LimitUnit::WorkingDays};
        after.matters.push_back({"new", MatterList::Dispute, "justice", CaseKind::Dispute, {"新", "New"}, Priority::High, {}});
        std::erase_if(after.rules, [](const RoutingRule& r) { return r.area == grid; });
        const auto changes = diff(before, after, Names(city()));
        QCOMPARE(changes.size(), 4u);
        QCOMPARE(changes[0].sentence.zh, std::string("新增：事项“新”。"));
        QCOMPARE(changes[1].kind, ChangeKind::Changed);
        QVERIFY(changes[1].sentence.zh.find("主办 司法 → 中心") != std::string::npos);
        QVERIFY(changes[2].sentence.zh.find("办结时限 15个工作日 → 5个工作日") != std::string::npos);
        QCOMPARE(changes[3].kind, ChangeKind::Removed);
    }

    void aSimulationListsWhatWouldMove()
    {
        const Router before = routerOf(sample());
        Catalogue changed = sample();
        changed.rules[0].lead = "court";
        changed.rules[0].assisting.clear();
        changed.rules[5].priority = Priority::High;
        const Router after = routerOf(changed);
        std::vector<RoutedCase> open;
        for (std::uint32_t i = 1; i <= 4; ++i) {
            RoutedCase c = at("", "", "");
            c.id = CaseId(i);
            open.push_back(c);
        }
        open[1].lead = "centre"; // by hand
        open[2].town = town;     // the town has its own rule
        open[3].matter = "leak"; // only its priority changes
        const Simulation s = simulate(before, after, open);
        QCOMPARE(s.looked, 4u);
        QCOMPARE(s.moves.size(), 2u);
        QCOMPARE(s.moves[0].id, CaseId(1));
        QCOMPARE(s.moves[0].from, std::string("justice"));
        QCOMPARE(s.moves[0].to, std::string("court"));
        QCOMPARE(s.moves[0].placed, Placed::ByRule);
        QCOMPARE(s.moves[1].placed, Placed::ByHand);
        QCOMPARE(s.newLimits, 1u);
        QCOMPARE(s.summary.zh, std::string("这 2 件在办事件将改转他处。"));
        QVERIFY(simulate(before, before, open).moves.empty());
        open.assign(312, at("", "", ""));
        QCOMPARE(simulate(before, after, open).summary.zh, std::string("这 312 件在办事件将改转他处。"));
    }

    void itsMattersBecomeTheCitys()
    {
        City c = city();
        const auto matters = mattersOf(sample(), c);
        QVERIFY(matters.has_value());
        QCOMPARE(matters->size(), 2u);
        QCOMPARE((*matters)[0].id, MatterId(1));
        QCOMPARE((*matters)[0].lead, AgencyId(2));
        QCOMPARE((*matters)[0].assisting, std::vector{AgencyId(1)});
        QCOMPARE((*matters)[0].limits.report.amount, 15u);
        c.agencies.pop_back();
        QCOMPARE(mattersOf(sample(), c).error().code, std::string("catalogue.city"));
    }
};

ZS_TEST_MAIN(CatalogueTest)
#include "tst_catalogue.moc"
