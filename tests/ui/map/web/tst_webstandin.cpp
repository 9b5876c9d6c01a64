// The native map stands in for the page: at the start, and while a dead renderer is brought back.
#include "tests/ui/map/web/WebFixture.h"
#include "ui/map/painter/PainterSurface.h"
#include "ui/map/standin/StandInSurface.h"

#include <QSignalSpy>
#include <QWindow>

#include <csignal>

using namespace zs;
using namespace zs::map;
using namespace zs::map::webtest;

namespace {

constexpr int kPatience = 20'000; // a software renderer on a busy machine
constexpr GeoPoint kMiddle{113.8, 23.05};

QImage captured(MapSurface& surface)
{
    QImage image;
    surface.capture([&](QImage got) { image = std::move(got); });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!image.isNull(), kPatience); }();
    return image;
}

int countOf(const QImage& image, QPoint at, const QColor& colour)
{
    int count = 0;
    for (int y = at.y() - 5; y <= at.y() + 5; ++y)
        for (int x = at.x() - 5; x <= at.x() + 5; ++x)
            count += image.rect().contains(x, y) && QColor(image.pixel(x, y)) == colour;
    return count;
}

} // namespace

class WebStandInTest final : public zs::testkit::TestCase {
    Q_OBJECT

    QWidget m_window;
    StandInSurface* m_surface = nullptr;
    kit::Theme m_theme;

    WebSurface& web() { return *qobject_cast<WebSurface*>(m_surface->chosen()); }

private Q_SLOTS:
    void initTestCase()
    {
        const auto themes = kit::builtinThemes();
        QVERIFY(themes.has_value());
        m_theme = themes->light;
        startWebEngine();
        m_window.resize(800, 600);
        m_surface = new StandInSurface([](QWidget* p) -> MapSurface* { return new PainterSurface(p); },
                                       [](QWidget* p) -> MapSurface* { return new WebSurface(p); }, &m_window);
        m_surface->resize(800, 600);
        m_surface->setTheme(m_theme);
        m_surface->setGround(squareCity());
        m_surface->setCamera({kMiddle, 11});
        m_surface->setCases({caseAt(kMiddle, 7)});
    }

    void worksBeforeThePageIsThere()
    {
        QSignalSpy ready(m_surface, &MapSurface::ready);
        m_window.show();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, kPatience);
        QCOMPARE(m_surface->front(), StandInSurface::Front::StandIn);
        const QPoint at = m_surface->toWidget(kMiddle).toPoint();
        QCOMPARE(m_surface->hitTest(at).kind, Hit::Kind::Case);
        QVERIFY(countOf(captured(*m_surface), at, m_theme.semantic.alarm) > 20);
    }

    void thePageTakesOverInTheSameWindow()
    {
        const WId before = m_window.winId();
        m_surface->setCamera({{113.79, 23.04}, 12});
        QTRY_COMPARE_WITH_TIMEOUT(m_surface->front(), StandInSurface::Front::Chosen, kPatience);
        QCOMPARE(m_surface->camera(), (Camera{{113.79, 23.04}, 12}));
        QVERIFY(countOf(captured(*m_surface), m_surface->toWidget(kMiddle).toPoint(), m_theme.semantic.alarm) > 20);
        // A window made anew would flash and lose the focus.
        QCOMPARE(m_window.winId(), before);
    }

    void aDeadRendererIsStoodInForUntilItIsBack()
    {
        QSignalSpy steppedBack(m_surface, &StandInSurface::steppedBack);
        QSignalSpy tookOver(m_surface, &StandInSurface::tookOver);
        const Camera camera = m_surface->camera();
        QCOMPARE(::kill(static_cast<pid_t>(web().rendererPid()), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(steppedBack.count(), 1, kPatience);
        QCOMPARE(m_surface->camera(), camera);
        const QPoint at = m_surface->toWidget(kMiddle).toPoint();
        QCOMPARE(m_surface->hitTest(at).kind, Hit::Kind::Case);
        QVERIFY(countOf(captured(*m_surface), at, m_theme.semantic.alarm) > 20);
        QTRY_COMPARE_WITH_TIMEOUT(tookOver.count(), 1, kPatience);
        QCOMPARE(m_surface->camera(), camera);
        QVERIFY(countOf(captured(*m_surface), at, m_theme.semantic.alarm) > 20);
    }
};

ZS_WEB_TEST_MAIN(WebStandInTest)
#include "tst_webstandin.moc"
