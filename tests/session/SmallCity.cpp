#include "tests/session/SmallCity.h"

#include <algorithm>
#include <map>
#include <random>

namespace zs::testkit {

using namespace domain;

namespace {

struct Loads final : Surroundings {
    std::map<CaseId, Case>* cases = nullptr;
    int openCasesOf(PersonId person) const override
    {
        return static_cast<int>(std::ranges::count_if(*cases, [person](const auto& c) {
            return c.second.isOpen() && c.second.handler == person;
        }));
    }
    GridId gridAt(GeoPoint) const override { return GridId{1}; }
    const domain::Case* find(CaseId) const override { return nullptr; }
};

} // namespace

std::shared_ptr<const City> smallCity(const std::string& id)
{
    auto city = std::make_shared<City>();
    city->id = id;
    city->name = {"小城", "Small City"};
    city->centreName = {"小城综治中心", "Small City Centre"};
    city->remark = {"虚构样例", "fictional"};
    city->utcOffset = std::chrono::minutes(480);
    city->towns.push_back({TownId{1}, "441900001", {"东镇", "East"}, {113.72, 23.005},
                           {{{{113.7, 23.0}, {113.74, 23.0}, {113.74, 23.01}, {113.7, 23.01}}}}});
    city->communities.push_back({CommunityId{1}, "441900001001", {"一社区", "First"}, TownId{1}});
    for (int n = 1; n <= 4; ++n) {
        const double west = 113.69 + 0.01 * n;
        const GeoRing ring{{west, 23.0}, {west + 0.01, 23.0}, {west + 0.01, 23.01}, {west, 23.01}};
        city->grids.push_back({GridId{std::uint32_t(n)}, "44190000100100" + std::to_string(n), {"格" + std::to_string(n), "G"},
                               TownId{1}, CommunityId{1}, placeInGrid(n), {{ring}}});
    }
    city->agencies.push_back({AgencyId{1}, "centre", {"综治中心", "Centre"}, {"中心", "Centre"}, AgencyKind::Centre,
                              {CaseKind::Hazard, CaseKind::Dispute, CaseKind::Request}, MediationRule::None});
    city->agencies.push_back({AgencyId{2}, "urban", {"城市管理局", "Urban management"}, {"城管", "Urban"}, AgencyKind::Department,
                              {CaseKind::Hazard, CaseKind::Request}, MediationRule::None});
    city->agencies.push_back({AgencyId{3}, "housing", {"住房建设局", "Housing"}, {"住建", "Housing"}, AgencyKind::Department,
                              {CaseKind::Hazard, CaseKind::Request, CaseKind::Dispute}, MediationRule::None});
    city->matters.push_back({MatterId{1}, "101", {"井盖缺失", "Missing manhole cover"}, CaseKind::Hazard, Priority::High, AgencyId{2},
                             {}, {.response = {15}, .onScene = {30}, .report = {1, LimitUnit::NaturalDays}}});
    for (std::uint32_t n = 1; n <= 6; ++n) {
        const Shift always{0, 1440};
        const Shift never{0, 1}; // 00:00-00:01 local
        city->people.push_back({PersonId{n}, {"人" + std::to_string(n), "P" + std::to_string(n)}, PersonRole::GridOfficer,
                                AgencyId{1}, GridId{1 + n % 4}, n == 6 ? never : always, 4, 1});
    }
    for (int n = 1; n <= 4; ++n)
        for (const GeoPoint& corner : city->grids[std::size_t(n) - 1].shape[0][0])
            city->bounds.include(corner);
    return city;
}

GeoPoint placeInGrid(int n) { return {113.695 + 0.01 * n, 23.005}; }

Receive receiveCommand(const std::string& title, int grid)
{
    Receive command;
    command.kind = CaseKind::Hazard;
    command.channel = Channel::GridApp;
    command.title = title;
    command.detail = "路口东侧";
    command.place = placeInGrid(grid);
    command.reporterName = "王小明";
    command.reporterPhone = "13812345678";
    return command;
}

std::vector<RecordedEvent> history(const City& city, std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    const auto pick = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    std::map<CaseId, Case> cases;
    Loads loads;
    loads.cases = &cases;
    const Actor actors[] = {{"duty-01", Role::Dispatcher}, {"field", Role::FieldApp}, {"urban-1", Role::Agency}};
    std::vector<RecordedEvent> events;
    TimePoint now = fromUnixMillis(1772440860000);
    while (events.size() < count) {
        now += Millis(pick(2000));
        const bool fresh = cases.empty() || pick(5) == 0;
        const CaseId id{fresh ? cases.size() + 1 : 1 + pick(static_cast<std::uint32_t>(cases.size()))};
        const CaseCommand choices[] = {
            Classify{MatterId{1}, Priority::High}, Route{AgencyId{2}, {}, ""}, Accept{}, Return{"不归我们"},
            Dispatch{PersonId{1 + pick(5)}, ""}, Acknowledge{cases[id].handler}, Arrive{cases[id].handler}, Note{"备注"},
            Finish{cases[id].handler, Outcome::Resolved, "已处置"}};
        const CaseCommand command = fresh ? CaseCommand(receiveCommand("井盖缺失")) : choices[pick(std::size(choices))];
        for (const Actor& actor : actors) {
            const auto decided = decide(cases[id], command, {now, actor, city, loads});
            if (!decided)
                continue;
            RecordedEvent event{static_cast<Seq>(events.size() + 1), id, cases[id].version + 1, now, actor.name, *decided};
            evolve(cases[id], event);
            events.push_back(std::move(event));
            break;
        }
        if (cases[id].version == 0)
            cases.erase(id);
    }
    return events;
}

std::vector<Case> folded(const std::vector<RecordedEvent>& events)
{
    std::map<CaseId, Case> cases;
    for (const RecordedEvent& event : events)
        evolve(cases[event.caseId], event);
    std::vector<Case> all;
    for (const auto& [id, state] : cases)
        all.push_back(state);
    return all;
}

std::vector<Case> manyCases(std::size_t count)
{
    std::vector<Case> cases;
    cases.reserve(count);
    for (std::size_t i = 1; i <= count; ++i) {
        Case c;
        c.id = CaseId{i};
        c.version = 1 + i % 7;
        c.phase = static_cast<Phase>(1 + i % 8);
        c.kind = static_cast<CaseKind>(i % 3);
        c.title = "第" + std::to_string(i) + "号事件：路面积水约四十厘米";
        c.detail = "路口东侧积水，影响通行；已放置警示牌，等待排水队到场处理。反映人在现场等候，请尽快派员核实。";
        c.place = placeInGrid(1 + static_cast<int>(i % 4));
        c.grid = GridId{std::uint32_t(1 + i % 4)};
        c.reporter = {"王*", "138****5678"};
        c.firstReceiver = "duty-01";
        if (c.phase >= Phase::Routed)
            c.lead = AgencyId{2};
        if (c.phase >= Phase::Dispatched)
            c.handler = PersonId{std::uint32_t(1 + i % 5)};
        c.limits.response = {15, LimitUnit::Minutes};
        c.limits.onScene = {30, LimitUnit::Minutes};
        c.limits.report = {1, LimitUnit::NaturalDays};
        c.receivedAt = c.phaseAt = fromUnixMillis(1772440860000 + std::int64_t(i));
        cases.push_back(std::move(c));
    }
    return cases;
}

} // namespace zs::testkit
