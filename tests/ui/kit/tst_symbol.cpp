#include "tst_symbol.h"

#include "TestPanel.h"
#include "ui/kit/Symbol.h"

#include <QImage>
#include <QPainter>
#include <cmath>

using namespace zs::kit;

namespace {

QList<Symbol> everySymbol() {
    QList<Symbol> all;
    for (int shape = 0; shape < 6; ++shape) {
        for (int fill = 0; fill < 5; ++fill) {
            for (int ring = 0; ring < 3; ++ring) {
                for (int rest = 0; rest < 3 * 4 * 4; ++rest) {
                    Symbol s;
                    s.shape = static_cast<Shape>(shape);
                    s.fill = static_cast<Fill>(fill);
                    s.ring = static_cast<Ring>(ring);
                    s.attention = static_cast<Attention>(rest % 3);
                    s.freshness = static_cast<Freshness>(rest / 3 % 4);
                    s.selection = static_cast<Selection>(rest / 12);
                    s.pending = rest % 2 ? Pending::Yes : Pending::No;
                    s.backdrop = rest % 5 ? Backdrop::Panel : Backdrop::Map;
                    s.badge = rest % 7 == 0 ? 14 : 0;
                    all.append(s);
                }
            }
        }
    }
    return all;
}

bool hasColour(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            if (std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                    std::abs(c.blue() - colour.blue()) <
                6) {
                return true;
            }
        }
    }
    return false;
}

/// The same rows as the legend that the designer drew, at the same size (core 36), for looking at beside it.
QImage legend(const Theme& t) {
    QImage image(960, 1000, QImage::Format_ARGB32_Premultiplied);
    image.fill(t.surface.panel);
    QPainter p(&image);
    const auto at = [&](int column, int y, const Symbol& s, qreal core = 36) {
        paintSymbol(p, QPointF(110 + 148 * column, y), core, s, t);
    };
    for (int i = 0; i < 6; ++i) {
        Symbol shape;
        shape.shape = static_cast<Shape>(i);
        at(i, 60, shape);
        Symbol fill;
        fill.fill = static_cast<Fill>(qMin(i, 4));
        fill.fill = i == 5 ? Fill::None : fill.fill;
        fill.pending = i == 5 ? Pending::Yes : Pending::No;
        at(i, 180, fill);
        Symbol ring;
        ring.shape = Shape::Hazard;
        ring.ring = i == 0 || i == 5 ? Ring::None : i == 2 ? Ring::Double : Ring::Single;
        ring.attention = i == 3 ? Attention::Warn : i == 4 ? Attention::Alarm : Attention::Normal;
        ring.selection = i == 5 ? Selection::Selected : Selection::None;
        at(i, 310, ring);
        Symbol fade;
        fade.shape = i < 4 ? Shape::Person : i == 4 ? Shape::Dispute : Shape::Team;
        fade.fill = i == 5 ? Fill::Half : Fill::Full;
        fade.freshness = i < 4 ? static_cast<Freshness>(i) : Freshness::Fresh;
        fade.badge = i == 4 ? 14 : i == 5 ? 5 : 0;
        at(i, 440, fade);
    }
    int row = 0;
    for (const Backdrop backdrop : {Backdrop::Panel, Backdrop::Map}) {
        const int y = 530 + 50 * row++;
        if (backdrop == Backdrop::Map) {
            p.fillRect(0, y - 25, 960, 50, t.map.land);
        }
        int x = 40;
        for (const qreal core : {t.core.lane, t.core.table, t.core.map}) {
            for (int i = 0; i < 8; ++i) {
                Symbol s;
                s.shape = i < 6 ? static_cast<Shape>(i) : Shape::Person;
                s.backdrop = backdrop;
                s.fill = i == 0 ? Fill::Half : i == 3 ? Fill::Full : Fill::None;
                s.ring = i == 1 ? Ring::Single : i == 2 ? Ring::Double : Ring::None;
                s.attention = i == 2 ? Attention::Alarm : Attention::Normal;
                s.selection = i == 6 ? Selection::Target : i == 7 ? Selection::Hover : Selection::None;
                s.badge = i == 3 && backdrop == Backdrop::Map ? 3 : 0;
                s.pending = i == 4 && backdrop == Backdrop::Map ? Pending::Yes : Pending::No;
                paintSymbol(p, QPointF(x, y), core, s, t);
                x += 36;
            }
            x += 20;
        }
    }
    Symbol wall;
    wall.ring = Ring::Double;
    wall.attention = Attention::Alarm;
    paintSymbol(p, QPointF(110, 680), t.core.wall, wall, t);
    const int stop = 900 / static_cast<int>(t.sequential.size());
    for (qsizetype i = 0; i < t.sequential.size(); ++i) {
        p.fillRect(30 + static_cast<int>(i) * stop, 760, stop, 20, t.sequential[i]);
    }
    return image;
}

} // namespace

