#include "ui/map/painter/PreparedGround.h"

#include "geo/Mercator.h"

#include <algorithm>

namespace zs::map {

namespace {

Outline outlineOf(std::uint32_t id, const GeoShape& shape)
{
    Outline out;
    out.id = id;
    double west = 1, north = 1, east = 0, south = 0;
    for (const GeoPolygon& polygon : shape) {
        for (const GeoRing& ring : polygon) {
            for (const GeoPoint& p : ring) {
                const auto w = geo::toWorld(p);
                out.rings.points.emplace_back(w.x, w.y);
                west = std::min(west, w.x);
                east = std::max(east, w.x);
                north = std::min(north, w.y);
                south = std::max(south, w.y);
            }
            out.rings.ends.push_back(static_cast<std::uint32_t>(out.rings.points.size()));
        }
    }
    if (!out.rings.points.empty())
        out.bounds = QRectF(QPointF(west, north), QPointF(east, south));
    return out;
}

} // namespace

const Outline* PreparedGround::grid(GridId id) const
{
    // Ids of a pack are 1…n in order; anything else is searched for.
    if (id.value >= 1 && id.value <= grids.size() && grids[id.value - 1].id == id.value)
        return &grids[id.value - 1];
    const auto found = std::find_if(grids.begin(), grids.end(), [&](const Outline& o) { return o.id == id.value; });
    return found == grids.end() ? nullptr : &*found;
}

std::shared_ptr<const PreparedGround> prepareGround(std::shared_ptr<const MapGround> source)
{
    auto ground = std::make_shared<PreparedGround>();
    ground->towns.reserve(source->towns.size());
    for (const TownArea& town : source->towns)
        ground->towns.push_back(outlineOf(town.id.value, town.shape));
    ground->grids.reserve(source->grids.size());
    for (const GridArea& grid : source->grids)
        ground->grids.push_back(outlineOf(grid.id.value, grid.shape));
    for (const MapLabel& label : source->labels) {
        const auto w = geo::toWorld(label.place);
        ground->labels.push_back({QPointF(w.x, w.y), label.text, label.rank});
    }
    std::stable_sort(ground->labels.begin(), ground->labels.end(),
                     [](const PlacedText& a, const PlacedText& b) { return a.rank < b.rank; });
    ground->hits = std::make_shared<GroundHits>(*source);
    if (!source->mbtiles.isEmpty()) {
        if (auto tiles = Mbtiles::open(source->mbtiles.toStdString()))
            ground->tiles = std::move(*tiles);
        else
            ground->problem = tiles.error().sentence;
    }
    ground->source = std::move(source);
    return ground;
}

} // namespace zs::map
