// The contract's second half: what a hand does. Events go to what gets them from the window system (receiver()).
#include "tests/ui/map/MapFixture.h"
#include "tests/ui/map/SurfaceContract.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QWheelEvent>

#include <cmath>

namespace zs::map::test {

namespace {

class Target final : public MapDropTarget {
public:
    bool accepts(const QMimeData& data) const override { return data.hasFormat(QStringLiteral("application/x-test")); }
    bool dragOver(const QMimeData&, const Hit& hit, QPoint) override
    {
        over.push_back(hit);
        return hit.kind == Hit::Kind::Person;
    }
    void dragLeft() override { ++left; }
    bool drop(const QMimeData&, const Hit& hit) override
    {
        dropped.push_back(hit);
        return true;
    }
    std::vector<Hit> over, dropped;
    int left = 0;
};

void mouse(QWidget* to, QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, to->mapToGlobal(QPointF(at)), button, buttons, {});
    QCoreApplication::sendEvent(to, &event);
}

void wheel(QWidget* to, QPoint at, int eighths)
{
    QWheelEvent event(at, to->mapToGlobal(QPointF(at)), {}, {0, eighths}, {}, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(to, &event);
}

double apart(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

} // namespace

void SurfaceContract::keysPanAndZoom()
{
    QWidget* keys = receiver(*m_surface);
    const Camera before = m_surface->camera();
    QTest::keyClick(keys, Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(m_surface->camera().centre.lon > before.centre.lon, patience());
    QTest::keyClick(keys, Qt::Key_Left);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(m_surface->camera().centre.lon - before.centre.lon) < 1e-6, patience());
    QTest::keyClick(keys, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(m_surface->camera().centre.lat < before.centre.lat, patience());
    QTest::keyClick(keys, Qt::Key_Plus);
    QTRY_VERIFY_WITH_TIMEOUT(m_surface->camera().zoom > before.zoom, patience());
    QTest::keyClick(keys, Qt::Key_Minus);
    QTRY_COMPARE_WITH_TIMEOUT(m_surface->camera().zoom, before.zoom, patience());
    QTest::keyClick(keys, Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(m_surface->camera().centre.lon - kBounds.centre().lon) < 1e-3, patience());
}

void SurfaceContract::clickAndMenuTellWhatTheyHit()
{
    QWidget* mouse = receiver(*m_surface);
    QSignalSpy clicked(m_surface.get(), &MapSurface::clicked);
    const QPoint at = m_surface->toWidget(kPersonAt).toPoint();
    QTest::mouseClick(mouse, Qt::LeftButton, {}, at);
    QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience());
    QCOMPARE(clicked.first().first().value<Hit>().id, kPerson);
    QSignalSpy menu(m_surface.get(), &MapSurface::contextMenuAt);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, mouse->mapToGlobal(at));
    QCoreApplication::sendEvent(mouse, &event);
    QTRY_COMPARE_WITH_TIMEOUT(menu.count(), 1, patience());
    QCOMPARE(menu.first().first().value<Hit>().kind, Hit::Kind::Person);
}

void SurfaceContract::dragAsksTheTarget()
{
    (void)picture();
    Target target;
    m_surface->setDropTarget(&target);
    QWidget* under = receiver(*m_surface);
    QMimeData data;
    data.setData(QStringLiteral("application/x-test"), "1");
    const QPoint person = m_surface->toWidget(kPersonAt).toPoint(), grid = m_surface->toWidget(middleOf(4, 4)).toPoint();

    QDragEnterEvent enter(grid, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(under, &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent overGrid(grid, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(under, &overGrid);
    QVERIFY(!overGrid.isAccepted());
    QDragMoveEvent overPerson(person, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(under, &overPerson);
    QVERIFY(overPerson.isAccepted());
    QCOMPARE(target.over.size(), std::size_t(2));
    QCOMPARE(target.over[0].kind, Hit::Kind::Grid);
    QCOMPARE(target.over[1].id, kPerson);
    QDropEvent drop(person, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(under, &drop);
    QCOMPARE(target.dropped.size(), std::size_t(1));
    QCOMPARE(target.dropped[0].id, kPerson);

    QCoreApplication::sendEvent(under, &enter);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(under, &leave);
    QCOMPARE(target.left, 1);
    m_surface->setDropTarget(nullptr);
}

void SurfaceContract::dragOfOtherThingsIsRefused()
{
    Target target;
    m_surface->setDropTarget(&target);
    QMimeData data;
    data.setText(QStringLiteral("hello"));
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(receiver(*m_surface), &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(target.over.empty());
    m_surface->setDropTarget(nullptr);
}

void SurfaceContract::hoverTellsWhatIsUnderThePointer()
{
    (void)picture(); // the ground is there
    QWidget* under = receiver(*m_surface);
    QSignalSpy hovered(m_surface.get(), &MapSurface::hovered);
    const auto says = [&](QPoint at, Hit::Kind kind, std::uint64_t id) {
        mouse(under, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
        return QTest::qWaitFor([&] {
            if (hovered.isEmpty())
                return false;
            const Hit hit = hovered.last().first().value<Hit>();
            return hit.kind == kind && hit.id == id && apart(hovered.last().last().toPoint(), at) < 1.5;
        }, patience());
    };
    const QPoint person = m_surface->toWidget(kPersonAt).toPoint(), grid = m_surface->toWidget(middleOf(4, 4)).toPoint();
    QVERIFY(says(grid, Hit::Kind::Grid, gridAt(4, 4).value));
    QVERIFY(says(person, Hit::Kind::Person, kPerson));
    QVERIFY(says(m_surface->toWidget(kCaseAt).toPoint(), Hit::Kind::Case, kCase));
    QVERIFY(says(grid, Hit::Kind::Grid, gridAt(4, 4).value));
}

void SurfaceContract::wheelZoomsAroundThePointer()
{
    (void)picture();
    QWidget* under = receiver(*m_surface);
    const QPoint at(180, 140);
    const GeoPoint place = m_surface->toPlace(at);
    const double before = m_surface->camera().zoom;
    mouse(under, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
    for (int i = 0; i < 2; ++i)
        wheel(under, at, 120);
    QTRY_VERIFY_WITH_TIMEOUT(m_surface->camera().zoom > before + 0.4, patience());
    (void)picture(); // it has come to rest
    const double nearer = m_surface->camera().zoom;
    QVERIFY(nearer < before + 2);
    QVERIFY2(apart(m_surface->toWidget(place), at) < 3, "the place under the pointer stays");
    for (int i = 0; i < 2; ++i)
        wheel(under, at, -120);
    QTRY_VERIFY_WITH_TIMEOUT(m_surface->camera().zoom < nearer - 0.4, patience());
}

void SurfaceContract::aDragPansAndIsNoClick()
{
    (void)picture();
    QWidget* under = receiver(*m_surface);
    QSignalSpy clicked(m_surface.get(), &MapSurface::clicked);
    const QPoint from = m_surface->toWidget(kPersonAt).toPoint(), to = from + QPoint(120, -60);
    const double zoom = m_surface->camera().zoom;
    mouse(under, QEvent::MouseMove, from, Qt::NoButton, Qt::NoButton);
    mouse(under, QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    for (int i = 1; i <= 12; ++i)
        mouse(under, QEvent::MouseMove, from + (to - from) * i / 12, Qt::NoButton, Qt::LeftButton);
    // The ground goes with the hand (the page's may slide on for a moment when it is let go).
    const auto moved = [&] { return m_surface->toWidget(kPersonAt) - QPointF(from); };
    QTRY_VERIFY_WITH_TIMEOUT(moved().x() > 90 && moved().y() < -45, patience());
    mouse(under, QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
    (void)picture();
    QVERIFY(moved().x() > 90 && moved().y() < -45);
    QCOMPARE(m_surface->camera().zoom, zoom);
    // The hand is off: the ground stays where it is.
    const Camera rest = m_surface->camera();
    mouse(under, QEvent::MouseMove, from, Qt::NoButton, Qt::NoButton);
    (void)picture();
    QCOMPARE(m_surface->camera(), rest);
    QCOMPARE(clicked.count(), 0);
    // And what was under it is a click away at its new place.
    const QPoint now = m_surface->toWidget(kPersonAt).toPoint();
    if (m_surface->rect().contains(now)) {
        QTest::mouseClick(under, Qt::LeftButton, {}, now);
        QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience());
        QCOMPARE(clicked.first().first().value<Hit>().id, kPerson);
    }
}

void SurfaceContract::aReleaseThatNobodySawEndsThePan()
{
    (void)picture();
    QWidget* under = receiver(*m_surface);
    const QPoint from(300, 200);
    mouse(under, QEvent::MouseMove, from, Qt::NoButton, Qt::NoButton);
    mouse(under, QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    const Camera before = m_surface->camera();
    // A menu or another window took the release: the next move comes without the button.
    for (int i = 1; i <= 10; ++i)
        mouse(under, QEvent::MouseMove, from + QPoint(10 * i, 0), Qt::NoButton, Qt::NoButton);
    (void)picture();
    QCOMPARE(m_surface->camera(), before);
}

} // namespace zs::map::test
