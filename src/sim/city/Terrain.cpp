#include "sim/city/Terrain.h"

#include <algorithm>
#include <numbers>

namespace zs::sim {

namespace {

constexpr double kCityArea = 2460e6; // m², a large prefecture-level city on the coast
constexpr Spot kMouth{-14'000, -17'500};

double bump(Spot p, Spot centre, double radius) {
    const double d = gap(p, centre) / radius;
    return std::exp(-d * d);
}

/// Catmull-Rom through the bends, a point about every 250 m.
std::vector<Spot> smooth(const std::vector<Spot>& bends) {
    std::vector<Spot> out;
    for (std::size_t i = 0; i + 1 < bends.size(); ++i) {
        const Spot p0 = bends[i == 0 ? 0 : i - 1], p1 = bends[i], p2 = bends[i + 1],
                   p3 = bends[std::min(i + 2, bends.size() - 1)];
        const int steps = std::max(2, static_cast<int>(gap(p1, p2) / 250));
        for (int s = 0; s < steps; ++s) {
            const double t = double(s) / steps, t2 = t * t, t3 = t2 * t;
            const auto mix = [&](double a, double b, double c, double d) {
                return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t2 +
                              (3 * b - a - 3 * c + d) * t3);
            };
            out.push_back({mix(p0.x, p1.x, p2.x, p3.x), mix(p0.y, p1.y, p2.y, p3.y)});
        }
    }
    out.push_back(bends.back());
    return out;
}

} // namespace

Terrain::Terrain(std::uint64_t seed)
    : m_noise(seed ^ 0x7e44a1), m_islands{Spot{-31'000, -22'500}, Spot{-3'500, -27'500}} {
    // The outline is blown up until the land inside has the wanted area.
    double low = 0.5, high = 2;
    for (int round = 0; round < 24; ++round) {
        m_scale = (low + high) / 2;
        double area = 0;
        constexpr double step = 500;
        for (double y = -kHalfHeight; y < kHalfHeight; y += step) {
            for (double x = -kHalfWidth; x < kHalfWidth; x += step)
                area += at({x, y}) == Ground::City ? step * step : 0;
        }
        (area < kCityArea ? low : high) = m_scale;
    }
    makeRivers();
    makeBlobs(seed);
}

double Terrain::height(Spot p) const {
    const double inland = 0.42 * p.x + 0.90 * p.y + 21'000;
    double h = inland + 5'500 * m_noise.fractal(p.x / 16'000, p.y / 16'000, 4);
    h -= 13'000 * bump({p.x, (p.y - kMouth.y) * 0.55 + kMouth.y}, {kMouth.x - 1'000, kMouth.y + 1'500},
                       4'200);                      // estuary
    h -= 9'000 * bump(p, {17'000, -27'000}, 5'500); // a bay
    h += 17'000 * bump(p, m_islands[0], 3'000) + 19'000 * bump(p, m_islands[1], 2'300);
    return h;
}

double Terrain::reach(Spot p) const {
    const double angle = std::atan2(p.y, p.x);
    const double wave = m_noise.fractal(3.1 + 1.7 * std::cos(angle), 8.7 + 1.7 * std::sin(angle), 4);
    const double warpX = 1'600 * m_noise.fractal(p.x / 5'000, p.y / 5'000 + 40, 3);
    const double warpY = 1'600 * m_noise.fractal(p.x / 5'000 + 40, p.y / 5'000, 3);
    return std::hypot((p.x + warpX) / 33'000, (p.y + warpY + 1'000) / 24'500) / (1 + 0.34 * wave);
}

