// The names of the ground as GeoJSON for the page. Pure; any thread.
#pragma once

#include "ui/map/MapSurface.h"

#include <QByteArray>

namespace zs::map::web {

/// Points with the attributes rank, zh, en.
QByteArray labelsJson(const MapGround& ground);

} // namespace zs::map::web
