#include "tests/ui/map/SurfaceContract.h"

#include "tests/ui/map/MapFixture.h"

#include <QSignalSpy>

#include <cmath>

namespace zs::map::test {

SurfaceContract::SurfaceContract() = default;
SurfaceContract::~SurfaceContract() = default;

void SurfaceContract::initTestCase()
{
    qRegisterMetaType<Hit>();
    m_basemap = writeBasemap(m_dir);
}

void SurfaceContract::init()
{
    TestCase::init();
    m_surface = make();
    m_surface->resize(640, 480);
    m_surface->setGround(makeGround(m_basemap));
    m_surface->setPeople({mark(kPersonAt, kPerson, kit::Shape::Person)});
    m_surface->setCases({mark(kCaseAt, kCase, kit::Shape::Dispute)});
    show(13);
    m_surface->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_surface.get()));
    shown(*m_surface);
}

void SurfaceContract::cleanup()
{
    m_surface.reset();
}

void SurfaceContract::show(double zoom)
{
    m_surface->setCamera({kPersonAt, zoom});
}

QImage SurfaceContract::picture()
{
    QImage image;
    bool done = false;
    m_surface->capture([&](QImage i) {
        image = std::move(i);
        done = true;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(done, patience()); }();
    return image;
}

void SurfaceContract::cameraGoesRoundTrip()
{
    for (const double zoom : {7.0, 10.25, 13.0, 16.7, 18.0}) {
        const Camera camera{kBounds.centre(), zoom};
        m_surface->setCamera(camera);
        const Camera back = m_surface->camera();
        QVERIFY(std::abs(back.centre.lon - camera.centre.lon) < 1e-9 && std::abs(back.centre.lat - camera.centre.lat) < 1e-9);
        QCOMPARE(back.zoom, zoom);
        const QPointF middle = m_surface->toWidget(camera.centre);
        QVERIFY(std::abs(middle.x() - m_surface->width() / 2.0) < 1e-3);
        QVERIFY(std::abs(middle.y() - m_surface->height() / 2.0) < 1e-3);
        const QPointF point(123, 321);
        const QPointF again = m_surface->toWidget(m_surface->toPlace(point));
        QVERIFY(std::abs(again.x() - point.x()) < 1e-3 && std::abs(again.y() - point.y()) < 1e-3);
    }
}

void SurfaceContract::cameraStaysInItsLimits()
{
    m_surface->setCamera({kBounds.centre(), 99});
    QCOMPARE(m_surface->camera().zoom, maxZoom);
    m_surface->setCamera({kBounds.centre(), -3});
    QCOMPARE(m_surface->camera().zoom, minZoom);
    m_surface->setCamera({{500, 89.9}, 10});
    QVERIFY(m_surface->camera().centre.lon <= 180.0001);
    QVERIFY(m_surface->camera().centre.lat <= geo::kMaxMercatorLat + 1e-6);
}

void SurfaceContract::fitShowsTheWholeBounds()
{
    m_surface->fit(kBounds);
    const QRectF all(m_surface->rect());
    const QPointF nw = m_surface->toWidget({kBounds.west, kBounds.north}), se = m_surface->toWidget({kBounds.east, kBounds.south});
    QVERIFY(all.contains(nw) && all.contains(se));
    QVERIFY(se.x() - nw.x() > all.width() * 0.6 || se.y() - nw.y() > all.height() * 0.6);
}

void SurfaceContract::hitsAtEveryZoom_data()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {11.0, 12.5, 14.0, 17.0})
        QTest::addRow("%g", zoom) << zoom;
}

void SurfaceContract::hitsAtEveryZoom()
{
    QFETCH(double, zoom);
    show(zoom);
    const Hit person = m_surface->hitTest(m_surface->toWidget(kPersonAt) + QPointF(2, -2));
    QCOMPARE(person.kind, Hit::Kind::Person);
    QCOMPARE(person.id, kPerson);
    QVERIFY(std::abs(person.place.lon - kPersonAt.lon) < 1e-6);
    m_surface->setCamera({kCaseAt, zoom});
    const Hit event = m_surface->hitTest(m_surface->toWidget(kCaseAt));
    QCOMPARE(event.kind, Hit::Kind::Case);
    QCOMPARE(event.id, kCase);
    const GeoPoint empty = middleOf(2, 4);
    m_surface->setCamera({empty, zoom});
    QTRY_COMPARE_WITH_TIMEOUT(m_surface->hitTest(m_surface->toWidget(empty)).kind, Hit::Kind::Grid, patience());
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(empty)).id, std::uint64_t(gridAt(2, 4).value));
    const GeoPoint outside{kBounds.west - 0.05, kBounds.south - 0.05};
    m_surface->setCamera({outside, zoom});
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(outside)).kind, Hit::Kind::Nothing);
}

