// Questions about one shape.
#pragma once

#include "base/GeoPoint.h"

namespace zs::geo {

GeoBounds boundsOf(const GeoShape& shape);

/// Even-odd over all rings, half-open on edges: of two shapes that share an edge with the same vertices
/// exactly one contains a point on it.
bool contains(const GeoShape& shape, GeoPoint p);
bool contains(const GeoPolygon& polygon, GeoPoint p);

/// Signed area of a ring in square degrees: > 0 if it runs counter-clockwise (as seen with north up).
double signedArea(const GeoRing& ring);
/// Area on the ground, holes taken out.
double areaSquareMetres(const GeoShape& shape);

/// A point well inside the largest part: the pole of inaccessibility, to about 1 % of its size.
GeoPoint labelPoint(const GeoShape& shape);

/// Distance in degrees (of a flat plane squeezed by cos lat) from p to the nearest edge.
double distanceToEdge(const GeoShape& shape, GeoPoint p);

} // namespace zs::geo
