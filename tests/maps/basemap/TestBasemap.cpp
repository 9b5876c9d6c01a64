#include "base/storage/Compress.h"
#include "base/storage/Sqlite.h"
#include "geo/Mercator.h"
#include "maps/basemap/Clip.h"
#include "maps/basemap/Tiler.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <map>
#include <protozero/pbf_reader.hpp>

using namespace zs;
using namespace zs::basemap;

namespace {

struct ReadFeature {
    std::uint32_t type = 0;
    std::map<std::string, std::string> attributes;
    std::vector<std::vector<std::pair<int, int>>> parts;
};
using ReadTile = std::map<std::string, std::vector<ReadFeature>>;

std::string valueText(protozero::pbf_reader value) {
    while (value.next()) {
        switch (value.tag()) {
        case 1:
            return value.get_string();
        case 3:
            return std::to_string(value.get_double());
        case 6:
            return std::to_string(value.get_sint64());
        default:
            value.skip();
        }
    }
    return {};
}

ReadTile decode(const std::string& bytes) {
    ReadTile tile;
    protozero::pbf_reader reader(bytes);
    while (reader.next(3)) {
        protozero::pbf_reader layer = reader.get_message();
        std::string name;
        std::vector<std::string> keys, values;
        std::vector<protozero::pbf_reader> features;
        while (layer.next()) {
            switch (layer.tag()) {
            case 1:
                name = layer.get_string();
                break;
            case 2:
                features.push_back(layer.get_message());
                break;
            case 3:
                keys.push_back(layer.get_string());
                break;
            case 4:
                values.push_back(valueText(layer.get_message()));
                break;
            default:
                layer.skip();
            }
        }
        for (protozero::pbf_reader feature : features) {
            ReadFeature f;
            std::vector<std::uint32_t> tags, geometry;
            while (feature.next()) {
                switch (feature.tag()) {
                case 2:
                    for (const auto t : feature.get_packed_uint32())
                        tags.push_back(t);
                    break;
                case 3:
                    f.type = std::uint32_t(feature.get_enum());
                    break;
                case 4:
                    for (const auto g : feature.get_packed_uint32())
                        geometry.push_back(g);
                    break;
                default:
                    feature.skip();
                }
            }
            for (std::size_t i = 0; i + 1 < tags.size(); i += 2)
                f.attributes[keys.at(tags[i])] = values.at(tags[i + 1]);
            int x = 0, y = 0;
            for (std::size_t i = 0; i < geometry.size();) {
                const std::uint32_t command = geometry[i] & 7, count = geometry[i] >> 3;
                ++i;
                if (command == 7)
                    continue;
                if (command == 1)
                    f.parts.emplace_back();
                for (std::uint32_t k = 0; k < count; ++k, i += 2) {
                    x += protozero::decode_zigzag32(geometry.at(i));
                    y += protozero::decode_zigzag32(geometry.at(i + 1));
                    f.parts.back().emplace_back(x, y);
                }
            }
            tile[name].push_back(std::move(f));
        }
    }
    return tile;
}

double area2(const std::vector<std::pair<int, int>>& ring) {
    double sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += double(ring[j].first) * ring[i].second - double(ring[i].first) * ring[j].second;
    return sum;
}

TileSet sample() {
    TileSet set;
    set.name = "Test \"map\"";
    set.attribution = "nobody";
    set.bounds = {113, 22, 114, 23};
    set.centre = {113.5, 22.5};
    const GeoRing outer{{112, 21}, {115, 21}, {115, 24}, {112, 24}};
    const GeoRing hole{{113.4, 22.4}, {113.6, 22.4}, {113.6, 22.6}, {113.4, 22.6}};
    Layer land{"land", "Land", {}, {{GeoShape{{outer, hole}}, {{"kind", std::string("land")}}, {}}}};
    Layer road{"road", "Roads", {10, 22}, {}};
    road.features.push_back(
        {std::vector<Line>{{{113.1, 22.1}, {113.9, 22.9}}}, {{"class", std::string("arterial")}}, {}});
    Layer place{"place", "", {}, {}};
    place.features.push_back(
        {GeoPoint{113.5, 22.5}, {{"name", std::string("中央")}, {"rank", std::int64_t(3)}}, {12, 22}});
    place.features.push_back({GeoPoint{120, 30}, {{"name", std::string("far away")}}, {}});
    set.layers = {land, road, place};
    return set;
}

ReadTile tileOf(storage::Database& db, geo::TileKey key) {
    auto query =
        db.prepare("SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?");
    query->bind(1, std::int64_t(key.z));
    query->bind(2, std::int64_t(key.x));
    query->bind(3, std::int64_t(geo::tmsRow(key)));
    if (auto step = query->step(); !step || *step != storage::Statement::Step::Row)
        return {};
    const auto bytes = storage::gunzip(query->blob(0), 1 << 20);
    return bytes ? decode(*bytes) : ReadTile{};
}

} // namespace

