#include "tests/ui/duties/SampleDuties.h"

#include "domain/duties/zeroreport/Debts.h"

namespace zs::testkit {

using namespace domain;
using namespace std::chrono_literals;

namespace {

void must(SampleDesk& desk, Subject subject, const DutyCommand& command)
{
    if (const auto done = desk.submit(subject, command); !done) qFatal("%s: %s", std::string(nameOf(command)).c_str(), done.error().sentence.en.c_str());
}

} // namespace

void fillDuties(SampleDesk& desk)
{
    const City& city = desk.city();
    const auto offset = city.utcOffset;
    const DayNumber first = dayNumber(desk.clock.now(), offset);
    const auto at = [&](int day, Millis time) { desk.clock.set(startOf(first + day, offset) + time); };
    const TownId town = city.towns.front().id;
    at(0, 8h);
    must(desk, {SubjectKind::SensitivePeriod, 0}, OpenPeriod{{"两会安保", "重要会议期间", first, first + 6, 18 * 60, {}}});
    const auto sheet = [&](int day) { return Subject{SubjectKind::ZeroReport, sheetNumber({1, day, town})}; };
    for (int day = 0; day < 3; ++day) {
        int i = 0;
        for (const Grid& grid : city.grids) {
            ++i;
            if (grid.town != town || (i + day) % 7 == 0) continue;
            const bool late = (i + day) % 5 == 0;
            if (late && day == 2) continue; // not yet
            at(day, late ? Millis(19h) : Millis(16h + std::chrono::minutes(i)));
            must(desk, sheet(day), ReportDay{grid.id, static_cast<std::uint16_t>(i % 4 == 0 ? i % 3 + 1 : 0), i % 4 == 0 ? "楼道堆物" : "", {}});
        }
    }
    at(2, 17h);
    must(desk, sheet(2), CorrectReport{{city.grids[3].id, 5, "又发现三处", "漏报"}});
    must(desk, sheet(2), RemindGrids{{{city.grids[4].id}}});

    const auto agency = [&](std::size_t i) { return city.agencies[i].id; };
    at(0, 20h);
    must(desk, {SubjectKind::NightVisit, 0}, PlanNight{{town, first, "旧街一带", "出租屋用电、夜间噪声", {city.people[0].id, city.people[1].id}, {agency(1)}, 30}});
    must(desk, {SubjectKind::NightVisit, 1}, BeginNight{});
    must(desk, {SubjectKind::NightVisit, 1}, RecordPlace{{PlaceCategory::Rental, city.grids[0].id, 2, "飞线充电", {}}});
    must(desk, {SubjectKind::NightVisit, 1}, CloseNight{{"走访一处，发现两项", {{"拆除飞线并复查", agency(2), first + 1}, {"约谈房东", agency(1), first + 9}}}});
    at(2, 17h);
    must(desk, {SubjectKind::NightVisit, 0}, PlanNight{{town, first + 2, "夜市", "燃气与消防通道", {city.people[0].id, city.people[2].id}, {agency(1), agency(3)}, 30}});
    must(desk, {SubjectKind::NightVisit, 2}, BeginNight{});
    must(desk, {SubjectKind::NightVisit, 2}, RecordPlace{{PlaceCategory::Catering, city.grids[2].id, 1, "气瓶无软管检查记录", {}}});
    at(2, Millis(18h + 10min));
    must(desk, {SubjectKind::NightVisit, 2}, CheckIn{{city.people[0].id}});
    must(desk, {SubjectKind::NightVisit, 0}, PlanNight{{town, first + 4, "", "校园周边", {city.people[3].id}, {}, 60}});

    std::vector<CaseId> ids;
    for (std::size_t row = 0; row < std::min<std::size_t>(3, desk.cases().size()); ++row) ids.push_back(desk.cases().row(row).id);
    if (ids.size() == 3) {
        at(0, 15h);
        must(desk, {SubjectKind::Consultation, 0}, CallConsultation{{"欠薪群体会商", "二楼会议室", {}, desk.clock.now() + 1h, ids, {agency(1), agency(2), agency(3)}}});
        must(desk, {SubjectKind::Consultation, 1}, HoldConsultation{{{agency(1), agency(2)}}});
        must(desk, {SubjectKind::Consultation, 1}, DecideTask{{ids[0], agency(1), "约谈用人单位，列支付计划", first + 1}});
        must(desk, {SubjectKind::Consultation, 1}, DecideTask{{ids[1], agency(2), "提供法律援助", first + 5}});
        must(desk, {SubjectKind::Consultation, 1}, FinishTask{{1, "已指派律师"}});
        must(desk, {SubjectKind::Consultation, 0}, CallConsultation{{"积水点治理", "", {}, desk.clock.now() + 70h, {ids[2]}, {agency(3)}}});
    }
    must(desk, {SubjectKind::Campaign, 0}, LaunchCampaign{{"电动自行车专项", "清飞线、清楼道", {city.matters.front().id}, {}, first, first + 30}});
    at(1, 10h);
    for (std::size_t i = 0; i < city.grids.size(); i += 3)
        must(desk, {SubjectKind::CampaignSheet, campaignSheetNumber(1, city.grids[i].town)}, CheckGrid{{city.grids[i].id, static_cast<std::uint16_t>(i % 4), "", {}}});
    at(2, Millis(18h + 50min));
    desk.submittedDuties.clear();
}

} // namespace zs::testkit
