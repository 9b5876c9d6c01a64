#include "ui/map/MapSurface.h"

#include "geo/Mercator.h"

#include <algorithm>
#include <cmath>

namespace zs::map {

namespace {
constexpr double kTile = 256;
constexpr double kFitMargin = 24;
} // namespace

void MapSurface::fit(const GeoBounds& bounds)
{
    if (bounds.isEmpty())
        return;
    const auto nw = geo::toWorld({bounds.west, bounds.north});
    const auto se = geo::toWorld({bounds.east, bounds.south});
    const double w = std::max(1.0, width() - 2 * kFitMargin) / std::max(1e-9, se.x - nw.x);
    const double h = std::max(1.0, height() - 2 * kFitMargin) / std::max(1e-9, se.y - nw.y);
    const double zoom = std::clamp(std::log2(std::min(w, h) / kTile), minZoom, maxZoom);
    setCamera({geo::toGeo({(nw.x + se.x) / 2, (nw.y + se.y) / 2}), zoom});
}

void MapSurface::capture(std::function<void(QImage)> done)
{
    settle([this, done = std::move(done)] { done(picture()); });
}

QPointF MapSurface::toWidget(GeoPoint place) const
{
    const Camera c = camera();
    const double world = geo::worldPixels(c.zoom, kTile);
    const auto centre = geo::toWorld(c.centre);
    const auto p = geo::toWorld(place);
    return {(p.x - centre.x) * world + width() / 2.0, (p.y - centre.y) * world + height() / 2.0};
}

GeoPoint MapSurface::toPlace(QPointF widget) const
{
    const Camera c = camera();
    const double world = geo::worldPixels(c.zoom, kTile);
    const auto centre = geo::toWorld(c.centre);
    return geo::toGeo({centre.x + (widget.x() - width() / 2.0) / world, centre.y + (widget.y() - height() / 2.0) / world});
}

} // namespace zs::map
