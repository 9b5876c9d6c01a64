// bench_start: from the start of the process to a live map with 100,000 cases from the cache and every person of the city, for
// both surfaces, beside a bare web view; the longest time the GUI thread kept an event waiting, then and for some seconds of
// work (positions of everybody each second, ten commands a second, a calendar and a catalogue published); memory. With --map
// web the native map stands in until the page has drawn; the time of that takeover is told beside. At the end each panel that
// isn't shown at first is opened once.
// Options: --rounds N, --cases N
#include "tests/bench/kit/ProcessTree.h"
#include "tests/bench/kit/Report.h"
#include "tests/bench/start/City.h"
#include "tests/bench/start/Traffic.h"
#include "tests/testkit/Program.h"
#include "tests/testkit/TempDir.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRegularExpression>
#include <QTimer>

#include <cstdio>

using namespace std::chrono_literals;
using namespace zs;
using namespace zs::bench;

namespace {

[[noreturn]] void stopWith(const QString& sentence)
{
    std::fprintf(stderr, "bench_start: %s\n", qPrintable(sentence));
    std::exit(1);
}

template <class T>
T need(Result<T> result)
{
    if (!result)
        stopWith(QString::fromStdString(result.error().sentence));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void run(const QString& program, const QStringList& arguments)
{
    testkit::Program child;
    child.start(program, arguments);
    if (child.waitForEnd(120s) != 0)
        stopWith(program + QStringLiteral(": ") + child.output());
}

struct Start {
    double millis = 0;
    double takeover = 0; ///< ms, 0 where nobody waits for it
    double memory = 0;
    double worstWait = 0;
};

enum class Takeover { None, Awaited };
constexpr auto watched = 7s; ///< so long a console is watched after it was live

/// Starts, waits for the line, lets it live on for a while with or without traffic (its longest wait counts too), ends it.
Start measure(const QString& program, const QStringList& arguments, const QString& line, std::chrono::milliseconds stay,
              Traffic* traffic = nullptr, Takeover takeover = Takeover::None)
{
    testkit::Program child;
    QElapsedTimer time;
    time.start();
    child.start(program, arguments);
    if (child.waitForLine(QRegularExpression(line), 60s).isNull())
        stopWith(program + QStringLiteral(" never said \"%1\": ").arg(line) + child.output());
    Start start;
    start.millis = double(time.elapsed());
    if (takeover == Takeover::Awaited) {
        if (child.waitForLine(QRegularExpression(QStringLiteral("trace takeover")), 60s).isNull())
            stopWith(program + QStringLiteral(" never showed its page: ") + child.output());
        start.takeover = double(time.elapsed());
    }
    QEventLoop loop;
    QTimer::singleShot(stay, &loop, &QEventLoop::quit);
    if (traffic)
        traffic->flow();
    loop.exec();
    if (traffic)
        traffic->stop();
    start.memory = memoryOfTreeMiB(static_cast<pid_t>(child.pid()));
    child.terminate();
    const auto worst = QRegularExpression(QStringLiteral("worst_wait_ms=([0-9.]+)")).match(child.output());
    start.worstWait = worst.captured(1).toDouble();
    // Which moment it was: time since the process began.
    for (auto it = QRegularExpression(QStringLiteral("trace blocked .*")).globalMatch(child.output()); it.hasNext();)
        std::printf("  %s\n", qPrintable(it.next().captured(0)));
    return start;
}

/// The longest wait that opening each panel caused, by the panel's id.
std::vector<std::pair<QString, double>> measurePanels(const QString& program, const QStringList& arguments, Traffic& traffic)
{
    testkit::Program child;
    traffic.sendPositions();
    child.start(program, arguments);
    if (child.waitForLine(QRegularExpression(QStringLiteral("trace panels done")), 90s).isNull())
        stopWith(program + QStringLiteral(" never opened its panels: ") + child.output());
    child.terminate();
    std::vector<std::pair<QString, double>> waits;
    auto found = QRegularExpression(QStringLiteral("trace panel id=(\\S+) worst_ms=([0-9.]+)")).globalMatch(child.output());
    while (found.hasNext()) {
        const auto match = found.next();
        waits.emplace_back(match.captured(1), match.captured(2).toDouble());
    }
    return waits;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    int rounds = 5, cases = 100'000;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (qstrcmp(argv[i], "--rounds") == 0)
            rounds = std::max(5, atoi(argv[i + 1]));
        else if (qstrcmp(argv[i], "--cases") == 0)
            cases = std::max(1000, atoi(argv[i + 1]));
    }
    const QString bin = QCoreApplication::applicationDirPath() + QLatin1Char('/');
    const testkit::TempDir work;
    const QString pki = work.filePath(QStringLiteral("pki"));
    const QString data = work.filePath(QStringLiteral("data"));
    const QString cityDir = work.filePath(QStringLiteral("city"));
    run(bin + QStringLiteral("zhongshu-admin"), {QStringLiteral("pki"), QStringLiteral("init"), QStringLiteral("--dir"), pki});
    for (const auto& [role, name] : {std::pair("dispatcher", "console-1"), std::pair("dispatcher", "console-2"), std::pair("field-app", "field-1"),
                                    std::pair("leader", "leader-1")})
        run(bin + QStringLiteral("zhongshu-admin"), {QStringLiteral("pki"), QStringLiteral("issue"), QStringLiteral("--dir"), pki,
                                                    QStringLiteral("--role"), QLatin1String(role), QStringLiteral("--name"), QLatin1String(name)});
    run(bin + QStringLiteral("zhongshu-sim"), {QStringLiteral("city"), QStringLiteral("--seed"), QStringLiteral("1"), QStringLiteral("--out"), work.filePath(QStringLiteral("demo"))});
    const auto city = need(everyoneOnDuty(work.path() / "demo", work.path() / "city"));
    need(fillJournal(work.path() / "data", *city, cases));

    testkit::Program gateway;
    gateway.start(bin + QStringLiteral("zhongshud"), {QStringLiteral("--data"), data, QStringLiteral("--city"), cityDir,
                                                      QStringLiteral("--pki"), pki, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    const QString url = gateway.waitForLine(QRegularExpression(QStringLiteral("listening on (https://\\S+)")), 30s);
    if (url.isEmpty())
        stopWith(gateway.output());

    Traffic traffic{QUrl(url), pki, *city, static_cast<std::uint64_t>(cases)};
    traffic.publish();

    const auto console = [&](const QString& map) {
        return QStringList{QStringLiteral("--gateway"), url, QStringLiteral("--pki"), pki, QStringLiteral("--city"), cityDir,
                           QStringLiteral("--cache"), work.filePath(QStringLiteral("cache-") + map), QStringLiteral("--map"), map, QStringLiteral("--trace")};
    };
    // All of the cases are in the picture; those of the traffic come on top.
    const QString live = QStringLiteral("trace live .*people=%1").arg(city->people.size());
    std::vector<double> painterMs, webMs, pageMs, bareMs, webToBare, painterWaits, webWaits, painterMemory, webMemory, bareMemory;
    for (const QString& map : {QStringLiteral("painter"), QStringLiteral("web")}) { // fills the caches
        traffic.sendPositions();
        measure(bin + QStringLiteral("zhongshu"), console(map), QStringLiteral("trace live .*cases=%1 ").arg(cases), 8s);
    }
    for (int round = 1; round <= rounds; ++round) {
        traffic.sendPositions();
        const Start painter = measure(bin + QStringLiteral("zhongshu"), console(QStringLiteral("painter")), live, watched, &traffic);
        traffic.sendPositions();
        const Start web = measure(bin + QStringLiteral("zhongshu"), console(QStringLiteral("web")), live, watched, &traffic, Takeover::Awaited);
        const Start bare = measure(bin + QStringLiteral("bench_start_bare"), {}, QStringLiteral("ready"), 1s);
        std::printf("round %d: painter %.0f ms %.0f MiB (worst wait %.1f ms), web %.0f ms (page %.0f ms) %.0f MiB (worst wait %.1f ms), bare web view %.0f ms %.0f MiB\n",
                    round, painter.millis, painter.memory, painter.worstWait, web.millis, web.takeover, web.memory, web.worstWait, bare.millis, bare.memory);
        std::fflush(stdout);
        painterMs.push_back(painter.millis);
        webMs.push_back(web.millis);
        bareMs.push_back(bare.millis);
        webToBare.push_back(web.millis / bare.millis);
        pageMs.push_back(web.takeover);
        painterWaits.push_back(painter.worstWait);
        webWaits.push_back(web.worstWait);
        painterMemory.push_back(painter.memory);
        webMemory.push_back(web.memory);
        bareMemory.push_back(bare.memory);
    }
    QStringList tour = console(QStringLiteral("painter"));
    tour.last() = QStringLiteral("--trace-panels");
    const auto panels = measurePanels(bin + QStringLiteral("zhongshu"), tour, traffic);
    gateway.terminate();
    if (traffic.taken() < rounds * 50)
        stopWith(QStringLiteral("Only %1 commands were taken while the consoles were watched.").arg(traffic.taken()));
    Report report("start");
    report.target("painter_ms", median(painterMs), "<=", 1000, "ms");
    report.target("web_to_bare", median(webToBare), "<=", 1.5, "x");
    report.target("worst_wait_ms", std::max(std::ranges::max(painterWaits), std::ranges::max(webWaits)), "<=", 50, "ms");
    for (const auto& [id, wait] : panels)
        report.ours("panel_" + id.toStdString() + "_worst_wait_ms", wait);
    report.ours("commands", traffic.taken());
    report.ours("painter_ms", median(painterMs));
    report.ours("painter_mib", median(painterMemory));
    report.ours("painter_worst_wait_ms", std::ranges::max(painterWaits));
    report.ours("web_ms", median(webMs));
    report.ours("web_page_ms", median(pageMs));
    report.ours("web_worst_wait_ms", std::ranges::max(webWaits));
    report.ours("web_mib", median(webMemory));
    report.peer("bare_web_view_ms", median(bareMs));
    report.peer("bare_web_view_mib", median(bareMemory));
    report.print(rounds);
}
