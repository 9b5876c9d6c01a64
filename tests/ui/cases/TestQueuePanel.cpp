// The queue by keyboard alone, on the real widgets: find, choose, route, dispatch, take back; and what it says of itself.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/QueuePanel.h"
#include "ui/cases/QueueView.h"
#include "ui/cases/CaseDrag.h"
#include "ui/kit/PanelFrame.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace zs;
using namespace zs::testkit;
using cases::Action;
using cases::CaseTableModel;
using cases::QueuePanel;

class QueuePanelTest : public TestCase {
    Q_OBJECT

private Q_SLOTS:
    void keysChooseRouteAndTakeBack();
    void dispatchByKeyboardAlone();
    void registerAndReturnByKeyboardAlone();
    void intakeFindsTheGridAndMasksTheReporter();
    void searchByKeyboard();
    void menuIsTheTwinOfEveryDrop();
    void scrollAndSelectionStayPut();
    void hundredThousandRowsInAView();
    void dragCarriesOnlyANumber();
    void statesSayWhatIs();
    void everythingFocusableHasAName();

private:
    struct Shown {
        PanelBench bench;
        QueuePanel panel;
        Shown() : panel((fillBelievably(bench.desk), bench.place))
        {
            panel.resize(456, 700);
            panel.show();
        }
        void key(Qt::Key k, Qt::KeyboardModifiers m = Qt::NoModifier) { QTest::keyClick(&panel.view(), k, m); }
    };
};

void QueuePanelTest::keysChooseRouteAndTakeBack()
{
    Shown s;
    QSignalSpy chosen(&s.bench.selection, &cases::Selection::caseSelected);
    s.key(Qt::Key_J);
    const CaseId first = s.bench.selection.selectedCase();
    QVERIFY(!first.isNone());
    s.key(Qt::Key_J);
    QVERIFY(s.bench.selection.selectedCase() != first);
    s.key(Qt::Key_K);
    QCOMPARE(s.bench.selection.selectedCase(), first);
    QCOMPARE(chosen.size(), 3);

    // 5 is the fifth lane: urban management. C-0412 is registered and waits for an agency.
    s.bench.desk.setLink(session::LinkState::Offline);
    s.bench.selection.selectCase(CaseId(412));
    s.key(Qt::Key_5);
    QCOMPARE(s.bench.desk.submitted.size(), std::size_t(1));
    const auto route = std::get_if<domain::Route>(&s.bench.desk.submitted.back().second);
    QVERIFY(route);
    QCOMPARE(route->lead, s.bench.desk.agency("urban"));
    QCOMPARE(s.bench.desk.stateOf(CaseId(412)), std::optional(session::CommandState::Waiting));
    const int row = s.panel.model().rowOf(CaseId(412));
    QCOMPARE(s.panel.model().index(row, CaseTableModel::StepColumn).data().toString(), QStringLiteral("unsent"));

    s.key(Qt::Key_U);
    QCOMPARE(s.bench.desk.stateOf(CaseId(412)), std::nullopt);
    QCOMPARE(s.bench.desk.cases().find(CaseId(412))->phase, domain::Phase::Classified);

    // 3 is the court: it isn't allowed, and the reason is said.
    s.key(Qt::Key_3);
    QCOMPARE(s.bench.desk.submitted.size(), std::size_t(1));
    QVERIFY(s.panel.findChild<QLabel*>(QStringLiteral("queueFooter"))->text().contains(QStringLiteral("Not mediated yet")));
}

void QueuePanelTest::dispatchByKeyboardAlone()
{
    Shown s;
    s.bench.selection.selectCase(CaseId(412));
    s.key(Qt::Key_D);
    auto* dialog = s.panel.findChild<QDialog*>(QStringLiteral("dispatchDialog"));
    QVERIFY(dialog && dialog->isVisible());
    auto* filter = dialog->findChild<QLineEdit*>(QStringLiteral("peopleFilter"));
    auto* list = dialog->findChild<QListView*>(QStringLiteral("peopleList"));
    QVERIFY(dialog->focusWidget() == filter);
    // Nobody off duty is offered; the one of the case's own grid stands first.
    for (int i = 0; i < list->model()->rowCount(); ++i)
        QVERIFY(!list->model()->index(i, 0).data().toString().startsWith(QStringLiteral("Night")));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Li Wei"));
    QTest::keyClicks(filter, QStringLiteral("Wang"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Wang Fang"));
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("dialogVerdict"))->text().contains(QStringLiteral("1 → 2 of 4")));
    QTest::keyClick(filter, Qt::Key_Tab);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("dispatchNote")), QStringLiteral("bring the meter"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(s.bench.desk.submitted.size(), std::size_t(1));
    const auto sent = std::get<domain::Dispatch>(s.bench.desk.submitted.back().second);
    QCOMPARE(sent.person, s.bench.desk.person("王芳"));
    QCOMPARE(sent.note, std::string("bring the meter"));
    QTRY_VERIFY(!s.panel.findChild<QDialog*>(QStringLiteral("dispatchDialog")));
}

