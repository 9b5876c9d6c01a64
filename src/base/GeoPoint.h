// A place on earth. Everything is stored in WGS-84/CGCS2000; other systems exist only at a provider's edge (geo/Crs.h).
#pragma once

#include <vector>

namespace zs {

struct GeoPoint {
    double lon = 0; ///< degrees, [-180, 180]
    double lat = 0; ///< degrees, [-90, 90]

    bool operator==(const GeoPoint&) const = default;
};

using GeoRing = std::vector<GeoPoint>;       ///< closed by meaning: the first point isn't repeated at the end
using GeoPolygon = std::vector<GeoRing>;     ///< outer ring, then holes
using GeoShape = std::vector<GeoPolygon>;    ///< a multipolygon

struct GeoBounds {
    double west = 180, south = 90, east = -180, north = -90;

    bool isEmpty() const { return west > east || south > north; }
    bool contains(GeoPoint p) const { return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north; }
    void include(GeoPoint p)
    {
        if (p.lon < west) west = p.lon;
        if (p.lon > east) east = p.lon;
        if (p.lat < south) south = p.lat;
        if (p.lat > north) north = p.lat;
    }
    GeoPoint centre() const { return {(west + east) / 2, (south + north) / 2}; }
};

} // namespace zs
