// What is decided by the catalogue and the calendar in force: registration, and what has to be asked for in time.
#include "domain/sla/Limits.h"
#include "domain/cases/commands/Rules.h"
#include "protocol/vocab/Calendar.h"
#include "tests/domain/Life.h"
#include "tests/domain/LocalTime.h"
#include "tests/testkit/MockClock.h"
#include "tests/testkit/TestCase.h"

using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;
using namespace std::chrono_literals;

namespace {

const TimeLimits inTown{.response = {10}, .report = {2, LimitUnit::WorkingDays}};
const TimeLimits inGrid{.response = {5}, .report = {1, LimitUnit::WorkingDays}};
const TimeLimits inCity{.response = {15}, .report = {5, LimitUnit::WorkingDays}};

/// "D-01" only, with a rule for the whole city, one for town 1 and one for grid 1 at the town's level.
std::shared_ptr<const Catalogue> catalogue()
{
    auto out = std::make_shared<Catalogue>();
    out->version = "2026.3";
    out->departments = {{"justice", {"司法", "Justice"}, {"司法", "Justice"}}};
    out->matters = {{"D-01", MatterList::Dispute, "justice", CaseKind::Request, {"噪声", "Noise"}, Priority::Normal, {}}};
    out->rules = {{"D-01", "", RuleLevel::Any, "justice", {}, Priority::Normal, inCity},
                  {"D-01", "441900001", RuleLevel::Any, "justice", {}, Priority::High, inTown},
                  {"D-01", "441900001001001", RuleLevel::Town, "justice", {}, Priority::Urgent, inGrid}};
    return out;
}

} // namespace

class InForceTest : public testkit::TestCase {
    Q_OBJECT

    City city = lifeCity();
    FixedSurroundings around = lifeSurroundings();
    testkit::MockClock clock{local("2026-03-02 09:00")}; // a Monday
    InForce inForce;
    Actor desk{"duty-01", Role::Dispatcher};

    void step(Case& state, const CaseCommand& command)
    {
        const auto event = decide(state, command, {clock.now(), desk, city, around, inForce});
        QVERIFY2(event, event ? "" : event.error().sentence.en.c_str());
        evolve(state, {Seq(state.version) + 1, CaseId(7), state.version + 1, clock.now(), desk.name, *event});
    }
    std::string refusal(const Case& state, const CaseCommand& command)
    {
        const auto event = decide(state, command, {clock.now(), desk, city, around, inForce});
        return event ? "legal" : event.error().code;
    }
    Classified classified(const Case& state, const Classify& command)
    {
        const auto event = decide(state, CaseCommand(command), {clock.now(), desk, city, around, inForce});
        return event ? std::get<Classified>(*event) : Classified{};
    }
    Case received(Level level = Level::City, GridId grid = GridId(1))
    {
        Receive receive = std::get<Receive>(everyCommand().front());
        receive.grid = grid;
        desk.level = level;
        Case state;
        step(state, receive);
        state.level = level; // as if escalated: a case begins at the town's
        return state;
    }

private Q_SLOTS:
    void init()
    {
        clock.set(local("2026-03-02 09:00"));
        inForce = {std::make_shared<const Router>(catalogue(), Names(city)), 4, protocol::shippedCalendar().value()};
        desk.level = Level::City;
    }

    void theFinestRuleOfThePlaceAndLevelSpeaks()
    {
        const Classified town = classified(received(), {MatterId(1), {}});
        QVERIFY(town.kind == CaseKind::Request && town.priority == Priority::High && town.limits == inTown);
        QCOMPARE(*town.rule, (RuleSource{"2026.3", 4, "441900001", RuleLevel::Any}));
        const Classified grid = classified(received(Level::Town), {MatterId(1), {}});
        QVERIFY(grid.priority == Priority::Urgent && grid.limits == urgentLimits(inGrid));
        QCOMPARE(*grid.rule, (RuleSource{"2026.3", 4, "441900001001001", RuleLevel::Town}));
        const Classified elsewhere = classified(received(Level::City, GridId(3)), {MatterId(1), {}});
        QVERIFY(elsewhere.priority == Priority::Normal && elsewhere.limits == inCity && elsewhere.rule->area.empty());
    }

    void aPersonMaySayAnotherPriority()
    {
        const Classified event = classified(received(), {MatterId(1), Priority::Urgent});
        QVERIFY(event.priority == Priority::Urgent && event.limits == urgentLimits(inTown));
    }

