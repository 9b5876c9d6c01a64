#include "tst_panelhost.h"

#include "Desk.h"
#include "tests/testkit/TempDir.h"
#include "ui/kit/PanelFrame.h"
#include "ui/shell/LayoutBook.h"

#include <QDockWidget>
#include <QScreen>
#include <QSignalSpy>

using namespace zs::shell;
using zs::kit::ThemeManager;
using zs::test::deskPanels;
using zs::test::factory;
using zs::test::info;

namespace {

struct Desk {
    ThemeManager themes{zs::test::themes()};
    PanelHost host{themes};

    Desk() {
        themes.applyTo(*qApp);
        for (const auto& panel : deskPanels()) {
            const auto added = host.add(factory(panel));
            Q_ASSERT(added);
            Q_UNUSED(added)
        }
        host.resize(1920, 970);
        host.resetLayout();
        host.show();
        host.activateWindow();
    }
    QRect at(const char* id) { return host.dock(QLatin1String(id))->geometry(); }
};

} // namespace

void PanelHostTest::refusesTheSameIdTwice() {
    Desk desk;
    const auto again = desk.host.add(factory(info("queue", "Queue", zs::sdk::PanelArea::Left, {})));
    QVERIFY(!again);
    QCOMPARE(QString::fromStdString(again.error().code), QStringLiteral("panel.id"));
    QVERIFY(!desk.host.add(factory(info("", "Nameless", zs::sdk::PanelArea::Left, {}))));
    QCOMPARE(desk.host.panelIds().size(), 5);
}

void PanelHostTest::defaultLayoutStandsAsDesigned() {
    Desk desk;
    // Queue, map and case stand side by side, the lanes go all the way below them: the measures of the
    // pictures.
    QVERIFY(QTest::qWaitForWindowExposed(&desk.host));
    QTRY_VERIFY(qAbs(desk.at("queue").width() - 456) <= 2);
    QCOMPARE(desk.at("queue").topLeft(), QPoint(0, 0));
    QVERIFY(qAbs(desk.at("case").width() - 432) <= 2);
    QCOMPARE(desk.at("map").left(), desk.at("queue").right() + 2); // one pixel of separator
    QCOMPARE(desk.at("case").left(), desk.at("map").right() + 2);
    QCOMPARE(desk.at("lanes").left(), 0);
    QCOMPARE(desk.at("lanes").width(), 1920);
    QVERIFY(qAbs(desk.at("lanes").height() - 232) <= 2);
    QVERIFY(!desk.host.isShown(QStringLiteral("outbox")));
}

void PanelHostTest::savedLayoutComesBack() {
    Desk desk;
    desk.host.resizeDocks({desk.host.dock(QStringLiteral("queue"))}, {600}, Qt::Horizontal);
    desk.host.showPanel(QStringLiteral("outbox"), true);
    desk.host.showPanel(QStringLiteral("case"), false);
    QTRY_VERIFY(qAbs(desk.at("queue").width() - 600) <= 2);
    const QByteArray saved = desk.host.layoutState();
    desk.host.resetLayout();
    QVERIFY(desk.host.isShown(QStringLiteral("case")));
    QSignalSpy changed(&desk.host, &PanelHost::layoutChanged);
    QVERIFY(desk.host.restoreLayout(saved));
    QVERIFY(!changed.isEmpty());
    QVERIFY(desk.host.isShown(QStringLiteral("outbox")));
    QVERIFY(!desk.host.isShown(QStringLiteral("case")));
    QTRY_VERIFY(qAbs(desk.at("queue").width() - 600) <= 2);
}

void PanelHostTest::corruptLayoutFallsBackToDefault_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << 0;
    QTest::newRow("text") << 1;
    QTest::newRow("cut") << 2;
}

void PanelHostTest::corruptLayoutFallsBackToDefault() {
    QFETCH(int, kind);
    Desk desk;
    desk.host.showPanel(QStringLiteral("outbox"), true);
    const QByteArray good = desk.host.layoutState();
    const QByteArray bad = kind == 0   ? QByteArray()
                           : kind == 1 ? QByteArray("no layout at all")
                                       : good.left(9);
    const auto restored = desk.host.restoreLayout(bad);
    QVERIFY(!restored);
    QCOMPARE(QString::fromStdString(restored.error().code), QStringLiteral("layout.corrupt"));
    QVERIFY(desk.host.isShown(QStringLiteral("queue")));
    QVERIFY(!desk.host.isShown(QStringLiteral("outbox")));
    QTRY_VERIFY(qAbs(desk.at("queue").width() - 456) <= 2);
}

void PanelHostTest::layoutWithoutAnyPanelFallsBack() {
    Desk desk;
    for (const QString& id : desk.host.panelIds()) {
        desk.host.showPanel(id, false);
    }
    QVERIFY(!desk.host.restoreLayout(desk.host.layoutState()));
    QVERIFY(desk.host.isShown(QStringLiteral("map")));
}

