// The stand-in: the common contract while it stands in and after the takeover, and who is in front when.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/map/MapFixture.h"
#include "tests/ui/map/SurfaceContract.h"
#include "ui/map/painter/PainterSurface.h"
#include "ui/map/standin/StandInSurface.h"

#include <QSignalSpy>
#include <QWindow>

namespace zs::map::test {

namespace {

/// A surface whose page comes up, goes and fails when the test says so. Draws nothing.
class HeldSurface final : public MapSurface {
public:
    using MapSurface::MapSurface;

    void setGround(std::shared_ptr<const MapGround> ground) override { has.ground = std::move(ground); }
    void setTheme(const kit::Theme& theme) override { has.theme = theme.mode; }
    void setLanguage(domain::Language language) override { has.language = language; }
    void setLayerShown(MapLayer layer, bool shown) override { has.shown[static_cast<std::size_t>(layer)] = shown; }
    void setPeople(std::vector<Mark> people) override { has.people = people.size(); }
    void setCases(std::vector<Mark> cases) override { has.cases = cases.size(); }
    void setEmphasis(Emphasis emphasis) override { has.selected = emphasis.selectedCase; }
    Camera camera() const override { return has.camera; }
    void setCamera(const Camera& camera) override { has.camera = camera; }
    Hit hitTest(QPointF) const override { return {}; }
    void setDropTarget(MapDropTarget* target) override { has.target = target; }
    void settle(std::function<void()> done) override { settling.push_back(std::move(done)); }
    QImage picture() override { return {}; }

    void finishSettling()
    {
        for (const auto& done : std::exchange(settling, {}))
            done();
    }

    struct Has {
        std::shared_ptr<const MapGround> ground;
        std::optional<kit::Mode> theme;
        domain::Language language = domain::Language::Chinese;
        std::array<bool, 4> shown{true, true, true, true};
        std::size_t people = 0, cases = 0;
        std::optional<std::uint64_t> selected;
        Camera camera;
        MapDropTarget* target = nullptr;
    } has;
    std::vector<std::function<void()>> settling;
};

MapSurface* painter(QWidget* parent)
{
    auto* surface = new PainterSurface(parent);
    surface->setTheme(theme(kit::Mode::Light));
    return surface;
}

/// Says that it is ready when it has settled: behind another it is never painted.
MapSurface* hiddenPainter(QWidget* parent)
{
    MapSurface* surface = painter(parent);
    QMetaObject::invokeMethod(surface, [surface] { surface->settle([surface] { Q_EMIT surface->ready(); }); }, Qt::QueuedConnection);
    return surface;
}

} // namespace

class StandInContract : public SurfaceContract {
    Q_OBJECT
protected:
    QWidget* receiver(MapSurface& surface) override { return surface.focusProxy(); }
};

/// The chosen one never comes: all is the stand-in's.
class BeforeTakeover final : public StandInContract {
    Q_OBJECT
protected:
    std::unique_ptr<MapSurface> make() override
    {
        auto surface = std::make_unique<StandInSurface>(painter, [](QWidget* p) -> MapSurface* { return new HeldSurface(p); });
        surface->setTheme(theme(kit::Mode::Light));
        return surface;
    }
};

class AfterTakeover final : public StandInContract {
    Q_OBJECT
protected:
    std::unique_ptr<MapSurface> make() override
    {
        auto surface = std::make_unique<StandInSurface>(painter, hiddenPainter);
        surface->setTheme(theme(kit::Mode::Light));
        return surface;
    }
    void shown(MapSurface& surface) override
    {
        auto& both = static_cast<StandInSurface&>(surface);
        QTRY_COMPARE(both.front(), StandInSurface::Front::Chosen);
    }
};

class StandInTest final : public testkit::TestCase {
    Q_OBJECT

    std::unique_ptr<StandInSurface> m_surface;
    HeldSurface* m_held = nullptr;

    StandInSurface::Front front() const { return m_surface->front(); }
    /// The page draws for the first time, and all that was asked for is drawn.
    void pageComesUp()
    {
        Q_EMIT m_held->ready();
        m_held->finishSettling();
    }

private Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_held = nullptr;
        m_surface = std::make_unique<StandInSurface>(painter, [this](QWidget* parent) -> MapSurface* { return m_held = new HeldSurface(parent); });
        m_surface->resize(640, 480);
        m_surface->setTheme(theme(kit::Mode::Dark));
        m_surface->setLanguage(domain::Language::English);
        m_surface->setLayerShown(MapLayer::Labels, false);
        m_surface->setGround(makeGround());
        m_surface->setPeople({mark(middleOf(1, 1), 1, kit::Shape::Person), mark(middleOf(2, 2), 2, kit::Shape::Person)});
        m_surface->setCases({mark(middleOf(3, 3), 9, kit::Shape::Hazard)});
        Emphasis selected;
        selected.selectedCase = 9;
        m_surface->setEmphasis(selected);
        m_surface->setCamera({middleOf(3, 3), 12});
        QSignalSpy ready(m_surface.get(), &MapSurface::ready);
        m_surface->show();
        QTRY_COMPARE(ready.count(), 1);
        QTRY_VERIFY(m_held);
    }
    void cleanup() { m_surface.reset(); }

