#include "tests/ui/panels/TestKeyboard.h"

#include "tests/ui/panels/Everything.h"
#include "ui/approvals/ApprovalPanel.h"
#include "ui/cases/sheet/SheetView.h"
#include "ui/catalogue/CataloguePanel.h"
#include "ui/shell/ShortcutSheet.h"
#include "ui/supervision/SupervisionPanel.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLineEdit>
#include <QSet>
#include <QTableView>

using namespace zs;
using namespace zs::testkit;

namespace {

bool activate(Everything& all)
{
    all.window().activateWindow();
    return QTest::qWaitForWindowActive(&all.window());
}

/// The key goes where the focus is, as from a keyboard.
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), key, modifiers); }

void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(text)); }

/// Tab until the field of that name has the focus.
bool tabTo(const char* name)
{
    for (int i = 0; i < 200; ++i) {
        const QWidget* focus = QApplication::focusWidget();
        if (focus && focus->objectName() == QLatin1String(name)) return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace

void TestKeyboard::tabReachesEverything_data()
{
    QTest::addColumn<QString>("id");
    for (const char* id : {"cases.queue", "cases.detail", "dispatch.lanes", "people.onduty", "routing.case", "supervision.board", "approvals.tray",
                           "indicators.table", "dispatch.outbox", "duties.zero", "catalogue.routing"})
        QTest::newRow(id) << QString::fromLatin1(id);
}

void TestKeyboard::tabReachesEverything()
{
    QFETCH(const QString, id);
    Everything all;
    QVERIFY(activate(all));
    sdk::Panel& panel = all.show(id);
    QTRY_VERIFY_WITH_TIMEOUT(panel.isVisible(), 20'000); // some read first
    all.show(id);
    QTRY_VERIFY(panel.isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == &panel);
    QSet<QWidget*> wanted, reached;
    for (QWidget* widget : panel.findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy()
            && !widget->objectName().startsWith(QStringLiteral("qt_")))
            // Of buttons of which one is chosen Tab reaches that one; arrows the others.
            if (const auto* button = qobject_cast<const QAbstractButton*>(widget); !button || !button->group() || button->isChecked())
                wanted.insert(widget);
    if (wanted.isEmpty()) wanted.insert(&panel);
    // Forwards until the panel is left, then backwards from where one began.
    for (const Qt::Key way : {Qt::Key_Tab, Qt::Key_Backtab}) {
        all.show(id);
        for (int i = 0; i < 200 && (panel.isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == &panel); ++i) {
            reached.insert(QApplication::focusWidget());
            press(way, way == Qt::Key_Tab ? Qt::NoModifier : Qt::ShiftModifier);
        }
    }
    QStringList missed;
    for (const QWidget* widget : wanted - reached)
        missed << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QStringLiteral(", "))));
    // And each says what it is.
    for (const QWidget* widget : wanted) {
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()), qPrintable(widget->objectName()));
    }
}

void TestKeyboard::theSheetListsWhatThePanelDoes()
{
    Everything all;
    QVERIFY(activate(all));
    auto* sheet = all.window().findChild<shell::ShortcutSheet*>();
    const auto keysOf = [&](const QString& id) {
        all.show(id);
        all.find<QAction>("keySheet")->trigger();
        const QString text = sheet->accessibleDescription();
        QTest::keyClick(sheet, Qt::Key_Escape);
        return text;
    };
    const QString queue = keysOf(QStringLiteral("cases.queue"));
    QVERIFY2(queue.contains(QStringLiteral("D Dispatch")) && queue.contains(QStringLiteral("R Route / Re-route")), qPrintable(queue));
    QVERIFY(keysOf(QStringLiteral("supervision.board")).contains(QStringLiteral("S Issue the rung that is due")));
    QVERIFY(keysOf(QStringLiteral("duties.zero")).contains(QStringLiteral("R Remind who owes today")));
    const QString night = keysOf(QStringLiteral("duties.night"));
    QVERIFY2(night.contains(QStringLiteral("I Check in")), qPrintable(night)); // of the visit that is under way
}

void TestKeyboard::aRequestIsApproved()
{
    Everything all;
    QVERIFY(activate(all));
    auto& tray = static_cast<approvals::ApprovalPanel&>(all.show(approvals::ApprovalPanel::panelInfo().id));
    QTRY_VERIFY(tray.model().rowCount() > 3);
    auto* sheet = all.find<cases::SheetView>("approvalSheet");
    QTRY_COMPARE(QApplication::focusWidget(), sheet);
    for (int i = 0; i < 20 && sheet->currentCase() != CaseId(406); ++i) press(Qt::Key_J);
    QCOMPARE(sheet->currentCase(), CaseId(406));
    press(Qt::Key_Y);
    QVERIFY(std::holds_alternative<domain::Approve>(all.bench.desk.submitted.back().second));
}

void TestKeyboard::aRungIsIssued()
{
    Everything all;
    QVERIFY(activate(all));
    auto& board = static_cast<supervision::SupervisionPanel&>(all.show(supervision::SupervisionPanel::panelInfo().id));
    QTRY_VERIFY(board.model().rowCount() > 3);
    auto* sheet = all.find<cases::SheetView>("supervisionSheet");
    QTRY_COMPARE(QApplication::focusWidget(), sheet);
    const quint64 key = quint64(398) << 16 | all.bench.desk.agency("emergency").value;
    for (int i = 0; i < 40 && sheet->currentKey() != key; ++i) press(Qt::Key_J);
    QCOMPARE(sheet->currentKey(), key);
    press(Qt::Key_S);
    QCOMPARE(std::get<domain::Supervise>(all.bench.desk.submitted.back().second).rung, domain::SupervisionRung::Reminder);
}

void TestKeyboard::aRuleIsChangedAndPublished()
{
    Everything all;
    QVERIFY(activate(all));
    auto& panel = static_cast<catalogue::CataloguePanel&>(all.show(catalogue::CataloguePanel::panelInfo().id));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("catalogueFilter"));
    const domain::Matter& matter = all.bench.desk.city().matters[1];
    type(matter.code.c_str());
    QVERIFY(tabTo("catalogueRules"));
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QVERIFY(tabTo("ruleLimitReportAmount"));
    press(Qt::Key_Up);
    QVERIFY(panel.draft().isChanged());
    press(Qt::Key_Z, Qt::ControlModifier); // the field's own undo, or the panel's: nothing is lost by it
    press(Qt::Key_Up);
    QVERIFY(panel.draft().isChanged());
    QVERIFY(tabTo("catalogueNote"));
    type("as agreed");
    QVERIFY(tabTo("cataloguePublish"));
    press(Qt::Key_Space);
    QCOMPARE(all.published, std::vector<std::string>{"2026.2"});
}