void PanelHostTest::aNewPanelJoinsAnOldLayout() {
    QByteArray old;
    {
        Desk desk;
        old = desk.host.layoutState();
    }
    Desk desk;
    QVERIFY(desk.host.add(factory(info("people", "People", zs::sdk::PanelArea::Right, {432, 738}))));
    QVERIFY(desk.host.add(factory(info("duty", "Duty", zs::sdk::PanelArea::Bottom, {400, 232}))));
    QVERIFY(desk.host.restoreLayout(old));
    // In its own area: behind the case's detail, which stays in front; the lower one beside the lanes.
    QDockWidget* people = desk.host.dock(QStringLiteral("people"));
    QVERIFY(desk.host.tabifiedDockWidgets(desk.host.dock(QStringLiteral("case"))).contains(people));
    // A tab behind another is "visible" too, beyond the window's edge.
    QTRY_VERIFY(!desk.host.dock(QStringLiteral("case"))->visibleRegion().isEmpty());
    QVERIFY(people->visibleRegion().isEmpty());
    QTRY_COMPARE(desk.at("duty").top(), desk.at("lanes").top());
    QVERIFY(desk.at("duty").left() > desk.at("lanes").right());
    QVERIFY(desk.at("map").height() > 600);
    desk.host.focusPanel(QStringLiteral("people"));
    QTRY_VERIFY(desk.host.dock(QStringLiteral("people"))->isVisible());
}

void PanelHostTest::aPanelIsMadeWhenItIsFirstShown() {
    Desk desk;
    const QString outbox = QStringLiteral("outbox");
    QVERIFY(desk.host.panelIds().contains(outbox));
    QCOMPARE(desk.host.info(outbox).title, QStringLiteral("Outbox"));
    QVERIFY(!desk.host.madePanel(outbox));
    QVERIFY(desk.host.madePanel(QStringLiteral("map")));
    QVERIFY(!desk.host.panel(QStringLiteral("no such panel")));
    // Any way in, also one that goes past the host.
    desk.host.dock(outbox)->show();
    QVERIFY(desk.host.madePanel(outbox));
    QTRY_VERIFY(desk.host.dock(outbox)->widget()->isVisible());
    QVERIFY(desk.host.dock(outbox)->titleBarWidget()->isVisible());
    const auto* made = desk.host.madePanel(outbox);
    desk.host.showPanel(outbox, false);
    desk.host.focusPanel(outbox);
    QCOMPARE(desk.host.panel(outbox), made);
}

void PanelHostTest::aSavedLayoutMakesWhatItShows() {
    QByteArray saved;
    QRect at;
    {
        Desk desk;
        desk.host.showPanel(QStringLiteral("outbox"), true);
        QTRY_COMPARE(desk.at("outbox").top(), desk.at("lanes").top());
        at = desk.at("outbox");
        saved = desk.host.layoutState();
    }
    Desk desk;
    QVERIFY(!desk.host.madePanel(QStringLiteral("outbox")));
    QVERIFY(desk.host.restoreLayout(saved));
    QVERIFY(desk.host.madePanel(QStringLiteral("outbox")));
    QTRY_VERIFY(qAbs(desk.at("outbox").left() - at.left()) <= 2);
    QVERIFY(qAbs(desk.at("outbox").width() - at.width()) <= 2);
    QVERIFY(desk.host.dock(QStringLiteral("outbox"))->widget()->isVisible());
}

void PanelHostTest::maximiseAndBack() {
    Desk desk;
    const QRect before = desk.at("map");
    const QByteArray layout = desk.host.layoutState();
    desk.host.maximise(QStringLiteral("map"));
    QTRY_COMPARE(desk.at("map").size(), desk.host.size());
    QVERIFY(!desk.host.isShown(QStringLiteral("queue")));
    // What would be saved now is the layout below.
    QCOMPARE(desk.host.layoutState(), layout);
    desk.host.maximise(QString());
    QTRY_COMPARE(desk.at("map"), before);
    QVERIFY(desk.host.isShown(QStringLiteral("queue")));
    desk.host.maximise(QStringLiteral("map"));
    desk.host.focusPanel(QStringLiteral("queue"));
    QVERIFY(desk.host.maximised().isEmpty());
    desk.host.maximise(QStringLiteral("no such panel"));
    QVERIFY(desk.host.maximised().isEmpty());
}

void PanelHostTest::lockHoldsPanels() {
    Desk desk;
    auto* dock = desk.host.dock(QStringLiteral("queue"));
    QVERIFY(dock->features().testFlag(QDockWidget::DockWidgetMovable));
    desk.host.setLock(Lock::Locked);
    QCOMPARE(dock->features(), QDockWidget::DockWidgetFeatures(QDockWidget::NoDockWidgetFeatures));
    auto* close = dock->findChild<QAction*>(QStringLiteral("panelClose"));
    QVERIFY(close && !close->isEnabled());
    desk.host.setLock(Lock::Free);
    QVERIFY(close->isEnabled());
    close->trigger();
    QVERIFY(!desk.host.isShown(QStringLiteral("queue")));
}

