#include "tests/testkit/GuiTest.h"
#include "tests/testkit/TempDir.h"
#include "tests/ui/cases/PanelBench.h"
#include "ui/console/DeskSettings.h"
#include "ui/console/Find.h"
#include "ui/console/LoopWatch.h"
#include "ui/console/Options.h"
#include "ui/console/Signals.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <csignal>
#include <unistd.h>

using namespace zs;
using namespace zs::console;

class OptionsTest : public testkit::TestCase {
    Q_OBJECT

    testkit::TempDir m_dir;
    QStringList complete() const
    {
        const QString root = QString::fromStdString(m_dir.path());
        return {QStringLiteral("--gateway"), QStringLiteral("https://127.0.0.1:8443"), QStringLiteral("--pki"), root, QStringLiteral("--city"), root};
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* file : {"ca.crt", "console-1.crt", "console-1.key"})
            m_dir.write(file, "x");
    }

    void aWholeLineIsRead()
    {
        const auto options = parseOptions(complete() << QStringLiteral("--map=painter") << QStringLiteral("--theme") << QStringLiteral("dark")
                                                     << QStringLiteral("--language") << QStringLiteral("en") << QStringLiteral("--trace"));
        QVERIFY(options);
        QCOMPARE(options->gateway, QUrl(QStringLiteral("https://127.0.0.1:8443")));
        QVERIFY(options->map == map::SurfaceKind::Painter && options->theme == kit::Mode::Dark);
        QVERIFY(options->language == domain::Language::English && options->trace == Trace::On);
        QVERIFY(!options->cacheDir.isEmpty());
    }

    void aWrongOneEndsWithASentence_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--colour"), QStringLiteral("x")} << "Unknown option \"--colour\"";
        QTest::newRow("no value") << QStringList{QStringLiteral("--map")} << "--map needs a value";
        QTest::newRow("map") << QStringList{QStringLiteral("--map"), QStringLiteral("paper")} << "auto, web or painter";
        QTest::newRow("plain http") << QStringList{QStringLiteral("--gateway"), QStringLiteral("http://a:1")} << "https://host:port";
        QTest::newRow("no certificate") << QStringList{QStringLiteral("--name"), QStringLiteral("other")} << "other.crt";
        QTest::newRow("no folder") << QStringList{QStringLiteral("--city"), QStringLiteral("/does/not/exist")} << "there is no folder";
    }
    void aWrongOneEndsWithASentence()
    {
        QFETCH(QStringList, more);
        QFETCH(QString, says);
        const auto options = parseOptions(complete() + more);
        QVERIFY(!options);
        QVERIFY2(options.error().sentence.find(says.toStdString()) != std::string::npos, options.error().sentence.c_str());
    }

    void helpIsNoError()
    {
        QCOMPARE(parseOptions({QStringLiteral("--help")}).error().code, std::string("help"));
        QCOMPARE(parseOptions({}).error().code, std::string("options"));
    }

    void settingsAreKept()
    {
        const testkit::TempDir dir;
        const QString folder = QString::fromStdString(dir.path());
        const DeskSettings first = DeskSettings::load(folder);
        QVERIFY(first.theme == kit::Mode::Light && first.language == kit::Language::Chinese);
        DeskSettings{kit::Mode::Dark, kit::Language::English, 1.5}.save(folder);
        const DeskSettings second = DeskSettings::load(folder);
        QVERIFY(second.theme == kit::Mode::Dark && second.language == kit::Language::English);
        QCOMPARE(second.scale, 1.5);
        dir.write("desk.ini", "scale=900\ntheme=\xff\n");
        QCOMPARE(DeskSettings::load(folder).scale, 3.0);
    }
};

class DeskTest : public testkit::TestCase {
    Q_OBJECT

private Q_SLOTS:
    void theSearchFieldFindsCasesAndGrids()
    {
        testkit::PanelBench bench;
        const domain::Grid& grid = bench.desk.city().grids.front();
        const CaseId id = bench.desk.record({}, domain::Receive{domain::CaseKind::Dispute, domain::Channel::WalkIn, "噪声", "", grid.label, grid.id,
                                                               domain::Priority::Normal, "", ""}, bench.desk.clock.now());
        for (const QString& text : {QString::number(id.value), QStringLiteral("C-%1").arg(id.value, 4, 10, QLatin1Char('0')),
                                    QStringLiteral(" c%1 ").arg(id.value)})
            QCOMPARE(find(bench.place, text).caseId, id);
        QCOMPARE(find(bench.place, QString::fromStdString(grid.name.zh)).grid, grid.id);
        QCOMPARE(find(bench.place, QString::fromStdString(grid.code)).grid, grid.id);
        const Found nothing = find(bench.place, QStringLiteral("没有这个地方"));
        QVERIFY(nothing.caseId.isNone() && nothing.grid.isNone());
        QVERIFY(find(bench.place, {}).grid.isNone());
    }

    void aBlockedLoopIsSeen()
    {
        LoopWatch watch(std::chrono::milliseconds(1));
        QElapsedTimer blocked;
        blocked.start();
        while (!watch.isWaiting() && blocked.elapsed() < 10'000) { } // on a busy machine its thread comes late
        blocked.start();
        while (blocked.elapsed() < 60) { } // the loop doesn't run: what is being looked for
        QTRY_VERIFY(watch.worst() >= std::chrono::milliseconds(40));
    }

    void sigtermAsksToEnd()
    {
        const Signals signalled;
        QSignalSpy asked(&signalled, &Signals::askedToEnd);
        kill(getpid(), SIGTERM);
        QTRY_COMPARE(asked.count(), 1);
    }
};

int main(int argc, char** argv)
{
    blockEndSignals();
    QApplication app(argc, argv);
    return testkit::runAll<OptionsTest, DeskTest>(argc, argv);
}
#include "tst_console.moc"
