#include "tst_screenshots.h"

#include "Desk.h"
#include "ui/kit/Chip.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/KeyCap.h"
#include "ui/kit/PanelFrame.h"
#include "ui/kit/PhaseRail.h"
#include "ui/kit/RowDelegate.h"
#include "ui/kit/SearchField.h"
#include "ui/kit/SegmentBar.h"
#include "ui/kit/Translations.h"
#include "ui/shell/MainWindow.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStandardItemModel>

using namespace zs::shell;
using namespace zs::kit;

namespace {

struct Look {
    Mode mode;
    Language language;
    qreal scale;
};

void addLooks() {
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<Language>("language");
    QTest::addColumn<double>("scale");
    QTest::newRow("light-en") << Mode::Light << Language::English << 1.0;
    QTest::newRow("dark-zh") << Mode::Dark << Language::Chinese << 1.0;
    QTest::newRow("light-zh-200") << Mode::Light << Language::Chinese << 2.0;
}

QStandardItem* row(const char* title, const Symbol& symbol, const LimitView& limit) {
    auto* item = new QStandardItem(QString::fromUtf8(title));
    item->setData(symbolCode(symbol), SymbolRole);
    item->setData(DurationText::limit(limit), TrailingRole);
    item->setData(static_cast<int>(DurationText::limitTone(limit)), TrailingToneRole);
    return item;
}

/// A list with its filter bar, for the ready and partial states.
QWidget* list(ThemeManager& themes, QWidget* parent) {
    using std::chrono::minutes;
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    auto* segments = new SegmentBar(themes, QStringLiteral("Filter"), box);
    segments->setSegments({{QStringLiteral("all"), QStringLiteral("All"), 1204, Tone::Secondary},
                           {QStringLiteral("new"), QStringLiteral("New"), 12, Tone::Secondary},
                           {QStringLiteral("late"), QStringLiteral("Late"), 3, Tone::Alarm},
                           {QStringLiteral("mine"), QStringLiteral("Mine"), 8, Tone::Secondary}});
    auto* search =
        new SearchField(themes, QStringLiteral("Find"), QStringLiteral("/"), FieldSize::Small, box);
    search->setFixedWidth(96);
    bar->addWidget(segments);
    bar->addStretch(1);
    bar->addWidget(search);
    layout->addLayout(bar);
    auto* view = new QListView(box);
    auto* model = new QStandardItemModel(view);
    Symbol urgent;
    urgent.ring = Ring::Double;
    urgent.attention = Attention::Alarm;
    Symbol hazard;
    hazard.shape = Shape::Hazard;
    hazard.fill = Fill::Half;
    hazard.ring = Ring::Single;
    hazard.attention = Attention::Warn;
    Symbol plain;
    plain.shape = Shape::Request;
    plain.fill = Fill::Full;
    model->appendRow(
        row("C-0412 噪声纠纷 夜间施工", urgent, {LimitState::Running, -minutes(42), {}, Attention::Alarm}));
    model->appendRow(
        row("C-0413 路面积水约 40 cm", hazard, {LimitState::Running, minutes(6), {}, Attention::Warn}));
    model->appendRow(
        row("C-0419 Hardship aid", plain, {LimitState::Running, minutes(7200), 5, Attention::Normal}));
    auto* pending =
        row("C-0421 Leak, neighbours", plain, {LimitState::Running, minutes(232), {}, Attention::Normal});
    pending->setData(static_cast<int>(RowLook::Pending), LookRole);
    model->appendRow(pending);
    view->setModel(model);
    view->setItemDelegate(new RowDelegate(themes, {}, view));
    view->setCurrentIndex(model->index(0, 0));
    layout->addWidget(view, 1);
    return box;
}

QWidget* detail(ThemeManager& themes, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    auto* chips = new QHBoxLayout;
    auto* urgent = new Chip(themes, box);
    urgent->setChip(QString::fromUtf8("紧急"), Tone::Alarm);
    auto* late = new Chip(themes, box);
    late->setChip(QString::fromUtf8("迟 0:42"), Tone::Alarm, ChipLook::Solid);
    chips->addStretch(1);
    chips->addWidget(urgent);
    chips->addWidget(late);
    layout->addLayout(chips);
    auto* rail = new PhaseRail(themes, QStringLiteral("Phases"), box);
    QList<PhaseNode> nodes;
    for (const char* name :
         {"统一受理", "分类登记", "分流转办", "跟踪督办", "办结反馈", "群众评价", "定期回访"}) {
        nodes.append(PhaseNode{QString::fromUtf8(name), {}, PhaseProgress::Future, Tone::Primary});
    }
    nodes[0].progress = nodes[1].progress = PhaseProgress::Done;
    nodes[0].note = QStringLiteral("08:31");
    nodes[1].note = QStringLiteral("08:34");
    nodes[2].progress = PhaseProgress::Current;
    nodes[2].note = QString::fromUtf8("待派");
    nodes[2].tone = Tone::Alarm;
    rail->setNodes(nodes);
    layout->addWidget(rail);
    for (const double used : {0.6, 1.4, 0.25}) {
        auto* bar = new LimitBar(themes, box);
        bar->setUsed(used);
        layout->addWidget(bar);
    }
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(
        new KeyButton(themes, QString::fromUtf8("派单"), QStringLiteral("D"), ButtonRole::Main, box));
    buttons->addWidget(
        new KeyButton(themes, QString::fromUtf8("转办"), QStringLiteral("R"), ButtonRole::Plain, box));
    buttons->addWidget(new KeyButton(themes, QString::fromUtf8("退回"), {}, ButtonRole::Plain, box));
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addStretch(1);
    return box;
}

} // namespace

