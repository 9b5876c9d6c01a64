// What tests of the web surface share: a main() that registers the scheme, and a small made-up city.
#pragma once

#include "geo/Mercator.h"
#include "tests/testkit/TestCase.h"
#include "ui/map/web/WebEnvironment.h"
#include "ui/map/web/WebSurface.h"

#include <QApplication>

namespace zs::map::webtest {

/// `columns`·`rows` square grids in one town, and names in both languages.
inline std::shared_ptr<MapGround> squareCity(int columns = 10, int rows = 8)
{
    auto ground = std::make_shared<MapGround>();
    const GeoBounds b{113.6, 22.9, 114.0, 23.2};
    ground->bounds = b;
    const double w = (b.east - b.west) / columns, h = (b.north - b.south) / rows;
    for (int i = 0; i < columns * rows; ++i) {
        const double west = b.west + w * (i % columns), south = b.south + h * (i / columns);
        ground->grids.push_back({GridId(static_cast<std::uint32_t>(1000 + i)),
                                 {{{{west, south}, {west + w, south}, {west + w, south + h}, {west, south + h}}}}});
    }
    ground->towns.push_back({TownId(1), {{{{b.west, b.south}, {b.east, b.south}, {b.east, b.north}, {b.west, b.north}}}}});
    ground->labels.push_back({b.centre(), {"东城", "Dongcheng"}, LabelRank::Town});
    return ground;
}

inline Mark markAt(GeoPoint place, std::uint64_t id, const kit::Symbol& symbol)
{
    const auto world = geo::toWorld(place);
    return {world.x, world.y, id, kit::symbolCode(symbol)};
}

inline Mark personAt(GeoPoint place, std::uint64_t id)
{
    kit::Symbol symbol;
    symbol.shape = kit::Shape::Person;
    symbol.fill = kit::Fill::Full;
    return markAt(place, id, symbol);
}

inline Mark caseAt(GeoPoint place, std::uint64_t id)
{
    kit::Symbol symbol;
    symbol.shape = kit::Shape::Dispute;
    symbol.fill = kit::Fill::Full;
    symbol.attention = kit::Attention::Alarm;
    return markAt(place, id, symbol);
}

} // namespace zs::map::webtest

/// main() of a test program with web surfaces.
#define ZS_WEB_TEST_MAIN(...)                                                                                        \
    int main(int argc, char** argv)                                                                                  \
    {                                                                                                                \
        zs::map::registerMapScheme();                                                                                \
        QApplication app(argc, argv);                                                                                \
        QApplication::setApplicationName(QStringLiteral("zhongshu-test"));                                           \
        zs::map::prepareWebEnvironment(zs::map::detectGraphics());                                                   \
        return zs::testkit::runAll<__VA_ARGS__>(argc, argv);                                                         \
    }
