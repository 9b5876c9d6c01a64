// The import, from files that the demo city is written to: as it is, and shifted as Chinese maps are.
#include "geo/Polygon.h"
#include "protocol/citypack/JsonWrite.h"
#include "sim/city/DemoCity.h"
#include "sim/import/Alignment.h"
#include "sim/import/ImportCity.h"

#include <QTest>

using namespace zs;
using namespace zs::sim;

namespace {

GeoShape shifted(GeoShape shape, geo::Crs crs) {
    for (GeoPolygon& polygon : shape) {
        for (GeoRing& ring : polygon) {
            for (GeoPoint& p : ring)
                p = geo::fromWgs84(p, crs);
        }
    }
    return shape;
}

} // namespace

class TestImport : public QObject {
    Q_OBJECT
    domain::City m_city;

    ImportSources sources(geo::Crs towns = geo::Crs::Wgs84, geo::Crs grids = geo::Crs::Wgs84) const {
        ImportSources s;
        s.id = "again";
        s.name = {"再市", "Again"};
        s.towns.file = "towns.geojson";
        s.grids.file = "grids.geojson";
        for (const domain::Town& t : m_city.towns)
            s.towns.features.push_back({{{"name", t.name.zh}, {"code", t.code}}, shifted(t.shape, towns)});
        for (const domain::Grid& g : m_city.grids) {
            const domain::Community& c = *m_city.community(g.community);
            s.grids.features.push_back({{{"town", m_city.town(g.town)->name.zh},
                                         {"village_code12", c.code},
                                         {"village", c.name.zh + "委员会"}},
                                        shifted(g.shape, grids)});
        }
        return s;
    }

private Q_SLOTS:
    void initTestCase() { m_city = makeDemoCity(3).city; }
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void comesBackAsItWas() {
        const auto city = importCity(sources());
        QVERIFY2(city, city ? "" : city.error().sentence.c_str());
        QCOMPARE(city->towns.size(), 33u);
        QCOMPARE(city->communities.size(), 609u);
        QCOMPARE(city->grids.size(), 2927u);
        QCOMPARE(city->people.size(), 10291u);
        for (const domain::Grid& g : city->grids)
            QVERIFY(geo::contains(city->town(g.town)->shape, g.label));
    }

    void otherSystemsAreConvertedWhenSaid() {
        ImportSources s = sources(geo::Crs::Gcj02, geo::Crs::Bd09);
        s.towns.crs = geo::Crs::Gcj02;
        s.grids.crs = geo::Crs::Bd09;
        const auto city = importCity(s);
        QVERIFY2(city, city ? "" : city.error().sentence.c_str());
        const auto plain = importCity(sources());
        const GeoPoint a = city->grids[100].label, b = plain->grids[100].label;
        QVERIFY(std::abs(a.lon - b.lon) < 3e-6 && std::abs(a.lat - b.lat) < 3e-6);
    }

    void aShiftThatIsNotSaidIsRefused_data() {
        QTest::addColumn<int>("towns");
        QTest::addColumn<int>("grids");
        QTest::newRow("grids in GCJ-02") << int(geo::Crs::Wgs84) << int(geo::Crs::Gcj02);
        QTest::newRow("grids in BD-09") << int(geo::Crs::Wgs84) << int(geo::Crs::Bd09);
        QTest::newRow("towns in GCJ-02") << int(geo::Crs::Gcj02) << int(geo::Crs::Wgs84);
    }

    void aShiftThatIsNotSaidIsRefused() {
        QFETCH(int, towns);
        QFETCH(int, grids);
        const auto city = importCity(sources(geo::Crs(towns), geo::Crs(grids)));
        QVERIFY(!city);
        QCOMPARE(city.error().code, std::string("import.shift"));
        const std::string wrong = towns ? "towns.geojson looks like " : "grids.geojson looks like ";
        const std::string name(geo::crsName(geo::Crs(towns ? towns : grids)));
        QVERIFY2(city.error().sentence.find(wrong + name) != std::string::npos,
                 city.error().sentence.c_str());
    }

    void whatIsMissingIsNamed() {
        ImportSources s = sources();
        s.grids.features[41].properties["town"] = "无此镇";
        const auto city = importCity(s);
        QVERIFY(!city && city.error().sentence.find("entry 42") != std::string::npos);
        s = sources();
        s.towns.features[0].properties.erase("code");
        QVERIFY(!importCity(s));
        s = sources();
        s.codes = "town_code9,town\n";
        QCOMPARE(importCity(s).error().code, std::string("import.codes"));
    }

    void theOutlineMapShowsTheTowns() {
        const auto city = importCity(sources());
        const basemap::TileSet set = outlineBasemap(*city, std::nullopt);
        const auto layer = std::ranges::find(set.layers, "admin_town", &basemap::Layer::name);
        QVERIFY(layer != set.layers.end());
        QCOMPARE(layer->features.size(), 33u);
        QVERIFY(set.bounds.contains({city->bounds.west, city->bounds.south}));
    }
};

QTEST_APPLESS_MAIN(TestImport)
#include "TestImport.moc"
