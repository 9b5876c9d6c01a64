// The web surface alone: comes up, shows what it is told, survives its renderer. The contract that it shares with the
// painter is tested by tests/ui/map.
#include "tests/ui/map/web/WebFixture.h"
#include "ui/map/web/MapPage.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <csignal>

using namespace zs;
using namespace zs::map;
using namespace zs::map::webtest;

namespace {

constexpr int kPatience = 20'000; // a software renderer on a busy machine

QImage captured(MapSurface& surface)
{
    QImage image;
    surface.capture([&](QImage got) { image = std::move(got); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!image.isNull(), kPatience); }();
    return image;
}

/// Pixels of `colour` within `half` px of a place.
int countOf(const QImage& image, QPoint at, const QColor& colour, int half = 10)
{
    int count = 0;
    for (int y = at.y() - half; y <= at.y() + half; ++y)
        for (int x = at.x() - half; x <= at.x() + half; ++x)
            if (image.rect().contains(x, y) && QColor(image.pixel(x, y)) == colour)
                ++count;
    return count;
}

} // namespace

class WebSurfaceTest final : public zs::testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<WebSurface> shown(std::shared_ptr<const MapGround> ground = squareCity())
    {
        auto surface = std::make_unique<WebSurface>();
        surface->resize(800, 600);
        QSignalSpy ready(surface.get(), &MapSurface::ready);
        QSignalSpy failed(surface.get(), &MapSurface::failed);
        surface->setTheme(m_themes.light);
        surface->setGround(ground);
        surface->setCamera({ground->bounds.centre(), 11});
        surface->show();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, kPatience); }();
        [&] { QCOMPARE(failed.count(), 0); }();
        return surface;
    }

    kit::ThemeSet m_themes;

