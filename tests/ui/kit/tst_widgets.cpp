#include "tst_widgets.h"

#include "TestPanel.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/HintCard.h"
#include "ui/kit/PanelFrame.h"
#include "ui/kit/PhaseRail.h"
#include "ui/kit/RowDelegate.h"
#include "ui/kit/SearchField.h"
#include "ui/kit/SegmentBar.h"
#include "ui/kit/Translations.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QToolButton>

using namespace zs::kit;
using namespace zs::sdk;
using zs::test::TestPanel;

namespace {

struct Framed {
    ThemeManager themes{zs::test::themes()};
    TestPanel* panel = new TestPanel(PanelInfo{QStringLiteral("t"), QStringLiteral("Queue"), {}, {}, {}, {}});
    PanelFrame frame{themes, panel};

    Framed() {
        frame.resize(452, 300);
        frame.show();
    }
    QWidget* page(const char* name) const { return frame.findChild<QWidget*>(QLatin1String(name)); }
};

} // namespace

void WidgetsTest::frameShowsEachState() {
    Framed f;
    f.panel->say(PanelState::Ready);
    QVERIFY(f.panel->isVisible());
    QVERIFY(!f.page("partialStrip")->isVisible());

    f.panel->say(zs::test::emptyStatus());
    QVERIFY(f.page("panelEmpty")->isVisible());
    QVERIFY(!f.panel->isVisible());
    QCOMPARE(f.page("panelEmpty")->findChild<QLabel*>(QStringLiteral("stateHeadline"))->text(),
             QStringLiteral("No late case"));

    f.panel->say(zs::test::partialStatus());
    QVERIFY(f.panel->isVisible());
    QVERIFY(f.page("partialStrip")->isVisible());
    QVERIFY(f.page("partialFooter")->isVisible());
    QCOMPARE(f.page("partialStrip")->height(), 36);

    f.panel->say(zs::test::errorStatus());
    QVERIFY(f.page("panelError")->isVisible());
    QVERIFY(!f.page("partialStrip")->isVisible());
    QCOMPARE(f.frame.shownState(), PanelState::Error);
    for (const char* part : {"errorHappened", "errorEffect", "errorRemedy", "errorCode"}) {
        QVERIFY2(!f.frame.findChild<QLabel*>(QLatin1String(part))->text().isEmpty(), part);
    }
}

void WidgetsTest::quickAnswerNeverShowsLoading() {
    Framed f;
    f.panel->say(PanelState::Ready);
    f.panel->say(PanelState::Loading);
    QCOMPARE(f.frame.shownState(), PanelState::Ready);
    QVERIFY(f.panel->isVisible());
    f.panel->say(PanelState::Ready);
    QCOMPARE(f.frame.shownState(), PanelState::Ready);
}

void WidgetsTest::slowAnswerShowsLoading() {
    Framed f;
    QVERIFY(!f.page("panelLoading")->isVisible());
    QTRY_VERIFY(f.page("panelLoading")->isVisible());
    f.panel->say(PanelState::Ready);
    QVERIFY(!f.page("panelLoading")->isVisible());
}

void WidgetsTest::stateButtonsReachThePanel() {
    Framed f;
    f.panel->say(zs::test::errorStatus());
    QSignalSpy triggered(f.panel, &Panel::actionTriggered);
    auto* main = f.frame.findChild<QPushButton*>(QStringLiteral("stateAction_rebuild"));
    QVERIFY(main);
    QCOMPARE(main->property("role").toString(), QStringLiteral("main"));
    QCOMPARE(main->accessibleName(), QStringLiteral("Rebuild copy"));
    main->click();
    QCOMPARE(triggered.size(), 1);
    QCOMPARE(triggered.first().first().toString(), QStringLiteral("rebuild"));
    QCOMPARE(f.frame.findChild<QPushButton*>(QStringLiteral("stateAction_copy"))->property("role").toString(),
             QStringLiteral("plain"));
}

void WidgetsTest::titleSaysFreshnessAndLanguage() {
    ThemeManager themes(zs::test::themes());
    TestPanel panel(PanelInfo{QStringLiteral("t"), QStringLiteral("Queue"), {}, {}, {}, {}});
    PanelTitle title(themes, panel);
    panel.say(zs::test::partialStatus());
    auto* freshness = title.findChild<QLabel*>(QStringLiteral("panelTitleFreshness"));
    QCOMPARE(freshness->text(), QStringLiteral("data 3:12 old"));
    QCOMPARE(freshness->property("tone").toString(), QStringLiteral("warn"));
    QCOMPARE(title.height(), 32);
    auto* close = title.findChild<QAction*>(QStringLiteral("panelClose"));
    QCOMPARE(close->text(), QStringLiteral("Close"));
    {
        Translations translations;
        translations.setLanguage(Language::Chinese);
        QTRY_COMPARE(close->text(), QString::fromUtf8("关闭"));
    }
    QTRY_COMPARE(close->text(), QStringLiteral("Close"));
    title.setDockState(DockPlace::Floating, DockSize::Normal, DockLock::Locked);
    QVERIFY(!close->isEnabled());
}

namespace {

class PanelWithTools final : public Panel {
public:
    PanelInfo info() const override { return {QStringLiteral("t"), QStringLiteral("Queue"), {}, {}, {}, {}}; }
    QList<QAction*> titleActions() const override { return tools; }
    QList<QAction*> tools;
};

} // namespace

