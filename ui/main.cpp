// zhongshu: the console. Wiring only.
#include "base/Clock.h"
#include "protocol/citypack/CityPack.h"
#include "ui/console/Console.h"
#include "ui/console/DeskSettings.h"
#include "ui/console/LoopWatch.h"
#include "ui/console/Options.h"
#include "ui/console/PanelTour.h"
#include "ui/console/Signals.h"
#include "ui/console/StartTrace.h"
#include "ui/kit/Theme.h"
#ifdef ZS_WITH_WEB
#include "ui/map/web/WebEnvironment.h"
#endif

#include <QApplication>

#include <cstdio>
#include <future>

using namespace zs;

namespace {

int endWith(const Error& error)
{
    const bool asked = error.code == "help";
    std::fprintf(asked ? stdout : stderr, "%s%s\n", asked ? "" : "zhongshu: ", error.sentence.c_str());
    return asked ? 0 : 2;
}

QStringList plainArguments(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = console::parseOptions(plainArguments(argc, argv));
    if (!options)
        return endWith(options.error());
    console::blockEndSignals();
    // The city is read while Qt starts.
    auto city = std::async(std::launch::async, [dir = options->cityDir.toStdString()] { return protocol::readCityPack(dir); });

#ifdef ZS_WITH_WEB
    if (options->map != map::SurfaceKind::Painter)
        map::registerMapScheme();
#endif
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("zhongshu"));
    const auto themeSet = kit::builtinThemes();
    if (!themeSet)
        return endWith(themeSet.error());

    console::DeskSettings settings = console::DeskSettings::load(options->cacheDir);
    if (options->theme)
        settings.theme = *options->theme;
    if (options->language)
        settings.language = *options->language == domain::Language::Chinese ? kit::Language::Chinese : kit::Language::English;
    kit::ThemeManager themes(*themeSet, settings.theme);
    themes.setScale(settings.scale);
    themes.applyTo(app);
    kit::Translations translations;
    translations.setLanguage(settings.language);

    const auto pack = city.get();
    if (!pack)
        return endWith(pack.error());

    const SystemClock clock;
    console::Console desk(*options, *pack, themes, translations, clock);
    const auto keep = [&] {
        settings = {themes.mode(), translations.language(), themes.scale()};
        settings.save(options->cacheDir);
    };
    QObject::connect(&themes, &kit::ThemeManager::changed, &desk, keep);
    QObject::connect(&translations, &kit::Translations::changed, &desk, keep);

    const console::Signals signalled;
    QObject::connect(&signalled, &console::Signals::askedToEnd, &desk.window(), &QWidget::close);

    std::unique_ptr<console::LoopWatch> watch;
    std::unique_ptr<console::StartTrace> trace;
    desk.show();
    std::unique_ptr<console::PanelTour> tour;
    if (options->trace != console::Trace::Off) {
        watch = std::make_unique<console::LoopWatch>();
        trace = std::make_unique<console::StartTrace>(desk, *watch);
    }
    if (options->trace == console::Trace::Panels) {
        tour = std::make_unique<console::PanelTour>(desk.window().panels(), *watch);
        QObject::connect(trace.get(), &console::StartTrace::live, tour.get(), &console::PanelTour::start);
    }
    return QApplication::exec();
}
