// map_probe KIND [--people N] [--seconds S] [--tiles FILE] [--picture FILE] [--bare, one grid only]: one contestant alone at 5 Hz, CPU of all processes.
// KIND: web, leaflet-canvas, leaflet-svg, maplibre-setdata.
#include "geo/Mercator.h"
#include "tests/bench/kit/ProcessTree.h"
#include "tests/bench/map/peers/PeerView.h"
#include "ui/map/web/WebEnvironment.h"
#include "ui/map/web/WebSurface.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTextStream>
#include <QTimer>

#include <cmath>
#include <random>

using namespace zs;
using namespace zs::map;
using namespace zs::bench;

namespace {

std::shared_ptr<MapGround> grids(int columns, int rows)
{
    auto ground = std::make_shared<MapGround>();
    const GeoBounds b{113.5, 22.7, 114.2, 23.1};
    ground->bounds = b;
    const double w = (b.east - b.west) / columns, h = (b.north - b.south) / rows;
    for (int i = 0; i < columns * rows; ++i) {
        GeoRing ring;
        const GeoPoint middle{b.west + w * (i % columns + 0.5), b.south + h * (i / columns + 0.5)};
        for (int k = 0; k < 24; ++k) {
            const double a = k * 3.14159265 / 12;
            ring.push_back({middle.lon + w / 2 * std::cos(a), middle.lat + h / 2 * std::sin(a)});
        }
        ground->grids.push_back({GridId(static_cast<std::uint32_t>(i + 1)), {{ring}}});
    }
    return ground;
}

std::vector<Mark> marks(const GeoBounds& b, int count, kit::Shape shape, std::mt19937& random)
{
    std::vector<Mark> out;
    std::uniform_real_distribution<double> x(b.west, b.east), y(b.south, b.north);
    for (int i = 0; i < count; ++i) {
        const auto w = geo::toWorld({x(random), y(random)});
        kit::Symbol s;
        s.shape = shape;
        s.fill = static_cast<kit::Fill>(random() % 3);
        s.backdrop = kit::Backdrop::Map;
        out.push_back({w.x, w.y, static_cast<std::uint64_t>(i + 1), kit::symbolCode(s)});
    }
    return out;
}

void step(std::vector<Mark>& people, std::mt19937& random)
{
    std::uniform_real_distribution<double> d(-4e-7, 4e-7);
    for (Mark& mark : people) {
        mark.x += d(random);
        mark.y += d(random);
    }
}

void runFor(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char** argv)
{
    registerMapScheme();
    QApplication app(argc, argv);
    prepareWebEnvironment(detectGraphics());
    QCommandLineParser args;
    args.addOptions({{"people", "", "n", "10300"}, {"seconds", "", "s", "8"}, {"tiles", "", "file"}, {"picture", "", "file"}, {"bare", ""}});
    args.addPositionalArgument("kind", "");
    args.process(app);
    const QString kind = args.positionalArguments().value(0);
    std::mt19937 random(7);
    const auto ground = args.isSet("bare") ? grids(1, 1) : grids(60, 50);
    ground->mbtiles = args.value("tiles");
    auto people = marks(ground->bounds, args.value("people").toInt(), kit::Shape::Person, random);
    const auto cases = marks(ground->bounds, 5000, kit::Shape::Dispute, random);
    const Camera camera{ground->bounds.centre(), 11.3};

    QElapsedTimer clock;
    clock.start();
    QEventLoop wait;
    quint32 drawn = 0;
    std::unique_ptr<QWidget> widget;
    std::function<void()> update;
    MapSurface* surface = nullptr;
    if (kind == "web") {
        auto web = std::make_unique<WebSurface>();
        QObject::connect(web.get(), &WebSurface::taken, [&] { ++drawn; });
        surface = web.get();
        widget = std::move(web);
        surface->setTheme(kit::builtinThemes()->light);
        surface->setGround(ground);
        surface->setCamera(camera);
        surface->setCases(cases);
        QObject::connect(surface, &MapSurface::ready, &wait, &QEventLoop::quit);
        update = [&] { surface->setPeople(people); };
    } else {
        const Peer peer = kind == "leaflet-canvas" ? Peer::LeafletCanvas
                          : kind == "leaflet-svg"  ? Peer::LeafletSvg
                                                   : Peer::SetData;
        auto view = std::make_unique<PeerView>(peer, PeerView::City{ground, cases, camera});
        QObject::connect(view.get(), &PeerView::ready, &wait, &QEventLoop::quit);
        QObject::connect(view.get(), &PeerView::drawn, [&] { ++drawn; });
        QObject::connect(view.get(), &PeerView::failed, [](const QString& why) { qWarning() << why; });
        update = [&, raw = view.get()] { raw->setPeople(people); };
        widget = std::move(view);
    }
    widget->resize(1920, 1080);
    widget->show();
    wait.exec();
    QTextStream out(stdout);
    out << kind << " ready after " << clock.elapsed() << " ms, " << usageOfTree().cpuMillis << " CPU ms\n";
    out.flush();
    update();
    runFor(3000);
    const int seconds = args.value("seconds").toInt();
    const auto idle0 = usageOfTree();
    runFor(2000);
    const auto idle1 = usageOfTree();
    QTimer timer;
    int updates = 0;
    QObject::connect(&timer, &QTimer::timeout, [&] {
        step(people, random);
        update();
        ++updates;
    });
    drawn = 0;
    const auto before = usageOfTree();
    timer.start(200);
    runFor(seconds * 1000);
    timer.stop();
    const auto after = usageOfTree();
    out << kind << " idle " << (idle1.cpuMillis - idle0.cpuMillis) / 2 << " ms/s; " << updates << " updates, " << drawn << " drawn, "
        << (after.cpuMillis - before.cpuMillis) / updates << " CPU ms an update, " << memoryOfTreeMiB() << " MB in " << after.processes
        << " processes\n";
    out.flush();
    if (surface) {
        // a pan: a new camera every 16 ms
        const auto p0 = usageOfTree();
        QElapsedTimer pan;
        pan.start();
        int cameras = 0;
        QTimer mover;
        QObject::connect(&mover, &QTimer::timeout, [&] {
            Camera c = camera;
            c.centre.lon += 0.05 * std::sin(pan.elapsed() / 500.0);
            surface->setCamera(c);
            ++cameras;
        });
        drawn = 0;
        mover.start(16);
        runFor(4000);
        mover.stop();
        const auto p1 = usageOfTree();
        out << kind << " pan: " << cameras << " cameras, " << drawn << " taken in 4 s, " << (p1.cpuMillis - p0.cpuMillis) / 4 << " CPU ms/s\n";
    }
    if (!args.value("picture").isEmpty())
        widget->grab().save(args.value("picture"));
    return 0;
}