void QueuePanelTest::registerAndReturnByKeyboardAlone()
{
    Shown s;
    s.panel.actions().run(CaseId(418), Action::Classify, &s.panel);
    auto* dialog = s.panel.findChild<QDialog*>(QStringLiteral("classifyDialog"));
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("dialogOk"))->isEnabled());
    auto* filter = dialog->findChild<QLineEdit*>(QStringLiteral("mattersFilter"));
    QTest::keyClicks(filter, QStringLiteral("307"));
    QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("dialogOk"))->isEnabled());
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("dialogVerdict"))->text().contains(QStringLiteral("on scene 4 h")));
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(std::get<domain::Classify>(s.bench.desk.submitted.back().second).matter, domain::MatterId(8));

    s.panel.actions().run(CaseId(371), Action::Return, &s.panel);
    auto* back = s.panel.findChild<QDialog*>(QStringLiteral("returnDialog"));
    QVERIFY(back);
    auto* ok = back->findChild<QPushButton*>(QStringLiteral("dialogOk"));
    QVERIFY(!ok->isEnabled());
    auto* text = back->findChild<QPlainTextEdit*>(QStringLiteral("text"));
    QTest::keyClicks(text, QStringLiteral("not our matter"));
    QVERIFY(ok->isEnabled());
    text->setPlainText(QString(201, u'x'));
    QVERIFY(!ok->isEnabled());
    QVERIFY(back->findChild<QLabel*>(QStringLiteral("dialogVerdict"))->text().contains(QStringLiteral("at most 200")));
    text->setPlainText(QStringLiteral("not our matter"));
    QTest::keyClick(back, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(std::get<domain::Return>(s.bench.desk.submitted.back().second).reason, std::string("not our matter"));
}

void QueuePanelTest::intakeFindsTheGridAndMasksTheReporter()
{
    Shown s;
    s.panel.titleActions().first()->trigger();
    auto* dialog = s.panel.findChild<QDialog*>(QStringLiteral("intakeDialog"));
    QVERIFY(dialog);
    auto* ok = dialog->findChild<QPushButton*>(QStringLiteral("dialogOk"));
    auto* verdict = dialog->findChild<QLabel*>(QStringLiteral("dialogVerdict"));
    const auto type = [&](const char* field, const QString& text) {
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QLatin1String(field)), text);
    };
    QVERIFY(!ok->isEnabled());
    type("intakeTitle", QStringLiteral("Broken bench"));
    type("intakePlace", QStringLiteral("113.75"));
    QVERIFY(verdict->text().contains(QStringLiteral("two numbers")));
    type("intakePlace", QStringLiteral(", 23.006"));
    QVERIFY2(ok->isEnabled(), qPrintable(verdict->text()));
    QVERIFY(verdict->text().contains(QStringLiteral("Zhushan 07")));
    type("intakeReporter", QStringLiteral("John Smith"));
    type("intakePhone", QStringLiteral("13812345678"));
    QVERIFY(verdict->text().contains(QStringLiteral("J* 138****5678")));
    dialog->findChild<QLineEdit*>(QStringLiteral("intakePlace"))->setText(QStringLiteral("100.0, 10.0"));
    QVERIFY(!ok->isEnabled());
    QVERIFY(verdict->text().contains(QStringLiteral("none of the city's grids")));
    dialog->findChild<QLineEdit*>(QStringLiteral("intakePlace"))->setText(QStringLiteral("113.75, 23.006"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(s.bench.desk.submitted.size(), std::size_t(1));
    const auto before = s.bench.desk.cases().size();
    s.bench.desk.confirm(s.bench.desk.outbox().front().id);
    QCOMPARE(s.bench.desk.cases().size(), before + 1);
    const domain::Case& made = s.bench.desk.cases().row(before);
    QCOMPARE(made.reporter.name, std::string("J*"));
    QVERIFY(s.panel.model().rowOf(made.id) >= 0);
}

void QueuePanelTest::searchByKeyboard()
{
    Shown s;
    auto* search = s.panel.findChild<QLineEdit*>(QStringLiteral("queueSearch"));
    s.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&s.panel));
    s.panel.view().setFocus();
    s.key(Qt::Key_Slash);
    QTRY_VERIFY(search->hasFocus());
    search->setText(QStringLiteral("井盖"));
    QTRY_COMPARE(s.panel.model().shown(), std::size_t(1));
    // The map is told what the filter leaves.
    const auto left = s.bench.selection.filteredGrids();
    QVERIFY(left && *left == std::vector{s.bench.desk.cases().find(CaseId(405))->grid});
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(s.bench.selection.selectedCase(), CaseId(405));
    QVERIFY(s.panel.view().hasFocus());
    QVERIFY(s.panel.findChild<QLabel*>(QStringLiteral("queueFooter"))->text().contains(QStringLiteral("31 hidden")));
    QTest::mouseClick(s.panel.findChild<QPushButton*>(QStringLiteral("queueClear")), Qt::LeftButton);
    QCOMPARE(s.panel.model().shown(), std::size_t(32));
    QVERIFY(!s.bench.selection.filteredGrids());
    QCOMPARE(s.bench.selection.selectedCase(), CaseId(405));
}

