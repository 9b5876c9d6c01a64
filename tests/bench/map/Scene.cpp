#include "tests/bench/map/Scene.h"

#include "geo/Mercator.h"

#include <cmath>
#include <numbers>

namespace zs::bench {

namespace {

constexpr GeoBounds kBounds{113.5, 22.7, 114.2, 23.1};
constexpr int kColumns = 60, kRows = 50, kCorners = 24, kCases = 5000;

std::shared_ptr<const map::MapGround> grids()
{
    auto ground = std::make_shared<map::MapGround>();
    ground->bounds = kBounds;
    const double w = (kBounds.east - kBounds.west) / kColumns, h = (kBounds.north - kBounds.south) / kRows;
    for (int i = 0; i < kColumns * kRows; ++i) {
        const GeoPoint middle{kBounds.west + w * (i % kColumns + 0.5), kBounds.south + h * (i / kColumns + 0.5)};
        GeoRing ring;
        for (int k = 0; k < kCorners; ++k) {
            const double a = 2 * std::numbers::pi * k / kCorners;
            ring.push_back({middle.lon + w / 2 * std::cos(a), middle.lat + h / 2 * std::sin(a)});
        }
        ground->grids.push_back({GridId(static_cast<std::uint32_t>(i + 1)), {{ring}}});
    }
    const GeoBounds& b = kBounds;
    ground->towns.push_back({TownId(1), {{{{b.west, b.south}, {b.east, b.south}, {b.east, b.north}, {b.west, b.north}}}}});
    return ground;
}

kit::SymbolCode symbol(kit::Shape shape, unsigned state)
{
    kit::Symbol s;
    s.shape = shape;
    s.fill = static_cast<kit::Fill>(state % 3);
    s.freshness = state % 5 == 4 ? kit::Freshness::Minutes5 : kit::Freshness::Fresh;
    s.backdrop = kit::Backdrop::Map;
    return kit::symbolCode(s);
}

} // namespace

Scene::Scene(int people) : m_ground(grids())
{
    std::uniform_real_distribution<double> lon(kBounds.west, kBounds.east), lat(kBounds.south, kBounds.north);
    const auto fill = [&](std::vector<map::Mark>& marks, int count, bool staff) {
        for (int i = 0; i < count; ++i) {
            const auto w = geo::toWorld({lon(m_random), lat(m_random)});
            const auto shape = staff ? kit::Shape::Person : static_cast<kit::Shape>(1 + i % 3);
            marks.push_back({w.x, w.y, static_cast<std::uint64_t>(i + 1), symbol(shape, static_cast<unsigned>(i))});
        }
    };
    fill(m_people, people, true);
    fill(m_cases, kCases, false);
}

map::Camera Scene::camera() const
{
    return {kBounds.centre(), 11.3};
}

void Scene::movePeople()
{
    std::uniform_real_distribution<double> by(-3e-6, 3e-6); // of the world: up to 2 px at this zoom
    ++m_step;
    for (std::size_t i = 0; i < m_people.size(); ++i) {
        map::Mark& mark = m_people[i];
        mark.x += by(m_random);
        mark.y += by(m_random);
        if ((i + m_step) % 50 == 0)
            mark.symbol = symbol(kit::Shape::Person, static_cast<unsigned>(i) + m_step);
    }
}

} // namespace zs::bench
