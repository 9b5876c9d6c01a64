// The parts of the web surface that need no engine: outlines as tiles, names, what is drawn in which order, the bytes.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/map/MapFixture.h"
#include "ui/map/painter/MvtDecoder.h"
#include "ui/map/web/GroundJson.h"
#include "ui/map/web/GroundTiles.h"
#include "ui/map/web/MarkComposer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

using namespace zs;
using namespace zs::map;
using namespace zs::map::test;
using namespace zs::map::web;

namespace {

MvtTile decoded(const QByteArray& bytes)
{
    const auto tile = decodeMvt(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), {});
    if (!tile)
        qFatal("%s", tile.error().sentence.c_str());
    return *tile;
}

geo::TileKey tileOf(GeoPoint place, std::uint32_t zoom) { return geo::tileAt(geo::toWorld(place), zoom); }

double twiceArea(const MvtFeature& feature, const MvtPart& part)
{
    double sum = 0;
    for (std::uint32_t i = 0; i < part.count; ++i) {
        const MvtPoint& a = feature.points[part.first + i];
        const MvtPoint& b = feature.points[part.first + (i + 1) % part.count];
        sum += double(a.x) * b.y - double(b.x) * a.y;
    }
    return sum;
}

} // namespace

class GroundTilesTest final : public testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void aTileHoldsWhatLiesInIt()
    {
        const auto ground = makeGround();
        const GroundTiles tiles(*ground);
        const MvtTile all = decoded(tiles.tile(tileOf(kBounds.centre(), 6)));
        QCOMPARE(all.layer("towns")->features.size(), std::size_t(2));
        QCOMPARE(all.layer("grids")->features.size(), std::size_t(kColumns * kRows));
        const MvtTile some = decoded(tiles.tile(tileOf(middleOf(0, 0), 13)));
        QVERIFY(some.layer("grids")->features.size() < 5);
        QVERIFY(tiles.tile(tileOf({100, 10}, 10)).isEmpty());
    }
    void nothingReachesFarBeyondItsTile()
    {
        const GroundTiles tiles(*makeGround());
        for (const std::uint32_t zoom : {8u, 11u, 14u}) {
            const MvtTile tile = decoded(tiles.tile(tileOf(kBounds.centre(), zoom)));
            for (const MvtLayer& layer : tile.layers)
                for (const MvtFeature& feature : layer.features)
                    for (const MvtPoint& p : feature.points)
                        QVERIFY(p.x >= -128 && p.x <= 4096 + 128 && p.y >= -128 && p.y <= 4096 + 128);
        }
    }
    void outerRingsAndHolesTurnTheirWays()
    {
        for (const bool clockwise : {false, true}) {
            MapGround ground;
            GeoRing outer{{113, 22}, {114, 22}, {114, 23}, {113, 23}};
            GeoRing hole{{113.4, 22.4}, {113.6, 22.4}, {113.6, 22.6}, {113.4, 22.6}};
            if (clockwise)
                std::reverse(outer.begin(), outer.end());
            else
                std::reverse(hole.begin(), hole.end());
            ground.grids.push_back({GridId(1), {{outer, hole}}});
            const MvtTile tile = decoded(GroundTiles(ground).tile(tileOf({113.5, 22.5}, 7)));
            const MvtFeature& feature = tile.layer("grids")->features.front();
            QCOMPARE(feature.parts.size(), std::size_t(2));
            QVERIFY(twiceArea(feature, feature.parts[0]) > 0);
            QVERIFY(twiceArea(feature, feature.parts[1]) < 0);
        }
    }
    void aTileWithinAGridIsCovered()
    {
        MapGround ground;
        ground.grids.push_back({GridId(1), box(113, 22, 114, 23)});
        const MvtTile tile = decoded(GroundTiles(ground).tile(tileOf({113.5, 22.5}, 14)));
        const MvtFeature& feature = tile.layer("grids")->features.front();
        QCOMPARE(twiceArea(feature, feature.parts.front()), 2.0 * (4096 + 256) * (4096 + 256));
    }
    void whatIsSmallerThanAPixelIsLeftOut()
    {
        MapGround ground;
        ground.grids.push_back({GridId(1), box(113.5, 22.5, 113.5001, 22.5001)});
        QVERIFY(GroundTiles(ground).tile(tileOf({113.5, 22.5}, 5)).isEmpty());
        QVERIFY(!GroundTiles(ground).tile(tileOf({113.5, 22.5}, 14)).isEmpty());
        ground.grids = {{GridId(2), {{{}}}}, {GridId(3), {}}};
        QVERIFY(GroundTiles(ground).tile(tileOf({113.5, 22.5}, 5)).isEmpty());
    }
    void namesInBothLanguages()
    {
        const auto features = QJsonDocument::fromJson(labelsJson(*makeGround())).object()["features"].toArray();
        QCOMPARE(features.size(), 2);
        const QJsonObject first = features[0].toObject()["properties"].toObject();
        QCOMPARE(first["zh"].toString(), QStringLiteral("东城"));
        QCOMPARE(first["en"].toString(), QStringLiteral("Dongcheng"));
        QCOMPARE(first["rank"].toString(), QStringLiteral("town"));
    }
};

