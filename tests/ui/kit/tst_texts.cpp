#include "tst_texts.h"

#include "tests/testkit/TempDir.h"
#include "ui/kit/DurationText.h"
#include "ui/kit/Paint.h"
#include "ui/kit/Translations.h"

#include <QDir>
#include <QLibraryInfo>
#include <QProcess>
#include <QXmlStreamReader>

using namespace zs::kit;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

QString root() {
    return QString::fromStdString(zs::testkit::sourceRoot().string());
}

/// Strings of a .ts file that still wait for their translation.
QStringList unfinished(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {QStringLiteral("can't open ") + path};
    }
    QStringList found;
    QString source;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            const QString type = xml.attributes().value(QLatin1String("type")).toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (type == QLatin1String("unfinished") || (type.isEmpty() && text.isEmpty())) {
                found.append(source);
            }
        }
    }
    if (xml.hasError()) {
        found.append(xml.errorString());
    }
    return found;
}

void addTsFiles() {
    QTest::addColumn<QString>("file");
    const QDir dir(root() + QStringLiteral("/resources/i18n"));
    for (const QString& name : dir.entryList({QStringLiteral("*.ts")})) {
        QTest::newRow(qPrintable(name)) << dir.filePath(name);
    }
}

} // namespace

void TextsTest::limits_data() {
    QTest::addColumn<LimitView>("limit");
    QTest::addColumn<LimitForm>("form");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<Tone>("tone");
    const auto running = [](seconds left, Attention a = Attention::Normal, std::optional<int> wd = {}) {
        return LimitView{LimitState::Running, left, wd, a};
    };
    const auto row = [](const char* name, const LimitView& v, LimitForm form, const char* en, const char* zh,
                        Tone t) {
        QTest::newRow(name) << v << form << QString::fromUtf8(en) << QString::fromUtf8(zh) << t;
    };
    using F = LimitForm;
    row("plenty", running(hours(3) + minutes(52)), F::Short, "3:52", "3:52", Tone::Primary);
    row("plenty, full", running(hours(3) + minutes(52)), F::Full, "left 3:52", "剩 3:52", Tone::Primary);
    row("80 %", running(minutes(11), Attention::Warn), F::Short, "left 0:11", "剩 0:11", Tone::Warn);
    row("last second", running(seconds(1), Attention::Warn), F::Short, "left 0:00", "剩 0:00", Tone::Warn);
    row("late", running(-minutes(42), Attention::Alarm), F::Short, "late 0:42", "迟 0:42", Tone::Alarm);
    row("just late", running(-seconds(1)), F::Short, "late 0:00", "迟 0:00", Tone::Alarm);
    row("late a day", running(-hours(30), Attention::Alarm), F::Short, "late 1 d", "迟 1 日", Tone::Alarm);
    row("late a day, full", running(-hours(30), Attention::Alarm), F::Full, "late 1 d 6:00", "迟 1 日 6:00",
        Tone::Alarm);
    row("days", running(hours(54) + minutes(17)), F::Full, "left 2 d 6:17", "剩 2 日 6:17", Tone::Primary);
    row("working days", running(hours(120), Attention::Normal, 5), F::Short, "5 wd", "5 工作日", Tone::Primary);
    row("last working day", running(hours(5), Attention::Normal, 0), F::Short, "5:00", "5:00", Tone::Primary);
    row("met", LimitView{LimitState::Met, minutes(9), {}, Attention::Normal}, F::Short, "0:09 met",
        "0:09 已达", Tone::Primary);
    row("suspended", LimitView{LimitState::Suspended, minutes(9), {}, Attention::Normal}, F::Short, "paused", "挂起",
        Tone::Tertiary);
    const LimitView fallback{LimitState::Running, hours(54) + minutes(17), 2, Attention::Normal, LimitBasis::NaturalFallback};
    row("no calendar", fallback, F::Short, "≈2 d", "≈2 日", Tone::Primary);
    row("no calendar, full", fallback, F::Full, "left 2 d 6:17 (natural days)", "剩 2 日 6:17（暂按自然日）", Tone::Primary);
    row("none", LimitView{LimitState::None, seconds(0), {}, Attention::Normal}, F::Short, "—", "—",
        Tone::Tertiary);
}

void TextsTest::limits() {
    QFETCH(LimitView, limit);
    QFETCH(LimitForm, form);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    QFETCH(Tone, tone);
    QCOMPARE(DurationText::limit(limit, form), english);
    QCOMPARE(DurationText::limitTone(limit), tone);
    Translations translations;
    translations.setLanguage(Language::Chinese);
    QCOMPARE(DurationText::limit(limit, form), chinese);
}

void TextsTest::ages_data() {
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("0") << qint64(0) << "data 0 s old" << QString::fromUtf8("0 秒前的数据");
    QTest::newRow("59") << qint64(59) << "data 59 s old" << QString::fromUtf8("59 秒前的数据");
    QTest::newRow("192") << qint64(192) << "data 3:12 old" << QString::fromUtf8("3:12 前的数据");
    QTest::newRow("3725") << qint64(3725) << "data 1 h 02 old" << QString::fromUtf8("1 时 02 分 前的数据");
}

void TextsTest::ages() {
    QFETCH(qint64, value);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    QCOMPARE(DurationText::dataAge(seconds(value)), english);
    Translations translations;
    translations.setLanguage(Language::Chinese);
    QCOMPARE(DurationText::dataAge(seconds(value)), chinese);
    QCOMPARE(DurationText::grouped(8214551), QStringLiteral("8,214,551"));
}

void TextsTest::numberOfAGridIsNeverElided() {
    const QFontMetrics metrics(QApplication::font());
    const QString grid = QStringLiteral("Baizhoubian community 03");
    const int full = metrics.horizontalAdvance(grid);
    QCOMPARE(elideMiddle(metrics, grid, full), grid);
    for (int width = full - 1; width > full / 3; width -= 7) {
        const QString shown = elideMiddle(metrics, grid, width);
        QVERIFY2(shown.endsWith(QStringLiteral("03")), qPrintable(shown));
        QVERIFY2(metrics.horizontalAdvance(shown) <= width, qPrintable(shown));
    }
    QVERIFY(elideMiddle(metrics, QStringLiteral("no number at the end"), 60).contains(QChar(0x2026)));
}

void TextsTest::translationsAreComplete_data() {
    addTsFiles();
}

void TextsTest::translationsAreComplete() {
    QFETCH(QString, file);
    const QStringList waiting = unfinished(file);
    QVERIFY2(waiting.isEmpty(), qPrintable(waiting.join(QLatin1Char('\n'))));
}

void TextsTest::sourcesHaveNoNewStrings_data() {
    addTsFiles();
}

void TextsTest::sourcesHaveNoNewStrings() {
    QFETCH(QString, file);
    const QString part = QFileInfo(file).completeBaseName().remove(QStringLiteral("_zh_CN"));
    const QString sources = root() + QStringLiteral("/ui/") + part;
    const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
    if (!QDir(sources).exists() || !QFile::exists(lupdate)) {
        QSKIP("no sources of that name in ui/, or no lupdate here");
    }
    const zs::testkit::TempDir dir;
    const QString copy = dir.filePath(QFileInfo(file).fileName());
    QVERIFY(QFile::copy(file, copy));
    QProcess process;
    process.start(lupdate, {QStringLiteral("-silent"), QStringLiteral("-I"), root(), sources,
                            QStringLiteral("-ts"), copy});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    const QStringList waiting = unfinished(copy);
    QVERIFY2(waiting.isEmpty(), qPrintable(waiting.join(QLatin1Char('\n'))));
}