    void aWithdrawnMatterIsRefusedAndTheProductsOwnCatalogueIsSilent()
    {
        const Case state = received();
        QCOMPARE(refusal(state, Classify{MatterId(2), {}}), std::string("matter.withdrawn"));
        inForce.catalogueVersion = 0;
        const Classified own = classified(state, {MatterId(2), {}});
        QVERIFY(own.kind == CaseKind::Hazard && own.priority == Priority::High && !own.rule);
        QVERIFY(!own.limits.report.isNone()); // no open case is without a clock
        inForce.router = nullptr;
        QVERIFY(classified(state, {MatterId(1), {}}).kind == CaseKind::Dispute);
    }

    void laterCataloguesChangeNoCase()
    {
        Case state = received();
        step(state, Classify{MatterId(1), {}});
        const TimeLimits before = state.limits;
        inForce.router = nullptr;
        step(state, Route{AgencyId(1), {}, ""});
        QCOMPARE(state.limits, before);
    }

    void anExtensionIsAskedForInTime()
    {
        Case state = received();
        for (const CaseCommand& command : {CaseCommand(Classify{MatterId(1), {}}), CaseCommand(Route{AgencyId(1), {}, ""}), CaseCommand(Accept{})})
            step(state, command);
        const AskExtension ask{{3, LimitUnit::WorkingDays}, "待鉴定"};
        clock.set(local("2026-03-04 09:00")); // two working days from Monday 9:00, to the minute
        QCOMPARE(refusal(state, ask), std::string("legal"));
        Case extended = state;
        step(extended, ask);
        clock.advance(1min);
        const auto late = decide(state, CaseCommand(ask), {clock.now(), desk, city, around, inForce});
        QCOMPARE(late.error().code, std::string("request.late"));
        QVERIFY(late.error().sentence.zh.find("延期须在时限届满前申请") == 0);
        // Who decides may take his time: it was asked for before.
        Actor supervisor{"supervisor-1", Role::Supervisor};
        QVERIFY(decide(extended, CaseCommand(Approve{""}), {clock.now(), supervisor, city, around, inForce}));
        // Over the holiday of Qingming (4–6 April) nothing runs out.
        Case spring = state;
        spring.clockAt = local("2026-04-03 09:00");
        clock.set(local("2026-04-07 18:00"));
        QCOMPARE(refusal(spring, ask), std::string("legal"));
        clock.set(local("2026-04-08 09:00") + 1min);
        QCOMPARE(refusal(spring, ask), std::string("request.late"));
    }

    void aMediationIsProlongedOnceByBothSidesInTime()
    {
        inForce.router = nullptr; // the city's own list calls it a dispute
        Case state = received();
        step(state, Classify{MatterId(1), {}});
        const ProlongMediation prolong{{20, LimitUnit::NaturalDays}, Consent::BothSides, "等评估结论"};
        QCOMPARE(refusal(state, prolong), std::string("mediation.none"));
        step(state, OpenMediation{MediationKind::People, MediationForce::FullTime, PersonId(4), Consent::BothSides});
        const TimePoint opened = clock.now();
        const auto limit = [&] { return owedLimits(state, *inForce.calendar, clock.now()).back(); };
        QCOMPARE(limit().deadline, opened + 30 * 24h);
        ProlongMediation wrong = prolong;
        wrong.consent = Consent::None;
        QCOMPARE(refusal(state, wrong), std::string("mediation.prolong_consent"));
        wrong = prolong;
        wrong.span.amount = 31;
        QCOMPARE(refusal(state, wrong), std::string("mediation.prolong_span"));
        wrong.span = {5, LimitUnit::WorkingDays};
        QCOMPARE(refusal(state, wrong), std::string("mediation.prolong_span"));
        clock.set(opened + 30 * 24h + 1min);
        QCOMPARE(refusal(state, prolong), std::string("mediation.late"));
        clock.set(opened + 30 * 24h);
        step(state, prolong);
        QCOMPARE(limit().deadline, opened + 50 * 24h);
        QCOMPARE(limit().allowed, Millis(50 * 24h));
        QCOMPARE(refusal(state, prolong), std::string("mediation.prolonged"));
    }
};

QTEST_APPLESS_MAIN(InForceTest)
#include "tst_in_force.moc"
