// Reference values: the published WGS-84 → GCJ-02 formula and Baidu's, computed to nine decimals by an
// independent program; the first three places are the test vectors of public implementations.
#include "geo/Crs.h"
#include "geo/Distance.h"
#include "geo/Mercator.h"

#include <QTest>
#include <cmath>

using namespace zs;
using namespace zs::geo;

class TestCrs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void knownPlaces_data() {
        QTest::addColumn<double>("wgsLon");
        QTest::addColumn<double>("wgsLat");
        QTest::addColumn<double>("gcjLon");
        QTest::addColumn<double>("gcjLat");
        QTest::addColumn<double>("bdLon");
        QTest::addColumn<double>("bdLat");
        QTest::newRow("shanghai") << 121.5272106 << 31.1774276 << 121.531541859 << 31.175303984
                                  << 121.538015686 << 31.181328607;
        QTest::newRow("shenzhen") << 113.912316 << 22.543847 << 113.917176481 << 22.540796132 << 113.923684729
                                  << 22.546667438;
        QTest::newRow("beijing") << 116.377817 << 39.911954 << 116.384047225 << 39.913345455 << 116.390454713
                                 << 39.919575551;
        QTest::newRow("estuary") << 113.746 << 23.0207 << 113.751196146 << 23.017977138 << 113.757616382
                                 << 23.024279147;
        QTest::newRow("east") << 116.36581 << 23.5418 << 116.370509956 << 23.539394009 << 116.377024728
                              << 23.545406699;
    }

    void knownPlaces() {
        QFETCH(double, wgsLon);
        QFETCH(double, wgsLat);
        QFETCH(double, gcjLon);
        QFETCH(double, gcjLat);
        QFETCH(double, bdLon);
        QFETCH(double, bdLat);
        const GeoPoint wgs{wgsLon, wgsLat}, gcj{gcjLon, gcjLat}, bd{bdLon, bdLat};
        const auto same = [](GeoPoint a, GeoPoint b, double within) {
            return std::abs(a.lon - b.lon) < within && std::abs(a.lat - b.lat) < within;
        };
        QVERIFY(same(wgs84ToGcj02(wgs), gcj, 1e-9));
        QVERIFY(same(gcj02ToWgs84(gcj), wgs, 2e-9));
        QVERIFY(same(fromWgs84(wgs, Crs::Bd09), bd, 1e-9));
        QVERIFY(
            same(toWgs84(bd, Crs::Bd09), wgs, 1e-6)); // 9 decimals in, and Baidu's own shift is not smooth
    }

    void thereAndBack() {
        for (double lon = 105; lon < 120; lon += 0.37) {
            for (double lat = 21; lat < 40; lat += 0.41) {
                const GeoPoint p{lon, lat};
                QVERIFY(distanceMetres(toWgs84(fromWgs84(p, Crs::Gcj02), Crs::Gcj02), p) < 1e-4);
                QVERIFY(distanceMetres(toWgs84(fromWgs84(p, Crs::Bd09), Crs::Bd09), p) < 1e-3);
            }
        }
    }

    void abroadNothingIsShifted() {
        const GeoPoint boston{-71.08, 42.30};
        QCOMPARE(wgs84ToGcj02(boston), boston);
        QCOMPARE(gcj02ToWgs84(boston), boston);
    }

    void names() {
        QCOMPARE(crsFromName("bd09"), std::optional(Crs::Bd09));
        QVERIFY(!crsFromName("BD-09"));
        QCOMPARE(crsName(Crs::Gcj02), std::string_view("gcj02"));
    }

    void mercator() {
        const WorldPoint origin = toWorld({0, 0});
        QCOMPARE(origin, (WorldPoint{0.5, 0.5}));
        QVERIFY(std::abs(toWorld({180, kMaxMercatorLat}).y) < 1e-12);
        const GeoPoint p{113.9, 22.9};
        const GeoPoint back = toGeo(toWorld(p));
        QVERIFY(std::abs(back.lon - p.lon) < 1e-12 && std::abs(back.lat - p.lat) < 1e-12);
        const TileKey key = tileAt(toWorld(p), 14); // the tile that every slippy map names
        QCOMPARE(key, (TileKey{14, 13375, 7120}));
        QCOMPARE(tmsRow(key), 9263u);
        QVERIFY(std::abs(metresPerPixel(0, 0, 256) - 156543.03) < 0.01);
        QCOMPARE(worldPixels(2, 256), 1024.0);
    }

    void distances() {
        QVERIFY(std::abs(distanceMetres({0, 0}, {1, 0}) - 111195.08) < 1);
        QVERIFY(std::abs(bearingDegrees({0, 0}, {1, 0}) - 90) < 1e-9);
        QVERIFY(std::abs(bearingDegrees({0, 0}, {0, -1}) - 180) < 1e-9);
        const LocalPlane plane({113.9, 22.9});
        const GeoPoint p = plane.toGeo({12000, -8000});
        QVERIFY(std::abs(distanceMetres({113.9, 22.9}, p) - std::hypot(12000, 8000)) < 15);
        QVERIFY(std::abs(plane.toMetres(p).x - 12000) < 1e-6);
        QVERIFY(std::abs(lengthMetres({{0, 0}, {1, 0}, {2, 0}}) - 2 * 111195.08) < 2);
    }
};

QTEST_APPLESS_MAIN(TestCrs)
#include "TestCrs.moc"
