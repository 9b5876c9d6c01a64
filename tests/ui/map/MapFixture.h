// A small made-up place for map tests: 8×6 square grids, two towns, a base map with land, water and a road.
#pragma once

#include "geo/Mercator.h"
#include "maps/basemap/Tiler.h"
#include "tests/testkit/TempDir.h"
#include "ui/map/MapSurface.h"

#include <QTest>

namespace zs::map::test {

inline constexpr GeoBounds kBounds{113.70, 22.90, 113.94, 23.08};
inline constexpr int kColumns = 8, kRows = 6;

inline GeoShape box(double west, double south, double east, double north)
{
    return {{{{west, south}, {east, south}, {east, north}, {west, north}}}};
}

/// Middle of the grid in that column (from the west) and row (from the south).
inline GeoPoint middleOf(int column, int row)
{
    const double w = (kBounds.east - kBounds.west) / kColumns, h = (kBounds.north - kBounds.south) / kRows;
    return {kBounds.west + w * (column + 0.5), kBounds.south + h * (row + 0.5)};
}
inline GridId gridAt(int column, int row) { return GridId(static_cast<std::uint32_t>(row * kColumns + column + 1)); }

inline std::shared_ptr<MapGround> makeGround(const QString& mbtiles = {})
{
    auto ground = std::make_shared<MapGround>();
    ground->mbtiles = mbtiles;
    ground->bounds = kBounds;
    const double w = (kBounds.east - kBounds.west) / kColumns, h = (kBounds.north - kBounds.south) / kRows;
    for (int row = 0; row < kRows; ++row) {
        for (int column = 0; column < kColumns; ++column) {
            const double west = kBounds.west + column * w, south = kBounds.south + row * h;
            ground->grids.push_back({gridAt(column, row), box(west, south, west + w, south + h)});
        }
    }
    const double half = kBounds.centre().lon;
    ground->towns.push_back({TownId(1), box(kBounds.west, kBounds.south, half, kBounds.north)});
    ground->towns.push_back({TownId(2), box(half, kBounds.south, kBounds.east, kBounds.north)});
    ground->labels.push_back({middleOf(1, 3), {"东城", "Dongcheng"}, LabelRank::Town});
    ground->labels.push_back({middleOf(6, 3), {"西湾", "Xiwan"}, LabelRank::Town});
    return ground;
}

/// Writes a base map of the same place into `dir`; its path.
inline QString writeBasemap(const testkit::TempDir& dir)
{
    basemap::TileSet set;
    set.name = "test";
    set.bounds = {kBounds.west - 0.1, kBounds.south - 0.1, kBounds.east + 0.1, kBounds.north + 0.1};
    set.centre = kBounds.centre();
    set.zooms = {8, 12};
    const auto layer = [&](const char* name, const char* key, const char* value, basemap::Geometry geometry) {
        basemap::Layer l;
        l.name = name;
        l.features.push_back({std::move(geometry), {{key, std::string(value)}}, {}});
        set.layers.push_back(std::move(l));
    };
    layer("land", "kind", "land", box(set.bounds.west, set.bounds.south, set.bounds.east, set.bounds.north));
    layer("water", "kind", "lake", box(113.75, 22.95, 113.78, 22.97));
    layer("road", "class", "arterial", std::vector<basemap::Line>{{{113.66, 22.93}, {113.98, 23.05}}});
    const auto path = dir / "base.mbtiles";
    const auto written = basemap::writeMbtiles(path, set);
    if (!written)
        qFatal("%s", written.error().sentence.c_str());
    return QString::fromStdString(path.string());
}

inline Mark mark(GeoPoint place, std::uint64_t id, kit::Shape shape, kit::Fill fill = kit::Fill::Full)
{
    kit::Symbol s;
    s.shape = shape;
    s.fill = fill;
    s.backdrop = kit::Backdrop::Map;
    const auto w = geo::toWorld(place);
    return {w.x, w.y, id, kit::symbolCode(s)};
}

inline kit::Theme theme(kit::Mode mode)
{
    kit::initResources();
    const auto themes = kit::builtinThemes();
    if (!themes)
        qFatal("%s", themes.error().sentence.c_str());
    return themes->of(mode);
}

/// Number of pixels that differ; -1 if the sizes do.
inline qint64 differing(const QImage& a, const QImage& b)
{
    if (a.size() != b.size())
        return -1;
    qint64 n = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            n += a.pixel(x, y) != b.pixel(x, y);
    return n;
}

} // namespace zs::map::test