Ground Terrain::at(Spot p) const {
    if (height(p) < 0)
        return Ground::Sea;
    // An island is the city's or not, as a whole.
    if (gap(p, m_islands[0]) < 4'500)
        return Ground::OtherLand;
    if (gap(p, m_islands[1]) < 4'500)
        return Ground::City;
    return reach(p) < m_scale ? Ground::City : Ground::OtherLand;
}

std::vector<Spot> Terrain::meander(std::vector<Spot> bends, double sway, double phase) const {
    std::vector<Spot> line = smooth(bends);
    for (std::size_t i = 0; i < line.size(); ++i) {
        // Both ends stay, so that a branch still meets its river.
        const double t = double(i) / double(line.size() - 1), ease = std::min(1.0, std::min(t, 1 - t) * 8);
        const double along = double(i) * 0.045;
        line[i].x += sway * ease * m_noise.fractal(along, phase, 3);
        line[i].y += sway * ease * m_noise.fractal(along, phase + 31.7, 3);
    }
    return line;
}

void Terrain::makeRivers() {
    River main{"澄江", "Cheng River", {}, 170, 900};
    main.line = meander({{34'000, 41'000},
                         {24'000, 26'000},
                         {20'000, 16'000},
                         {9'000, 11'000},
                         {1'000, 4'500},
                         {-4'500, -2'500},
                         {-9'500, -9'000},
                         {-14'500, -15'000},
                         {-16'500, -21'500}},
                        2'600, 1.5);
    const auto near = [&main](double share) {
        return main.line[static_cast<std::size_t>(share * double(main.line.size() - 1))];
    };
    River east{"鹭溪", "Lu Stream", {}, 60, 190};
    east.line = meander({{47'000, 4'000}, {33'000, 3'000}, {22'000, -2'000}, {12'000, 2'500}, near(0.62)},
                        2'200, 5.2);
    River north{"墨水河", "Moshui River", {}, 55, 160};
    north.line = meander({{-13'000, 41'000}, {-10'000, 26'000}, {-6'000, 16'000}, near(0.56)}, 2'200, 9.9);
    River west{"西澄水道", "West Channel", {}, 240, 520};
    west.line =
        meander({near(0.72), {-14'000, -3'500}, {-21'000, -6'500}, {-29'000, -8'500}, {-39'000, -10'500}},
                1'500, 14.3);
    River south{"浅沥", "Qianli Creek", {}, 40, 120};
    south.line = meander(
        {{21'000, -9'500}, {11'000, -9'000}, {3'000, -11'500}, {-4'000, -11'500}, near(0.86)}, 1'800, 20.8);
    m_rivers = {std::move(main), std::move(east), std::move(north), std::move(west), std::move(south)};
    for (River& river : m_rivers) { // a river ends a little way out in the sea
        std::size_t wet = 0, keep = river.line.size();
        for (std::size_t i = 0; i < river.line.size() && keep == river.line.size(); ++i) {
            wet = at(river.line[i]) == Ground::Sea ? wet + 1 : 0;
            if (wet == 6)
                keep = i + 1;
        }
        river.line.resize(keep);
    }
}

Blob Terrain::blob(const char* zh, const char* en, Spot centre, double radius, double phase) const {
    Blob b{zh, en, {}, centre};
    constexpr int points = 72;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        const double r = radius * (1 + 0.45 * m_noise.fractal(phase + 1.3 * std::cos(angle),
                                                              phase + 1.3 * std::sin(angle), 4));
        b.ring.push_back({centre.x + r * std::cos(angle), centre.y + 0.72 * r * std::sin(angle)});
    }
    return b;
}

void Terrain::makeBlobs(std::uint64_t seed) {
    Random random(seed ^ 0x1a4e5);
    const auto jitter = [&random](Spot p) {
        return Spot{p.x + random.between(-900, 900), p.y + random.between(-900, 900)};
    };
    struct Wish {
        const char* zh;
        const char* en;
        Spot at;
        double radius;
    };
    const Wish lakes[] = {{"星湾湖", "Xingwan Lake", {7'500, -4'500}, 2'100},
                          {"鹤影湖", "Heying Lake", {-17'000, 7'000}, 1'100},
                          {"云麓水库", "Yunlu Reservoir", {23'500, 8'500}, 1'700},
                          {"砚池", "Yan Pool", {14'000, 15'500}, 800},
                          {"南汀湖", "Nanting Lake", {-2'500, -6'000}, 700},
                          {"双榕水库", "Shuangrong Reservoir", {15'500, -13'500}, 1'300}};
    const Wish hills[] = {{"云麓山", "Mount Yunlu", {26'000, 4'000}, 4'800},
                          {"栖岭", "Qi Ridge", {19'000, -13'000}, 4'200},
                          {"石笋山", "Shisun Hill", {-13'000, 14'000}, 3'400},
                          {"鹤山顶", "Crane Top", {12'500, 18'500}, 3'800},
                          {"望澜岗", "Wanglan Rise", {-20'500, 1'500}, 1'900},
                          {"北界山", "Border Hills", {-2'000, 30'000}, 7'500},
                          {"东屏山", "East Screen", {43'000, 12'000}, 7'000}};
    double phase = 3;
    for (const Wish& w : lakes)
        m_lakes.push_back(blob(w.zh, w.en, jitter(w.at), w.radius, phase += 4.4));
    for (const Wish& w : hills)
        m_hills.push_back(blob(w.zh, w.en, jitter(w.at), w.radius, phase += 4.4));
}

std::vector<Spot> Terrain::banks(const River& river) {
    const std::vector<Spot>& line = river.line;
    std::vector<Spot> left, right;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Spot a = line[i == 0 ? 0 : i - 1], b = line[std::min(i + 1, line.size() - 1)];
        const double length = std::max(1.0, gap(a, b)), t = double(i) / double(line.size() - 1);
        const double half = (river.sourceWidth + (river.mouthWidth - river.sourceWidth) * t * t) / 2;
        const double nx = -(b.y - a.y) / length * half, ny = (b.x - a.x) / length * half;
        left.push_back({line[i].x + nx, line[i].y + ny});
        right.push_back({line[i].x - nx, line[i].y - ny});
    }
    left.insert(left.end(), right.rbegin(), right.rend());
    return left;
}

} // namespace zs::sim
