#include "ui/map/CityGround.h"

#include <unordered_map>

namespace zs::map {

domain::LocalText mapName(const domain::LocalText& name)
{
    constexpr std::size_t twoCharacters = 6; // UTF-8
    domain::LocalText out = name;
    for (const std::string_view ending : {"街道", "社区", "镇", "乡"}) {
        if (out.zh.size() >= twoCharacters + ending.size() && out.zh.ends_with(ending)) {
            out.zh.resize(out.zh.size() - ending.size());
            break;
        }
    }
    for (const std::string_view ending : {" Subdistrict", " Community", " Village", " Town"}) {
        if (out.en.size() > ending.size() && out.en.ends_with(ending)) {
            out.en.resize(out.en.size() - ending.size());
            break;
        }
    }
    return out;
}

std::shared_ptr<const MapGround> makeGround(const domain::City& city, const QString& mbtiles)
{
    auto ground = std::make_shared<MapGround>();
    ground->mbtiles = mbtiles;
    ground->bounds = city.bounds;
    for (const domain::Town& town : city.towns) {
        ground->towns.push_back({town.id, town.shape});
        ground->labels.push_back({town.label, mapName(town.name), LabelRank::Town});
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
        ground->labels.push_back({{m.lon / m.count, m.lat / m.count}, mapName(community.name), LabelRank::Community});
    }
    for (const domain::Grid& grid : city.grids)
        ground->labels.push_back({grid.label, grid.name, LabelRank::Grid});
    return ground;
}

} // namespace zs::map