class ComposerTest final : public testkit::TestCase {
    Q_OBJECT

    MarkFrame compose(const Emphasis& emphasis, Shown people = Shown::Yes, Shown cases = Shown::Yes)
    {
        m_atlas.use(theme(kit::Mode::Light), 11, 14, 1);
        return composeMarks({m_people, m_cases, emphasis, people, cases, 0.35}, m_atlas);
    }

    std::vector<Mark> m_people{mark({113.80, 22.95}, 1, kit::Shape::Person), mark({113.80, 23.05}, 2, kit::Shape::Person)};
    std::vector<Mark> m_cases{mark({113.80, 23.00}, 1, kit::Shape::Dispute)};
    web::SpriteAtlas m_atlas;

private Q_SLOTS:
    void furtherSouthIsAbove()
    {
        const MarkFrame frame = compose({});
        QCOMPARE(frame.marks.size(), std::size_t(3));
        QVERIFY(frame.marks[0].dy < frame.marks[1].dy && frame.marks[1].dy < frame.marks[2].dy);
        QVERIFY(frame.marks[0].sprite == frame.marks[2].sprite && frame.marks[0].sprite != frame.marks[1].sprite);
    }
    void placesAreExact()
    {
        const MarkFrame frame = compose({});
        // The northernmost is person 2.
        const double px = geo::worldPixels(18, 256);
        QVERIFY(std::abs((frame.originX + frame.marks[0].dx - m_people[1].x) * px) < 0.01);
        QVERIFY(std::abs((frame.originY + frame.marks[2].dy - m_people[0].y) * px) < 0.01);
    }
    void hiddenKindsAreNotSent()
    {
        QCOMPARE(compose({}, Shown::No).marks.size(), std::size_t(1));
        QCOMPARE(compose({}, Shown::Yes, Shown::No).marks.size(), std::size_t(2));
        QVERIFY(compose({}, Shown::No, Shown::No).marks.empty());
    }
    void whoCantTakeItFadesAndLiesBelow()
    {
        Emphasis e;
        e.legalPeople = {2};
        const MarkFrame frame = compose(e);
        QCOMPARE(int(frame.marks[0].opacity), int(0.35 * 255)); // person 1
        QCOMPARE(int(frame.marks[1].opacity), 255);             // the case
        QCOMPARE(int(frame.marks[2].opacity), 255);             // person 2, above though furthest north
        QVERIFY(frame.marks[0].sprite != frame.marks[2].sprite);
    }
    void aPersonAndACaseMayHaveTheSameNumber()
    {
        Emphasis e;
        e.selectedCase = 1;
        const MarkFrame frame = compose(e);
        QVERIFY(frame.marks[0].sprite == frame.marks[1].sprite); // both people are as before
    }
    void theAtlasForgetsOtherSizes()
    {
        m_atlas.forget();
        compose({});
        const auto cells = m_atlas.image().cells.size();
        m_atlas.seen();
        compose({});
        QVERIFY(!m_atlas.hasNews());
        m_atlas.use(theme(kit::Mode::Light), 12, 14, 1);
        QVERIFY(m_atlas.hasNews());
        QCOMPARE(cells, std::size_t(2));
        QVERIFY(m_atlas.image().cells.empty());
    }
    void bytesOfAMessage()
    {
        const MarkFrame frame = compose({});
        LiveMessage message;
        message.seq = 9;
        message.head = {{QStringLiteral("a"), QStringLiteral("中")}};
        message.atlas = &m_atlas.image();
        message.marks = &frame;
        const QByteArray bytes = encode(message);
        const auto number = [&](int at) { return qFromLittleEndian<quint32>(bytes.constData() + at); };
        QCOMPARE(number(0), 0x314D535Au);
        QCOMPARE(number(4), 9u);
        QCOMPARE(number(8), 11u); // {"a":"中"} in UTF-8
        QCOMPARE(number(12), 3u);
        QCOMPARE(number(16), 2u);
        QCOMPARE(number(28), 3u);
        QCOMPARE(bytes.mid(48, 11), QByteArray("{\"a\":\"中\"}"));
        QCOMPARE(bytes.size(), qsizetype(48 + 16 + 2 * 16 + number(20) * number(24) * 4 + 3 * 12));
        LiveMessage nothing;
        QCOMPARE(encode(nothing).size(), qsizetype(48));
    }
};

ZS_GUI_TEST_MAIN(GroundTilesTest, ComposerTest)
#include "tst_webparts.moc"