private Q_SLOTS:
    void initTestCase()
    {
        const auto themes = kit::builtinThemes();
        QVERIFY(themes.has_value());
        m_themes = *themes;
    }

    void showsCasesPeopleAndGround()
    {
        auto surface = shown();
        const GeoPoint middle{113.8, 23.05};
        surface->setCases({caseAt(middle, 7)});
        const QImage image = captured(*surface);
        const QPoint at = surface->toWidget(middle).toPoint();
        QVERIFY(countOf(image, at, m_themes.light.semantic.alarm, 5) > 20);
        const QPoint land = surface->toWidget({113.83, 23.02}).toPoint();
        QVERIFY(countOf(image, land, m_themes.light.map.land) > 100);
        if (qEnvironmentVariableIsSet("ZS_KEEP_IMAGES"))
            image.save(qEnvironmentVariable("ZS_KEEP_IMAGES") + QStringLiteral("/web.png"));
    }

    void movedPeopleArrive()
    {
        auto surface = shown();
        std::vector<Mark> people;
        for (int i = 0; i < 10'300; ++i)
            people.push_back(personAt({113.62 + 0.36 * (i % 103) / 103, 22.92 + 0.26 * (i / 103) / 100}, 1 + i));
        QSignalSpy taken(surface.get(), &WebSurface::taken);
        surface->setPeople(people);
        QTRY_VERIFY_WITH_TIMEOUT(taken.count() >= 1, kPatience);
        // One of them goes where nobody is.
        const GeoPoint away{113.57, 23.22};
        people[5000] = personAt(away, 5001);
        surface->setPeople(people);
        const QImage image = captured(*surface);
        if (qEnvironmentVariableIsSet("ZS_KEEP_IMAGES"))
            image.save(qEnvironmentVariable("ZS_KEEP_IMAGES") + QStringLiteral("/people.png"));
        // Small at this zoom, so mostly edge: darker than halfway between the land and a person.
        int dark = 0;
        const QPoint at = surface->toWidget(away).toPoint();
        for (int y = -3; y <= 3; ++y)
            for (int x = -3; x <= 3; ++x)
                dark += qGray(image.pixel(at + QPoint(x, y))) < 160;
        QVERIFY2(dark >= 8, qPrintable(QString::number(dark)));
        QCOMPARE(surface->hitTest(surface->toWidget(away)), (Hit{Hit::Kind::Person, 5001, surface->hitTest(surface->toWidget(away)).place}));
    }

    void callsBetweenFramesAreMerged()
    {
        auto surface = shown();
        captured(*surface);
        QSignalSpy taken(surface.get(), &WebSurface::taken);
        for (int i = 0; i < 50; ++i)
            surface->setPeople({personAt({113.7 + 0.001 * i, 23.05}, 1)});
        captured(*surface);
        QVERIFY2(taken.count() <= 3, qPrintable(QString::number(taken.count())));
    }

    void reloadAsksForEverythingAgain()
    {
        auto surface = shown();
        const GeoPoint middle{113.8, 23.05};
        surface->setCases({caseAt(middle, 7)});
        surface->setCamera({{113.81, 23.06}, 12.5});
        captured(*surface);
        QSignalSpy recovered(surface.get(), &WebSurface::recovered);
        surface->page().open();
        QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), 1, kPatience);
        QCOMPARE(surface->camera(), (Camera{{113.81, 23.06}, 12.5}));
        const QImage image = captured(*surface);
        QVERIFY(countOf(image, surface->toWidget(middle).toPoint(), m_themes.light.semantic.alarm, 5) > 20);
    }

    void themeChangesLive()
    {
        auto surface = shown();
        const QPoint land = surface->toWidget({113.83, 23.02}).toPoint();
        QVERIFY(countOf(captured(*surface), land, m_themes.light.map.land) > 100);
        surface->setTheme(m_themes.dark);
        QVERIFY(countOf(captured(*surface), land, m_themes.dark.map.land) > 100);
    }

    void languageChangesTheNames()
    {
        auto surface = shown();
        const QRect where(surface->toWidget(squareCity()->bounds.centre()).toPoint() - QPoint(60, 15), QSize(120, 30));
        const QImage chinese = captured(*surface).copy(where);
        surface->setLanguage(domain::Language::English);
        const QImage english = captured(*surface).copy(where);
        QVERIFY(chinese != english);
        surface->setLayerShown(MapLayer::Labels, false);
        const QImage none = captured(*surface).copy(where);
        QVERIFY(none != english && none != chinese);
        surface->setLayerShown(MapLayer::Labels, true);
        surface->setLanguage(domain::Language::Chinese);
        QCOMPARE(captured(*surface).copy(where), chinese);
    }

    void twoCapturesOfTheSameAreEqual()
    {
        auto surface = shown();
        surface->setPeople({personAt({113.7, 23}, 1), personAt({113.9, 23.1}, 2)});
        const QImage first = captured(*surface);
        QCOMPARE(captured(*surface), first);
    }

    void tonesOfGridsAreSeenAndGo()
    {
        auto surface = shown();
        const QPoint inside = surface->toWidget({113.82, 23.0}).toPoint(); // grid column 5, row 2
        const QImage before = captured(*surface);
        Emphasis emphasis;
        emphasis.grids = {{GridId(1025), GridTone::Muted}};
        surface->setEmphasis(emphasis);
        QVERIFY(countOf(captured(*surface), inside, m_themes.light.map.landAlt, 5) > 50);
        emphasis.grids = {{GridId(1025), GridTone::Illegal}, {GridId(1026), GridTone::Hover}};
        surface->setEmphasis(emphasis);
        const QImage illegal = captured(*surface);
        // A line in eight pixels, in the grid and nowhere beside it.
        const int plain = countOf(illegal, inside, m_themes.light.map.land, 8);
        QVERIFY2(plain < 17 * 17 * 15 / 16 && plain > 17 * 17 / 2, qPrintable(QString::number(plain)));
        QVERIFY(illegal != before);
        surface->setTheme(m_themes.dark);
        const int dark = countOf(captured(*surface), inside, m_themes.dark.map.land, 8);
        QVERIFY2(dark < 17 * 17 * 15 / 16 && dark > 17 * 17 / 2, qPrintable(QString::number(dark)));
        surface->setTheme(m_themes.light);
        surface->setEmphasis({});
        QCOMPARE(captured(*surface), before);
    }

    void aDeadRendererAgainAndAgainIsReported()
    {
        auto surface = shown();
        QSignalSpy recovered(surface.get(), &WebSurface::recovered);
        QSignalSpy failed(surface.get(), &MapSurface::failed);
        for (int i = 1; i <= 3; ++i) {
            QCOMPARE(::kill(static_cast<pid_t>(surface->rendererPid()), SIGKILL), 0);
            QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), i, kPatience);
        }
        bool called = false;
        surface->capture([&](const QImage&) { called = true; });
        QCOMPARE(::kill(static_cast<pid_t>(surface->rendererPid()), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, kPatience);
        QTRY_VERIFY(called); // nobody waits for ever
    }

    void handlersOfThePageMoveTheCamera()
    {
        auto surface = shown();
        surface->activateWindow();
        QWindow* window = surface->window()->windowHandle();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QSignalSpy moved(surface.get(), &MapSurface::cameraChanged);
        const double zoom = surface->camera().zoom;
        // The point under the pointer stays where it is.
        const QPoint at(200, 150);
        const GeoPoint under = surface->toPlace(at);
        QWheelEvent wheel(at, surface->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        wheel.setTimestamp(static_cast<quint64>(QDateTime::currentMSecsSinceEpoch()));
        QApplication::sendEvent(window, &wheel);
        QTRY_VERIFY_WITH_TIMEOUT(surface->camera().zoom > zoom + 0.3, kPatience);
        captured(*surface);
        const QPointF now = surface->toWidget(under);
        QVERIFY2((now - at).manhattanLength() < 2, qPrintable(QStringLiteral("%1 %2").arg(now.x()).arg(now.y())));

        const Camera before = surface->camera();
        QTest::mousePress(window, Qt::LeftButton, {}, {400, 300});
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(window, {400 + 10 * i, 300});
        QTest::mouseRelease(window, Qt::LeftButton, {}, {500, 300});
        QTRY_VERIFY_WITH_TIMEOUT(surface->camera().centre.lon < before.centre.lon, kPatience);

        captured(*surface);
        const double lat = surface->camera().centre.lat;
        surface->setFocus();
        QTest::keyClick(window, Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(surface->camera().centre.lat > lat, kPatience);
        QVERIFY(moved.count() > 3);
        captured(*surface);
        QTest::keyClick(window, Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(surface->camera().centre.lon - squareCity()->bounds.centre().lon) < 1e-6, kPatience);
    }

    void survivesItsRenderer()
    {
        auto surface = shown();
        const GeoPoint middle{113.8, 23.05};
        surface->setCases({caseAt(middle, 7)});
        captured(*surface);
        QSignalSpy recovered(surface.get(), &WebSurface::recovered);
        QSignalSpy failed(surface.get(), &MapSurface::failed);
        const auto pid = surface->rendererPid();
        QVERIFY(pid > 1);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(::kill(static_cast<pid_t>(pid), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), 1, kPatience);
        qInfo() << "recovered after" << clock.elapsed() << "ms";
        const QImage image = captured(*surface);
        QVERIFY(countOf(image, surface->toWidget(middle).toPoint(), m_themes.light.semantic.alarm, 5) > 20);
        QCOMPARE(failed.count(), 0);
    }
};

ZS_WEB_TEST_MAIN(WebSurfaceTest)
#include "tst_websurface.moc"