void WidgetsTest::titleToolsFollowThePanel() {
    ThemeManager themes(zs::test::themes());
    PanelWithTools panel;
    QAction filter(QStringLiteral("Filter"));
    filter.setObjectName(QStringLiteral("filter"));
    setIconName(filter, QStringLiteral("list-filter"));
    panel.tools = {&filter};
    PanelTitle title(themes, panel);
    auto* tool = title.findChild<QToolButton*>(QStringLiteral("tool_filter"));
    QVERIFY(tool);
    QCOMPARE(tool->accessibleName(), QStringLiteral("Filter"));
    QVERIFY(!tool->icon().isNull());
    panel.tools.clear();
    Q_EMIT panel.infoChanged();
    QVERIFY(!title.findChild<QToolButton*>(QStringLiteral("tool_filter")));
}

void WidgetsTest::segmentsKeepChoiceAndFocus() {
    ThemeManager themes(zs::test::themes());
    SegmentBar bar(themes, QStringLiteral("Filter"));
    const auto segments = [](qint64 late) {
        return QList<Segment>{{QStringLiteral("all"), QStringLiteral("All"), 1204, Tone::Secondary},
                              {QStringLiteral("late"), QStringLiteral("Late"), late, Tone::Alarm}};
    };
    QSignalSpy chosen(&bar, &SegmentBar::currentChanged);
    bar.setSegments(segments(3));
    QCOMPARE(bar.current(), QStringLiteral("all"));
    bar.show();
    QCOMPARE(bar.height(), 24);
    auto* late = bar.findChild<QAbstractButton*>(QStringLiteral("segment_late"));
    QCOMPARE(late->accessibleName(), QStringLiteral("Late 3"));
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QTest::keyClick(bar.findChild<QAbstractButton*>(QStringLiteral("segment_all")), Qt::Key_Right);
    QCOMPARE(bar.current(), QStringLiteral("late"));
    const auto calls = chosen.size();
    bar.setSegments(segments(4));
    QCOMPARE(bar.current(), QStringLiteral("late"));
    QCOMPARE(bar.findChild<QAbstractButton*>(QStringLiteral("segment_late")), late);
    QCOMPARE(chosen.size(), calls);
    bar.setCurrent(QStringLiteral("no such"));
    QCOMPARE(bar.current(), QStringLiteral("late"));
}

void WidgetsTest::searchFieldClearsThenDismisses() {
    ThemeManager themes(zs::test::themes());
    SearchField field(themes, QStringLiteral("Find"), QStringLiteral("/"));
    QSignalSpy dismissed(&field, &SearchField::dismissed);
    field.setText(QStringLiteral("C-0412"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(dismissed.size(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(dismissed.size(), 1);
}

void WidgetsTest::phaseRailIsAListForEveryone() {
    ThemeManager themes(zs::test::themes());
    PhaseRail rail(themes, QStringLiteral("Phases"));
    QList<PhaseNode> nodes;
    for (const char* name : {"Intake", "Register", "Route", "Supervise", "Report", "Rating", "Follow-up"}) {
        nodes.append(PhaseNode{QLatin1String(name), {}, PhaseProgress::Future, Tone::Primary});
    }
    nodes[0].progress = PhaseProgress::Done;
    nodes[2] =
        PhaseNode{QStringLiteral("Route"), QStringLiteral("to assign"), PhaseProgress::Current, Tone::Alarm};
    rail.setNodes(nodes);
    rail.show();
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&rail);
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 7);
    QCOMPARE(list->child(2)->role(), QAccessible::ListItem);
    QCOMPARE(list->child(2)->text(QAccessible::Name), QStringLiteral("Route current to assign"));
    QCOMPARE(rail.sizeHint(), QSize(7 * 58, 64));
}

void WidgetsTest::rowsPaintSymbolTextAndLimit() {
    ThemeManager themes(zs::test::themes());
    QStandardItemModel model;
    auto* item = new QStandardItem(QStringLiteral("Noise, night works"));
    Symbol symbol;
    symbol.attention = Attention::Alarm;
    item->setData(symbolCode(symbol), SymbolRole);
    item->setData(QStringLiteral("late 0:42"), TrailingRole);
    item->setData(static_cast<int>(Tone::Alarm), TrailingToneRole);
    model.appendRow(item);
    QListView view;
    view.setModel(&model);
    RowDelegate delegate(themes);
    view.setItemDelegate(&delegate);
    view.resize(300, 60);
    QCOMPARE(view.sizeHintForRow(0), 28);
    const QImage image = view.grab().toImage();
    int alarmLeft = 0;
    int alarmRight = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == themes.theme().semantic.alarm) {
                ++(x < 40 ? alarmLeft : alarmRight);
            }
        }
    }
    QVERIFY(alarmLeft > 5);
    QVERIFY(alarmRight > 5);
}

void WidgetsTest::hintStaysInsideItsParent() {
    ThemeManager themes(zs::test::themes());
    QWidget parent;
    parent.resize(500, 300);
    parent.show();
    HintCard card(themes, &parent);
    const Hint hint{HintKind::Legal, QStringLiteral("Drop = dispatch"), QStringLiteral("1.2 km")};
    for (const QPoint at : {QPoint(0, 0), QPoint(499, 299), QPoint(250, 150)}) {
        card.showAt(at, hint);
        QVERIFY(parent.rect().contains(card.geometry()));
        QCOMPARE(card.size(), QSize(312, 50));
    }
    card.showAt(QPoint(100, 200), hint);
    QCOMPARE(card.pos(), QPoint(116, 154));
    QCOMPARE(dragCard(DragCard{}, themes, 2.0).size(), QSize(624, 64));
}
