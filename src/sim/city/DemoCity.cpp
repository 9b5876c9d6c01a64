#include "sim/city/DemoCity.h"

#include "geo/Distance.h"
#include "geo/Polygon.h"
#include "sim/city/Agencies.h"
#include "sim/city/DemoLayers.h"
#include "sim/city/Names.h"
#include "sim/city/TownPlan.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace zs::sim {

namespace {

std::string digits(std::size_t value, int width) {
    char buffer[24];
    std::snprintf(buffer, sizeof buffer, "%0*zu", width, value);
    return buffer;
}

/// Codes as the statistics office forms them, under a prefecture number that nobody has.
std::string townCode(std::size_t town) {
    if (town < kCoreTowns)
        return "449900" + digits(town + 1, 3);
    return town + 1 == kTowns ? "449900401" : "449900" + digits(101 + town - kCoreTowns, 3);
}

void addTowns(domain::City& city, const TownPlan& plan, const Partition& partition) {
    const std::vector<Shape> shapes = partition.dissolve(plan.townOfCell, kTowns);
    for (std::size_t t = 0; t < kTowns; ++t) {
        GeoShape shape = toGeo(shapes[t]);
        const GeoPoint label = rounded(geo::labelPoint(shape));
        city.towns.push_back({TownId(static_cast<TownId::rep>(t + 1)), townCode(t), townNames()[t].name,
                              label, std::move(shape)});
    }
}

void addCommunities(domain::City& city, const TownPlan& plan, const std::vector<domain::LocalText>& names) {
    std::vector<std::size_t> inTown(kTowns, 0);
    for (std::size_t c = 0; c < kCommunities; ++c) {
        const auto t = static_cast<std::size_t>(plan.townOfCommunity[c]);
        const bool urban = t < kCoreTowns || t + 1 == kTowns;
        city.communities.push_back(
            {CommunityId(static_cast<CommunityId::rep>(c + 1)),
             townCode(t) + digits(++inTown[t], 3),
             {names[c].zh + (urban ? "社区" : "村"), names[c].en + (urban ? "" : " Village")},
             TownId(static_cast<TownId::rep>(t + 1))});
    }
}

void addGrids(domain::City& city, const TownPlan& plan, const Partition& partition,
              const std::vector<domain::LocalText>& names) {
    std::vector<int> ownCell(partition.sites().size(), kNoLabel);
    std::iota(ownCell.begin(), ownCell.begin() + kGrids, 0);
    const std::vector<Shape> shapes = partition.dissolve(ownCell, kGrids);
    std::vector<std::size_t> order(kGrids);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (plan.communityOfCell[a] != plan.communityOfCell[b])
            return plan.communityOfCell[a] < plan.communityOfCell[b];
        return partition.sites()[a].y > partition.sites()[b].y; // numbered from north to south
    });
    std::vector<std::size_t> inCommunity(kCommunities, 0);
    for (const std::size_t cell : order) {
        const auto c = static_cast<std::size_t>(plan.communityOfCell[cell]);
        const std::string number = digits(++inCommunity[c], 2);
        GeoShape shape = toGeo(shapes[cell]);
        const GeoPoint label = rounded(geo::labelPoint(shape));
        city.grids.push_back({GridId(static_cast<GridId::rep>(city.grids.size() + 1)),
                              city.communities[c].code + number,
                              {names[c].zh + number, names[c].en + ' ' + number},
                              city.communities[c].town,
                              city.communities[c].id,
                              label,
                              std::move(shape)});
    }
}

} // namespace

DemoCity makeDemoCity(std::uint64_t seed) {
    Random random(seed * 0x9e37u + 0x51a7e5);
    const Noise noise(seed ^ 0xc0a57);
    const Terrain terrain(seed);
    TownPlan plan = placeSites(terrain, random);
    Partition partition(plan.sites, terrain, 3);
    assignTowns(plan, partition, noise);
    assignCommunities(plan, partition);
    partition.roughen(groundLabels(partition, terrain), 0.42, noise);
    partition.roughen(plan.townOfCell, 0.30, noise);

    DemoCity out;
    domain::City& city = out.city;
    city.id = "demo-" + std::to_string(seed);
    city.name = {"澄川市", "Chengchuan"};
    city.centreName = {"澄川市综合治理中心", "Chengchuan Governance Centre"};
    city.remark = {"虚构样例城市，地名、人名均为虚构",
                   "Fictional sample city; every place and name is invented"};
    const std::vector<domain::LocalText> names = communityNames(kCommunities, random);
    addTowns(city, plan, partition);
    addCommunities(city, plan, names);
    addGrids(city, plan, partition, names);
    for (const domain::Town& town : city.towns) {
        const GeoBounds b = geo::boundsOf(town.shape);
        city.bounds.include({b.west, b.south});
        city.bounds.include({b.east, b.north});
    }
    addAgencies(city);
    addMatters(city);
    addStaff(city, random);
    out.basemap = demoLayers(city, plan, partition, terrain, noise);
    return out;
}

} // namespace zs::sim
