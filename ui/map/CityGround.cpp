#include "ui/map/CityGround.h"

#include <unordered_map>

namespace zs::map {

std::string shortTownName(const std::string& zh)
{
    constexpr std::size_t twoCharacters = 6; // UTF-8
    for (const std::string_view ending : {"街道", "镇", "乡"}) {
        if (zh.size() >= twoCharacters + ending.size() && zh.ends_with(ending))
            return zh.substr(0, zh.size() - ending.size());
    }
    return zh;
}

std::shared_ptr<const MapGround> makeGround(const domain::City& city, const QString& mbtiles)
{
    auto ground = std::make_shared<MapGround>();
    ground->mbtiles = mbtiles;
    ground->bounds = city.bounds;
    for (const domain::Town& town : city.towns) {
        ground->towns.push_back({town.id, town.shape});
        ground->labels.push_back({town.label, {shortTownName(town.name.zh), town.name.en}, LabelRank::Town});
    }
    // A community's name stands in the middle of its grids.
    struct Middle { double lon = 0, lat = 0; int count = 0; };
    std::unordered_map<CommunityId, Middle> middles;
    for (const domain::Grid& grid : city.grids) {
        ground->grids.push_back({grid.id, grid.shape});
        Middle& m = middles[grid.community];
        m.lon += grid.label.lon;
        m.lat += grid.label.lat;
        ++m.count;
    }
    for (const domain::Community& community : city.communities) {
        const auto found = middles.find(community.id);
        if (found == middles.end())
            continue;
        const Middle& m = found->second;
        ground->labels.push_back({{m.lon / m.count, m.lat / m.count}, community.name, LabelRank::Community});
    }
    for (const domain::Grid& grid : city.grids)
        ground->labels.push_back({grid.label, grid.name, LabelRank::Grid});
    return ground;
}

} // namespace zs::map
