// The ground as GeoJSON for the page. Takes some ms a thousand grids: not for the GUI thread. Pure.
#pragma once

#include "ui/map/MapSurface.h"

#include <QByteArray>

namespace zs::map::web {

/// A feature's id is its index in the ground: what tones are set by.
QByteArray gridsJson(const MapGround& ground);
QByteArray townsJson(const MapGround& ground);
/// Points with the attributes rank, zh, en.
QByteArray labelsJson(const MapGround& ground);

} // namespace zs::map::web
