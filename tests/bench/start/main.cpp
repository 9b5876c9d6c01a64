// bench_start: from the start of the process to a live map with 100,000 cases from the cache and every person of the city, for
// both surfaces, beside a bare web view; the longest time the GUI thread kept an event waiting; memory. With --map web the
// native map stands in until the page has drawn; the time of that takeover is told beside.
// Options: --rounds N, --cases N
#include "base/Clock.h"
#include "link/GatewayClient.h"
#include "tests/bench/kit/ProcessTree.h"
#include "tests/bench/kit/Report.h"
#include "tests/bench/start/City.h"
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

/// Starts, waits for the line, lets it live on for a moment (its longest wait counts too), ends it.
Start measure(const QString& program, const QStringList& arguments, const QString& line, std::chrono::milliseconds stay,
              Takeover takeover = Takeover::None)
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
    loop.exec();
    start.memory = memoryOfTreeMiB(static_cast<pid_t>(child.pid()));
    child.terminate();
    const auto worst = QRegularExpression(QStringLiteral("worst_wait_ms=([0-9.]+)")).match(child.output());
    start.worstWait = worst.captured(1).toDouble();
    return start;
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
    for (const auto& [role, name] : {std::pair("dispatcher", "console-1"), std::pair("field-app", "field-1")})
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

    const auto tls = link::TlsIdentity::load(pki + QStringLiteral("/ca.crt"), pki + QStringLiteral("/field-1.crt"), pki + QStringLiteral("/field-1.key"));
    if (!tls)
        stopWith(QString::fromStdString(tls.error().sentence));
    link::GatewayClient field(QUrl(url), *tls);
    const auto sendPositions = [&] {
        for (const std::string& frame : positionsOfAll(*city, SystemClock().now())) {
            QEventLoop loop;
            field.postPositions(QByteArray::fromStdString(frame), [&](const link::LinkResult<void>& sent) {
                if (!sent)
                    stopWith(QStringLiteral("The positions were not taken."));
                loop.quit();
            });
            loop.exec();
        }
    };

    const auto console = [&](const QString& map) {
        return QStringList{QStringLiteral("--gateway"), url, QStringLiteral("--pki"), pki, QStringLiteral("--city"), cityDir,
                           QStringLiteral("--cache"), work.filePath(QStringLiteral("cache-") + map), QStringLiteral("--map"), map, QStringLiteral("--trace")};
    };
    const QString live = QStringLiteral("trace live .*cases=%1 .*people=%2").arg(cases).arg(city->people.size());
    std::vector<double> painterMs, webMs, pageMs, bareMs, webToBare, painterWaits, webWaits, painterMemory, webMemory, bareMemory;
    for (const QString& map : {QStringLiteral("painter"), QStringLiteral("web")}) { // fills the caches
        sendPositions();
        measure(bin + QStringLiteral("zhongshu"), console(map), QStringLiteral("trace live "), 8s);
    }
    for (int round = 1; round <= rounds; ++round) {
        sendPositions();
        const Start painter = measure(bin + QStringLiteral("zhongshu"), console(QStringLiteral("painter")), live, 3s);
        sendPositions();
        const Start web = measure(bin + QStringLiteral("zhongshu"), console(QStringLiteral("web")), live, 3s, Takeover::Awaited);
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
    gateway.terminate();
    Report report("start");
    report.target("painter_ms", median(painterMs), "<=", 1000, "ms");
    report.target("web_to_bare", median(webToBare), "<=", 1.5, "x");
    report.target("worst_wait_ms", std::max(std::ranges::max(painterWaits), std::ranges::max(webWaits)), "<=", 50, "ms");
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