void QueuePanelTest::menuIsTheTwinOfEveryDrop()
{
    Shown s;
    QMenu menu;
    s.panel.actions().fillMenu(menu, CaseId(412), &s.panel);
    auto* routes = menu.findChild<QMenu*>(QStringLiteral("routeMenu"));
    QVERIFY(routes);
    // Every lane has its entry, legal exactly where a drop would be, and says why where not.
    for (const AgencyId id : cases::CaseActions::laneAgencies(s.bench.desk.city())) {
        auto* entry = routes->findChild<QAction*>(QStringLiteral("routeTo_%1").arg(id.value));
        QVERIFY(entry);
        const cases::Legality drop = s.panel.actions().canRoute(CaseId(412), id);
        QCOMPARE(entry->isEnabled(), drop.legal);
        QCOMPARE(entry->toolTip().isEmpty() || drop.legal, drop.legal);
        if (!drop.legal) QCOMPARE(entry->toolTip(), drop.reason);
    }
    routes->findChild<QAction*>(QStringLiteral("routeTo_%1").arg(s.bench.desk.agency("justice").value))->trigger();
    QCOMPARE(std::get<domain::Route>(s.bench.desk.submitted.back().second).lead, s.bench.desk.agency("justice"));
    auto* accept = menu.findChild<QAction*>(QStringLiteral("caseAction_Accept"));
    QVERIFY(!accept->isEnabled());
    QVERIFY(!accept->toolTip().isEmpty());
}

void QueuePanelTest::scrollAndSelectionStayPut()
{
    PanelBench bench;
    bench.desk.reset(manyCases(bench.desk.city(), 3000, bench.desk.clock.now(), 11));
    QueuePanel panel(bench.place);
    panel.resize(456, 700);
    panel.show();
    cases::QueueView& view = panel.view();
    const int middle = panel.model().rowCount() / 2;
    view.scrollTo(panel.model().index(middle, 2), QAbstractItemView::PositionAtCenter);
    view.setCurrentIndex(panel.model().index(middle, 2));
    const CaseId chosen = bench.selection.selectedCase();
    QCOMPARE(chosen, panel.model().caseAt(middle));
    const int y = view.rowViewportPosition(middle);
    QSignalSpy again(&bench.selection, &cases::Selection::caseSelected);
    for (std::uint64_t id = 1; id < 60; ++id) {
        if (CaseId(id) != chosen) bench.desk.stream(CaseId(id), domain::Finished{PersonId(1), domain::Outcome::Resolved, "办妥"});
        const int row = panel.model().rowOf(chosen);
        QCOMPARE(view.rowViewportPosition(row), y);
        QVERIFY(view.selectionModel()->isRowSelected(row));
    }
    // A whole new picture, too.
    std::vector<domain::Case> all;
    for (std::size_t i = 0; i < bench.desk.cases().size(); ++i) all.push_back(bench.desk.cases().row(i));
    bench.desk.reset(std::move(all));
    QCOMPARE(view.rowViewportPosition(panel.model().rowOf(chosen)), y);
    QCOMPARE(bench.selection.selectedCase(), chosen);
    QCOMPARE(again.size(), 0);
}