class TestBasemap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void tilesHoldWhatWentIn() {
        QTemporaryDir dir;
        const std::string path = dir.filePath("a.mbtiles").toStdString();
        const auto stats = writeMbtiles(path, sample());
        QVERIFY2(stats, stats ? "" : stats.error().sentence.c_str());
        auto db = storage::Database::open(path, storage::Database::Mode::ReadOnly);
        QVERIFY(db);
        const ReadTile tile = tileOf(*db, geo::tileAt(geo::toWorld({113.5, 22.5}), 12));
        QCOMPARE(tile.at("place").size(), 1u);
        QCOMPARE(tile.at("place")[0].type, 1u);
        QCOMPARE(tile.at("place")[0].attributes.at("name"), std::string("中央"));
        QCOMPARE(tile.at("place")[0].attributes.at("rank"), std::string("3"));
        QCOMPARE(tile.at("road")[0].type, 2u);
        QVERIFY(!tile.contains("land")); // that tile lies within the hole
        const ReadTile coarse = tileOf(*db, geo::tileAt(geo::toWorld({113.5, 22.5}), 9));
        QVERIFY(!coarse.contains("road") && !coarse.contains("place"));
        const ReadFeature& land = coarse.at("land")[0];
        QCOMPARE(land.type, 3u);
        QCOMPARE(land.parts.size(), 2u);
        QVERIFY2(area2(land.parts[0]) > 0, "outer ring clockwise with y down");
        QVERIFY2(area2(land.parts[1]) < 0, "hole the other way");
        for (const auto& part : land.parts) {
            for (const auto& [x, y] : part)
                QVERIFY(x >= -81 && x <= 4096 + 81 && y >= -81 && y <= 4096 + 81);
        }
    }

    void metadataSaysWhatIsInside() {
        QTemporaryDir dir;
        const std::string path = dir.filePath("a.mbtiles").toStdString();
        QVERIFY(writeMbtiles(path, sample()));
        auto db = storage::Database::open(path, storage::Database::Mode::ReadOnly);
        auto rows = db->prepare("SELECT name, value FROM metadata");
        std::map<std::string, std::string> meta;
        while (*rows->step() == storage::Statement::Step::Row)
            meta[std::string(rows->text(0))] = rows->text(1);
        QCOMPARE(meta["format"], std::string("pbf"));
        QCOMPARE(meta["minzoom"], std::string("6"));
        QCOMPARE(meta["maxzoom"], std::string("14"));
        QCOMPARE(meta["bounds"], std::string("113.000000,22.000000,114.000000,23.000000"));
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(meta["json"])).object();
        QCOMPARE(json["vector_layers"].toArray().size(), 3);
        QCOMPARE(json["vector_layers"][1]["id"].toString(), QString("road"));
        QCOMPARE(json["vector_layers"][1]["minzoom"].toInt(), 10);
        QCOMPARE(json["vector_layers"][2]["fields"]["rank"].toString(), QString("Number"));
    }

    void theSameSetGivesTheSameBytes() {
        QTemporaryDir dir;
        QVERIFY(writeMbtiles(dir.filePath("a").toStdString(), sample()));
        QVERIFY(writeMbtiles(dir.filePath("b").toStdString(), sample()));
        QFile a(dir.filePath("a")), b(dir.filePath("b"));
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QCOMPARE(a.readAll(), b.readAll());
        QVERIFY(!QFile::exists(dir.filePath("a.part")));
    }

    void nonsenseIsRefused() {
        TileSet set = sample();
        set.bounds = {};
        QCOMPARE(writeMbtiles("/nowhere/x", set).error().code, std::string("basemap.bounds"));
        QVERIFY(!writeMbtiles("/nowhere/x", sample()));
    }

    void clippingAndSimplifying() {
        const WorldLine square{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        const WorldLine half = clipRing(square, Axis::X, 0.25, 0.5);
        double sum = 0;
        for (std::size_t i = 0, j = half.size() - 1; i < half.size(); j = i++)
            sum += half[j].x * half[i].y - half[i].x * half[j].y;
        QVERIFY(std::abs(std::abs(sum) / 2 - 0.25) < 1e-12);
        QVERIFY(clipRing(square, Axis::Y, 2, 3).empty());
        QVERIFY(clipRing({}, Axis::Y, 2, 3).empty());
        const auto parts = clipLine({{0, 0}, {1, 0}, {1, 1}, {0, 1}}, Axis::X, -1, 0.5);
        QCOMPARE(parts.size(), 2u);
        QCOMPARE(parts[0].back(), (geo::WorldPoint{0.5, 0}));
        const auto through = clipLine({{-1, 0}, {2, 0}}, Axis::X, 0, 1);
        QCOMPARE(through.size(), 1u);
        QCOMPARE(through[0], (WorldLine{{0, 0}, {1, 0}}));
        QCOMPARE(simplify({{0, 0}, {1, 0.01}, {2, 0}}, 0.1, Closed::No).size(), 2u);
        QCOMPARE(simplify({{0, 0}, {1, 0.5}, {2, 0}}, 0.1, Closed::No).size(), 3u);
        QVERIFY(simplify({{0, 0}, {0.01, 0}, {0.01, 0.01}}, 0.1, Closed::Yes).empty());
    }
};

QTEST_APPLESS_MAIN(TestBasemap)
#include "TestBasemap.moc"
