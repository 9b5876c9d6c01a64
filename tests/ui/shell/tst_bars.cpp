#include "tst_bars.h"

#include "tests/ui/kit/TestPanel.h"
#include "ui/kit/Translations.h"
#include "ui/shell/AlarmSlot.h"
#include "ui/shell/StatusBar.h"
#include "ui/shell/TopBar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace zs::shell;
using namespace zs::kit;

namespace {

const QDateTime kNow(QDate(2026, 11, 19), QTime(9, 43, 5));

QString text(QWidget& in, const char* name) {
    auto* label = in.findChild<QLabel*>(QLatin1String(name));
    return label ? label->text() : QStringLiteral("(no label)");
}

} // namespace

void BarsTest::clockShowsTheGivenTimeInBothLanguages() {
    ThemeManager themes(zs::test::themes());
    QDateTime now = kNow;
    TopBar bar(themes, [&now] { return now; });
    bar.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(text(bar, "topBarClock"), QStringLiteral("09:43:05"));
    QCOMPARE(text(bar, "topBarDate"), QStringLiteral("Thu 19 Nov"));
    now = now.addSecs(1);
    bar.refreshClock();
    QCOMPARE(text(bar, "topBarClock"), QStringLiteral("09:43:06"));
    Translations translations;
    translations.setLanguage(Language::Chinese);
    bar.setLocale(translations.locale());
    QTRY_COMPARE(text(bar, "topBarDate"), QString::fromUtf8("11月19日 周四"));
    QCOMPARE(text(bar, "topBarProduct"), QString::fromUtf8("中枢"));
    QCOMPARE(bar.height(), 40);
}

void BarsTest::searchIsThereOnlyWhenAnswered() {
    ThemeManager themes(zs::test::themes());
    TopBar bar(themes, [] { return kNow; });
    bar.show();
    auto* field = bar.findChild<QLineEdit*>(QStringLiteral("topBarSearch"));
    QVERIFY(!field->isVisible());
    bar.setSearch(SearchOffer::CaseAndGrid);
    QVERIFY(field->isVisible());
    QCOMPARE(field->width(), 360);
    QSignalSpy asked(&bar, &TopBar::searchRequested);
    QTest::keyClicks(field, QStringLiteral("  C-0412 "));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("C-0412"));
    field->clear();
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void BarsTest::onlyExistingSeatsAreShown() {
    ThemeManager themes(zs::test::themes());
    TopBar bar(themes, [] { return kNow; });
    bar.show();
    bar.setView({QStringLiteral("Demo city"), {}, {}, {}});
    QVERIFY(!bar.findChild<QWidget*>(QStringLiteral("topBarSeats"))->isVisible());
    QVERIFY(!bar.findChild<QWidget*>(QStringLiteral("topBarShift"))->isVisible());
    bar.setView({QStringLiteral("Demo city"),
                 {{QStringLiteral("dispatch"), QStringLiteral("Dispatch")}},
                 QStringLiteral("dispatch"),
                 QStringLiteral("08-16 Zhou Min")});
    QVERIFY(bar.findChild<QWidget*>(QStringLiteral("topBarSeats"))->isVisible());
    QCOMPARE(bar.findChildren<QAbstractButton*>(QRegularExpression(QStringLiteral("^segment_"))).size(), 1);
    QCOMPARE(text(bar, "topBarShift"), QStringLiteral("Shift 08-16 Zhou Min"));
}

void BarsTest::slotNeverChangesItsHeight_data() {
    QTest::addColumn<int>("state");
    for (int i = 0; i <= static_cast<int>(AlarmState::Offline); ++i) {
        QTest::addRow("%d", i) << i;
    }
}

void BarsTest::slotNeverChangesItsHeight() {
    QFETCH(int, state);
    ThemeManager themes(zs::test::themes());
    themes.applyTo(*qApp);
    AlarmSlot bar(themes);
    bar.resize(1200, 40);
    bar.show();
    QCOMPARE(bar.height(), 40);
    bar.setView({static_cast<AlarmState>(state),
                 QStringLiteral("Urgent"),
                 QStringLiteral("Grid 05: road flooded"),
                 QStringLiteral("unacknowledged 0:48"),
                 QStringLiteral("2 more"),
                 {},
                 {{QStringLiteral("ack"), QStringLiteral("Acknowledge A")}}});
    QCOMPARE(bar.height(), 40);
    QVERIFY(bar.minimumSizeHint().width() < 900);
    // The ground has the state's colour.
    const Theme& t = themes.theme();
    const QColor expected[] = {t.surface.raised,    t.semantic.alarmFill, t.semantic.alarmTint,
                               t.semantic.warnTint, t.semantic.alarmFill, t.surface.raised,
                               t.semantic.warnTint};
    QCOMPARE(bar.grab().toImage().pixelColor(900, 4), expected[state]);
    const QString accessible = bar.accessibleName();
    QVERIFY(accessible.contains(QStringLiteral("Urgent")) && accessible.contains(QStringLiteral("0:48")));
}