void ScreenshotsTest::demoWindow_data() {
    addLooks();
}

void ScreenshotsTest::demoWindow() {
    QFETCH(Mode, mode);
    QFETCH(Language, language);
    QFETCH(double, scale);
    ThemeManager themes(zs::test::themes(), mode);
    themes.setScale(scale);
    themes.applyTo(*qApp);
    Translations translations;
    translations.setLanguage(language);
    LayoutBook book;
    MainWindow window(themes, translations, book,
                      [] { return QDateTime(QDate(2026, 11, 19), QTime(9, 43, 5)); });
    PanelHost& host = window.panels();
    for (auto panel : zs::test::deskPanels()) {
        panel.visibility = zs::sdk::PanelVisibility::Shown;
        QVERIFY(host.add(zs::test::factory(panel)));
    }
    window.topBar().setView({QStringLiteral("Demo city, east centre"),
                             {{QStringLiteral("dispatch"), QStringLiteral("Dispatch")}},
                             QStringLiteral("dispatch"),
                             QStringLiteral("08-16 Zhou Min")});
    window.topBar().setSearch(SearchOffer::CaseAndGrid);
    window.alarmSlot().setView({AlarmState::Urgent,
                                QStringLiteral("Urgent"),
                                QStringLiteral("Grid 05: road flooded, about 40 cm"),
                                QStringLiteral("14 reports merged; unacknowledged 0:48"),
                                QStringLiteral("2 more"),
                                {},
                                {{QStringLiteral("ack"), QStringLiteral("Acknowledge A")},
                                 {QStringLiteral("locate"), QStringLiteral("Locate")}}});
    LinkView link;
    link.state = LinkState::Connected;
    link.latency = std::chrono::milliseconds(12);
    link.dataAge = std::chrono::seconds(0);
    link.seq = 8214551;
    link.pending = 2;
    window.statusBar().setLink(link);
    for (const char* id : {"queue", "case"}) {
        auto* panel = zs::test::panelOf(host, id);
        delete panel->findChild<QLineEdit*>();
        panel->layout()->setContentsMargins(0, 0, 0, 0);
        panel->layout()->addWidget(qstrcmp(id, "queue") == 0 ? list(themes, panel) : detail(themes, panel));
    }
    zs::test::panelOf(host, "queue")->say(zs::test::partialStatus());
    zs::test::panelOf(host, "map")->say(zs::test::emptyStatus());
    zs::sdk::PanelStatus ready;
    ready.state = zs::sdk::PanelState::Ready;
    ready.freshness = QStringLiteral("version 7, live");
    ready.hidden = QStringLiteral("hidden: notes");
    zs::test::panelOf(host, "case")->say(ready);
    zs::test::panelOf(host, "lanes")->say(zs::test::errorStatus());
    window.resize(qRound(1920 * scale), qRound(1080 * scale));
    host.resetLayout();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto* frame = host.dock(QStringLiteral("outbox"))->findChild<PanelFrame*>();
    QTRY_VERIFY(frame->findChild<QWidget*>(QStringLiteral("panelLoading"))->isVisible());
    const QImage image = window.grab().toImage();
    const QString file =
        QStringLiteral(ZS_OUTPUT "/window-%1.png").arg(QLatin1String(QTest::currentDataTag()));
    QVERIFY(image.save(file));
    QCOMPARE(image.size(), window.size());
    QCOMPARE(image.pixelColor(image.width() / 3, 4), themes.theme().surface.raised);
    // Nothing on the fixed bars is cut off.
    for (const QWidget* bar :
         {static_cast<QWidget*>(&window.topBar()), static_cast<QWidget*>(&window.statusBar())}) {
        for (const QLabel* label : bar->findChildren<QLabel*>()) {
            if (label->isVisible() && !label->text().isEmpty()) {
                QVERIFY2(label->width() >= label->sizeHint().width() - 1, qPrintable(label->text()));
            }
        }
    }
}

void ScreenshotsTest::panelStates_data() {
    addLooks();
}

