// bench_map [--rounds N] [--seconds S] [--only KIND,…]: the live map against its peers, CPU of all processes, no GPU.
// Each contestant runs alone in a process of its own; the rounds go through all of them in turn. Last line: one JSON object.
#include "tests/bench/kit/Report.h"
#include "tests/bench/map/Contestant.h"
#include "ui/map/web/WebEnvironment.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <map>
#include <unistd.h>
#include <vector>

using namespace zs::bench;

namespace {

struct Entry {
    const char* name;
    const char* kind;
    int people;
};
constexpr int kPeople = 10'300, kMany = 50'000;
constexpr Entry kEntries[] = {
    {"painter", "painter", kPeople},
    {"painter_50000", "painter", kMany},
    {"web", "web", kPeople},
    {"leaflet_canvas", "leaflet-canvas", kPeople},
    {"leaflet_svg", "leaflet-svg", kPeople},
    {"maplibre_setdata", "maplibre-setdata", kPeople},
};

using Series = std::map<std::string, std::vector<Measured>>;

double middle(const Series& series, const std::string& name, double Measured::*field)
{
    const auto found = series.find(name);
    if (found == series.end())
        return 0;
    std::vector<double> values;
    for (const Measured& m : found->second)
        values.push_back(m.*field);
    return median(values);
}

std::optional<Measured> runApart(const Entry& entry, int seconds, const QString& picture)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ZS_BENCH_DISPLAY_PARENT"), QString::number(getppid()));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--one"), QLatin1String(entry.kind), QStringLiteral("--people"), QString::number(entry.people),
                   QStringLiteral("--seconds"), QString::number(seconds), QStringLiteral("--picture"), picture});
    if (!process.waitForFinished((seconds + 300) * 1000) || process.exitCode() != 0)
        return std::nullopt;
    return Measured::fromJson(process.readAllStandardOutput().trimmed());
}

int contestant(const QCommandLineParser& args)
{
    if (args.value(QStringLiteral("one")) != QLatin1String("painter"))
        zs::map::prepareWebEnvironment(zs::map::detectGraphics());
    const auto measured = run({args.value(QStringLiteral("one")), args.value(QStringLiteral("people")).toInt(),
                               args.value(QStringLiteral("seconds")).toInt(), args.value(QStringLiteral("picture"))});
    if (!measured)
        return 1;
    QTextStream(stdout) << measured->toJson() << '\n';
    return 0;
}

void report(const Series& series, int rounds)
{
    const auto cpu = [&](const char* name) { return middle(series, name, &Measured::updateCpu); };
    double best = 0;
    for (const char* peer : {"leaflet_canvas", "leaflet_svg", "maplibre_setdata"})
        if (series.contains(peer))
            best = best > 0 ? std::min(best, cpu(peer)) : cpu(peer);
    const auto ratio = [](double a, double b) { return b > 0 ? a / b : 0; };
    Report out("map");
    out.target("painter_update_cpu", cpu("painter"), "<=", 15, "ms");
    out.target("painter_against_best_peer", ratio(best, cpu("painter")), ">=", 15, "x");
    out.target("painter_updates_kept", middle(series, "painter", &Measured::kept), ">=", 1, "share");
    out.target("painter_pan", middle(series, "painter", &Measured::panFps), ">=", 50, "fps");
    out.target("painter_50000_people", ratio(cpu("painter_50000"), cpu("painter")), "<=", 3, "x");
    out.target("web_against_setdata", ratio(cpu("maplibre_setdata"), cpu("web")), ">=", 4, "x");
    // Each drops updates of its own; divided by what both were asked to draw.
    const auto given = [&](const char* name) { return middle(series, name, &Measured::givenCpu); };
    out.target("web_against_setdata_given", ratio(given("maplibre_setdata"), given("web")), ">=", 4, "x");
    for (const Entry& e : kEntries) {
        const std::string name = e.name;
        if (!series.contains(name))
            continue;
        const bool ours = name.starts_with("painter") || name == "web";
        const auto say = [&](const char* what, double Measured::*field) {
            const double value = middle(series, name, field);
            ours ? out.ours(name + what, value) : out.peer(name + what, value);
        };
        say("_update_cpu_ms", &Measured::updateCpu);
        say("_cpu_ms_an_update_given", &Measured::givenCpu);
        say("_x_server_cpu_ms", &Measured::serverCpu);
        say("_updates_kept", &Measured::kept);
        say("_ready_ms", &Measured::readyMs);
        say("_memory_mb", &Measured::memoryMb);
        if (ours) {
            say("_pan_fps", &Measured::panFps);
            say("_pan_frame_cpu_ms", &Measured::panCpu);
        }
    }
    out.print(rounds);
}

} // namespace

int main(int argc, char** argv)
{
    zs::map::registerMapScheme();
    QApplication app(argc, argv);
    QCommandLineParser args;
    args.addHelpOption();
    args.addOptions({{"rounds", "rounds through all contestants", "n", "5"},
                     {"seconds", "length of a measurement", "s", "6"},
                     {"only", "names, with commas between", "names"},
                     {"pictures", "folder for a picture of each", "folder"},
                     {"one", "run one contestant in this process", "kind"},
                     {"people", "with --one", "n", QString::number(kPeople)},
                     {"picture", "with --one", "file"}});
    args.process(app);
    if (args.isSet(QStringLiteral("one")))
        return contestant(args);

    const QStringList only = args.value(QStringLiteral("only")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    const int rounds = std::max(1, args.value(QStringLiteral("rounds")).toInt());
    const int seconds = std::max(1, args.value(QStringLiteral("seconds")).toInt());
    QTextStream out(stdout);
    Series series;
    for (int round = 1; round <= rounds; ++round) {
        for (const Entry& entry : kEntries) {
            const QString name = QLatin1String(entry.name);
            if (!only.isEmpty() && !only.contains(name))
                continue;
            const QString folder = args.value(QStringLiteral("pictures"));
            const auto measured = runApart(entry, seconds, round > 1 || folder.isEmpty() ? QString() : folder + QLatin1Char('/') + name + QStringLiteral(".png"));
            if (!measured) {
                out << "round " << round << ' ' << name << ": could not be measured\n" << Qt::flush;
                return 1;
            }
            out << "round " << round << ' ' << name << ": " << measured->updateCpu << " CPU ms an update, kept " << measured->kept
                << ", pan " << measured->panFps << " fps at " << measured->panCpu << " ms, ready " << measured->readyMs << " ms, "
                << measured->memoryMb << " MB\n" << Qt::flush;
            series[entry.name].push_back(*measured);
        }
    }
    report(series, rounds);
    return 0;
}
