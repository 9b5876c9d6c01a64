// A city of three agencies, two grids and three people, small enough to reason about.
#pragma once

#include "domain/cases/Commands.h"
#include "domain/city/City.h"

#include <map>

namespace zs::domain::test {

inline City smallCity()
{
    using namespace std::chrono_literals;
    City city;
    city.id = "small";
    city.towns.push_back({TownId(1), "441900001", {"甲镇", "Jia"}, {113.5, 22.9}, {}});
    city.communities.push_back({CommunityId(1), "441900001001", {"甲一", "Jia 1"}, TownId(1)});
    for (std::uint32_t i = 1; i <= 2; ++i)
        city.grids.push_back({GridId(i), "44190000100100" + std::to_string(i), {"甲0" + std::to_string(i), "Jia 0" + std::to_string(i)},
                              TownId(1), CommunityId(1), {113.5, 22.9}, {}});
    const std::vector all{CaseKind::Hazard, CaseKind::Dispute, CaseKind::Request};
    city.agencies = {
        {AgencyId(1), "centre", {"综治中心", "Centre"}, {"中心", "Centre"}, AgencyKind::Centre, all, MediationRule::None},
        {AgencyId(2), "justice", {"司法局", "Justice bureau"}, {"司法", "Justice"}, AgencyKind::Justice, {CaseKind::Dispute}, MediationRule::None},
        {AgencyId(3), "court", {"法院", "Court"}, {"法院", "Court"}, AgencyKind::Court, {CaseKind::Dispute}, MediationRule::Required}};
    city.matters = {
        {MatterId(1), "D-01", {"噪声纠纷", "Noise dispute"}, CaseKind::Dispute, Priority::Normal, AgencyId(2), {}, {.response = {15}, .onScene = {30}, .report = {3, LimitUnit::NaturalDays}}},
        {MatterId(2), "H-01", {"占用消防通道", "Fire lane blocked"}, CaseKind::Hazard, Priority::High, AgencyId(1), {}, {}}};
    const auto person = [](std::uint32_t id, Shift shift) {
        return Person{PersonId(id), {"李伟", "Li Wei"}, PersonRole::GridOfficer, AgencyId(1), GridId(1), shift, 2, 1};
    };
    city.people = {person(1, {0, 1440}), person(2, {0, 1440}), person(3, {0, 1})}; // 3 is only on duty at midnight
    return city;
}

class FixedSurroundings final : public Surroundings {
public:
    int openCasesOf(PersonId person) const override
    {
        const auto it = open.find(person);
        return it == open.end() ? 0 : it->second;
    }
    GridId gridAt(GeoPoint place) const override { return place.lon > 113 ? GridId(1) : GridId(); }
    const Case* find(CaseId id) const override
    {
        const auto it = cases.find(id);
        return it == cases.end() ? nullptr : &it->second;
    }

    std::map<PersonId, int> open;
    std::map<CaseId, Case> cases; ///< others than the one decided
};

/// One of each command that can be legal in smallCity().
inline std::vector<CaseCommand> everyCommand()
{
    return {Receive{CaseKind::Dispute, Channel::WalkIn, "噪声", "夜间施工", {113.5, 22.9}, {}, Priority::Normal, "王小明", "13812345678"},
            Classify{MatterId(1), Priority::High},
            Classify{MatterId(2), Priority::Urgent},
            Route{AgencyId(2), {}, ""},
            Route{AgencyId(3), {}, ""},
            Route{AgencyId(1), {AgencyId(2)}, "协办"},
            Accept{},
            Return{"不属本单位"},
            Dispatch{PersonId(1), ""},
            Dispatch{PersonId(2), "带声级计"},
            Dispatch{PersonId(3), ""},
            Acknowledge{PersonId(1)},
            Acknowledge{PersonId(2)},
            Arrive{PersonId(1)},
            Arrive{PersonId(2)},
            Note{"回电"},
            Finish{PersonId(1), Outcome::Settled, "双方和解"},
            Finish{PersonId(2), Outcome::Resolved, "已整改"}};
}

} // namespace zs::domain::test
