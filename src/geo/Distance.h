// Metres on the ground.
#pragma once

#include "base/GeoPoint.h"

#include <vector>

namespace zs::geo {

inline constexpr double kEarthRadius = 6371008.8; ///< metres, mean

/// Great-circle distance in metres (haversine).
double distanceMetres(GeoPoint a, GeoPoint b);
/// Direction from a to b in degrees clockwise from north, [0, 360).
double bearingDegrees(GeoPoint a, GeoPoint b);

/// A flat plane in metres around one point; errors stay below 1 ‰ within 100 km.
class LocalPlane {
public:
    explicit LocalPlane(GeoPoint origin);
    struct Metres {
        double x = 0, y = 0;
    }; ///< east, north
    Metres toMetres(GeoPoint p) const;
    GeoPoint toGeo(Metres m) const;
    GeoPoint origin() const { return m_origin; }

private:
    GeoPoint m_origin;
    double m_perLon = 0, m_perLat = 0;
};

/// Length of a line in metres.
double lengthMetres(const std::vector<GeoPoint>& line);

} // namespace zs::geo