void PanelHostTest::focusCyclesInReadingOrder() {
    Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.host));
    for (const char* id : {"queue", "map", "case", "lanes"}) {
        zs::test::panelOf(desk.host, id)->say(zs::sdk::PanelState::Ready);
    }
    QSignalSpy focused(&desk.host, &PanelHost::focusedPanelChanged);
    desk.host.focusPanel(QStringLiteral("queue"));
    QTRY_COMPARE(desk.host.focusedPanel(), QStringLiteral("queue"));
    for (const char* id : {"map", "case", "lanes", "queue"}) {
        desk.host.cycleFocus(Cycle::Forward);
        QTRY_COMPARE(desk.host.focusedPanel(), QLatin1String(id));
    }
    desk.host.cycleFocus(Cycle::Backward);
    QTRY_COMPARE(desk.host.focusedPanel(), QStringLiteral("lanes"));
    desk.host.focusNth(3);
    QTRY_COMPARE(desk.host.focusedPanel(), QStringLiteral("case"));
    desk.host.focusNth(9);
    QCOMPARE(desk.host.focusedPanel(), QStringLiteral("case"));
    QVERIFY(focused.size() >= 6);
    // A panel whose page is an error can be reached too: the focus stands on its main button.
    zs::test::panelOf(desk.host, "map")->say(zs::test::errorStatus());
    desk.host.focusPanel(QStringLiteral("map"));
    QTRY_COMPARE(desk.host.focusedPanel(), QStringLiteral("map"));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("stateAction_rebuild"));
}

void PanelHostTest::lostFloatingPanelComesBack() {
    Desk desk;
    auto* dock = desk.host.dock(QStringLiteral("case"));
    dock->setFloating(true);
    dock->move(20000, 20000);
    QCOMPARE(desk.host.bringBack(), 1);
    QVERIFY(QGuiApplication::primaryScreen()->availableGeometry().intersects(dock->frameGeometry()));
    QCOMPARE(desk.host.bringBack(), 0);
}

void PanelHostTest::gripMovesTheSeparator() {
    Desk desk;
    QVERIFY(QTest::qWaitForWindowExposed(&desk.host));
    const int line = desk.at("queue").right() + 1;
    // Three pixels beside the one-pixel line.
    QTRY_VERIFY(desk.host.childAt(line + 3, 300) &&
                desk.host.childAt(line + 3, 300)->parentWidget() == &desk.host &&
                desk.host.childAt(line + 3, 300)->cursor().shape() == Qt::SplitHCursor);
    QWidget* grip = desk.host.childAt(line + 3, 300);
    const auto local = [&](int x) { return grip->mapFrom(&desk.host, QPoint(x, 300)); };
    const int before = desk.at("queue").width();
    QTest::mousePress(grip, Qt::LeftButton, {}, local(line + 3));
    QMouseEvent move(QEvent::MouseMove, local(line + 53), grip->mapToGlobal(local(line + 53)), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(grip, &move);
    QTRY_COMPARE(desk.at("queue").width(), before + 50);
    QTest::mouseRelease(grip, Qt::LeftButton, {}, local(line + 53));
    desk.host.setLock(Lock::Locked);
    QTRY_VERIFY(!grip->isVisible());
}

void PanelHostTest::bookKeepsLayouts() {
    const zs::testkit::TempDir dir;
    const QString path = dir.filePath(QStringLiteral("sub/layouts.json"));
    LayoutBook book(path);
    QVERIFY(book.load());
    book.put(QString::fromUtf8("调度一"), QByteArray("\x01\x00\xff", 3));
    const LayoutBook::Last last{QByteArray("geometry"), QByteArray("panels"), QString::fromUtf8("调度一")};
    book.setLast(QStringLiteral("1920x1080+0+0"), last);
    QVERIFY(book.save());
    LayoutBook again(path);
    QVERIFY(again.load());
    QCOMPARE(again.names(), QStringList{QString::fromUtf8("调度一")});
    QCOMPARE(again.layout(QString::fromUtf8("调度一")), QByteArray("\x01\x00\xff", 3));
    QVERIFY(again.last(QStringLiteral("1920x1080+0+0")) == last);
    QVERIFY(again.last(QStringLiteral("other screens")).panels.isEmpty());
}

void PanelHostTest::damagedBookIsEmpty() {
    const zs::testkit::TempDir dir;
    const auto file = dir.write("layouts.json", "{ \"version\": 1, \"layouts\": {");
    LayoutBook book(QString::fromStdString(file.string()));
    const auto loaded = book.load();
    QVERIFY(!loaded);
    QCOMPARE(QString::fromStdString(loaded.error().code), QStringLiteral("layouts.corrupt"));
    QVERIFY(book.names().isEmpty());
}
