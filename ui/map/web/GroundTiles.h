// Towns and grids as vector tiles, cut here: MapLibre's own way (GeoJSON parsed and cut in its worker) takes a second and a
// half of processor time at the start of a city of 3,000 grids.
#pragma once

#include "geo/Mercator.h"
#include "ui/map/MapSurface.h"

#include <QByteArray>

#include <vector>

namespace zs::map::web {

/// Immutable; any thread. Layers "towns" and "grids" (Mapbox Vector Tile 2.1, extent 4096, polygons); a feature's id is its
/// index in the ground, which is what tones are set by.
class GroundTiles {
public:
    explicit GroundTiles(const MapGround& ground); ///< some ms a thousand grids

    /// Empty if nothing lies there.
    QByteArray tile(geo::TileKey key) const;

    static constexpr int minZoom = 4, maxZoom = 14; ///< beyond it, tiles of maxZoom are magnified

private:
    struct Ring {
        std::size_t end = 0; ///< in Shape::points
        bool outer = true;
    };
    struct Shape {
        double west = 1, north = 1, east = 0, south = 0; ///< world
        std::vector<geo::WorldPoint> points;
        std::vector<Ring> rings;
    };
    struct Layer {
        const char* name;
        std::vector<Shape> shapes;
    };
    static Shape shapeOf(const GeoShape& shape);

    std::vector<Layer> m_layers;
};

} // namespace zs::map::web
