#include "tests/bench/map/Contestant.h"

#include "tests/bench/kit/ProcessTree.h"
#include "tests/bench/map/Scene.h"
#include "tests/bench/map/peers/PeerView.h"
#include "ui/map/painter/PainterSurface.h"
#include "ui/map/web/WebEnvironment.h"
#include "ui/map/web/WebSurface.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEvent>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <cmath>
#include <functional>
#include <memory>
#include <unistd.h>

namespace zs::bench {

namespace {

constexpr int kHz = 5;
constexpr int kPanSeconds = 3;
constexpr QSize kScreen(1920, 1080);
constexpr double kSymbol = 14;     ///< px, the diameter of the peers' circles

/// Counts the frames that a widget really paints.
class PaintCount final : public QObject {
public:
    using QObject::QObject;
    int frames = 0;
    bool eventFilter(QObject*, QEvent* event) override
    {
        frames += event->type() == QEvent::Paint;
        return false;
    }
};

void runFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitFor(const std::function<bool()>& what)
{
    QElapsedTimer clock;
    clock.start();
    while (!what() && clock.elapsed() < 90'000)
        runFor(20);
    return what();
}

/// The X server that with-display.sh started beside us: a child of our grandparent or parent.
double serverCpuMs()
{
    double ms = 0;
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(entry));
        if (!entry.front().isDigit() || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = stat.readAll();
        if (!text.contains("(Xvfb)"))
            continue;
        const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 12 && fields[1].toInt() == qEnvironmentVariableIntValue("ZS_BENCH_DISPLAY_PARENT"))
            ms += (fields[11].toDouble() + fields[12].toDouble()) * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
    }
    return ms;
}

double cpuMs() { return usageOfTree().cpuMillis; }

struct Fighter {
    std::unique_ptr<QWidget> widget;
    map::MapSurface* surface = nullptr;        ///< ours only
    std::function<void()> update;
    std::function<int()> drawn;                ///< updates drawn so far
    std::function<int()> frames;               ///< frames shown so far, for the pan
    std::shared_ptr<bool> ready = std::make_shared<bool>(false);
    std::shared_ptr<int> count = std::make_shared<int>(0);
};

void prepare(map::MapSurface& surface, const Scene& scene)
{
    if (const auto themes = kit::builtinThemes())
        surface.setTheme(themes->light);
    surface.setGround(scene.ground());
    surface.setCamera(scene.camera());
    surface.setCases(scene.cases());
}

Fighter makePainter(const Scene& scene)
{
    Fighter f;
    // Symbols as large as the peers' circles, though our own style would draw smaller ones when a whole city is in sight.
    map::MapStyle style = map::builtinMapStyle().value_or(map::MapStyle{});
    style.peopleCore.stops = style.caseCore.stops = {{0, kSymbol}};
    style.plainBelow = 0;
    auto painter = std::make_unique<map::PainterSurface>(style, kit::Theme{});
    prepare(*painter, scene);
    auto* counter = new PaintCount(painter.get());
    painter->installEventFilter(counter);
    f.surface = painter.get();
    QObject::connect(painter.get(), &map::MapSurface::ready, [ready = f.ready] { *ready = true; });
    f.update = [&scene, raw = painter.get()] { raw->setPeople(scene.people()); };
    f.drawn = f.frames = [counter] { return counter->frames; };
    f.widget = std::move(painter);
    return f;
}

Fighter makeWeb(const Scene& scene)
{
    Fighter f;
    auto web = std::make_unique<map::WebSurface>();
    prepare(*web, scene);
    f.surface = web.get();
    QObject::connect(web.get(), &map::WebSurface::taken, [count = f.count] { ++*count; });
    QObject::connect(web.get(), &map::MapSurface::ready, [ready = f.ready] { *ready = true; });
    f.update = [&scene, raw = web.get()] { raw->setPeople(scene.people()); };
    f.drawn = f.frames = [count = f.count] { return *count; };
    f.widget = std::move(web);
    return f;
}

Fighter makePeer(Peer peer, const Scene& scene)
{
    Fighter f;
    auto view = std::make_unique<PeerView>(peer, PeerView::City{scene.ground(), scene.cases(), scene.camera()});
    QObject::connect(view.get(), &PeerView::ready, [ready = f.ready] { *ready = true; });
    QObject::connect(view.get(), &PeerView::drawn, [count = f.count] { ++*count; });
    QObject::connect(view.get(), &PeerView::failed, [](const QString& why) { qWarning() << "peer:" << why; });
    f.update = [&scene, raw = view.get()] { raw->setPeople(scene.people()); };
    f.drawn = [count = f.count] { return *count; };
    f.widget = std::move(view);
    return f;
}

Fighter makeFighter(const QString& kind, const Scene& scene)
{
    if (kind == QLatin1String("painter")) return makePainter(scene);
    if (kind == QLatin1String("web")) return makeWeb(scene);
    for (const Peer peer : {Peer::LeafletCanvas, Peer::LeafletSvg, Peer::SetData})
        if (kind == QLatin1String(peerName(peer)))
            return makePeer(peer, scene);
    return {};
}

/// Until the work that was begun is done: a page says "drawn" before its engine has painted.
void waitForQuiet()
{
    constexpr int kLook = 500;
    constexpr double kQuiet = 25; // ms of CPU in that time
    for (int i = 0; i < 120; ++i) {
        const double before = cpuMs();
        runFor(kLook);
        if (cpuMs() - before <= kQuiet)
            return;
    }
}

void measureUpdates(Fighter& f, Scene& scene, int seconds, Measured& out)
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int given = 0;
    const int wanted = seconds * kHz;
    QEventLoop loop;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (given == wanted) {
            loop.quit();
            return;
        }
        scene.movePeople();
        f.update();
        ++given;
    });
    const int drawn0 = f.drawn();
    const double cpu0 = cpuMs(), server0 = serverCpuMs();
    timer.start(1000 / kHz);
    loop.exec();
    timer.stop();
    waitFor([&] { return f.drawn() > drawn0; });
    waitForQuiet();
    const double cpu = cpuMs() - cpu0;
    // Who can't follow merges updates: its work is divided by what it did draw, and told by what it was given as well.
    const int drawn = std::clamp(f.drawn() - drawn0, 1, given);
    out.updateCpu = cpu / drawn;
    out.givenCpu = cpu / given;
    out.serverCpu = (serverCpuMs() - server0) / drawn;
    out.kept = static_cast<double>(drawn) / given;
}