void SymbolTest::codeGoesThereAndBack() {
    QSet<quint32> codes;
    const QList<Symbol> all = everySymbol();
    for (const Symbol& s : all) {
        QVERIFY(symbolOf(symbolCode(s)) == s);
        codes.insert(symbolCode(s));
        QVERIFY(symbolCode(s) < (1u << 24));
    }
    QCOMPARE(codes.size(), all.size());
    // Any number is a symbol: a damaged code must not become an undefined enum.
    for (const quint32 code : {0xffffffffu, 0x123456u, 7u}) {
        const Symbol s = symbolOf(code);
        QVERIFY(symbolOf(symbolCode(s)).shape == s.shape);
    }
}

void SymbolTest::everySymbolStaysWithinItsReach() {
    const Theme t = zs::test::themes().light;
    int n = 0;
    for (const Symbol& s : everySymbol()) {
        if (++n % 11 != 0) {
            continue;
        }
        const int reach = static_cast<int>(std::ceil(symbolReach(14, s)));
        const int side = 2 * reach + 20;
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter p(&image);
        paintSymbol(p, QPointF(side / 2.0, side / 2.0), 14, s, t);
        p.end();
        bool inked = false;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const bool inside = x >= 10 && x < side - 10 && y >= 10 && y < side - 10;
                const bool ink = qAlpha(image.pixel(x, y)) > 0;
                QVERIFY2(inside || !ink, qPrintable(QString::number(symbolCode(s), 16)));
                inked = inked || ink;
            }
        }
        QVERIFY(inked);
    }
}

void SymbolTest::spriteIsBakedOnceAndPremultiplied() {
    SymbolSheet sheet(zs::test::themes().dark, 14, 2.0);
    Symbol s;
    s.backdrop = Backdrop::Map;
    const auto& sprite = sheet.sprite(symbolCode(s));
    QCOMPARE(sprite.image.format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(sprite.image.devicePixelRatio(), 2.0);
    QCOMPARE(sprite.image.width(), qRound(-4 * sprite.offset.x()));
    QCOMPARE(&sheet.sprite(symbolCode(s)), &sprite);
    s.badge = 3;
    sheet.sprite(symbolCode(s));
    QCOMPARE(sheet.baked(), 2);
}

void SymbolTest::attentionAndSelectionShowTheirColours() {
    const auto set = zs::test::themes();
    for (const Theme* t : {&set.light, &set.dark}) {
        const auto painted = [&](const Symbol& s) {
            QImage image(120, 120, QImage::Format_ARGB32_Premultiplied);
            image.fill(t->surface.panel);
            QPainter p(&image);
            paintSymbol(p, QPointF(60, 60), 44, s, *t);
            return image;
        };
        Symbol s;
        QVERIFY(hasColour(painted(s), t->map.event));
        QVERIFY(!hasColour(painted(s), t->semantic.alarm));
        s.attention = Attention::Alarm;
        QVERIFY(hasColour(painted(s), t->semantic.alarm));
        s.attention = Attention::Warn;
        QVERIFY(hasColour(painted(s), t->semantic.warn));
        s.selection = Selection::Selected;
        QVERIFY(hasColour(painted(s), t->semantic.accent));
        Symbol person;
        person.shape = Shape::Person;
        QVERIFY(hasColour(painted(person), t->map.person));
    }
}

void SymbolTest::legendInBothThemes() {
    const auto set = zs::test::themes();
    for (const Theme* t : {&set.light, &set.dark}) {
        const QImage image = legend(*t);
        QVERIFY(hasColour(image, t->semantic.alarm));
        QVERIFY(hasColour(image, t->map.event));
        const QString name = t->mode == Mode::Light ? QStringLiteral("light") : QStringLiteral("dark");
        QVERIFY(image.save(QStringLiteral(ZS_OUTPUT "/legend-%1.png").arg(name)));
    }
}
