#include "geo/Crs.h"

#include <cmath>
#include <numbers>

namespace zs::geo {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kAxis = 6378245.0; // Krasovsky 1940, as the published algorithm has it
constexpr double kEccentricity = 0.00669342162296594323;
constexpr double kBaiduTurn = kPi * 3000.0 / 180.0;

double waves(double x) {
    return (20.0 * std::sin(6.0 * x * kPi) + 20.0 * std::sin(2.0 * x * kPi)) * 2.0 / 3.0;
}

GeoPoint shift(GeoPoint p) {
    const double x = p.lon - 105.0, y = p.lat - 35.0;
    const double root = std::sqrt(std::abs(x));
    double lat = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + waves(x);
    lat += (20.0 * std::sin(y * kPi) + 40.0 * std::sin(y / 3.0 * kPi)) * 2.0 / 3.0;
    lat += (160.0 * std::sin(y / 12.0 * kPi) + 320.0 * std::sin(y * kPi / 30.0)) * 2.0 / 3.0;
    double lon = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + waves(x);
    lon += (20.0 * std::sin(x * kPi) + 40.0 * std::sin(x / 3.0 * kPi)) * 2.0 / 3.0;
    lon += (150.0 * std::sin(x / 12.0 * kPi) + 300.0 * std::sin(x / 30.0 * kPi)) * 2.0 / 3.0;

    const double phi = p.lat / 180.0 * kPi;
    double magic = std::sin(phi);
    magic = 1.0 - kEccentricity * magic * magic;
    const double sqrtMagic = std::sqrt(magic);
    lat = lat * 180.0 / ((kAxis * (1.0 - kEccentricity)) / (magic * sqrtMagic) * kPi);
    lon = lon * 180.0 / (kAxis / sqrtMagic * std::cos(phi) * kPi);
    return {lon, lat};
}

GeoPoint baiduForward(GeoPoint p) {
    const double z = std::hypot(p.lon, p.lat) + 0.00002 * std::sin(p.lat * kBaiduTurn);
    const double theta = std::atan2(p.lat, p.lon) + 0.000003 * std::cos(p.lon * kBaiduTurn);
    return {z * std::cos(theta) + 0.0065, z * std::sin(theta) + 0.006};
}

/// Finds p with forward(p) == wanted; the shifts are so smooth that each round gains several digits.
template <class Forward>
GeoPoint invert(GeoPoint wanted, Forward forward) {
    GeoPoint p = wanted;
    for (int round = 0; round < 12; ++round) {
        const GeoPoint seen = forward(p);
        const double dLon = wanted.lon - seen.lon, dLat = wanted.lat - seen.lat;
        p.lon += dLon;
        p.lat += dLat;
        if (std::abs(dLon) < 1e-11 && std::abs(dLat) < 1e-11)
            break;
    }
    return p;
}

} // namespace

bool isInChina(GeoPoint p) {
    return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

GeoPoint wgs84ToGcj02(GeoPoint p) {
    if (!isInChina(p))
        return p;
    const GeoPoint d = shift(p);
    return {p.lon + d.lon, p.lat + d.lat};
}

GeoPoint gcj02ToWgs84(GeoPoint p) {
    return isInChina(p) ? invert(p, wgs84ToGcj02) : p;
}
GeoPoint gcj02ToBd09(GeoPoint p) {
    return baiduForward(p);
}
GeoPoint bd09ToGcj02(GeoPoint p) {
    return invert(p, baiduForward);
}

GeoPoint toWgs84(GeoPoint p, Crs from) {
    switch (from) {
    case Crs::Wgs84:
        return p;
    case Crs::Gcj02:
        return gcj02ToWgs84(p);
    case Crs::Bd09:
        return gcj02ToWgs84(bd09ToGcj02(p));
    }
    return p;
}

GeoPoint fromWgs84(GeoPoint p, Crs to) {
    switch (to) {
    case Crs::Wgs84:
        return p;
    case Crs::Gcj02:
        return wgs84ToGcj02(p);
    case Crs::Bd09:
        return gcj02ToBd09(wgs84ToGcj02(p));
    }
    return p;
}

std::optional<Crs> crsFromName(std::string_view name) {
    for (const Crs crs : {Crs::Wgs84, Crs::Gcj02, Crs::Bd09}) {
        if (name == crsName(crs))
            return crs;
    }
    return std::nullopt;
}

std::string_view crsName(Crs crs) {
    switch (crs) {
    case Crs::Wgs84:
        return "wgs84";
    case Crs::Gcj02:
        return "gcj02";
    case Crs::Bd09:
        return "bd09";
    }
    return {};
}

} // namespace zs::geo
