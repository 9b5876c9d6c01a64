#include "geo/GridIndex.h"
#include "geo/Polygon.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>
#include <limits>
#include <random>

using namespace zs;
using namespace zs::geo;

namespace {

/// A sheet of n × n quadrilaterals with crooked corners that neighbours share.
std::vector<GeoShape> crookedSheet(int n) {
    std::mt19937 random(7);
    std::vector<GeoPoint> corners;
    for (int y = 0; y <= n; ++y) {
        for (int x = 0; x <= n; ++x) {
            const auto jitter = [&] { return (double(random() % 1000) / 1000 - 0.5) * 0.006; };
            corners.push_back({113 + x * 0.01 + jitter(), 22 + y * 0.01 + jitter()});
        }
    }
    std::vector<GeoShape> shapes;
    for (int y = 0; y < n; ++y) {
        for (int x = 0; x < n; ++x) {
            const auto at = [&](int cx, int cy) { return corners[std::size_t(cy * (n + 1) + cx)]; };
            shapes.push_back({{{at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)}}});
        }
    }
    return shapes;
}

GridIndex indexOf(const std::vector<GeoShape>& shapes) {
    std::vector<const GeoShape*> pointers;
    for (const GeoShape& shape : shapes)
        pointers.push_back(&shape);
    return GridIndex(pointers);
}

} // namespace

class TestGridIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void agreesWithAskingEveryShape() {
        const auto shapes = crookedSheet(20);
        const GridIndex index = indexOf(shapes);
        std::mt19937_64 random(1);
        std::uniform_real_distribution<double> lon(112.98, 113.22), lat(21.98, 22.22);
        for (int i = 0; i < 20000; ++i) {
            const GeoPoint p{lon(random), lat(random)};
            std::optional<std::size_t> owner;
            int owners = 0;
            for (std::size_t s = 0; s < shapes.size(); ++s) {
                if (contains(shapes[s], p)) {
                    owner = s;
                    ++owners;
                }
            }
            QVERIFY(owners <= 1);
            if (owner)
                QCOMPARE(index.find(p), owner);
        }
    }

    void aSharedBorderHasOneOwner() {
        const auto shapes = crookedSheet(6);
        const GridIndex index = indexOf(shapes);
        for (const GeoShape& shape : shapes) {
            const GeoRing& ring = shape[0][0];
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const GeoPoint a = ring[i], b = ring[(i + 1) % ring.size()];
                for (double t = 0; t <= 1; t += 0.125) {
                    const GeoPoint p{a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
                    int owners = 0;
                    for (const GeoShape& other : shapes)
                        owners += contains(other, p);
                    QVERIFY(owners <= 1);
                    QVERIFY2(index.find(p), "a point on the border fell through");
                }
            }
        }
    }

    void outsideAndNonsense() {
        const GridIndex index = indexOf(crookedSheet(4));
        QVERIFY(!index.find({0, 0}));
        QVERIFY(!index.find({std::numeric_limits<double>::quiet_NaN(), 22}));
        QVERIFY(!index.find({std::numeric_limits<double>::infinity(), 22}));
        QVERIFY(!GridIndex().find({113, 22}));
        QVERIFY(!GridIndex(std::span<const GeoShape* const>{}).find({113, 22}));
    }

    void holesBelongToNobodyOrToTheIsland() {
        const GeoRing outer{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, hole{{1, 1}, {3, 1}, {3, 3}, {1, 3}};
        const std::vector<GeoShape> shapes{{{outer, hole}}, {{hole}}};
        const GridIndex index = indexOf(shapes);
        QCOMPARE(index.find({0.5, 0.5}), std::optional<std::size_t>(0));
        QCOMPARE(index.find({2, 2}), std::optional<std::size_t>(1));
    }

    void aLookUpIsQuick() {
        const auto shapes = crookedSheet(54); // 2,916
        const GridIndex index = indexOf(shapes);
        std::mt19937_64 random(2);
        std::uniform_real_distribution<double> lon(113.02, 113.52), lat(22.02, 22.52);
        std::vector<GeoPoint> points(200000);
        for (GeoPoint& p : points)
            p = {lon(random), lat(random)};
        std::size_t found = 0;
        QElapsedTimer timer;
        timer.start();
        for (const GeoPoint p : points)
            found += index.find(p).has_value();
        const double micros = double(timer.nsecsElapsed()) / 1000 / double(points.size());
        qInfo("%.3f µs a look-up", micros);
        QCOMPARE(found, points.size());
        QVERIFY2(micros < 10, "five times the aim, to leave room for a sanitizer or a busy machine");
    }
};

QTEST_APPLESS_MAIN(TestGridIndex)
#include "TestGridIndex.moc"