    void theChosenOneIsToldAllThatWasSaid()
    {
        QVERIFY(m_held->has.ground);
        QVERIFY(m_held->has.theme == kit::Mode::Dark);
        QCOMPARE(m_held->has.language, domain::Language::English);
        QVERIFY(!m_held->has.shown[static_cast<std::size_t>(MapLayer::Labels)] && m_held->has.shown[0]);
        QCOMPARE(m_held->has.people, std::size_t(2));
        QCOMPARE(m_held->has.cases, std::size_t(1));
        QVERIFY(m_held->has.selected == std::uint64_t(9));
        QCOMPARE(m_held->has.camera, m_surface->camera());
        QVERIFY(m_held->isVisible());
        QCOMPARE(m_held->geometry(), m_surface->rect());
    }

    void itTakesOverWhenItHasDrawnAll()
    {
        QSignalSpy tookOver(m_surface.get(), &StandInSurface::tookOver);
        Q_EMIT m_held->ready();
        QCOMPARE(front(), StandInSurface::Front::StandIn);
        m_held->finishSettling();
        QCOMPARE(front(), StandInSurface::Front::Chosen);
        QCOMPARE(tookOver.count(), 1);
        QCOMPARE(m_surface->camera(), (Camera{middleOf(3, 3), 12}));
        m_surface->setCamera({middleOf(1, 1), 13});
        QCOMPARE(m_held->has.camera, (Camera{middleOf(1, 1), 13}));
        QTRY_VERIFY(!m_surface->findChild<QWidget*>(QStringLiteral("mapStandIn"))); // its memory is given back
    }

    void whatMovedMeanwhileIsDrawnBeforeTheTakeover()
    {
        Q_EMIT m_held->ready();
        m_surface->setCamera({middleOf(5, 5), 14});
        m_held->finishSettling(); // that was the old place
        QCOMPARE(front(), StandInSurface::Front::StandIn);
        QCOMPARE(m_held->has.camera, (Camera{middleOf(5, 5), 14}));
        m_held->finishSettling();
        QCOMPARE(front(), StandInSurface::Front::Chosen);
        QCOMPARE(m_surface->camera(), (Camera{middleOf(5, 5), 14}));
    }

    void nothingChangesUnderADrag()
    {
        Emphasis dragging;
        dragging.dragging = true;
        m_surface->setEmphasis(dragging);
        pageComesUp();
        QCOMPARE(front(), StandInSurface::Front::StandIn);
        m_surface->setEmphasis({});
        m_held->finishSettling();
        QCOMPARE(front(), StandInSurface::Front::Chosen);
    }

    void nothingChangesUnderAPressedButton()
    {
        QWindow* window = m_surface->window()->windowHandle();
        QTest::mousePress(window, Qt::LeftButton, {}, {300, 200});
        QTest::mouseMove(window, {340, 200});
        pageComesUp();
        QCOMPARE(front(), StandInSurface::Front::StandIn);
        QTest::mouseRelease(window, Qt::LeftButton, {}, {340, 200});
        QTRY_VERIFY(!m_held->settling.empty());
        m_held->finishSettling();
        QCOMPARE(front(), StandInSurface::Front::Chosen);
    }

    void anInterruptionBringsTheStandInBack()
    {
        pageComesUp();
        QCOMPARE(front(), StandInSurface::Front::Chosen);
        m_surface->setCamera({middleOf(4, 4), 13});
        QSignalSpy steppedBack(m_surface.get(), &StandInSurface::steppedBack);
        Q_EMIT m_held->interrupted();
        QCOMPARE(front(), StandInSurface::Front::StandIn);
        QCOMPARE(steppedBack.count(), 1);
        QCOMPARE(m_surface->camera(), (Camera{middleOf(4, 4), 13}));
        // It works: the ground is there, and what it is told counts.
        QTRY_COMPARE(m_surface->hitTest(m_surface->toWidget(middleOf(4, 4))).kind, Hit::Kind::Grid);
        QCOMPARE(m_surface->hitTest(m_surface->toWidget(middleOf(3, 3))).kind, Hit::Kind::Case);
        Q_EMIT m_held->recovered();
        m_held->finishSettling();
        QCOMPARE(front(), StandInSurface::Front::Chosen);
    }

    void afterAFailureTheStandInStays()
    {
        Q_EMIT m_held->failed(QStringLiteral("no WebGL"));
        QCOMPARE(front(), StandInSurface::Front::StandIn);
        QVERIFY(!m_surface->chosen());
        m_surface->setCamera({middleOf(1, 1), 13});
        QCOMPARE(m_surface->hitTest(m_surface->toWidget(middleOf(1, 1))).kind, Hit::Kind::Person);
    }

    void aPictureAskedForBeforeIsMadeAfter()
    {
        pageComesUp();
        bool done = false;
        m_surface->settle([&] { done = true; });
        QVERIFY(!done);
        Q_EMIT m_held->interrupted();
        QTRY_VERIFY(done); // by the stand-in
        m_held->finishSettling();
    }

    void theFocusGoesAlong()
    {
        m_surface->activateWindow();
        m_surface->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), m_surface->focusProxy());
        m_held->setFocusPolicy(Qt::StrongFocus);
        pageComesUp();
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(m_held));
    }
};

} // namespace zs::map::test

using namespace zs::map::test;
ZS_GUI_TEST_MAIN(BeforeTakeover, AfterTakeover, StandInTest)
#include "tst_standin.moc"