void measurePan(Fighter& f, const Scene& scene, Measured& out)
{
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QElapsedTimer clock;
    clock.start();
    const map::Camera home = scene.camera();
    QObject::connect(&timer, &QTimer::timeout, f.widget.get(), [&] {
        map::Camera c = home;
        c.centre.lon += 0.1 * std::sin(static_cast<double>(clock.elapsed()) / 600.0);
        f.surface->setCamera(c);
    });
    const int frames0 = f.frames();
    const double cpu0 = cpuMs();
    timer.start(16);
    runFor(kPanSeconds * 1000);
    timer.stop();
    const int frames = f.frames() - frames0;
    out.panFps = frames * 1000.0 / static_cast<double>(clock.elapsed());
    out.panCpu = frames > 0 ? (cpuMs() - cpu0) / frames : 0;
}

} // namespace

std::optional<Measured> run(const Task& task)
{
    QElapsedTimer start;
    start.start();
    Scene scene(task.people);
    Fighter f = makeFighter(task.kind, scene);
    if (!f.widget)
        return std::nullopt;
    f.widget->resize(kScreen);
    f.widget->move(0, 0);
    f.widget->show();
    if (!waitFor([&] { return *f.ready; }))
        return std::nullopt;
    Measured out;
    out.readyMs = static_cast<double>(start.elapsed());
    const int before = f.drawn();
    f.update(); // the first one makes the marks; it isn't measured
    if (!waitFor([&] { return f.drawn() > before; }))
        return std::nullopt;
    waitForQuiet();
    measureUpdates(f, scene, task.seconds, out);
    if (f.surface)
        measurePan(f, scene, out);
    out.memoryMb = memoryOfTreeMiB();
    if (!task.picture.isEmpty())
        f.widget->grab().save(task.picture);
    return out;
}

QString Measured::toJson() const
{
    const QJsonObject o{{"update_cpu", updateCpu}, {"given_cpu", givenCpu}, {"kept", kept}, {"pan_cpu", panCpu}, {"pan_fps", panFps},
                        {"ready", readyMs}, {"memory", memoryMb}, {"server_cpu", serverCpu}};
    return QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact));
}

std::optional<Measured> Measured::fromJson(const QByteArray& line)
{
    const QJsonObject o = QJsonDocument::fromJson(line).object();
    if (!o.contains(QLatin1String("update_cpu")))
        return std::nullopt;
    const auto number = [&](const char* key) { return o.value(QLatin1String(key)).toDouble(); };
    Measured m;
    m.updateCpu = number("update_cpu");
    m.givenCpu = number("given_cpu");
    m.kept = number("kept");
    m.panCpu = number("pan_cpu");
    m.panFps = number("pan_fps");
    m.readyMs = number("ready");
    m.memoryMb = number("memory");
    m.serverCpu = number("server_cpu");
    return m;
}

} // namespace zs::bench
