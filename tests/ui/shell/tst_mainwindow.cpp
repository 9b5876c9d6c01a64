#include "tst_mainwindow.h"

#include "Desk.h"
#include "tests/testkit/TempDir.h"
#include "ui/shell/LayoutMenu.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShortcutSheet.h"

#include <QDockWidget>
#include <QSignalSpy>

using namespace zs::shell;
using namespace zs::kit;
using zs::test::deskPanels;
using zs::test::factory;
using zs::test::panelOf;

namespace {

struct Console {
    ThemeManager themes{zs::test::themes()};
    Translations translations;
    LayoutBook book;
    MainWindow window;

    explicit Console(const QString& path = {})
        : book(path),
          window(themes, translations, book, [] { return QDateTime(QDate(2026, 11, 19), QTime(9, 43, 5)); }) {
        (void)book.load();
        themes.applyTo(*qApp);
        for (const auto& panel : deskPanels()) {
            (void)window.panels().add(factory(panel));
        }
    }
    void open() {
        window.resize(1920, 1080);
        window.panels().resetLayout();
        window.show();
        window.activateWindow();
        for (const char* id : {"queue", "map", "case", "lanes"}) {
            panelOf(window.panels(), id)->say(zs::sdk::PanelState::Ready);
        }
    }
};

} // namespace

void MainWindowTest::keysReachThePanels() {
    Console c;
    c.open();
    QVERIFY(QTest::qWaitForWindowActive(&c.window));
    QTest::keyClick(&c.window, Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(c.window.panels().focusedPanel(), QStringLiteral("queue"));
    QTest::keyClick(&c.window, Qt::Key_F6);
    QTRY_COMPARE(c.window.panels().focusedPanel(), QStringLiteral("map"));
    QTest::keyClick(&c.window, Qt::Key_F6, Qt::ShiftModifier);
    QTRY_COMPARE(c.window.panels().focusedPanel(), QStringLiteral("queue"));
    QTest::keyClick(&c.window, Qt::Key_4, Qt::ControlModifier);
    QTRY_COMPARE(c.window.panels().focusedPanel(), QStringLiteral("lanes"));
    QTest::keyClick(&c.window, Qt::Key_F11);
    QTRY_VERIFY(c.window.isFullScreen());
    QTest::keyClick(&c.window, Qt::Key_F11);
    QTRY_VERIFY(!c.window.isFullScreen());
}

void MainWindowTest::sheetListsTheKeysOfThePanel() {
    Console c;
    c.open();
    QVERIFY(QTest::qWaitForWindowActive(&c.window));
    auto* queue = panelOf(c.window.panels(), "queue");
    QAction dispatch(QStringLiteral("Dispatch"));
    dispatch.setShortcut(Qt::Key_D);
    queue->addAction(&dispatch);
    QWidget button(queue);
    button.setFocusPolicy(Qt::StrongFocus);
    button.show();
    button.setFocus();
    QTRY_VERIFY(button.hasFocus());
    QTest::keyClick(&button, Qt::Key_Question);
    auto* sheet = c.window.findChild<ShortcutSheet*>();
    QTRY_VERIFY(sheet->isVisible());
    QVERIFY(sheet->accessibleDescription().contains(QStringLiteral("D Dispatch")));
    QVERIFY(sheet->accessibleDescription().contains(QStringLiteral("F6 Next panel")));
    QVERIFY(!sheet->accessibleDescription().contains(QStringLiteral("Ctrl+2")));
    // The search isn't offered here, so its key isn't either.
    QVERIFY(!sheet->accessibleDescription().contains(QStringLiteral("Ctrl+K")));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QTRY_VERIFY(button.hasFocus());
    // In a field a question mark is a question mark.
    auto* edit = queue->findChild<QLineEdit*>();
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Question, Qt::ShiftModifier);
    QVERIFY(!sheet->isVisible());
}

void MainWindowTest::layoutComesBackAfterClosing() {
    const zs::testkit::TempDir dir;
    const QString path = dir.filePath(QStringLiteral("layouts.json"));
    {
        Console c(path);
        c.open();
        c.window.panels().showPanel(QStringLiteral("outbox"), true);
        QSignalSpy closing(&c.window, &MainWindow::closing);
        QVERIFY(c.window.close());
        QCOMPARE(closing.size(), 1);
    }
    Console c(path);
    QSignalSpy notice(&c.window, &MainWindow::notice);
    QVERIFY(c.window.restoreLast());
    c.window.show();
    QVERIFY(c.window.panels().isShown(QStringLiteral("outbox")));
    QCOMPARE(notice.size(), 0);
}

