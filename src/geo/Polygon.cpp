#include "geo/Polygon.h"

#include "geo/Distance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace zs::geo {

namespace {

/// Both shapes at an edge must compute the very same crossing, whichever way they walk it.
bool crosses(GeoPoint a, GeoPoint b, GeoPoint p) {
    if ((a.lat > p.lat) == (b.lat > p.lat))
        return false;
    if (a.lat > b.lat)
        std::swap(a, b);
    return p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
}

bool insideRing(const GeoRing& ring, GeoPoint p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if (crosses(ring[j], ring[i], p))
            inside = !inside;
    }
    return inside;
}

double squaredToSegment(GeoPoint p, GeoPoint a, GeoPoint b, double squeeze) {
    const double px = p.lon * squeeze, ax = a.lon * squeeze, bx = b.lon * squeeze;
    const double dx = bx - ax, dy = b.lat - a.lat;
    const double length = dx * dx + dy * dy;
    const double t =
        length > 0 ? std::clamp(((px - ax) * dx + (p.lat - a.lat) * dy) / length, 0.0, 1.0) : 0.0;
    const double x = ax + t * dx - px, y = a.lat + t * dy - p.lat;
    return x * x + y * y;
}

double distanceToRings(const GeoPolygon& polygon, GeoPoint p) {
    const double squeeze = std::cos(p.lat * std::numbers::pi / 180.0);
    double best = std::numeric_limits<double>::max();
    for (const GeoRing& ring : polygon) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            best = std::min(best, squaredToSegment(p, ring[j], ring[i], squeeze));
    }
    return std::sqrt(best);
}

struct Probe {
    GeoPoint centre;
    double half = 0;     ///< half the side, degrees
    double distance = 0; ///< to the edge, negative outside
    double most() const { return distance + half * std::numbers::sqrt2; }
    bool operator<(const Probe& o) const { return most() < o.most(); }
};

} // namespace

GeoBounds boundsOf(const GeoShape& shape) {
    GeoBounds bounds;
    for (const GeoPolygon& polygon : shape) {
        for (const GeoRing& ring : polygon) {
            for (const GeoPoint p : ring)
                bounds.include(p);
        }
    }
    return bounds;
}

bool contains(const GeoPolygon& polygon, GeoPoint p) {
    bool inside = false;
    for (const GeoRing& ring : polygon) {
        if (!ring.empty() && insideRing(ring, p))
            inside = !inside;
    }
    return inside;
}

bool contains(const GeoShape& shape, GeoPoint p) {
    return std::ranges::any_of(shape, [p](const GeoPolygon& polygon) { return contains(polygon, p); });
}

double signedArea(const GeoRing& ring) {
    double sum = 0;
    if (ring.empty())
        return 0;
    const GeoPoint o = ring.front(); // near the numbers themselves, or the differences drown
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += (ring[j].lon - o.lon) * (ring[i].lat - o.lat) - (ring[i].lon - o.lon) * (ring[j].lat - o.lat);
    return sum / 2;
}

double areaSquareMetres(const GeoShape& shape) {
    constexpr double perDegree = kEarthRadius * std::numbers::pi / 180.0;
    double sum = 0;
    for (const GeoPolygon& polygon : shape) {
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            double middle = 0;
            for (const GeoPoint p : polygon[r])
                middle += p.lat;
            if (!polygon[r].empty())
                middle /= static_cast<double>(polygon[r].size());
            const double area = std::abs(signedArea(polygon[r])) * perDegree * perDegree *
                                std::cos(middle * std::numbers::pi / 180.0);
            sum += r == 0 ? area : -area;
        }
    }
    return sum;
}

double distanceToEdge(const GeoShape& shape, GeoPoint p) {
    double best = std::numeric_limits<double>::max();
    for (const GeoPolygon& polygon : shape)
        best = std::min(best, distanceToRings(polygon, p));
    return best;
}

GeoPoint labelPoint(const GeoShape& shape) {
    const GeoPolygon* largest = nullptr;
    double area = -1;
    for (const GeoPolygon& polygon : shape) {
        if (polygon.empty() || polygon.front().empty())
            continue;
        const double a = std::abs(signedArea(polygon.front()));
        if (a > area) {
            area = a;
            largest = &polygon;
        }
    }
    if (!largest)
        return {};
    const GeoBounds box = boundsOf({*largest});
    const double squeeze = std::cos(box.centre().lat * std::numbers::pi / 180.0);
    const double size = std::min((box.east - box.west) * squeeze, box.north - box.south);
    if (size <= 0)
        return box.centre();
    const auto probe = [&](GeoPoint c, double half) {
        const double d = distanceToRings(*largest, c);
        return Probe{c, half, contains(*largest, c) ? d : -d};
    };
    std::priority_queue<Probe> queue;
    const double half = size / 2;
    for (double lat = box.south + half; lat - half < box.north; lat += size) {
        for (double lon = box.west + half / squeeze; lon - half / squeeze < box.east; lon += size / squeeze)
            queue.push(probe({lon, lat}, half));
    }
    Probe best = probe(box.centre(), 0);
    const double precision = size / 100;
    while (!queue.empty()) {
        const Probe p = queue.top();
        queue.pop();
        if (p.distance > best.distance)
            best = p;
        if (p.most() - best.distance <= precision)
            break;
        const double h = p.half / 2;
        for (const double dx : {-h, h}) {
            for (const double dy : {-h, h})
                queue.push(probe({p.centre.lon + dx / squeeze, p.centre.lat + dy}, h));
        }
    }
    return best.centre;
}

} // namespace zs::geo
