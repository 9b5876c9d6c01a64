#include "geo/Distance.h"

#include <cmath>
#include <numbers>

namespace zs::geo {

namespace {
constexpr double kRadians = std::numbers::pi / 180.0;
}

double distanceMetres(GeoPoint a, GeoPoint b) {
    const double sLat = std::sin((b.lat - a.lat) * kRadians / 2),
                 sLon = std::sin((b.lon - a.lon) * kRadians / 2);
    const double h = sLat * sLat + std::cos(a.lat * kRadians) * std::cos(b.lat * kRadians) * sLon * sLon;
    return 2 * kEarthRadius * std::asin(std::sqrt(h < 1 ? h : 1));
}

double bearingDegrees(GeoPoint a, GeoPoint b) {
    const double dLon = (b.lon - a.lon) * kRadians, aLat = a.lat * kRadians, bLat = b.lat * kRadians;
    const double y = std::sin(dLon) * std::cos(bLat);
    const double x = std::cos(aLat) * std::sin(bLat) - std::sin(aLat) * std::cos(bLat) * std::cos(dLon);
    const double degrees = std::atan2(y, x) / kRadians;
    return degrees < 0 ? degrees + 360 : degrees;
}

LocalPlane::LocalPlane(GeoPoint origin)
    : m_origin(origin), m_perLon(kEarthRadius * kRadians * std::cos(origin.lat * kRadians)),
      m_perLat(kEarthRadius * kRadians) {}

LocalPlane::Metres LocalPlane::toMetres(GeoPoint p) const {
    return {(p.lon - m_origin.lon) * m_perLon, (p.lat - m_origin.lat) * m_perLat};
}

GeoPoint LocalPlane::toGeo(Metres m) const {
    return {m_origin.lon + m.x / m_perLon, m_origin.lat + m.y / m_perLat};
}

double lengthMetres(const std::vector<GeoPoint>& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distanceMetres(line[i - 1], line[i]);
    return sum;
}

} // namespace zs::geo