void SurfaceContract::hiddenLayersAreNotHit()
{
    (void)picture(); // the ground is there
    m_surface->setLayerShown(MapLayer::People, false);
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kPersonAt)).kind, Hit::Kind::Grid);
    m_surface->setLayerShown(MapLayer::Cases, false);
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kCaseAt)).kind, Hit::Kind::Grid);
    m_surface->setLayerShown(MapLayer::People, true);
    m_surface->setLayerShown(MapLayer::Cases, true);
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kPersonAt)).kind, Hit::Kind::Person);
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kCaseAt)).kind, Hit::Kind::Case);
}

void SurfaceContract::theNearerOneIsHit()
{
    const GeoPoint right = m_surface->toPlace(m_surface->toWidget(kPersonAt) + QPointF(10, 0));
    m_surface->setPeople({mark(kPersonAt, 1, kit::Shape::Person), mark(right, 2, kit::Shape::Person)});
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kPersonAt) + QPointF(2, 0)).id, std::uint64_t(1));
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kPersonAt) + QPointF(8, 0)).id, std::uint64_t(2));
}

void SurfaceContract::peopleComeFirstWhileDragging()
{
    m_surface->setCases({mark(kPersonAt, kCase, kit::Shape::Dispute)});
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kPersonAt)).kind, Hit::Kind::Case);
    Emphasis e;
    e.dragging = true;
    m_surface->setEmphasis(e);
    QCOMPARE(m_surface->hitTest(m_surface->toWidget(kPersonAt)).kind, Hit::Kind::Person);
}

void SurfaceContract::pictureIsNotBlank()
{
    const QImage image = picture();
    QCOMPARE(image.deviceIndependentSize().toSize(), m_surface->size());
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2)
            colours.insert(image.pixel(x, y));
    QVERIFY2(colours.size() > 8, qPrintable(QString::number(colours.size())));
}

void SurfaceContract::twoPicturesAreEqual()
{
    const QImage first = picture();
    QCOMPARE(differing(first, picture()), 0);
    // The same place again, by another way.
    show(11);
    (void)picture();
    show(13);
    QCOMPARE(differing(first, picture()), 0);
}

void SurfaceContract::themesDiffer()
{
    const QImage light = picture();
    m_surface->setTheme(theme(kit::Mode::Dark));
    const QImage dark = picture();
    QVERIFY(differing(light, dark) > light.width() * light.height() / 2);
    QVERIFY(qGray(light.pixel(5, 5)) > qGray(dark.pixel(5, 5)));
}

void SurfaceContract::layersChangeThePicture()
{
    show(12);
    const QImage all = picture();
    for (const MapLayer layer : {MapLayer::Grids, MapLayer::People, MapLayer::Cases, MapLayer::Labels}) {
        m_surface->setLayerShown(layer, false);
        QVERIFY2(differing(all, picture()) > 0, qPrintable(QString::number(static_cast<int>(layer))));
        m_surface->setLayerShown(layer, true);
    }
    QCOMPARE(differing(all, picture()), 0);
}

void SurfaceContract::languagesDiffer()
{
    show(12);
    m_surface->setLanguage(domain::Language::Chinese);
    const QImage chinese = picture();
    m_surface->setLanguage(domain::Language::English);
    QVERIFY(differing(chinese, picture()) > 0);
}

void SurfaceContract::emphasisChangesThePicture()
{
    const QImage plain = picture();
    const auto changes = [&](const Emphasis& e) {
        m_surface->setEmphasis(e);
        return differing(plain, picture());
    };
    Emphasis e;
    e.selectedCase = kCase;
    QVERIFY(changes(e) > 0);
    e = {};
    e.legalPeople = {kPerson};
    QVERIFY(changes(e) > 0);
    e = {};
    e.hoverPerson = kPerson;
    QVERIFY(changes(e) > 0);
    e = {};
    e.dragging = true; // everybody fades
    QVERIFY(changes(e) > 0);
    e = {};
    e.line = Emphasis::Line{kCaseAt, kPersonAt, QStringLiteral("1.2 km")};
    QVERIFY(changes(e) > 0);
    e = {};
    e.personLabels = {{kPerson, QStringLiteral("1 李伟")}};
    QVERIFY(changes(e) > 0);
    for (const GridTone tone : {GridTone::Legal, GridTone::Hover, GridTone::Selected, GridTone::Illegal}) {
        e = {};
        e.grids = {{gridAt(4, 3), tone}};
        QVERIFY(changes(e) > 0);
    }
    QCOMPARE(changes({}), 0);
}

void SurfaceContract::mutedGridsChangeThePicture()
{
    const QImage plain = picture();
    Emphasis e;
    e.grids = {{gridAt(4, 3), GridTone::Muted}};
    m_surface->setEmphasis(e);
    QVERIFY(differing(plain, picture()) > 100);
    m_surface->setEmphasis({});
    QCOMPARE(differing(plain, picture()), 0);
}

void SurfaceContract::saysWhenItIsReady()
{
    auto surface = make();
    QSignalSpy ready(surface.get(), &MapSurface::ready);
    surface->resize(320, 240);
    surface->setGround(makeGround(m_basemap));
    surface->setCamera({kBounds.centre(), 12});
    surface->show();
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience());
}

} // namespace zs::map::test
