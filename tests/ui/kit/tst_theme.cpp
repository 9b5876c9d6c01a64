#include "tst_theme.h"

#include "TestPanel.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/ThemeStyle.h"

#include <QApplication>
#include <QDirIterator>
#include <QSignalSpy>

using namespace zs::kit;

void ThemeTest::contrastOfEveryPair_data() {
    QTest::addColumn<Mode>("mode");
    QTest::addColumn<QString>("front");
    QTest::addColumn<QString>("back");
    QTest::addColumn<double>("need");
    const auto add = [](const char* front, std::initializer_list<const char*> backs, double need) {
        for (const char* back : backs) {
            for (const Mode mode : {Mode::Light, Mode::Dark}) {
                QTest::addRow("%s on %s, %s", front, back, mode == Mode::Light ? "light" : "dark")
                    << mode << QString::fromLatin1(front) << QString::fromLatin1(back) << need;
            }
        }
    };
    const auto surfaces = {"surface.window",  "surface.panel", "surface.raised",
                           "surface.control", "surface.hover", "surface.selected"};
    add("text.primary", surfaces, 4.5);
    add("text.primary", {"surface.inset", "semantic.alarmTint", "semantic.warnTint"}, 4.5);
    add("text.secondary", surfaces, 4.5);
    add("text.secondary", {"semantic.warnTint", "semantic.alarmTint"}, 4.5);
    add("text.tertiary", {"surface.window", "surface.panel", "surface.raised", "surface.hover"}, 4.5);
    for (const char* word : {"semantic.alarm", "semantic.warn", "semantic.ok", "semantic.accent"}) {
        add(word, {"surface.panel", "surface.raised", "surface.selected"}, 4.5);
    }
    add("semantic.alarm", {"semantic.alarmTint"}, 4.5);
    add("semantic.warn", {"semantic.warnTint"}, 4.5);
    add("text.onAlarm", {"semantic.alarmFill"}, 4.5);
    add("text.onAccent", {"semantic.accent"}, 4.5);
    add("line.control", {"surface.panel", "surface.raised"}, 3);
    add("line.focus", {"surface.panel", "surface.raised", "surface.control"}, 3);
    for (const char* mark :
         {"map.person", "map.case", "semantic.alarm", "semantic.accent", "semantic.warn"}) {
        add(mark, {"map.land"}, 3);
    }
    add("map.label", {"map.land"}, 4.5);
    add("map.labelStrong", {"map.land"}, 4.5);
}

void ThemeTest::contrastOfEveryPair() {
    QFETCH(Mode, mode);
    QFETCH(QString, front);
    QFETCH(QString, back);
    QFETCH(double, need);
    const auto set = builtinThemes();
    QVERIFY2(set, set ? "" : set.error().sentence.c_str());
    const Theme& t = set->of(mode);
    QVERIFY(t.colours.contains(front) && t.colours.contains(back));
    const double ratio = contrast(t.colours[front], t.colours[back]);
    QVERIFY2(ratio >= need, qPrintable(QStringLiteral("%1, needs %2").arg(ratio).arg(need)));
}

void ThemeTest::brokenTokensAreNamed_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("not JSON") << QByteArray("{") << QByteArray("") << "theme.json"
                              << "JSON";
    QTest::newRow("missing colour") << QByteArray("\"onAlarm\"") << QByteArray("\"offAlarm\"")
                                    << "theme.token"
                                    << "text/onAlarm";
    QTest::newRow("not a colour") << QByteArray("\"#FBFCFC\"") << QByteArray("\"snow-ish\"") << "theme.token"
                                  << "surface/panel";
    QTest::newRow("not a number") << QByteArray("\"small\": 24") << QByteArray("\"small\": \"24\"")
                                  << "theme.token"
                                  << "control/small";
}

void ThemeTest::brokenTokensAreNamed() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, code);
    QFETCH(QString, word);
    initResources();
    QFile file(QStringLiteral(":/themes/zhongshu.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    QVERIFY(json.contains(from));
    const auto result = parseThemes(json.replace(from, to));
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().code), code);
    QVERIFY2(result.error().sentence.find(word.toStdString()) != std::string::npos,
             result.error().sentence.c_str());
}

void ThemeTest::measuresFollowTheUserScale() {
    Theme t = zs::test::themes().light;
    QCOMPARE(t.px(t.row.table), 28);
    QCOMPARE(t.font(Type::Body).pixelSize(), 13);
    QCOMPARE(t.lineHeight(Type::Title), 24);
    QCOMPARE(t.space(5), 24);
    t.scale = 1.25;
    QCOMPARE(t.px(t.row.table), 35);
    QCOMPARE(t.font(Type::Body).pixelSize(), 16); // 16.25, rounded
    QCOMPARE(t.space(1), 5);
}

void ThemeTest::styleSheetLeavesNoToken() {
    const auto set = zs::test::themes();
    for (const Theme* t : {&set.light, &set.dark}) {
        const QString sheet = styleSheet(*t);
        QVERIFY(sheet.size() > 1000);
        QVERIFY(!sheet.contains(QLatin1Char('@')));
        // An unknown colour token would have come out as black.
        QVERIFY(!sheet.contains(QStringLiteral("#000000")));
    }
}

void ThemeTest::managerSwitchesLive() {
    ThemeManager manager(zs::test::themes());
    QSignalSpy changed(&manager, &ThemeManager::changed);
    manager.applyTo(*qApp);
    QCOMPARE(qApp->palette().color(QPalette::Base), manager.theme().surface.panel);
    const QColor light = manager.theme().surface.panel;
    manager.setMode(Mode::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(manager.theme().surface.panel != light);
    QCOMPARE(qApp->palette().color(QPalette::Base), manager.theme().surface.panel);
    manager.setMode(Mode::Dark);
    QCOMPARE(changed.size(), 1);
    manager.setScale(9);
    QCOMPARE(manager.scale(), 3.0);
    manager.setScale(1.0);
    QCOMPARE(qApp->font().pixelSize(), 13);
    QCOMPARE(qApp->font().families().first(), QStringLiteral("Noto Sans CJK SC"));
}

void ThemeTest::everyListedIconIsBuiltIn() {
    initResources();
    int count = 0;
    IconCache icons(1.75);
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")})) {
        const QString name = file.chopped(4);
        QVERIFY2(!icons.pixmap(name, 16, Qt::black).isNull(), qPrintable(name));
        ++count;
    }
    QVERIFY(count > 50);
    QVERIFY(icons.pixmap(QStringLiteral("no-such-icon"), 16, Qt::black).isNull());
    QVERIFY(QFile::exists(QStringLiteral(":/icons/LICENSE")));
}

void ThemeTest::iconIsTinted() {
    IconCache icons(1.75);
    const QColor colour(10, 200, 30);
    const QImage image = icons.pixmap(QStringLiteral("x"), 24, colour, 2.0).toImage();
    QCOMPARE(image.size(), QSize(48, 48));
    bool found = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found = found || image.pixelColor(x, y) == colour;
        }
    }
    QVERIFY(found);
    QCOMPARE(icons.pixmap(QStringLiteral("x"), 24, colour, 2.0).cacheKey(),
             icons.pixmap(QStringLiteral("x"), 24, colour, 2.0).cacheKey());
}
