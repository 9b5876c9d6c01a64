// The native surface: the common contract, and what is its own.
#include "tests/testkit/GuiTest.h"
#include "tests/ui/map/MapFixture.h"
#include "tests/ui/map/SurfaceContract.h"
#include "ui/map/MapStyle.h"
#include "ui/map/painter/Labels.h"
#include "ui/map/painter/LineMask.h"
#include "ui/map/painter/MvtDecoder.h"
#include "ui/map/painter/PainterSurface.h"
#include "ui/map/painter/Sprites.h"

#include <QPainter>
#include <QPainterPath>
#include <QSignalSpy>

#include <protozero/pbf_writer.hpp>

#include <random>

namespace zs::map::test {

namespace {

MapStyle builtin()
{
    const auto style = builtinMapStyle();
    if (!style)
        qFatal("%s", style.error().sentence.c_str());
    return *style;
}

std::string tileOf(const std::function<void(protozero::pbf_writer&)>& layer)
{
    std::string bytes;
    protozero::pbf_writer tile(bytes);
    protozero::pbf_writer out(tile, 3);
    layer(out);
    return bytes;
}

/// One square with kind=lake.
std::string goodTile()
{
    return tileOf([](protozero::pbf_writer& layer) {
        layer.add_string(1, "water");
        {
            protozero::pbf_writer feature(layer, 2);
            const std::vector<std::uint32_t> tags{0, 0}, geometry{9, 20, 20, 26, 200, 0, 0, 200, 199, 0, 15};
            feature.add_packed_uint32(2, tags.begin(), tags.end());
            feature.add_enum(3, 3);
            feature.add_packed_uint32(4, geometry.begin(), geometry.end());
        }
        layer.add_string(3, "kind");
        {
            protozero::pbf_writer value(layer, 4);
            value.add_string(1, "lake");
        }
        layer.add_uint32(5, 4096);
    });
}

} // namespace

class PainterContract final : public SurfaceContract {
    Q_OBJECT
protected:
    std::unique_ptr<MapSurface> make() override
    {
        return std::make_unique<PainterSurface>(builtin(), theme(kit::Mode::Light));
    }
};

class MvtTest final : public testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void readsLayerFeatureAndAttribute()
    {
        const auto tile = decodeMvt(goodTile(), {});
        QVERIFY(tile.has_value());
        const MvtLayer* water = tile->layer("water");
        QVERIFY(water);
        QCOMPARE(water->extent, 4096u);
        QCOMPARE(water->features.size(), std::size_t(1));
        const MvtFeature& lake = water->features.front();
        QVERIFY(lake.type == MvtFeature::Type::Polygon);
        QCOMPARE(lake.points.size(), std::size_t(4));
        QVERIFY((lake.points[0] == MvtPoint{10, 10}) && (lake.points[1] == MvtPoint{110, 10}));
        QCOMPARE(lake.parts.size(), std::size_t(1));
        QVERIFY(lake.parts[0].closed);
        const MvtValue* kind = water->value(lake, "kind");
        QVERIFY(kind && std::get<std::string>(*kind) == "lake");
        QVERIFY(!water->value(lake, "name"));
    }
    void leavesOutWhatIsNotWanted()
    {
        const std::vector<std::string> wanted{"land"};
        const auto tile = decodeMvt(goodTile(), wanted);
        QVERIFY(tile.has_value());
        QVERIFY(tile->layers.empty());
    }
    void refusesNonsense()
    {
        const auto code = [](const std::string& bytes) {
            const auto tile = decodeMvt(bytes, {});
            return tile ? std::string("read") : tile.error().code;
        };
        const auto geometry = [](std::vector<std::uint32_t> words) {
            return tileOf([&](protozero::pbf_writer& layer) {
                layer.add_string(1, "a");
                protozero::pbf_writer feature(layer, 2);
                feature.add_enum(3, 2);
                feature.add_packed_uint32(4, words.begin(), words.end());
            });
        };
        QCOMPARE(code(geometry({10, 2, 2})), std::string("mvt.bytes"));               // a line from nowhere
        QCOMPARE(code(geometry({9, 2})), std::string("mvt.bytes"));                   // half a point
        QCOMPARE(code(geometry({0xfffffff9, 2, 2})), std::string("mvt.bytes"));       // 500 million points that aren't there
        QCOMPARE(code(geometry({9, 0xfffffffe, 2})), std::string("mvt.bytes"));       // off the earth
        QCOMPARE(code(geometry({12, 1, 1})), std::string("mvt.bytes"));               // no such command
        QCOMPARE(code(tileOf([](auto& l) { l.add_uint32(5, 0); })), std::string("mvt.bytes"));
        QCOMPARE(code(std::string("\x1a\xff\xff\xff\xff\x0f", 6)), std::string("mvt.bytes"));
        MvtLimits small;
        small.points = 3;
        QCOMPARE(decodeMvt(goodTile(), {}, small).error().code, std::string("mvt.limit"));
        small = {};
        small.bytes = 10;
        QCOMPARE(decodeMvt(goodTile(), {}, small).error().code, std::string("mvt.limit"));
    }
    void survivesDamage()
    {
        std::mt19937 random(42);
        const std::string good = goodTile();
        int read = 0;
        for (int i = 0; i < 50'000; ++i) {
            std::string bytes = good;
            for (int n = 1 + static_cast<int>(random() % 4); n > 0; --n)
                bytes[random() % bytes.size()] = static_cast<char>(random());
            if (random() % 4 == 0)
                bytes.resize(random() % bytes.size());
            read += decodeMvt(bytes, {}).has_value();
        }
        QVERIFY(read > 0 && read < 50'000);
    }
};

class PainterTest final : public testkit::TestCase {
    Q_OBJECT
private Q_SLOTS:
    void styleNamesOnlyTokensThatExist()
    {
        const MapStyle style = builtin();
        QCOMPARE(missingTokens(style, theme(kit::Mode::Light)), QStringList());
        QCOMPARE(missingTokens(style, theme(kit::Mode::Dark)), QStringList());
    }
    void wrongStyleIsNamed()
    {
        QCOMPARE(parseMapStyle("[]").error().code, std::string("mapstyle.json"));
        const auto style = parseMapStyle(R"({"background":"map.land","layers":[{"id":"x","from":"moon"}]})");
        QCOMPARE(style.error().code, std::string("mapstyle.field"));
        QVERIFY2(style.error().sentence.find("from") != std::string::npos, style.error().sentence.c_str());
    }
    void blitIsWhatThePainterWouldDraw()
    {
        for (const double dpr : {1.0, 2.0}) {
            SpriteAtlas atlas(theme(kit::Mode::Light), 14, dpr, 0.35, SpriteAtlas::Detail::Full);
            kit::Symbol s;
            s.shape = kit::Shape::Dispute;
            s.ring = kit::Ring::Double;
            s.badge = 3;
            s.backdrop = kit::Backdrop::Map;
            const Sprite& sprite = atlas.sprite(kit::symbolCode(s), SpriteAtlas::Shade::Full);
            QImage ours(100, 100, QImage::Format_RGB32), theirs = ours;
            ours.fill(QColor(200, 220, 240));
            theirs = ours.copy();
            blit(Canvas::on(ours, {}, ours.rect()), sprite, QPoint(50, 50));
            kit::SymbolSheet sheet(theme(kit::Mode::Light), 14, dpr);
            const auto& baked = sheet.sprite(kit::symbolCode(s));
            QImage image = baked.image;
            image.setDevicePixelRatio(1);
            QPainter p(&theirs);
            p.drawImage(QPoint(50, 50) + (baked.offset * dpr).toPoint(), image);
            p.end();
            int worst = 0;
            for (int y = 0; y < 100; ++y)
                for (int x = 0; x < 100; ++x)
                    for (const int shift : {0, 8, 16})
                        worst = std::max(worst, std::abs(int(ours.pixel(x, y) >> shift & 255) - int(theirs.pixel(x, y) >> shift & 255)));
            QVERIFY2(worst <= 1, qPrintable(QString::number(worst)));
        }
    }
    void blitStaysInItsClip()
    {
        SpriteAtlas atlas(theme(kit::Mode::Light), 14, 1, 0.35, SpriteAtlas::Detail::Full);
        const Sprite& sprite = atlas.sprite(mark({}, 1, kit::Shape::Hazard).symbol, SpriteAtlas::Shade::Full);
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        const QRect clip(10, 10, 20, 20);
        for (const QPoint at : {QPoint(10, 10), QPoint(29, 29), QPoint(0, 20), QPoint(-300, 5), QPoint(39, 12), QPoint(500, 500)})
            blit(Canvas::on(image, {}, clip), sprite, at);
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x)
                QVERIFY(clip.contains(x, y) || image.pixel(x, y) == qRgb(255, 255, 255));
    }
    void theUpperOneIsTheSouthernOne()
    {
        SpriteAtlas atlas(theme(kit::Mode::Light), 14, 1, 0.35, SpriteAtlas::Detail::Full);
        const Sprite& full = atlas.sprite(mark({}, 1, kit::Shape::Person, kit::Fill::Full).symbol, SpriteAtlas::Shade::Full);
        const Sprite& none = atlas.sprite(mark({}, 1, kit::Shape::Dispute, kit::Fill::None).symbol, SpriteAtlas::Shade::Full);
        const auto draw = [&](bool swapped) {
            QImage image(60, 60, QImage::Format_RGB32);
            image.fill(Qt::white);
            SpriteQueue queue;
            queue.begin(image.rect());
            if (swapped)
                queue.add(none, QPoint(30, 35));
            queue.add(full, QPoint(30, 30));
            if (!swapped)
                queue.add(none, QPoint(30, 35));
            queue.sort();
            queue.drawTo(Canvas::on(image, {}, image.rect()));
            return image;
        };
        QCOMPARE(differing(draw(false), draw(true)), 0);
    }
    void whatIsHiddenNeedNotBeDrawn()
    {
        std::mt19937 random(3);
        for (const double dpr : {1.0, 2.0}) {
            SpriteAtlas atlas(theme(kit::Mode::Light), 14, dpr, 0.35, SpriteAtlas::Detail::Full);
            const auto draw = [&](SpriteQueue::Hidden hidden) {
                QImage image(500, 300, QImage::Format_RGB32);
                image.fill(Qt::white);
                SpriteQueue queue;
                queue.begin(image.rect());
                random.seed(3);
                for (int i = 0; i < 6000; ++i) {
                    kit::Symbol s;
                    s.shape = static_cast<kit::Shape>(random() % 5);
                    s.fill = static_cast<kit::Fill>(random() % 3);
                    s.ring = static_cast<kit::Ring>(random() % 3);
                    s.badge = static_cast<int>(random() % 4);
                    s.backdrop = kit::Backdrop::Map;
                    const auto shade = random() % 3 ? SpriteAtlas::Shade::Full : SpriteAtlas::Shade::Faded;
                    const QPoint at(static_cast<int>(random() % 560) - 30, static_cast<int>(random() % 360) - 30);
                    queue.add(atlas.sprite(kit::symbolCode(s), shade), at);
                }
                queue.sort(hidden);
                queue.drawTo(Canvas::on(image, {}, image.rect()));
                return image;
            };
            QCOMPARE(differing(draw(SpriteQueue::Hidden::Kept), draw(SpriteQueue::Hidden::Dropped)), 0);
        }
    }
    void linesOfAMaskLookAsPainted()
    {
        // Beside QPainter's own: the same lines, and no more than a breath of difference at their edges.
        std::mt19937 random(4);
        std::uniform_real_distribution<double> at(-40, 240);
        for (const double width : {1.0, 1.5, 3.0}) {
            QImage ours(200, 200, QImage::Format_RGB32), painted = ours;
            ours.fill(Qt::white);
            painted.fill(Qt::white);
            LineMask mask(ours.size());
            QPainterPath path;
            for (int i = 0; i < 12; ++i) {
                const QPointF a(at(random), at(random)), b(i % 4 == 0 ? a.x() : at(random), i % 4 == 1 ? a.y() : at(random));
                mask.addLine(a, b, width);
                path.moveTo(a);
                path.lineTo(b);
            }
            path.setFillRule(Qt::WindingFill);
            mask.paintOn(ours, Qt::black);
            QPainter p(&painted);
            p.setRenderHint(QPainter::Antialiasing);
            p.strokePath(path, QPen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            p.end();
            int far = 0;
            for (int y = 0; y < 200; ++y)
                for (int x = 0; x < 200; ++x)
                    far += std::abs(qGray(ours.pixel(x, y)) - qGray(painted.pixel(x, y))) > 80;
            QVERIFY2(far < 60, qPrintable(QStringLiteral("width %1: %2 px").arg(width).arg(far)));
        }
    }
    void aSharedBorderIsDrawnOnce()
    {
        QImage once(60, 60, QImage::Format_RGB32), twice = once;
        once.fill(Qt::white);
        twice.fill(Qt::white);
        LineMask one(once.size()), two(once.size());
        one.addLine({-20, 13.3}, {90, 41.7}, 0.5);
        two.addLine({-20, 13.3}, {90, 41.7}, 0.5);
        two.addLine({90, 41.7}, {-20, 13.3}, 0.5);
        one.paintOn(once, Qt::black);
        two.paintOn(twice, Qt::black);
        QVERIFY(differing(once, twice) <= 1);
        QVERIFY(qGray(once.pixel(30, 26)) > 80); // half a pixel wide: not black
        LineMask outside(once.size());
        outside.addLine({-5, -5}, {-1e7, 1e7}, 2);
        outside.addLine({30, 30}, {30, 30}, 4); // a dot
        outside.paintOn(once, Qt::red);
        QCOMPARE(QColor(once.pixel(29, 29)), QColor(Qt::red));
    }
    void labelsDoNotTouch()
    {
        auto ground = makeGround();
        for (int i = 0; i < 200; ++i)
            ground->labels.push_back({{kBounds.west + 0.0011 * i, kBounds.south + 0.0007 * i}, {"网格" + std::to_string(i), {}}, LabelRank::Community});
        const auto prepared = prepareGround(ground);
        const auto labels = placeLabels(*prepared, builtin(), theme(kit::Mode::Light), domain::Language::Chinese, 13);
        QVERIFY(labels.size() > 20 && labels.size() < 202);
        QCOMPARE(labels[0].rank, LabelRank::Town);
        for (std::size_t i = 0; i < labels.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY(!labels[i].box.intersects(labels[j].box));
    }
    void damagedBasemapLeavesTheGround()
    {
        testkit::TempDir dir;
        dir.write("broken.mbtiles", "this is no database at all, but long enough to look like something");
        PainterSurface surface(builtin(), theme(kit::Mode::Light));
        surface.resize(300, 200);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Base map")));
        surface.setGround(makeGround(dir.filePath(QStringLiteral("broken.mbtiles"))));
        surface.setCamera({kBounds.centre(), 12});
        QImage image;
        surface.capture([&](QImage i) { image = std::move(i); });
        QTRY_VERIFY(!image.isNull());
        QCOMPARE(surface.hitTest(surface.toWidget(middleOf(3, 3))).kind, Hit::Kind::Grid);
    }
    void zoomIsNeverBlank()
    {
        testkit::TempDir dir;
        PainterSurface surface(builtin(), theme(kit::Mode::Light));
        surface.resize(400, 300);
        surface.setGround(makeGround(writeBasemap(dir)));
        surface.setCamera({kBounds.centre(), 12});
        surface.show();
        QSignalSpy ready(&surface, &MapSurface::ready);
        QTRY_COMPARE(ready.count(), 1);
        const QColor outside = tokenColour(theme(kit::Mode::Light), builtin().background);
        for (const double zoom : {12.5, 13.5, 15.0, 12.0, 11.0}) {
            surface.setCamera({kBounds.centre(), zoom});
            const QImage frame = surface.grab().toImage(); // at once: no square of this zoom can be there
            int blank = 0;
            for (int y = 100; y < 200; y += 5)
                for (int x = 150; x < 250; x += 5)
                    blank += frame.pixelColor(x, y) == outside;
            QVERIFY2(blank < 10, qPrintable(QString::number(blank))); // the edge of a line may have that colour
        }
    }
    void tilesMeetWithoutSeams()
    {
        testkit::TempDir dir;
        auto ground = std::make_shared<MapGround>();
        ground->bounds = kBounds;
        ground->mbtiles = writeBasemap(dir);
        PainterSurface surface(builtin(), theme(kit::Mode::Light));
        surface.resize(700, 700);
        surface.setGround(ground);
        for (const double zoom : {10.3, 11.77, 13.1}) {
            surface.setCamera({{113.9, 22.92}, zoom}); // land only, away from the road and the edges
            QImage image;
            surface.capture([&](QImage i) { image = std::move(i); });
            QTRY_VERIFY(!image.isNull());
            const QPointF nw = surface.toWidget({113.86, 22.955}), se = surface.toWidget({114.03, 22.81});
            const QRect land = QRectF(nw, se).toRect().adjusted(12, 12, -12, -12).intersected(image.rect());
            QVERIFY(land.width() > 50);
            const QRgb colour = image.pixel(land.center());
            for (int y = land.top(); y <= land.bottom(); ++y)
                for (int x = land.left(); x <= land.right(); ++x)
                    if (image.pixel(x, y) != colour)
                        QFAIL(qPrintable(QStringLiteral("zoom %1 at %2,%3").arg(zoom).arg(x).arg(y)));
        }
    }
};

} // namespace zs::map::test

using namespace zs::map::test;
ZS_GUI_TEST_MAIN(PainterContract, MvtTest, PainterTest)
#include "tst_painter.moc"
