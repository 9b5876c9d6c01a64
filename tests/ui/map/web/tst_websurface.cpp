// The web surface alone: comes up, shows what it is told, survives its renderer. The contract that it shares with the
// painter is tested by tests/ui/map.
#include "tests/ui/map/web/WebFixture.h"

#include <QSignalSpy>
#include <QTest>

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
