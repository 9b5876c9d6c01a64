#include "geo/Mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zs::geo {

namespace {
constexpr double kPi = std::numbers::pi;
constexpr double kEquatorMetres = 40075016.685578488;
} // namespace

WorldPoint toWorld(GeoPoint p) {
    const double s = std::sin(std::clamp(p.lat, -kMaxMercatorLat, kMaxMercatorLat) * kPi / 180.0);
    return {p.lon / 360.0 + 0.5, 0.5 - std::log((1.0 + s) / (1.0 - s)) / (4.0 * kPi)};
}

GeoPoint toGeo(WorldPoint p) {
    return {(p.x - 0.5) * 360.0, 180.0 / kPi * std::atan(std::sinh(kPi * (1.0 - 2.0 * p.y)))};
}

double worldPixels(double zoom, double tileSize) {
    return tileSize * std::exp2(zoom);
}

double metresPerPixel(double lat, double zoom, double tileSize) {
    return kEquatorMetres * std::cos(lat * kPi / 180.0) / worldPixels(zoom, tileSize);
}

TileKey tileAt(WorldPoint p, std::uint32_t zoom) {
    const double n = static_cast<double>(1u << zoom);
    const auto cell = [n](double v) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(v * n), 0.0, n - 1));
    };
    return {zoom, cell(p.x), cell(p.y)};
}

} // namespace zs::geo