void BarsTest::slotShortensTheDetailFirst() {
    ThemeManager themes(zs::test::themes());
    themes.applyTo(*qApp);
    AlarmSlot bar(themes);
    bar.resize(1400, 40); // a good part less than the 1,920 px of a desk
    AlarmView view;
    view.state = AlarmState::Offline;
    view.word = QStringLiteral("Gateway unreachable");
    view.headline = QStringLiteral("You see the data of 03-02 08:41. Dispatching goes on: commands are kept here and sent when the link is back.");
    view.detail = QString(200, QLatin1Char('x'));
    view.trailing = QStringLiteral("try 3, next in 8 s");
    view.actions = {{QStringLiteral("reconnect"), QStringLiteral("Reconnect now")}};
    bar.setView(view);
    bar.show();
    (void)bar.grab(); // what is shortened says so by its tool tip
    QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("alarmHeadline"))->toolTip(), QString());
    QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("alarmDetail"))->toolTip(), view.detail);
}

void BarsTest::slotButtonsAndChip() {
    ThemeManager themes(zs::test::themes());
    AlarmSlot bar(themes);
    bar.resize(1200, 40);
    bar.show();
    AlarmView view{AlarmState::Offline,
                   QStringLiteral("Gateway unreachable 3:12"),
                   QStringLiteral("Dispatch goes on"),
                   {},
                   {},
                   QStringLiteral("1 urgent unacknowledged"),
                   {{QStringLiteral("retry"), QStringLiteral("Reconnect now")}}};
    bar.setView(view);
    QSignalSpy action(&bar, &AlarmSlot::actionTriggered);
    QSignalSpy chip(&bar, &AlarmSlot::chipTriggered);
    auto* retry = bar.findChild<QPushButton*>(QStringLiteral("alarmAction_retry"));
    view.word = QStringLiteral("Gateway unreachable 3:13");
    bar.setView(view);
    // The same button still stands there: a tick of the clock must not take it from under the pointer.
    QCOMPARE(bar.findChild<QPushButton*>(QStringLiteral("alarmAction_retry")), retry);
    retry->click();
    QCOMPARE(action.size(), 1);
    QCOMPARE(action.first().first().toString(), QStringLiteral("retry"));
    auto* chipButton = bar.findChild<QPushButton*>(QStringLiteral("alarmChip"));
    QVERIFY(chipButton->isVisible());
    chipButton->click();
    QCOMPARE(chip.size(), 1);
    view.actions.clear();
    bar.setView(view);
    QVERIFY(!bar.findChild<QPushButton*>(QStringLiteral("alarmAction_retry")));
}

void BarsTest::statusLineSaysTheLink() {
    ThemeManager themes(zs::test::themes());
    StatusBar bar(themes);
    QCOMPARE(bar.height(), 28);
    LinkView view;
    view.state = LinkState::Connected;
    view.latency = std::chrono::milliseconds(12);
    view.dataAge = std::chrono::seconds(0);
    view.seq = 8214551;
    view.pending = 2;
    bar.setLink(view);
    QCOMPARE(text(bar, "statusLink"), QStringLiteral("Connected 12 ms"));
    QCOMPARE(text(bar, "statusAge"), QStringLiteral("data 0 s"));
    QCOMPARE(text(bar, "statusSeq"), QStringLiteral("8,214,551"));
    QCOMPARE(text(bar, "statusPending"), QStringLiteral("pending 2"));
    QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("statusPending"))->property("tone").toString(),
             QStringLiteral("normal"));
    view.state = LinkState::Lost;
    view.lostFor = std::chrono::seconds(192);
    view.dataAge = std::chrono::seconds(192);
    view.unknown = 1;
    view.refused = 1;
    bar.setLink(view);
    QCOMPARE(text(bar, "statusLink"), QStringLiteral("Disconnected 3:12"));
    QCOMPARE(text(bar, "statusPending"), QStringLiteral("pending 2, unknown 1, refused 1"));
    QCOMPARE(bar.findChild<QLabel*>(QStringLiteral("statusLink"))->property("tone").toString(),
             QStringLiteral("warn"));
}

void BarsTest::statusButtonsAsk() {
    ThemeManager themes(zs::test::themes());
    StatusBar bar(themes);
    std::optional<Language> language;
    std::optional<Mode> mode;
    connect(&bar, &StatusBar::languageRequested, &bar, [&](Language l) { language = l; });
    connect(&bar, &StatusBar::themeRequested, &bar, [&](Mode m) { mode = m; });
    bar.findChild<QToolButton*>(QStringLiteral("statusLanguage"))->click();
    QCOMPARE(language, Language::Chinese);
    bar.setLanguage(Language::Chinese);
    bar.findChild<QToolButton*>(QStringLiteral("statusLanguage"))->click();
    QCOMPARE(language, Language::English);
    bar.findChild<QToolButton*>(QStringLiteral("statusTheme"))->click();
    QCOMPARE(mode, Mode::Dark);
    themes.setMode(Mode::Dark);
    QCOMPARE(bar.findChild<QToolButton*>(QStringLiteral("statusTheme"))->text(), QStringLiteral("Dark"));
}
