// Pictures of the native map from a city pack, to be looked at: map_shots CITY-FOLDER OUT-FOLDER
#include "geo/Mercator.h"
#include "protocol/citypack/CityPack.h"
#include "ui/map/CityGround.h"
#include "ui/map/painter/PainterSurface.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTextStream>

#include <cmath>
#include <random>

namespace {

using namespace zs;
using namespace zs::map;

std::vector<Mark> staff(const domain::City& city, std::mt19937& random)
{
    std::vector<Mark> marks;
    std::normal_distribution<double> spread(0, 0.0015);
    for (const domain::Person& person : city.people) {
        const domain::Grid* home = city.grid(person.homeGrid);
        const GeoPoint middle = home ? home->label : city.bounds.centre();
        const auto w = geo::toWorld({middle.lon + spread(random), middle.lat + spread(random)});
        kit::Symbol s;
        s.shape = person.members > 1 ? kit::Shape::Team : kit::Shape::Person;
        s.fill = static_cast<kit::Fill>(random() % 3);
        s.freshness = random() % 5 ? kit::Freshness::Fresh : static_cast<kit::Freshness>(random() % 4);
        s.backdrop = kit::Backdrop::Map;
        marks.push_back({w.x, w.y, person.id.value, kit::symbolCode(s)});
    }
    return marks;
}

std::vector<Mark> events(const domain::City& city, std::size_t count, std::mt19937& random)
{
    std::vector<Mark> marks;
    std::normal_distribution<double> spread(0, 0.0015);
    for (std::size_t i = 0; i < count; ++i) {
        const GeoPoint middle = city.grids[random() % city.grids.size()].label;
        const auto w = geo::toWorld({middle.lon + spread(random), middle.lat + spread(random)});
        kit::Symbol s;
        s.shape = static_cast<kit::Shape>(1 + random() % 3);
        s.fill = static_cast<kit::Fill>(random() % 3);
        const auto dice = random() % 40;
        s.ring = dice == 0 ? kit::Ring::Double : dice < 4 ? kit::Ring::Single : kit::Ring::None;
        s.attention = dice == 1 ? kit::Attention::Alarm : dice == 2 ? kit::Attention::Warn : kit::Attention::Normal;
        s.badge = dice == 5 ? 3 : 0;
        s.backdrop = kit::Backdrop::Map;
        marks.push_back({w.x, w.y, i + 1, kit::symbolCode(s)});
    }
    return marks;
}

QImage pictureOf(MapSurface& surface)
{
    QEventLoop loop;
    QImage picture;
    surface.capture([&](QImage image) {
        picture = std::move(image);
        loop.quit();
    });
    loop.exec();
    return picture;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    QTextStream out(stdout);
    if (argc < 3) {
        out << "usage: map_shots CITY-FOLDER OUT-FOLDER\n";
        return 2;
    }
    kit::initResources();
    const auto city = protocol::readCityPack(argv[1]);
    const auto themes = kit::builtinThemes();
    const auto style = builtinMapStyle();
    if (!city || !themes || !style) {
        out << QString::fromStdString(!city ? city.error().sentence : !themes ? themes.error().sentence
                                                                           : style.error().sentence) << '\n';
        return 1;
    }
    const QDir folder(QString::fromLocal8Bit(argv[2]));
    const QString tiles = QDir(QString::fromLocal8Bit(argv[1])).filePath(QLatin1String(protocol::kBasemapFile));
    std::mt19937 random(7);
    const auto people = staff(**city, random);
    const auto cases = events(**city, 5000, random);
    for (const kit::Mode mode : {kit::Mode::Light, kit::Mode::Dark}) {
        PainterSurface surface(*style, themes->of(mode));
        surface.resize(1030, 738);
        surface.setGround(makeGround(**city, QFile::exists(tiles) ? tiles : QString()));
        surface.setPeople(people);
        surface.setCases(cases);
        const domain::Town& town = (*city)->towns.front();
        const QString suffix = mode == kit::Mode::Light ? QStringLiteral("light") : QStringLiteral("dark");
        surface.fit((*city)->bounds);
        QElapsedTimer clock;
        clock.start();
        pictureOf(surface).save(folder.filePath(QStringLiteral("city-%1.png").arg(suffix)));
        out << "city " << clock.restart() << " ms\n";
        for (const double zoom : {11.5, 12.6, 13.7, 15.0, 16.5}) {
            surface.setCamera({town.label, zoom});
            clock.restart();
            pictureOf(surface).save(folder.filePath(QStringLiteral("z%1-%2.png").arg(zoom).arg(suffix)));
            out << "zoom " << zoom << ": " << clock.elapsed() << " ms\n";
        }
        surface.setCamera({town.label, 14});
        Emphasis e;
        for (const Mark& m : people)
            if (e.legalPeople.size() < 14 && std::abs(surface.toWidget(geo::toGeo({m.x, m.y})).x() - 515) < 480
                && std::abs(surface.toWidget(geo::toGeo({m.x, m.y})).y() - 370) < 300)
                e.legalPeople.push_back(m.id);
        if (e.legalPeople.size() > 2) {
            e.hoverPerson = e.legalPeople[1];
            e.personLabels = {{e.legalPeople[1], QStringLiteral("1 李伟")}, {e.legalPeople[2], QStringLiteral("2")}};
            e.selectedCase = cases.front().id;
            const Mark& to = people[e.legalPeople[1] - 1];
            e.line = Emphasis::Line{town.label, geo::toGeo({to.x, to.y}), QStringLiteral("1.2 km")};
        }
        e.dragging = true;
        e.grids = {{(*city)->grids.front().id, GridTone::Selected}, {(*city)->grids[1].id, GridTone::Illegal},
                   {(*city)->grids[2].id, GridTone::Hover}};
        for (const domain::Grid& grid : (*city)->grids)
            if (grid.town != town.id)
                e.grids.emplace_back(grid.id, GridTone::Muted);
        surface.setEmphasis(std::move(e));
        pictureOf(surface).save(folder.filePath(QStringLiteral("drag-%1.png").arg(suffix)));
    }
    return 0;
}