void ScreenshotsTest::panelStates() {
    // Four panels of 452×300 beside each other, as the designer drew them.
    QFETCH(Mode, mode);
    QFETCH(Language, language);
    QFETCH(double, scale);
    ThemeManager themes(zs::test::themes(), mode);
    themes.setScale(scale);
    themes.applyTo(*qApp);
    Translations translations;
    translations.setLanguage(language);
    QWidget page;
    page.setObjectName(QStringLiteral("shellPage"));
    auto* layout = new QHBoxLayout(&page);
    zs::sdk::PanelStatus loading;
    loading.freshness = QStringLiteral("fetching Dongcheng, second 1");
    PanelFrame* slow = nullptr;
    for (const auto& status :
         {loading, zs::test::emptyStatus(), zs::test::partialStatus(), zs::test::errorStatus()}) {
        auto* box = new QFrame(&page);
        box->setFixedSize(qRound(452 * scale), qRound(300 * scale));
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto* panel =
            new zs::test::TestPanel(zs::test::info("queue", "Queue", zs::sdk::PanelArea::Left, {452, 300}));
        delete panel->findChild<QLineEdit*>();
        panel->layout()->setContentsMargins(0, 0, 0, 0);
        panel->layout()->addWidget(list(themes, panel));
        auto* frame = new PanelFrame(themes, panel, box);
        column->addWidget(new PanelTitle(themes, *panel, box));
        column->addWidget(frame, 1);
        panel->say(status);
        slow = slow ? slow : frame;
        layout->addWidget(box);
    }
    page.show();
    QTRY_VERIFY(slow->findChild<QWidget*>(QStringLiteral("panelLoading"))->isVisible());
    QVERIFY(page.grab().save(
        QStringLiteral(ZS_OUTPUT "/states-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
    // No text of a state page is cut off at the size it was drawn for.
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty() && !qobject_cast<const ElidedLabel*>(label)) {
            const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            QVERIFY2(label->height() >= needed - 1, qPrintable(label->text()));
        }
    }
}

void ScreenshotsTest::alarmStates_data() {
    addLooks();
}

void ScreenshotsTest::alarmStates() {
    QFETCH(Mode, mode);
    QFETCH(double, scale);
    ThemeManager themes(zs::test::themes(), mode);
    themes.setScale(scale);
    themes.applyTo(*qApp);
    QWidget page;
    page.setObjectName(QStringLiteral("shellPage"));
    auto* layout = new QVBoxLayout(&page);
    const AlarmView views[] = {
        {AlarmState::Quiet,
         {},
         QStringLiteral("No alarm; 1 shelved, back at 10:15"),
         {},
         QStringLiteral("last 8 h: urgent 2, high 7"),
         {},
         {}},
        {AlarmState::Urgent,
         QString::fromUtf8("紧急"),
         QString::fromUtf8("主山社区 05 网格 路面积水约 40 cm"),
         QString::fromUtf8("0:48 未确认"),
         QString::fromUtf8("另有 2 条"),
         {},
         {{QStringLiteral("a"), QString::fromUtf8("确认 A")},
          {QStringLiteral("b"), QString::fromUtf8("定位")}}},
        {AlarmState::Acknowledged,
         QString::fromUtf8("紧急"),
         QStringLiteral("Road flooded"),
         QStringLiteral("acknowledged 09:43:05"),
         {},
         {},
         {{QStringLiteral("a"), QStringLiteral("Dispatch")}}},
        {AlarmState::High,
         QString::fromUtf8("高"),
         QStringLiteral("2 cases reach their limit in 10 min"),
         QStringLiteral("C-0363, C-0359"),
         {},
         {},
         {{QStringLiteral("a"), QStringLiteral("Acknowledge A")}}},
        {AlarmState::Flood,
         QString::fromUtf8("紧急 104 条并为 1"),
         QStringLiteral("Storm, 104 in 10 s"),
         QStringLiteral("37 grids; none lost"),
         {},
         {},
         {{QStringLiteral("a"), QStringLiteral("Expand 104")}}},
        {AlarmState::Shelved,
         QString::fromUtf8("搁置"),
         {},
         QStringLiteral("Smoke sensor, reason: maintenance"),
         QStringLiteral("back in 0:32"),
         {},
         {{QStringLiteral("a"), QStringLiteral("Take back")}}},
        {AlarmState::Offline,
         QString::fromUtf8("网关不可达 3:12"),
         {},
         QString::fromUtf8("照常派单，存待发箱；收不到报警，请留意电话"),
         QString::fromUtf8("0:08 后再试"),
         QString::fromUtf8("紧急 1 未确认"),
         {{QStringLiteral("a"), QString::fromUtf8("立即重连")}}},
    };
    for (const AlarmView& view : views) {
        auto* bar = new AlarmSlot(themes, &page);
        bar->setView(view);
        layout->addWidget(bar);
    }
    page.resize(qRound(1440 * scale), qRound(400 * scale));
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY(page.grab().save(
        QStringLiteral(ZS_OUTPUT "/alarms-%1.png").arg(QLatin1String(QTest::currentDataTag()))));
}
