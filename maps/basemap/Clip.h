// Geometry of the tiler, in units of the world (geo/Mercator.h).
#pragma once

#include "geo/Mercator.h"

#include <vector>

namespace zs::basemap {

using WorldLine = std::vector<geo::WorldPoint>;
using WorldPolygon = std::vector<WorldLine>; ///< rings, outer first, not closed

enum class Axis { X, Y };

/// The part of a ring between two parallels of an axis (Sutherland-Hodgman; edges may run along the cut).
WorldLine clipRing(const WorldLine& ring, Axis axis, double low, double high);
/// The parts of a line between them.
std::vector<WorldLine> clipLine(const WorldLine& line, Axis axis, double low, double high);

enum class Closed { No, Yes };
/// Douglas-Peucker: no point further than `tolerance` from the result. A ring that collapses comes back
/// empty.
WorldLine simplify(const WorldLine& line, double tolerance, Closed closed);

} // namespace zs::basemap
