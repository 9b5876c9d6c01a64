// Which grid a case belongs to when the sender names one.
#include "tests/domain/CityFixture.h"

#include <QTest>

using namespace zs;
using namespace zs::domain;
using namespace zs::domain::test;

class PlaceTest : public QObject {
    Q_OBJECT

    City m_city = smallCity();
    FixedSurroundings m_surroundings; // grid 1 east of 113°, else none

    tl::expected<GridId, std::string> received(GridId grid, GeoPoint place) const
    {
        const Context context{fromUnixMillis(1'772'440'860'000), {"duty-01", Role::Dispatcher}, m_city, m_surroundings};
        Receive receive = std::get<Receive>(everyCommand().front());
        receive.grid = grid;
        receive.place = place;
        const auto decided = decide(Case{}, CaseCommand(receive), context);
        if (!decided)
            return tl::unexpected(decided.error().code);
        return std::get<Received>(*decided).grid;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto box = [](double west, double south) {
            return GeoShape{{{{west, south}, {west + 0.01, south}, {west + 0.01, south + 0.01}, {west, south + 0.01}}}};
        };
        m_city.grids[0].shape = box(113.50, 22.90);
        m_city.grids[1].shape = box(113.51, 22.90);
    }

    void theNamedGridIsKeptNearby()
    {
        QCOMPARE(received(GridId(2), {113.515, 22.905}).value(), GridId(2));
        QCOMPARE(received(GridId(2), {113.508, 22.905}).value(), GridId(2)); // across the border: 200 m
    }

    void thePlaceWinsOverAGridFarAway()
    {
        QCOMPARE(received(GridId(2), {113.502, 22.905}).value(), GridId(1));
        QCOMPARE(received(GridId(2), {113.515, 22.95}).value(), GridId(1));
        QCOMPARE(received(GridId(2), {0, 0}).error(), std::string("case.outside"));
        QCOMPARE(received(GridId(), {113.9, 22.9}).value(), GridId(1));
    }

    void anUnknownGridIsRefused() { QCOMPARE(received(GridId(9), {113.502, 22.905}).error(), std::string("grid.unknown")); }

    void aCityWithoutShapesTrustsTheSender()
    {
        m_city.grids[1].shape.clear();
        QCOMPARE(received(GridId(2), {113.6, 22.99}).value(), GridId(2));
    }
};

QTEST_APPLESS_MAIN(PlaceTest)
#include "tst_place.moc"