void MainWindowTest::corruptLayoutIsTold() {
    Console c;
    c.book.setLast(LayoutBook::screenKey(),
                   LayoutBook::Last{QByteArray("x"), QByteArray("y"), QStringLiteral("z")});
    QSignalSpy notice(&c.window, &MainWindow::notice);
    QVERIFY(!c.window.restoreLast());
    QCOMPARE(notice.size(), 1);
    c.window.show();
    QVERIFY(c.window.panels().isShown(QStringLiteral("queue")));
}

void MainWindowTest::namedLayoutsThroughTheMenu() {
    Console c;
    c.open();
    auto* menu = c.window.findChild<LayoutMenu*>();
    QVERIFY(menu);
    c.window.panels().showPanel(QStringLiteral("outbox"), true);
    menu->saveAs(QStringLiteral("  Storm "));
    QCOMPARE(menu->current(), QStringLiteral("Storm"));
    auto* button = c.window.findChild<QToolButton*>(QStringLiteral("topBarLayout"));
    QCOMPARE(button->text(), QStringLiteral("Layout Storm"));
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction*>(QStringLiteral("layoutDefault"))->trigger();
    QCOMPARE(menu->current(), QString());
    QVERIFY(!c.window.panels().isShown(QStringLiteral("outbox")));
    menu->apply(QStringLiteral("Storm"));
    QVERIFY(c.window.panels().isShown(QStringLiteral("outbox")));
    QSignalSpy problem(menu, &LayoutMenu::problem);
    c.book.put(QStringLiteral("Broken"), QByteArray("nonsense"));
    menu->apply(QStringLiteral("Broken"));
    QCOMPARE(problem.size(), 1);
    QCOMPARE(menu->current(), QString());
    QVERIFY(c.window.panels().isShown(QStringLiteral("queue")));
}

void MainWindowTest::languageSwitchesLive() {
    Console c;
    c.open();
    connect(&c.window, &MainWindow::languageRequested, &c.translations, &Translations::setLanguage);
    connect(&c.window, &MainWindow::themeRequested, &c.themes, &ThemeManager::setMode);
    auto* theme = c.window.findChild<QToolButton*>(QStringLiteral("statusTheme"));
    QCOMPARE(theme->text(), QStringLiteral("Light"));
    c.window.findChild<QToolButton*>(QStringLiteral("statusLanguage"))->click();
    QTRY_COMPARE(theme->text(), QString::fromUtf8("浅色"));
    QTRY_COMPARE(c.window.windowTitle(), QString::fromUtf8("中枢"));
    theme->click();
    QCOMPARE(c.themes.mode(), Mode::Dark);
    QCOMPARE(theme->text(), QString::fromUtf8("深色"));
    c.window.findChild<QToolButton*>(QStringLiteral("statusLanguage"))->click();
    QTRY_COMPARE(theme->text(), QStringLiteral("Dark"));
}

void MainWindowTest::everythingFocusableHasANameAndAnId() {
    Console c;
    c.window.topBar().setSearch(SearchOffer::CaseAndGrid);
    c.window.topBar().setView({QStringLiteral("Demo city"),
                               {{QStringLiteral("dispatch"), QStringLiteral("Dispatch")}},
                               QStringLiteral("dispatch"),
                               QStringLiteral("08-16")});
    c.window.alarmSlot().setView({AlarmState::Urgent,
                                  QStringLiteral("Urgent"),
                                  QStringLiteral("flood"),
                                  {},
                                  {},
                                  {},
                                  {{QStringLiteral("ack"), QStringLiteral("Acknowledge")}}});
    c.open();
    panelOf(c.window.panels(), "case")->say(zs::test::errorStatus());
    QStringList bad;
    for (const QWidget* w : c.window.findChildren<QWidget*>()) {
        if (w->isVisible() && (w->focusPolicy() & Qt::TabFocus) && !w->inherits("QDockWidget")) {
            if (w->objectName().isEmpty() || w->accessibleName().isEmpty()) {
                bad.append(QLatin1String(w->metaObject()->className()) + QLatin1Char(' ') + w->objectName());
            }
        }
    }
    QVERIFY2(bad.isEmpty(), qPrintable(bad.join(QLatin1Char('\n'))));
}
