#include "geo/Polygon.h"

#include <QTest>
#include <cmath>

using namespace zs;
using namespace zs::geo;

namespace {
GeoRing box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}
} // namespace

class TestShapes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aHoleIsOutside() {
        const GeoShape shape{{box(0, 0, 10, 10), box(4, 4, 6, 6)}};
        QVERIFY(contains(shape, {1, 1}));
        QVERIFY(!contains(shape, {5, 5}));
        QVERIFY(!contains(shape, {11, 5}));
        const GeoPoint label = labelPoint(shape);
        QVERIFY(contains(shape, label));
        QVERIFY(distanceToEdge(shape, label) > 1.5);
    }

    void areaTakesHolesOut() {
        const double full = areaSquareMetres({{box(0, 0, 0.1, 0.1)}});
        QVERIFY(std::abs(full - 11119.5 * 11119.5) / full < 1e-3);
        const double holed = areaSquareMetres({{box(0, 0, 0.1, 0.1), box(0, 0, 0.05, 0.1)}});
        QVERIFY(std::abs(holed - full / 2) / full < 1e-6);
        QVERIFY(signedArea(box(0, 0, 1, 1)) > 0);
    }

    void labelOfAHookIsInside() {
        const GeoShape hook{{{{0, 0}, {10, 0}, {10, 1}, {1, 1}, {1, 9}, {10, 9}, {10, 10}, {0, 10}}}};
        QVERIFY(contains(hook, labelPoint(hook)));
    }

    void labelIsInTheLargestPart() {
        const GeoShape two{{box(0, 0, 1, 1)}, {box(5, 5, 9, 9)}};
        QVERIFY(labelPoint(two).lon > 5);
    }

    void emptyShapes() {
        QVERIFY(!contains(GeoShape{}, {0, 0}));
        QVERIFY(boundsOf({}).isEmpty());
        QCOMPARE(labelPoint({}), GeoPoint{});
        QCOMPARE(areaSquareMetres({}), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestShapes)
#include "TestShapes.moc"
