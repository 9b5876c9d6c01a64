// The ground in world coordinates, ready to be painted and asked. Immutable; shared by all threads.
#pragma once

#include "ui/map/HitIndex.h"
#include "ui/map/MapSurface.h"
#include "ui/map/Mbtiles.h"
#include "ui/map/painter/Rings.h"

#include <QPointF>
#include <QRectF>

#include <memory>
#include <vector>

namespace zs::map {

/// One grid or town: rings in world coordinates (0…1).
struct Outline {
    std::uint32_t id = 0;
    QRectF bounds;
    Rings rings;
};

struct PlacedText {
    QPointF world;
    domain::LocalText text;
    LabelRank rank = LabelRank::Town;
};

struct PreparedGround {
    std::shared_ptr<const MapGround> source;
    std::vector<Outline> towns, grids;    ///< in the order of `source`
    std::vector<PlacedText> labels;       ///< most important first
    std::shared_ptr<const GroundHits> hits;
    std::shared_ptr<const Mbtiles> tiles; ///< null: none named, or it can't be read
    std::string problem;                  ///< why `tiles` is null though one was named

    const Outline* grid(GridId id) const; ///< null if unknown
};

/// Tens of ms for a city: not for the GUI thread.
std::shared_ptr<const PreparedGround> prepareGround(std::shared_ptr<const MapGround> source);

} // namespace zs::map
