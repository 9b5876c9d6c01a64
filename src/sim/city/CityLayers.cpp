#include "sim/city/CityLayers.h"

#include <map>
#include <string_view>

namespace zs::sim {

namespace {

/// 东城街道 → 东城: what a map writes.
domain::LocalText onMap(domain::LocalText name) {
    for (const std::string_view tail : {"街道", "园区", "社区", "镇", "村"}) {
        if (name.zh.size() > tail.size() + 3 && name.zh.ends_with(tail)) {
            name.zh.resize(name.zh.size() - tail.size());
            break;
        }
    }
    for (const std::string_view tail : {" Subdistrict", " Village"}) {
        if (name.en.ends_with(tail))
            name.en.resize(name.en.size() - tail.size());
    }
    return name;
}

basemap::Feature place(const domain::LocalText& name, GeoPoint at, std::int64_t rank, const char* kind,
                       std::uint32_t from) {
    basemap::Feature f{at, nameOf(name), {from, 22}};
    f.attributes.emplace_back("rank", rank);
    f.attributes.emplace_back("kind", std::string(kind));
    return f;
}

} // namespace

Attributes nameOf(const domain::LocalText& name) {
    return {{"name", name.zh}, {"name_en", name.en.empty() ? name.zh : name.en}};
}

basemap::Layer townLayer(const domain::City& city) {
    basemap::Layer layer{"admin_town", "Towns and subdistricts", {8, 22}, {}};
    for (const domain::Town& town : city.towns) {
        basemap::Feature f{town.shape, nameOf(town.name), {}};
        f.attributes.emplace_back("code", town.code);
        layer.features.push_back(std::move(f));
    }
    return layer;
}

basemap::Layer placeLayer(const domain::City& city, Communities communities) {
    basemap::Layer layer{"place", "Place names", {}, {}};
    if (!city.towns.empty())
        layer.features.push_back(place(city.name, city.bounds.centre(), 1, "city", 0));
    for (const domain::Town& town : city.towns)
        layer.features.push_back(place(onMap(town.name), town.label, 3, "town", 8));
    if (communities == Communities::Left)
        return layer;
    // A community has no shape of its own: its name stands at the grid nearest to the middle of its grids.
    std::map<CommunityId, std::vector<const domain::Grid*>> members;
    for (const domain::Grid& grid : city.grids)
        members[grid.community].push_back(&grid);
    for (const auto& [id, grids] : members) {
        GeoPoint middle;
        for (const domain::Grid* g : grids) {
            middle.lon += g->label.lon / double(grids.size());
            middle.lat += g->label.lat / double(grids.size());
        }
        GeoPoint best = grids.front()->label;
        for (const domain::Grid* g : grids) {
            const auto away = [&](GeoPoint p) {
                return (p.lon - middle.lon) * (p.lon - middle.lon) +
                       (p.lat - middle.lat) * (p.lat - middle.lat);
            };
            if (away(g->label) < away(best))
                best = g->label;
        }
        layer.features.push_back(place(onMap(city.community(id)->name), best, 4, "community", 11));
    }
    return layer;
}

} // namespace zs::sim
