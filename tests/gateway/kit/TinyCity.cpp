#include "tests/gateway/kit/TinyCity.h"

namespace zs::gateway::test {

using namespace domain;

namespace {

GeoShape square(double west, double south)
{
    return {{{{west, south}, {west + 0.1, south}, {west + 0.1, south + 0.1}, {west, south + 0.1}}}};
}

Grid grid(std::uint32_t id, double west, double south)
{
    const std::string number = std::to_string(id);
    return {GridId(id), "44190000100100" + number, {"甲0" + number, "Jia 0" + number}, TownId(1), CommunityId(1),
            {west + 0.05, south + 0.05}, square(west, south)};
}

} // namespace

std::shared_ptr<const City> tinyCity(std::uint32_t people, int capacity)
{
    using namespace std::chrono_literals;
    auto city = std::make_shared<City>();
    city->id = "tiny";
    city->name = {"小城", "Tiny"};
    city->centreName = {"小城综治中心", "Tiny centre"};
    city->remark = {"虚构", "fictional"};
    city->bounds = {113.4, 22.9, 113.6, 23.1};
    city->towns.push_back({TownId(1), "441900001", {"甲镇", "Jia"}, {113.5, 23.0}, square(113.4, 22.9)});
    city->communities.push_back({CommunityId(1), "441900001001", {"甲一", "Jia 1"}, TownId(1)});
    city->grids = {grid(1, 113.4, 22.9), grid(2, 113.5, 22.9), grid(3, 113.4, 23.0), grid(4, 113.5, 23.0)};
    const std::vector all{CaseKind::Hazard, CaseKind::Dispute, CaseKind::Request};
    city->agencies = {
        {AgencyId(1), "centre", {"综治中心", "Centre"}, {"中心", "Centre"}, AgencyKind::Centre, all, MediationRule::None},
        {AgencyId(2), "police", {"公安局", "Police"}, {"公安", "Police"}, AgencyKind::Police, all, MediationRule::None},
        {AgencyId(3), "court", {"法院", "Court"}, {"法院", "Court"}, AgencyKind::Court, {CaseKind::Dispute}, MediationRule::Required}};
    city->matters = {{MatterId(1), "H-01", {"占用消防通道", "Fire lane blocked"}, CaseKind::Hazard, Priority::High,
                      AgencyId(2), {}, TimeLimits{.response = {15}, .onScene = {60}, .report = {3, LimitUnit::NaturalDays}}}};
    for (std::uint32_t id = 1; id <= people; ++id)
        city->people.push_back({PersonId(id), {"李伟", "Li Wei"}, PersonRole::GridOfficer, AgencyId(1),
                                GridId(1 + id % 4), id == 2 ? Shift{0, 0} : Shift{0, 1440}, capacity, 1});
    return city;
}

} // namespace zs::gateway::test