void QueuePanelTest::hundredThousandRowsInAView()
{
    PanelBench bench;
    bench.desk.reset(manyCases(bench.desk.city(), 100000, bench.desk.clock.now(), 11));
    QueuePanel panel(bench.place);
    panel.resize(456, 700);
    panel.show();
    panel.view().scrollTo(panel.model().index(panel.model().rowCount() / 2, 2));
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    qint64 one = 0, batch = 0, whole = 0;
    for (unsigned i = 1; i <= 20; ++i) {
        timer.start();
        bench.desk.stream(CaseId(i * 4001), domain::Finished{PersonId(1), domain::Outcome::Resolved, "办妥"});
        QCoreApplication::processEvents();
        one = std::max(one, timer.nsecsElapsed());
    }
    for (unsigned i = 1; i <= 5; ++i) {
        std::vector<std::uint32_t> rows;
        for (unsigned k = 0; k < CaseTableModel::bulkFrom; ++k) rows.push_back((i * 977 + k * 1999) % 100000);
        timer.start();
        Q_EMIT bench.desk.casesChanged(rows);
        QCoreApplication::processEvents();
        batch = std::max(batch, timer.nsecsElapsed());
    }
    for (int i = 0; i < 3; ++i) {
        timer.start();
        Q_EMIT bench.desk.casesReset();
        QCoreApplication::processEvents();
        whole = std::max(whole, timer.nsecsElapsed());
    }
    qInfo("100,000 rows in the view, with painting, worst: one case %.1f ms, a batch of %zu %.1f ms, all anew %.1f ms",
          double(one) / 1e6, CaseTableModel::bulkFrom, double(batch) / 1e6, double(whole) / 1e6);
    QVERIFY(std::max({one, batch, whole}) < 500'000'000); // the bar is 50 ms; sanitized builds get room
}

void QueuePanelTest::dragCarriesOnlyANumber()
{
    const auto data = cases::encodeCase(CaseId(412), QStringLiteral("C-0412"));
    QCOMPARE(data->data(QLatin1String(cases::caseMime)), QByteArray("412"));
    QCOMPARE(cases::decodeCase(*data), std::optional(CaseId(412)));
    for (const QByteArray& bad : {QByteArray(""), QByteArray("0"), QByteArray("-1"), QByteArray(" 7"), QByteArray("7 "),
                                  QByteArray("0x10"), QByteArray("18446744073709551616"), QByteArray("999999999999999999999"),
                                  QByteArray("7\n"), QByteArray("七")}) {
        QMimeData mime;
        mime.setData(QLatin1String(cases::caseMime), bad);
        QVERIFY2(!cases::decodeCase(mime), bad.constData());
    }
    QVERIFY(!cases::decodeCase(QMimeData()));
}

void QueuePanelTest::statesSayWhatIs()
{
    Shown s;
    QCOMPARE(s.panel.status().state, sdk::PanelState::Ready);
    s.bench.desk.setLoaded(false);
    QCOMPARE(s.panel.status().state, sdk::PanelState::Loading);
    s.bench.desk.setLoaded(true);
    s.bench.desk.setLink(session::LinkState::Offline);
    s.bench.desk.clock.advance(std::chrono::seconds(192));
    s.bench.desk.setLink(session::LinkState::Offline);
    QCOMPARE(s.panel.status().state, sdk::PanelState::Partial);
    QVERIFY(s.panel.status().freshness.contains(QStringLiteral("3:12")));
    s.bench.desk.setLink(session::LinkState::Online);
    s.panel.model().setSearch(QStringLiteral("nothing like it"));
    QCOMPARE(s.panel.status().state, sdk::PanelState::Empty);
    QCOMPARE(s.panel.status().actions.first().id, QStringLiteral("all"));
    s.panel.runAction(QStringLiteral("all"));
    QCOMPARE(s.panel.status().state, sdk::PanelState::Ready);
    s.bench.desk.reset({});
    QCOMPARE(s.panel.status().state, sdk::PanelState::Empty);
}

void QueuePanelTest::everythingFocusableHasAName()
{
    Shown s;
    for (const bool chinese : {false, true}) {
        s.bench.translations.setLanguage(chinese ? kit::Language::Chinese : kit::Language::English);
        for (QWidget* widget : s.panel.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&s.panel)) continue;
            if (qobject_cast<QScrollBar*>(widget) || widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            const QString name = !widget->accessibleName().isEmpty() ? widget->accessibleName() : button ? button->text() : QString();
            QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName() + u' ' + QLatin1String(widget->metaObject()->className())));
        }
    }
}

ZS_GUI_TEST_MAIN(QueuePanelTest)
#include "TestQueuePanel.moc"
