// What the catalogue and the model say while a case is classified and routed.
#include "suggest/Train.h"
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/CaseActions.h"
#include "ui/cases/dialogs/ClassifyDialog.h"
#include "ui/cases/dialogs/PickList.h"
#include "ui/cases/dialogs/RouteDialog.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>

#include <algorithm>

using namespace zs;
using namespace zs::cases;
using namespace zs::testkit;

namespace {

/// The sample city's matters, each with a rule for its lead, but for those in `silent`.
std::shared_ptr<const domain::Catalogue> catalogueOf(const domain::City& city, const std::string& silent = {})
{
    auto out = std::make_shared<domain::Catalogue>();
    out->version = "t1";
    for (const domain::Matter& m : city.matters) {
        const std::string lead = city.agency(m.lead)->code;
        out->matters.push_back({m.code, domain::MatterList::Grid, lead, m.kind, m.name, m.priority, {m.name.zh.substr(0, 6)}});
        if (m.code != silent) out->rules.push_back({m.code, {}, domain::RuleLevel::Any, lead, {}, m.priority, m.limits});
    }
    return out;
}

std::shared_ptr<const suggest::Model> model()
{
    std::vector<suggest::Example> examples;
    for (int i = 0; i < 120; ++i)
        examples.push_back({{{}, i % 2 ? "夜间施工噪声扰民" : "拖欠工人工资", {}, {"g" + std::to_string(i)}}, i % 2 ? "urban" : "labour", fromUnixMillis(i * 1000LL)});
    return std::make_shared<const suggest::Model>(suggest::train(examples, {})->model);
}


const PickItem* item(QDialog& dialog, const char* list, int row)
{
    return static_cast<PickModel*>(dialog.findChild<QListView*>(QLatin1String(list))->model())->item(row);
}

} // namespace

class AdviceTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void likelyMattersStandFirst()
    {
        PanelBench bench;
        const RoutingAdvice advice(bench.desk.city(), catalogueOf(bench.desk.city()), nullptr);
        bench.place.advice = &advice;
        CaseActions actions(bench.place, nullptr);
        const domain::Matter& wanted = bench.desk.city().matters[2];
        domain::Case received;
        received.id = CaseId(900);
        received.version = 1;
        received.phase = domain::Phase::Received;
        received.kind = domain::CaseKind::Request; // the catalogue's words outweigh the kind that was ticked at intake
        received.title = "反映" + wanted.name.zh;
        bench.desk.reset({received});
        ClassifyDialog dialog(bench.place, actions, received.id, nullptr);
        const PickItem* first = item(dialog, "mattersList", 0);
        QVERIFY(first);
        QCOMPARE(first->id, quint64(wanted.id.value));
        QVERIFY2(first->detail.contains(QStringLiteral("suggested, it says")), qPrintable(first->detail));
        QCOMPARE(dialog.result(), 0);
    }

    void aTrainedModelNamesTheMatter()
    {
        PanelBench bench;
        const domain::City& city = bench.desk.city();
        const domain::Matter &wanted = city.matters[2], &other = city.matters[1];
        std::vector<suggest::Example> examples; // people here say it in other words than the catalogue
        for (int i = 0; i < 200; ++i)
            examples.push_back({{{}, i % 2 ? "楼上敲敲打打睡不着" : "门口堆了一车砖", {}, {"g" + std::to_string(i / 2 % 20)}}, i % 2 ? wanted.code : other.code, fromUnixMillis(i * 1000LL)});
        RoutingAdvice advice(city, catalogueOf(city), nullptr);
        advice.setMatterModel(std::make_shared<const suggest::Model>(suggest::train(examples, {})->model));
        bench.place.advice = &advice;
        CaseActions actions(bench.place, nullptr);
        domain::Case received;
        received.id = CaseId(902);
        received.version = 1;
        received.phase = domain::Phase::Received;
        received.title = "楼上敲敲打打，孩子睡不着";
        bench.desk.reset({received});
        ClassifyDialog dialog(bench.place, actions, received.id, nullptr);
        const PickItem* first = item(dialog, "mattersList", 0);
        QVERIFY(first);
        QCOMPARE(first->id, quint64(wanted.id.value));
        QVERIFY2(first->detail.contains(QStringLiteral("敲敲打打")) && first->detail.contains(QStringLiteral(" %:")), qPrintable(first->detail));
    }

    void theRuleIsSaidWhenRouting()
    {
        PanelBench bench;
        const RoutingAdvice advice(bench.desk.city(), catalogueOf(bench.desk.city()), model());
        bench.place.advice = &advice;
        CaseActions actions(bench.place, nullptr);
        RouteDialog dialog(bench.place, actions, classified(bench), nullptr);
        const QString said = dialog.findChild<QLabel*>(QStringLiteral("routeAdvice"))->text();
        QVERIFY2(said.contains(QStringLiteral("is led by")), qPrintable(said));
        const PickItem* first = item(dialog, "agenciesList", 0);
        QVERIFY2(first->detail.contains(QStringLiteral("by the catalogue")), qPrintable(first->detail));
        QVERIFY(!first->detail.contains(QLatin1Char('%'))); // rules first
        QVERIFY2(said.startsWith(QStringLiteral("Catalogue ")) && said.contains(QStringLiteral("Limits: response")), qPrintable(said));
    }

    void theRulesAssistantsAreProposed()
    {
        PanelBench bench;
        const CaseId id = classified(bench);
        const domain::City& city = bench.desk.city();
        auto catalogue = std::make_shared<domain::Catalogue>(*catalogueOf(city));
        const std::string matter = city.matter(bench.desk.cases().find(id)->matter)->code;
        const auto rule = std::ranges::find(catalogue->rules, matter, &domain::RoutingRule::matter);
        const domain::Agency& lead = *city.agencyByCode(rule->lead);
        const auto helper = std::ranges::find_if(city.agencies, [&](const domain::Agency& a) {
            return a.id != lead.id && a.kind == domain::AgencyKind::Department;
        });
        rule->assisting = {helper->code};
        const RoutingAdvice advice(city, catalogue, nullptr);
        bench.place.advice = &advice;
        CaseActions actions(bench.place, nullptr);
        RouteDialog dialog(bench.place, actions, id, nullptr);
        const auto* verdict = dialog.findChild<QLabel*>(QStringLiteral("dialogVerdict"));
        QVERIFY(verdict && verdict->text().contains(QStringLiteral("Assisting: ")));
        dialog.findChild<QPushButton*>(QStringLiteral("dialogOk"))->click();
        const auto sent = std::get<domain::Route>(bench.desk.submitted.back().second);
        QCOMPARE(sent.lead, lead.id);
        QCOMPARE(sent.assisting, std::vector{helper->id});
        // A drop on the lane is the same proposal.
        QCOMPARE(advice.assistants(*bench.desk.cases().find(id), helper->id), std::vector<AgencyId>());
    }

    void whereRulesAreSilentTheModelOffers()
    {
        PanelBench bench;
        const CaseId id = classified(bench);
        const domain::City& city = bench.desk.city();
        const RoutingAdvice advice(city, catalogueOf(city, city.matter(bench.desk.cases().find(id)->matter)->code), model());
        bench.place.advice = &advice;
        CaseActions actions(bench.place, nullptr);
        RouteDialog dialog(bench.place, actions, id, nullptr);
        const QString said = dialog.findChild<QLabel*>(QStringLiteral("routeAdvice"))->text();
        QVERIFY2(said.contains(QStringLiteral("no rule")), qPrintable(said));
        bool offered = false;
        for (int row = 0; const PickItem* each = item(dialog, "agenciesList", row); ++row)
            offered = offered || each->detail.contains(QStringLiteral("suggested,"));
        QVERIFY(offered);
    }

private:
    /// A classified noise dispute.
    static CaseId classified(PanelBench& bench)
    {
        domain::Case c;
        c.id = CaseId(901);
        c.version = 2;
        c.phase = domain::Phase::Classified;
        c.title = "夜间施工噪声扰民";
        const domain::City& city = bench.desk.city();
        for (const domain::Matter& m : city.matters) {
            if (m.kind == domain::CaseKind::Dispute) {
                c.matter = m.id;
                c.kind = m.kind;
                break;
            }
        }
        c.receivedAt = c.clockAt = bench.desk.clock.now();
        bench.desk.reset({c});
        return c.id;
    }
};

ZS_GUI_TEST_MAIN(AdviceTest)
#include "TestAdvice.moc"
