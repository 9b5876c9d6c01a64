#include "tests/domain/CityFixture.h"
#include "tests/domain/duties/DutyStory.h"
#include "tests/testkit/TestCase.h"

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;

namespace {

/// A city with the duties of one test, and who acts on them.
struct World {
    City city = smallCity();
    FixedDuties duties;
    Actor actor{.name = "duty-1", .role = Role::Dispatcher};
    Seq seq = 0;

    World()
    {
        city.towns.push_back({TownId(2), "441900002", {"乙镇", "Yi"}, {113.6, 22.9}, {}});
    }

    tl::expected<DutyEvent, Rejection> ask(Subject subject, const DutyCommand& command, TimePoint at)
    {
        return decide(duties.of(subject), command, {at, actor, city, duties});
    }
    /// The refusal's code, or "" and done.
    std::string act(Subject subject, const DutyCommand& command, TimePoint at)
    {
        auto decided = ask(subject, command, at);
        if (!decided) {
            refusals.insert(decided.error().code);
            return decided.error().sentence.zh.empty() || decided.error().sentence.en.empty() ? "no sentence" : decided.error().code;
        }
        if (subject.number == 0) {
            duties.all.erase(subject);
            subject.number = ++numbers[subject.kind];
        }
        DutyState& state = const_cast<DutyState&>(duties.of(subject));
        const auto folded = evolve(state, {++seq, subject, versionOf(state) + 1, at, actor.name, *decided});
        return folded ? "" : folded.error().code;
    }
    template <class State>
    const State& get(std::uint64_t number) const
    {
        return *duties.find<State>(number);
    }

    std::map<SubjectKind, std::uint64_t> numbers;
    std::set<std::string> refusals;
};

const Subject fresh(SubjectKind kind) { return {kind, 0}; }
const Subject period1{SubjectKind::SensitivePeriod, 1};
const Subject sheet1{SubjectKind::ZeroReport, sheetNumber({1, 0, TownId(1)})};
const Subject night1{SubjectKind::NightVisit, 1}, meeting1{SubjectKind::Consultation, 1}, campaign1{SubjectKind::Campaign, 1};

OpenPeriod anyPeriod() { return {{"节日安保", "", storyDay, storyDay + 6, 18 * 60, {}}}; }
PlanNight anyNight() { return {{TownId(1), storyDay, "", "用电", {PersonId(1)}, {}, 30}}; }
CallConsultation anyMeeting() { return {{"欠薪", "", {}, storyNoon, {CaseId(1)}, {AgencyId(2)}}}; }
LaunchCampaign anyCampaign() { return {{"消防", "", {MatterId(2)}, {TownId(1)}, storyDay, storyDay + 5}}; }

} // namespace

class DutiesTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasItsPlaceInTheStory()
    {
        World world;
        std::set<std::string_view> commands, events;
        for (const DutyStep& step : dutyStory()) {
            world.actor.role = std::holds_alternative<Publish>(step.command) ? Role::Leader : Role::Dispatcher;
            const std::string refused = world.act(step.subject, step.command, step.at);
            QVERIFY2(refused.empty(), (std::string(nameOf(step.command)) + ": " + refused).c_str());
            commands.insert(nameOf(step.command));
        }
        QCOMPARE(commands.size(), std::variant_size_v<DutyCommand>);
        QCOMPARE(world.get<DaySheet>(sheet1.number).version, 4u);
        QCOMPARE(world.get<NightVisit>(1).stage, NightStage::Closed);
        QCOMPARE(world.get<NightVisit>(1).findings(), 2);
        QVERIFY(world.get<NightVisit>(1).followUps.at(0).isDone());
        QCOMPARE(world.get<NightVisit>(2).stage, NightStage::Cancelled);
        QCOMPARE(world.get<Consultation>(1).tasksIn(TaskState::Done, storyDay + 9), 1);
        QCOMPARE(world.get<Reference>(1).latest()->version, 1u);
    }

    void namesAreUnique()
    {
        std::set<std::string_view> names;
        for (const DutyStep& step : dutyStory())
            names.insert(nameOf(step.command));
        QCOMPARE(names.size(), std::variant_size_v<DutyCommand>);
    }

    void missingIsNotZero()
    {
        World world;
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), anyPeriod(), storyNoon), "");
        const auto day = [&](GridId grid, TimePoint now) {
            const auto* sheet = world.duties.find<DaySheet>(sheet1.number);
            return gridDay(world.get<SensitivePeriod>(1), sheet, *world.city.grid(grid), storyDay, now, world.city.utcOffset);
        };
        QCOMPARE(day(GridId(1), storyNoon).state, ReportState::Waiting);
        QCOMPARE(day(GridId(1), storyNoon + 6h).state, ReportState::Waiting); // to the minute
        QCOMPARE(day(GridId(1), storyNoon + 6h + 1ms).state, ReportState::Missing);
        QCOMPARE(world.act(sheet1, ReportDay{GridId(1), 0, "", {}}, storyNoon + 5h), "");
        QCOMPARE(world.act(sheet1, ReportDay{GridId(2), 2, "", {}}, storyNoon + 6h + 1ms), "");
        QCOMPARE(day(GridId(1), storyNoon + 7h).state, ReportState::Zero);
        QCOMPARE(day(GridId(1), storyNoon + 7h).timeliness, Timeliness::InTime);
        QCOMPARE(day(GridId(2), storyNoon + 7h).state, ReportState::Found);
        QCOMPARE(day(GridId(2), storyNoon + 7h).timeliness, Timeliness::Late);
        const std::vector<const Grid*> grids{&world.city.grids[0], &world.city.grids[1]};
        const TownDay town = townDay(world.get<SensitivePeriod>(1), world.duties.find<DaySheet>(sheet1.number), grids, storyDay,
                                     storyNoon + 7h, world.city.utcOffset);
        QCOMPARE(town.asked, 2);
        QCOMPARE(town.reported(), 2);
        QCOMPARE(town.late, 1);
        QCOMPARE(town.findings, 2);
        const TownDay next = townDay(world.get<SensitivePeriod>(1), nullptr, grids, storyDay + 1, storyNoon + 31h, world.city.utcOffset);
        QCOMPARE(next.missing, 2);
        QCOMPARE(debtors(world.get<SensitivePeriod>(1), nullptr, grids, storyDay + 1, storyNoon + 31h, world.city.utcOffset).size(), 2u);
        // Tomorrow hasn't begun: nobody owes anything.
        QVERIFY(debtors(world.get<SensitivePeriod>(1), nullptr, grids, storyDay + 2, storyNoon + 31h, world.city.utcOffset).empty());
    }

    void aClosedPeriodKeepsItsDebts()
    {
        World world;
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), anyPeriod(), storyNoon), "");
        QCOMPARE(world.act(period1, ClosePeriod{{"提前结束"}}, storyNoon + 24h), "");
        const SensitivePeriod& period = world.get<SensitivePeriod>(1);
        const auto state = [&](DayNumber day) {
            return gridDay(period, nullptr, world.city.grids[0], day, storyNoon + 200h, world.city.utcOffset).state;
        };
        QCOMPARE(state(storyDay), ReportState::Missing);
        QCOMPARE(state(storyDay + 1), ReportState::NotAsked); // it was closed before that day's time was over
        QCOMPARE(state(storyDay + 2), ReportState::NotAsked);
        QCOMPARE(world.act(sheet1, ReportDay{GridId(1), 0, "", {}}, storyNoon + 25h), std::string("period.closed"));
    }

    void aCorrectionKeepsWhatWasSaid()
    {
        World world;
        world.act(fresh(SubjectKind::SensitivePeriod), anyPeriod(), storyNoon);
        world.act(sheet1, ReportDay{GridId(1), 3, "三处", {}}, storyNoon + 1h);
        QCOMPARE(world.act(sheet1, CorrectReport{{GridId(1), 3, "三处", "无"}}, storyNoon + 2h), std::string("zero.same"));
        QCOMPARE(world.act(sheet1, CorrectReport{{GridId(1), 1, "一处", "重复"}}, storyNoon + 2h), "");
        QCOMPARE(world.act(sheet1, CorrectReport{{GridId(1), 2, "两处", "漏记"}}, storyNoon + 9h), "");
        const GridReport& report = *world.get<DaySheet>(sheet1.number).find(GridId(1));
        QCOMPARE(report.count, 2);
        QCOMPARE(report.timeliness, Timeliness::InTime);
        QCOMPARE(report.at, storyNoon + 1h);
        QCOMPARE(report.earlier.size(), 2u);
        QCOMPARE(report.earlier[0].count, 3);
        QCOMPARE(report.earlier[0].at, storyNoon + 1h);
        QCOMPARE(report.earlier[1].count, 1);
        QCOMPARE(report.earlier[1].at, storyNoon + 2h);
    }

    void refusalsOfZeroReports()
    {
        World world;
        const auto act = [&](Subject s, const DutyCommand& c, TimePoint at = storyNoon) { return world.act(s, c, at); };
        const auto opened = [](auto change) {
            OpenPeriod p = anyPeriod();
            change(p);
            return p;
        };
        const Subject none = fresh(SubjectKind::SensitivePeriod);
        QCOMPARE(act(none, opened([](auto& p) { p.title.clear(); })), std::string("text.empty"));
        QCOMPARE(act(none, opened([](auto& p) { p.title = "联系 138 1234 5678"; })), std::string("text.personal"));
        QCOMPARE(act(none, opened([](auto& p) { p.last = p.first - 1; })), std::string("duty.days_order"));
        QCOMPARE(act(none, opened([](auto& p) { p.last = p.first + 92; })), std::string("duty.days_many"));
        QCOMPARE(act(none, opened([](auto& p) { p.first -= 9, p.last = storyDay - 1; })), std::string("duty.days_past"));
        QCOMPARE(act(none, opened([](auto& p) { p.first -= 1; })), std::string("period.past"));
        QCOMPARE(act(none, opened([](auto& p) { p.dueMinute = 0; })), std::string("period.due"));
        // At noon: what was due this morning nobody could have known.
        QCOMPARE(act(none, opened([](auto& p) { p.dueMinute = 12 * 60; })), std::string("period.hour_past"));
        QCOMPARE(act(none, opened([](auto& p) { p.towns = {TownId(9)}; })), std::string("duty.town_unknown"));
        QCOMPARE(act(none, opened([](auto& p) { p.towns = {TownId(1), TownId(1)}; })), std::string("duty.town_twice"));
        QCOMPARE(act(sheet1, ReportDay{GridId(1), 0, "", {}}), std::string("zero.period"));
        QCOMPARE(act(none, opened([](auto& p) { p.towns = {TownId(1)}; })), "");
        QCOMPARE(act(period1, anyPeriod()), std::string("duty.number"));
        QCOMPARE(act({SubjectKind::ZeroReport, sheetNumber({1, 0, TownId(2)})}, ReportDay{GridId(1), 0, "", {}}), std::string("zero.scope"));
        QCOMPARE(act({SubjectKind::ZeroReport, sheetNumber({1, 7, TownId(1)})}, ReportDay{GridId(1), 0, "", {}}), std::string("zero.scope"));
        QCOMPARE(act({SubjectKind::ZeroReport, sheetNumber({1, 1, TownId(1)})}, ReportDay{GridId(1), 0, "", {}}), std::string("zero.early"));
        QCOMPARE(act(sheet1, ReportDay{GridId(7), 0, "", {}}), std::string("zero.grid"));
        QCOMPARE(act(sheet1, ReportDay{GridId(1), 1000, "", {}}), std::string("zero.count"));
        QCOMPARE(act(sheet1, ReportDay{GridId(1), 1, "", PersonId(99)}), std::string("zero.person"));
        QCOMPARE(act(sheet1, CorrectReport{{GridId(1), 1, "", "漏"}}), std::string("duty.unknown"));
        QCOMPARE(act(sheet1, RemindGrids{{{}}}), std::string("zero.nobody"));
        QCOMPARE(act(sheet1, RemindGrids{{{GridId(1), GridId(1)}}}), std::string("zero.grid_twice"));
        QCOMPARE(act(sheet1, ReportDay{GridId(1), 0, "", {}}), "");
        QCOMPARE(act(sheet1, ReportDay{GridId(1), 0, "", {}}), std::string("zero.twice"));
        QCOMPARE(act(sheet1, CorrectReport{{GridId(2), 1, "", "漏"}}), std::string("zero.nothing"));
        QCOMPARE(act(sheet1, RemindGrids{{{GridId(1)}}}), std::string("zero.paid"));
        QCOMPARE(act(sheet1, OpenPeriod{}), std::string("duty.kind"));
        QCOMPARE(act(period1, ChangePeriod{{storyDay + 6, 11 * 60, "提前"}}), std::string("period.hour_past"));
        QCOMPARE(act(period1, ChangePeriod{{storyDay + 6, 18 * 60, "不变"}}), std::string("period.same"));
        for (int i = 0; i < 12; ++i)
            QCOMPARE(act(sheet1, RemindGrids{{{GridId(2)}}}), "");
        QCOMPARE(act(sheet1, RemindGrids{{{GridId(2)}}}), std::string("zero.reminders"));
        QCOMPARE(act(period1, ClosePeriod{{"完"}}), "");
        QCOMPARE(act(period1, ClosePeriod{{"完"}}), std::string("period.closed"));
    }

    void refusalsOfNightVisits()
    {
        World world;
        const auto act = [&](Subject s, const DutyCommand& c, TimePoint at = storyNoon) { return world.act(s, c, at); };
        const auto planned = [](auto change) {
            PlanNight p = anyNight();
            change(p);
            return p;
        };
        const Subject none = fresh(SubjectKind::NightVisit);
        QCOMPARE(act(none, planned([](auto& p) { p.town = TownId(9); })), std::string("duty.town_unknown"));
        QCOMPARE(act(none, planned([](auto& p) { p.day -= 1; })), std::string("night.past"));
        QCOMPARE(act(none, planned([](auto& p) { p.team.clear(); })), std::string("night.team"));
        QCOMPARE(act(none, planned([](auto& p) { p.team = {PersonId(1), PersonId(1)}; })), std::string("night.team_twice"));
        QCOMPARE(act(none, planned([](auto& p) { p.team = {PersonId(77)}; })), std::string("night.person"));
        QCOMPARE(act(none, planned([](auto& p) { p.checkInMinutes = 4; })), std::string("night.check_in"));
        QCOMPARE(act(night1, BeginNight{}), std::string("duty.unknown"));
        QCOMPARE(act(none, planned([](auto& p) { p.day += 1; })), "");
        QCOMPARE(act(night1, BeginNight{}), std::string("night.early"));
        QCOMPARE(act(night1, CheckIn{{PersonId(1)}}), std::string("night.stage"));
        const TimePoint begun = storyNoon + 32h;
        QCOMPARE(act(night1, BeginNight{}, begun), "");
        QCOMPARE(act(night1, CheckIn{{PersonId(2)}}, begun), std::string("night.not_team"));
        QCOMPARE(act(night1, RecordPlace{{PlaceCategory::Shop, GridId(9), 0, "", {}}}, begun), std::string("night.grid"));
        QCOMPARE(act(night1, RecordPlace{{PlaceCategory::Shop, GridId(1), 100, "", {}}}, begun), std::string("night.findings"));
        QCOMPARE(act(night1, RecordPlace{{PlaceCategory::Shop, GridId(1), 1, "户主 440101199001011234", {}}}, begun), std::string("text.personal"));
        QCOMPARE(act(night1, RecordPlace{{PlaceCategory::Shop, GridId(1), 1, "", {CaseId(99)}}}, begun), std::string("duty.case_unknown"));
        QVERIFY(world.get<NightVisit>(1).silentAt(begun + 30min).empty());
        QCOMPARE(world.get<NightVisit>(1).silentAt(begun + 31min).size(), 1u);
        QCOMPARE(act(night1, CheckIn{{PersonId(1)}}, begun + 31min), "");
        QVERIFY(world.get<NightVisit>(1).silentAt(begun + 61min).empty());
        QCOMPARE(act(night1, CloseNight{{"完", {{"复查", AgencyId(2), storyDay}}}}, begun), std::string("night.due"));
        QCOMPARE(act(night1, CloseNight{{"完", {{"复查", AgencyId(2), storyDay + 2}}}}, begun), "");
        QCOMPARE(act(night1, CancelNight{{"雨"}}, begun), std::string("night.stage"));
        QCOMPARE(act(night1, FinishNightFollowUp{{1, "好"}}, begun), std::string("night.no_follow_up"));
        world.actor = {.name = "court", .role = Role::Agency, .level = Level::City, .agency = AgencyId(3), .town = {}};
        QCOMPARE(act(night1, FinishNightFollowUp{{0, "好"}}, begun), std::string("duty.agency"));
        world.actor.agency = AgencyId(2);
        QCOMPARE(act(night1, FinishNightFollowUp{{0, "好"}}, begun), "");
        QCOMPARE(act(night1, FinishNightFollowUp{{0, "好"}}, begun), std::string("night.follow_up_done"));
    }

    void refusalsOfConsultations()
    {
        World world;
        const auto act = [&](Subject s, const DutyCommand& c, TimePoint at = storyNoon) { return world.act(s, c, at); };
        const auto called = [](auto change) {
            CallConsultation c = anyMeeting();
            change(c);
            return c;
        };
        const Subject none = fresh(SubjectKind::Consultation);
        QCOMPARE(act(none, called([](auto& c) { c.agenda.clear(); })), std::string("consultation.agenda"));
        QCOMPARE(act(none, called([](auto& c) { c.agenda = {CaseId(1), CaseId(1)}; })), std::string("duty.case_twice"));
        QCOMPARE(act(none, called([](auto& c) { c.invited.clear(); })), std::string("consultation.invited"));
        QCOMPARE(act(none, called([](auto& c) { c.invited = {AgencyId(77)}; })), std::string("duty.agency_unknown"));
        QCOMPARE(act(none, called([](auto& c) { c.at -= 25h; })), std::string("consultation.past"));
        QCOMPARE(act(none, anyMeeting()), "");
        QCOMPARE(act(meeting1, DecideTask{{CaseId(1), AgencyId(2), "约谈", storyDay}}), std::string("consultation.stage"));
        QCOMPARE(act(meeting1, HoldConsultation{{{AgencyId(3)}}}), std::string("consultation.uninvited"));
        QCOMPARE(act(meeting1, HoldConsultation{{{}}}), "");
        QCOMPARE(act(meeting1, SetAgenda{{{CaseId(1)}, {AgencyId(2)}}}), std::string("consultation.stage"));
        QCOMPARE(act(meeting1, DecideTask{{CaseId(2), AgencyId(2), "约谈", storyDay}}), std::string("consultation.off_agenda"));
        QCOMPARE(act(meeting1, DecideTask{{CaseId(1), AgencyId(2), "约谈", storyDay - 1}}), std::string("consultation.due"));
        QCOMPARE(act(meeting1, DecideTask{{CaseId(1), AgencyId(2), "约谈", storyDay}}), "");
        QCOMPARE(act(meeting1, CloseConsultation{{"跟踪"}}), "");
        // Tasks outlive the meeting: they are what it was for.
        QCOMPARE(world.get<Consultation>(1).tasksIn(TaskState::Open, storyDay), 1);
        QCOMPARE(world.get<Consultation>(1).tasksIn(TaskState::Overdue, storyDay + 1), 1);
        QCOMPARE(act(meeting1, FinishTask{{3, "好"}}), std::string("consultation.no_task"));
        QCOMPARE(act(meeting1, FinishTask{{0, "好"}}, storyNoon + 48h), "");
        QCOMPARE(act(meeting1, FinishTask{{0, "好"}}), std::string("consultation.task_done"));
    }

    void coverageCountsEachGridOnce()
    {
        World world;
        const auto act = [&](Subject s, const DutyCommand& c, TimePoint at = storyNoon) { return world.act(s, c, at); };
        const Subject checks{SubjectKind::CampaignSheet, campaignSheetNumber(1, TownId(1))};
        QCOMPARE(act(checks, CheckGrid{{GridId(1), 0, "", {}}}), std::string("campaign.unknown"));
        QCOMPARE(act(fresh(SubjectKind::Campaign), LaunchCampaign{{"消防", "", {}, {}, storyDay, storyDay}}), std::string("campaign.matters"));
        QCOMPARE(act(fresh(SubjectKind::Campaign), anyCampaign()), "");
        QCOMPARE(act({SubjectKind::CampaignSheet, campaignSheetNumber(1, TownId(2))}, CheckGrid{{GridId(1), 0, "", {}}}), std::string("campaign.grid"));
        QCOMPARE(act(checks, CheckGrid{{GridId(1), 2, "", {}}}), "");
        QCOMPARE(act(checks, CheckGrid{{GridId(1), 1, "", {CaseId(2)}}}), "");
        const CampaignCoverage coverage = coverageOf(world.duties.find<CampaignSheet>(checks.number), 2);
        QCOMPARE(coverage.checked, 1);
        QCOMPARE(coverage.findings, 3);
        QCOMPARE(coverage.share(), 0.5);
        QCOMPARE(coverageOf(nullptr, 0).share(), 0.0);
        QCOMPARE(act(checks, CheckGrid{{GridId(2), 0, "", {}}}, storyNoon + 24h * 6), std::string("campaign.days"));
        QCOMPARE(act(campaign1, ExtendCampaign{{storyDay + 5, "再查"}}), std::string("campaign.shorter"));
        QCOMPARE(act(campaign1, CloseCampaign{{"完"}}), "");
        QCOMPARE(act(checks, CheckGrid{{GridId(2), 0, "", {}}}), std::string("campaign.closed"));
    }

    void publishedVersionsRise()
    {
        World world;
        world.actor = {.name = "leader-1", .role = Role::Leader};
        const Subject catalogue = referenceSubject(ReferenceKind::Catalogue);
        const auto publish = [&](Subject s, std::uint32_t version, std::string content, std::size_t size, std::string hash = std::string(64, 'b')) {
            return world.act(s, Publish{{ReferenceKind::Catalogue, version, std::move(hash), static_cast<std::uint32_t>(size), "更新"}, std::move(content)}, storyNoon);
        };
        QCOMPARE(publish(referenceSubject(ReferenceKind::Calendar), 1, "{}", 2), std::string("reference.number"));
        QCOMPARE(publish(catalogue, 0, "{}", 2), std::string("reference.version"));
        QCOMPARE(publish(catalogue, 1, "{}", 3), std::string("reference.length"));
        QCOMPARE(publish(catalogue, 1, "", 0), std::string("reference.size"));
        QCOMPARE(publish(catalogue, 1, "{}", 2, "xyz"), std::string("reference.hash_form"));
        for (const std::uint32_t leap : {2u, 4294967295u}) // one leap to the end would end publishing
            QCOMPARE(publish(catalogue, leap, "{}", 2), std::string("reference.version"));
        QCOMPARE(publish(catalogue, 1, "{}", 2), "");
        QCOMPARE(publish(catalogue, 1, "{}", 2), std::string("reference.version"));
        QCOMPARE(publish(catalogue, 2, "{}", 2), "");
        QCOMPARE(world.get<Reference>(1).publications.size(), 2u);
        world.actor.role = Role::Dispatcher;
        const auto refused = world.ask(catalogue, Publish{{ReferenceKind::Catalogue, 3, std::string(64, 'b'), 2, "更新"}, "{}"}, storyNoon);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("role.forbidden"));
        QCOMPARE(refused.error().sentence.zh, std::string("这个动作只能由督办员、领导来做。"));
        QCOMPARE(refused.error().sentence.en, std::string("Only a supervisor or leader may do this."));
    }

    void aTownsCentreActsInItsTown()
    {
        World world;
        world.actor = {.name = "town-2", .role = Role::Dispatcher, .level = Level::Town, .agency = {}, .town = TownId(2)};
        const auto wholeCity = [&](SubjectKind kind, const DutyCommand& command) {
            const std::string code = world.act(fresh(kind), command, storyNoon);
            return code == "duty.level" || code == "duty.town";
        };
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), anyPeriod(), storyNoon), std::string("duty.level"));
        QCOMPARE(world.act(fresh(SubjectKind::NightVisit), anyNight(), storyNoon), std::string("duty.town"));
        QVERIFY(wholeCity(SubjectKind::Campaign, anyCampaign()));
        QVERIFY(wholeCity(SubjectKind::Consultation, anyMeeting()));
        world.actor.town = TownId(1);
        QCOMPARE(world.act(fresh(SubjectKind::NightVisit), anyNight(), storyNoon), "");
        OpenPeriod own = anyPeriod();
        own.towns = {TownId(1)};
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), own, storyNoon), "");
        CallConsultation meeting = anyMeeting();
        meeting.town = TownId(1);
        QCOMPARE(world.act(fresh(SubjectKind::Consultation), meeting, storyNoon), "");
        const Subject meeting1{SubjectKind::Consultation, 1};
        QCOMPARE(world.act(meeting1, HoldConsultation{{{AgencyId(2)}}}, storyNoon), "");
        QCOMPARE(world.act(meeting1, DecideTask{{CaseId(1), AgencyId(2), "补发工资", storyDay + 2}}, storyNoon), "");
        QCOMPARE(world.act(night1, BeginNight{}, storyNoon), "");
        // Also for what comes last.
        world.actor.town = TownId(2);
        QCOMPARE(world.act(meeting1, FinishTask{{0, "已补发"}}, storyNoon), std::string("duty.town"));
        QCOMPARE(world.act(night1, CheckIn{{PersonId(1)}}, storyNoon), std::string("duty.town"));
        world.actor.town = TownId(1);
        QCOMPARE(world.act(night1, CloseNight{{"完", {{"复查", AgencyId(2), storyDay}}}}, storyNoon), "");
        world.actor.town = TownId(2);
        QCOMPARE(world.act(night1, FinishNightFollowUp{{0, "好"}}, storyNoon), std::string("duty.town"));
        // A town's seat that is bound to no town directs one town at a time, and nothing of the city.
        world.actor.town = {};
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), own, storyNoon), "");
        own.towns = {TownId(1), TownId(2)};
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), own, storyNoon), std::string("duty.level"));
        world.actor.level = Level::County;
        QCOMPARE(world.act(fresh(SubjectKind::SensitivePeriod), anyPeriod(), storyNoon), std::string("duty.level"));
        const Publish catalogue{{ReferenceKind::Catalogue, 1, std::string(64, 'a'), 2, "更新"}, "{}"};
        world.actor.role = Role::Leader;
        QCOMPARE(world.act(referenceSubject(ReferenceKind::Catalogue), catalogue, storyNoon), std::string("duty.level"));
        world.actor.level = Level::City;
        QCOMPARE(world.act(referenceSubject(ReferenceKind::Catalogue), catalogue, storyNoon), "");
    }

    void rolesAreTheTable()
    {
        const auto may = [](Role role, const DutyCommand& command) { return isAllowed(role, command); };
        for (const DutyStep& step : dutyStory()) {
            QVERIFY(!may(Role::Intake, step.command));
            QVERIFY(may(Role::Supervisor, step.command));
            QVERIFY(may(Role::Leader, step.command));
        }
        QVERIFY(may(Role::FieldApp, ReportDay{}) && may(Role::FieldApp, CheckIn{}) && may(Role::FieldApp, CheckGrid{}));
        QVERIFY(!may(Role::FieldApp, RemindGrids{}) && !may(Role::FieldApp, OpenPeriod{}) && !may(Role::FieldApp, CloseNight{}));
        QVERIFY(!may(Role::DutyOfficer, OpenPeriod{}) && may(Role::DutyOfficer, RemindGrids{}));
        QVERIFY(may(Role::Agency, FinishTask{}) && !may(Role::Agency, DecideTask{}));
    }

    void sheetNumbersSayWhatTheyAre()
    {
        const SheetPlace place{12'345, 91, TownId(33)};
        QCOMPARE(sheetPlace(sheetNumber(place)), place);
        QVERIFY(sheetNumber({(1u << 24) - 1, 4095, TownId(65535)}) < (std::uint64_t{1} << 53));
        QCOMPARE(dayNumber(storyNoon, 480min), storyDay);
        QCOMPARE(dayNumber(startOf(storyDay, 480min) - 1ms, 480min), storyDay - 1);
    }

    void aForeignEventChangesNothing()
    {
        DutyState state = blankDuty(night1);
        const RecordedDutyEvent foreign{1, night1, 1, storyNoon, "x", PeriodClosed{"x"}};
        const auto folded = evolve(state, foreign);
        QVERIFY(!folded);
        QCOMPARE(folded.error().code, std::string("duty.kind"));
        QCOMPARE(versionOf(state), 0u);
    }
};

QTEST_APPLESS_MAIN(DutiesTest)
#include "tst_duties.moc"
