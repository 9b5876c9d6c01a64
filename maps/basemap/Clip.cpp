#include "maps/basemap/Clip.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zs::basemap {

namespace {

using geo::WorldPoint;

double along(WorldPoint p, Axis axis) {
    return axis == Axis::X ? p.x : p.y;
}

WorldPoint crossing(WorldPoint a, WorldPoint b, Axis axis, double at) {
    if (along(a, axis) > along(b, axis))
        std::swap(a, b); // both sides of a border get the same point
    const double t = (at - along(a, axis)) / (along(b, axis) - along(a, axis));
    if (axis == Axis::X)
        return {at, a.y + t * (b.y - a.y)};
    return {a.x + t * (b.x - a.x), at};
}

enum class Keep { Above, Below };

WorldLine clipHalf(const WorldLine& ring, Axis axis, double at, Keep keep) {
    WorldLine out;
    const auto inside = [&](WorldPoint p) {
        return keep == Keep::Above ? along(p, axis) >= at : along(p, axis) <= at;
    };
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const bool from = inside(ring[j]), to = inside(ring[i]);
        if (from != to)
            out.push_back(crossing(ring[j], ring[i], axis, at));
        if (to)
            out.push_back(ring[i]);
    }
    return out;
}

double squaredToSegment(WorldPoint p, WorldPoint a, WorldPoint b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double x = a.x + t * dx - p.x, y = a.y + t * dy - p.y;
    return x * x + y * y;
}

void keepFar(const WorldLine& line, std::size_t first, std::size_t last, double squared,
             std::vector<char>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> stack{{first, last}};
    while (!stack.empty()) {
        const auto [a, b] = stack.back();
        stack.pop_back();
        double worst = squared;
        std::size_t at = 0;
        for (std::size_t i = a + 1; i < b; ++i) {
            const double d = squaredToSegment(line[i], line[a], line[b]);
            if (d > worst) {
                worst = d;
                at = i;
            }
        }
        if (at > 0) {
            kept[at] = 1;
            stack.emplace_back(a, at);
            stack.emplace_back(at, b);
        }
    }
}

} // namespace

WorldLine clipRing(const WorldLine& ring, Axis axis, double low, double high) {
    if (ring.empty())
        return {};
    const auto [least, most] = std::ranges::minmax_element(
        ring, [axis](WorldPoint a, WorldPoint b) { return along(a, axis) < along(b, axis); });
    if (along(*most, axis) < low || along(*least, axis) > high)
        return {};
    if (along(*least, axis) >= low && along(*most, axis) <= high)
        return ring;
    const WorldLine half = clipHalf(ring, axis, low, Keep::Above);
    return half.empty() ? half : clipHalf(half, axis, high, Keep::Below);
}

std::vector<WorldLine> clipLine(const WorldLine& line, Axis axis, double low, double high) {
    std::vector<WorldLine> out;
    WorldLine part;
    const auto flush = [&] {
        if (part.size() > 1)
            out.push_back(part);
        part.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const WorldPoint a = line[i - 1], b = line[i];
        const double from = along(a, axis), to = along(b, axis);
        if ((from < low && to < low) || (from > high && to > high)) {
            flush();
            continue;
        }
        const auto limited = [&](WorldPoint p, double v) {
            return v < low ? crossing(a, b, axis, low) : v > high ? crossing(a, b, axis, high) : p;
        };
        if (part.empty())
            part.push_back(limited(a, from));
        part.push_back(limited(b, to));
        if (to < low || to > high)
            flush();
    }
    flush();
    return out;
}

WorldLine simplify(const WorldLine& line, double tolerance, Closed closed) {
    if (line.size() < 3 || tolerance <= 0)
        return line;
    std::vector<char> kept(line.size(), 0);
    const double squared = tolerance * tolerance;
    WorldLine out;
    if (closed == Closed::No) {
        kept.front() = kept.back() = 1;
        keepFar(line, 0, line.size() - 1, squared, kept);
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (kept[i])
                out.push_back(line[i]);
        }
        return out;
    }
    // A ring is cut at its first point and the one farthest from it.
    std::size_t far = 0;
    double most = -1;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double d = squaredToSegment(line[i], line[0], line[0]);
        if (d > most) {
            most = d;
            far = i;
        }
    }
    WorldLine ring = line;
    ring.push_back(line.front());
    kept.assign(ring.size(), 0);
    kept.front() = kept[far] = 1;
    keepFar(ring, 0, far, squared, kept);
    keepFar(ring, far, ring.size() - 1, squared, kept);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        if (kept[i])
            out.push_back(ring[i]);
    }
    return out.size() < 3 ? WorldLine{} : out;
}

} // namespace zs::basemap
