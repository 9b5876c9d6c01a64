// zhongshu-mainjob: see README.md. Its last line is the result; status 0 only if every step was seen.
#include "base/Clock.h"
#include "protocol/citypack/CityPack.h"
#include "tests/integration/mainjob/MainJob.h"
#include "ui/kit/Theme.h"
#include "ui/map/web/WebEnvironment.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace zs;
using namespace zs::mainjob;

namespace {

constexpr int casesWanted = 200;
constexpr std::chrono::seconds deadline{240};

int endWith(const QString& sentence, int status)
{
    std::fprintf(stderr, "zhongshu-mainjob: %s\n", qPrintable(sentence));
    return status;
}

console::Options optionsOf(const Folders& folders, const QUrl& gateway, const QString& name, map::SurfaceKind surface)
{
    console::Options options;
    options.gateway = gateway;
    options.pkiDir = folders.pki;
    options.name = name;
    options.cityDir = folders.city;
    options.cacheDir = folders.work + QLatin1Char('/') + name;
    options.map = surface;
    return options;
}

/// Two monitors' worth, side by side on one wide screen; there is no window manager.
void showAt(console::Console& desk, QPoint at)
{
    desk.window().setWindowFlag(Qt::FramelessWindowHint);
    desk.show();
    desk.window().setWindowState(Qt::WindowNoState);
    desk.window().setGeometry(QRect(at, QSize(1920, 1080)));
}

} // namespace

int main(int argc, char** argv)
{
    Folders folders;
    const std::pair<const char*, QString*> flags[] = {{"--bin", &folders.bin}, {"--city", &folders.city}, {"--pki", &folders.pki},
                                                      {"--work", &folders.work}, {"--out", &folders.out}};
    for (int i = 1; i < argc; i += 2) {
        const auto flag = std::ranges::find_if(flags, [&](const auto& f) { return qstrcmp(f.first, argv[i]) == 0; });
        if (flag == std::end(flags) || i + 1 >= argc)
            return endWith(QStringLiteral("usage: zhongshu-mainjob --bin DIR --city DIR --pki DIR --work DIR --out DIR"), 2);
        *flag->second = QString::fromLocal8Bit(argv[i + 1]);
    }
    for (const auto& [name, value] : flags)
        if (value->isEmpty())
            return endWith(QStringLiteral("%1 is missing").arg(QLatin1String(name)), 2);

    map::registerMapScheme();
    QApplication app(argc, argv);
    if (const QString obstacle = map::webSurfaceObstacle(); !obstacle.isEmpty())
        return endWith(obstacle, 1);
    const auto themeSet = kit::builtinThemes();
    const auto city = protocol::readCityPack(folders.city.toStdString());
    if (!themeSet || !city)
        return endWith(QString::fromStdString((themeSet ? city.error() : themeSet.error()).sentence), 1);
    kit::ThemeManager themes(*themeSet);
    themes.applyTo(app);
    kit::Translations translations;
    translations.setLanguage(kit::Language::Chinese);

    Stack stack(folders);
    const auto gateway = stack.startGateway();
    if (!gateway)
        return endWith(QString::fromStdString(gateway.error().sentence), 1);
    if (auto started = stack.startSimulator(*gateway, casesWanted); !started)
        return endWith(QString::fromStdString(started.error().sentence), 1);

    int status = 1;
    int dispatched = 0;
    {
        const SystemClock clock;
        console::Console first(optionsOf(folders, *gateway, QStringLiteral("console-1"), map::SurfaceKind::Painter), *city, themes, translations, clock);
        console::Console second(optionsOf(folders, *gateway, QStringLiteral("console-2"), map::SurfaceKind::Web), *city, themes, translations, clock);
        MainJob job(stack, first, second, folders, *gateway, casesWanted, deadline);
        QObject::connect(&job, &MainJob::done, &app, [&] {
            dispatched = 1;
            app.exit(0);
        });
        QObject::connect(&job, &MainJob::failed, &app, [&](const QString& sentence) {
            endWith(sentence, 1);
            app.exit(1);
        });
        showAt(first, {0, 0});
        showAt(second, {1920, 0});
        job.start();
        status = QApplication::exec();
    }
    if (auto stopped = stack.stop(); !stopped)
        return endWith(QString::fromStdString(stopped.error().sentence), 1);
    const auto journal = stack.verify();
    if (!journal)
        return endWith(QString::fromStdString(journal.error().sentence), 1);
    if (status == 0 && journal->cases < casesWanted)
        return endWith(QStringLiteral("The journal holds %1 cases, %2 were wanted.").arg(journal->cases).arg(casesWanted), 1);
    std::printf("cases=%d events=%d dispatch=%s chain=%s\n", journal->cases, journal->events, dispatched ? "ok" : "failed",
                qPrintable(journal->chain));
    return status == 0 && journal->chain == QLatin1String("ok") ? 0 : 1;
}
