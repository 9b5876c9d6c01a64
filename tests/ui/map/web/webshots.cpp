// Pictures of the web map from a city pack, to be looked at: map_web_shots CITY-FOLDER OUT-FOLDER
#include "geo/Mercator.h"
#include "protocol/citypack/CityPack.h"
#include "ui/map/CityGround.h"
#include "ui/map/web/WebEnvironment.h"
#include "ui/map/web/WebSurface.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTextStream>

#include <cmath>
#include <random>

using namespace zs;
using namespace zs::map;

namespace {

Mark around(GeoPoint middle, std::uint64_t id, kit::Symbol symbol, std::mt19937& random)
{
    std::normal_distribution<double> spread(0, 0.0015);
    const auto w = geo::toWorld({middle.lon + spread(random), middle.lat + spread(random)});
    symbol.backdrop = kit::Backdrop::Map;
    symbol.fill = static_cast<kit::Fill>(random() % 3);
    return {w.x, w.y, id, kit::symbolCode(symbol)};
}

void save(MapSurface& surface, const QString& file, QTextStream& out)
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    surface.capture([&](const QImage& image) {
        image.save(file);
        loop.quit();
    });
    loop.exec();
    out << QFileInfo(file).fileName() << ' ' << clock.elapsed() << " ms\n";
    out.flush();
}

Emphasis drag(const domain::City& city, const MapSurface& surface, const std::vector<Mark>& people, std::uint64_t event)
{
    Emphasis e;
    e.dragging = true;
    for (const Mark& m : people)
        if (e.legalPeople.size() < 14 && surface.rect().contains(surface.toWidget(geo::toGeo({m.x, m.y})).toPoint()))
            e.legalPeople.push_back(m.id);
    if (e.legalPeople.size() > 2) {
        e.hoverPerson = e.legalPeople[1];
        e.personLabels = {{e.legalPeople[1], QStringLiteral("1 李伟")}, {e.legalPeople[2], QStringLiteral("2")}};
        const Mark& to = people[e.legalPeople[1] - 1];
        e.line = Emphasis::Line{city.towns.front().label, geo::toGeo({to.x, to.y}), QStringLiteral("1.2 km")};
    }
    e.selectedCase = event;
    e.grids = {{city.grids[0].id, GridTone::Selected}, {city.grids[1].id, GridTone::Illegal}, {city.grids[2].id, GridTone::Hover}};
    for (const domain::Grid& grid : city.grids)
        if (grid.town != city.towns.front().id)
            e.grids.emplace_back(grid.id, GridTone::Muted);
    return e;
}

} // namespace

int main(int argc, char** argv)
{
    registerMapScheme();
    QApplication app(argc, argv);
    prepareWebEnvironment(detectGraphics());
    QTextStream out(stdout);
    if (argc < 3) {
        out << "usage: map_web_shots CITY-FOLDER OUT-FOLDER\n";
        return 2;
    }
    kit::initResources();
    const auto city = protocol::readCityPack(argv[1]);
    const auto themes = kit::builtinThemes();
    if (!city || !themes) {
        out << QString::fromStdString(!city ? city.error().sentence : themes.error().sentence) << '\n';
        return 1;
    }
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    const QString tiles = QDir(QString::fromLocal8Bit(argv[1])).filePath(QLatin1String(protocol::kBasemapFile));
    std::mt19937 random(7);
    std::vector<Mark> people, cases;
    for (const domain::Person& person : (*city)->people) {
        const domain::Grid* home = (*city)->grid(person.homeGrid);
        kit::Symbol s;
        s.shape = person.members > 1 ? kit::Shape::Team : kit::Shape::Person;
        s.freshness = random() % 5 ? kit::Freshness::Fresh : static_cast<kit::Freshness>(random() % 4);
        people.push_back(around(home ? home->label : (*city)->bounds.centre(), person.id.value, s, random));
    }
    for (std::uint64_t i = 1; i <= 5000; ++i) {
        const auto dice = random() % 40;
        kit::Symbol s;
        s.shape = static_cast<kit::Shape>(1 + random() % 3);
        s.ring = dice == 0 ? kit::Ring::Double : dice < 4 ? kit::Ring::Single : kit::Ring::None;
        s.attention = dice == 1 ? kit::Attention::Alarm : dice == 2 ? kit::Attention::Warn : kit::Attention::Normal;
        s.badge = dice == 5 ? 3 : 0;
        cases.push_back(around((*city)->grids[random() % (*city)->grids.size()].label, i, s, random));
    }
    WebSurface surface;
    surface.resize(1030, 738);
    surface.setGround(makeGround(**city, QFile::exists(tiles) ? tiles : QString()));
    surface.setPeople(people);
    surface.setCases(cases);
    surface.show();
    const GeoPoint middle = (*city)->towns.front().label;
    for (const kit::Mode mode : {kit::Mode::Light, kit::Mode::Dark}) {
        const QString suffix = mode == kit::Mode::Light ? QStringLiteral("-light.png") : QStringLiteral("-dark.png");
        surface.setTheme(themes->of(mode));
        surface.setEmphasis({});
        surface.fit((*city)->bounds);
        save(surface, folder.filePath(QStringLiteral("web-city") + suffix), out);
        surface.setCamera({middle, 12.6});
        save(surface, folder.filePath(QStringLiteral("web-town") + suffix), out);
        surface.setCamera({middle, 14});
        surface.setEmphasis(drag(**city, surface, people, cases.front().id));
        save(surface, folder.filePath(QStringLiteral("web-drag") + suffix), out);
    }
    return 0;
}
