#include "sim/city/DemoLayers.h"

#include "geo/Distance.h"
#include "sim/city/CityLayers.h"
#include "sim/city/Roads.h"

#include <cmath>

namespace zs::sim {

namespace {

constexpr GeoPoint kOrigin{113.75, 22.75}; // inside China, where the coordinate systems differ

std::vector<GeoPoint> toGeoLine(const std::vector<Spot>& line) {
    std::vector<GeoPoint> out;
    for (const Spot s : line) {
        const GeoPoint p = toGeo(s);
        if (out.empty() || out.back() != p)
            out.push_back(p);
    }
    return out;
}

GeoRing toGeoRing(const Ring& ring) {
    GeoRing out = toGeoLine(ring);
    while (out.size() > 1 && out.front() == out.back())
        out.pop_back();
    return out;
}

basemap::Feature area(GeoShape shape, const char* kind, Attributes attributes = {}, std::uint32_t from = 0) {
    attributes.emplace_back("kind", std::string(kind));
    return {std::move(shape), std::move(attributes), {from, 22}};
}

basemap::Layer roadLayer(const std::vector<Road>& roads) {
    static const domain::LocalText arterialNames[] = {
        {"澄川大道", "Chengchuan Avenue"}, {"环城路", "Ring Road"},     {"滨江大道", "Riverside Avenue"},
        {"星湾大道", "Xingwan Avenue"},    {"云麓路", "Yunlu Road"},    {"海棠路", "Haitang Road"},
        {"望澜路", "Wanglan Road"},        {"鹭汀路", "Luting Road"},   {"东环路", "East Ring Road"},
        {"西澄路", "West Cheng Road"},     {"迎宾路", "Yingbin Road"},  {"榕门路", "Rongmen Road"},
        {"稻香路", "Daoxiang Road"},       {"港前路", "Gangqian Road"}, {"墨溪路", "Moxi Road"},
        {"双榕路", "Shuangrong Road"}};
    basemap::Layer layer{"road", "Roads", {7, 22}, {}};
    std::size_t named = 0;
    for (const Road& road : roads) { // streets come first, so arterials are drawn on top
        const bool arterial = road.kind == RoadClass::Arterial, secondary = road.kind == RoadClass::Secondary;
        basemap::Feature f{std::vector<basemap::Line>{toGeoLine(road.line)},
                           {},
                           {arterial    ? 7u
                            : secondary ? 10u
                                        : 12u,
                            22}};
        f.attributes.emplace_back("class", std::string(arterial    ? "arterial"
                                                       : secondary ? "secondary"
                                                                   : "street"));
        if (arterial && road.line.size() > 8) {
            const auto names = nameOf(arterialNames[named++ % std::size(arterialNames)]);
            f.attributes.insert(f.attributes.end(), names.begin(), names.end());
        }
        layer.features.push_back(std::move(f));
    }
    return layer;
}

basemap::Feature spotName(const Blob& blob, const char* kind) {
    basemap::Feature f{toGeo(blob.centre), nameOf({blob.zh, blob.en}), {10, 22}};
    f.attributes.emplace_back("rank", std::int64_t(5));
    f.attributes.emplace_back("kind", std::string(kind));
    return f;
}

} // namespace

GeoPoint rounded(GeoPoint p) {
    return {std::round(p.lon * 1e6) / 1e6, std::round(p.lat * 1e6) / 1e6};
}

GeoPoint toGeo(Spot p) {
    static const geo::LocalPlane plane(kOrigin);
    return rounded(plane.toGeo({p.x, p.y}));
}

GeoShape toGeo(const Shape& shape) {
    GeoShape out;
    for (const Polygon& polygon : shape) {
        GeoPolygon rings;
        for (const Ring& ring : polygon)
            rings.push_back(toGeoRing(ring));
        out.push_back(std::move(rings));
    }
    return out;
}

std::vector<int> groundLabels(const Partition& partition, const Terrain& terrain) {
    std::vector<int> labels;
    labels.reserve(partition.sites().size());
    for (const Spot s : partition.sites())
        labels.push_back(terrain.at(s) == Ground::Sea ? 0 : 1);
    for (const std::size_t cell : partition.rim())
        labels[cell] = kNoLabel;
    return labels;
}

basemap::TileSet demoLayers(const domain::City& city, const TownPlan& plan, const Partition& partition,
                            const Terrain& terrain, const Noise& noise) {
    basemap::TileSet set;
    set.name = city.name.zh + " " + city.name.en;
    set.attribution = city.remark.zh;
    const GeoPoint sw = toGeo(Spot{-kMapHalfWidth, -kMapHalfHeight}),
                   ne = toGeo(Spot{kMapHalfWidth, kMapHalfHeight});
    set.bounds = {sw.lon, sw.lat, ne.lon, ne.lat};
    set.centre = toGeo(terrain.core());
    set.centreZoom = 11;

    const std::vector<int> ground = groundLabels(partition, terrain);
    basemap::Layer land{"land", "Land; sea is where none is", {}, {}};
    land.features.push_back(area(toGeo(partition.dissolve(ground, 2)[1]), "land"));
    for (const Blob& hill : terrain.hills())
        land.features.push_back(area({{toGeoRing(hill.ring)}}, "hill", nameOf({hill.zh, hill.en}), 8));

    basemap::Layer water{"water", "Lakes and wide rivers", {}, {}}, river{"river", "Rivers", {}, {}};
    for (const River& r : terrain.rivers()) {
        water.features.push_back(area({{toGeoRing(Terrain::banks(r))}}, "river", nameOf({r.zh, r.en})));
        river.features.push_back({std::vector<basemap::Line>{toGeoLine(r.line)}, nameOf({r.zh, r.en}), {}});
    }
    for (const Blob& lake : terrain.lakes())
        water.features.push_back(area({{toGeoRing(lake.ring)}}, "lake", nameOf({lake.zh, lake.en}), 8));

    basemap::Layer coast{"coastline", "Shore", {}, {}};
    for (const std::vector<Spot>& line : partition.borders(ground, 1, 0))
        coast.features.push_back(
            {std::vector<basemap::Line>{toGeoLine(line)}, {{"kind", std::string("shore")}}, {}});

    std::vector<int> inCity(partition.sites().size(), kNoLabel);
    std::fill_n(inCity.begin(), kGrids, 0);
    basemap::Layer outline{"admin_city", "The city", {}, {}};
    outline.features.push_back({toGeo(partition.dissolve(inCity, 1)[0]), nameOf(city.name), {}});

    basemap::Layer places = placeLayer(city, Communities::Shown);
    for (const Blob& lake : terrain.lakes())
        places.features.push_back(spotName(lake, "lake"));
    for (const Blob& hill : terrain.hills())
        places.features.push_back(spotName(hill, "hill"));

    set.layers = {std::move(land),
                  std::move(water),
                  std::move(river),
                  std::move(coast),
                  roadLayer(layRoads(plan, partition, terrain, noise)),
                  std::move(outline),
                  townLayer(city),
                  std::move(places)};
    return set;
}

} // namespace zs::sim
