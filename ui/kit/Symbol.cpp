#include "ui/kit/Symbol.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace zs::kit {

namespace {

// All measures in units of core / 14, as the legend gives them.
constexpr qreal kLine = 1.6;
constexpr qreal kRingLine = 1.2;
constexpr qreal kRing = 10.6;
constexpr qreal kUrgentRing = 13.4;
constexpr qreal kSelectedRing = 14.8;
constexpr qreal kHalo = 3.0;
constexpr qreal kBadgeAt = 9.0;
constexpr qreal kBadgeRadius = 6.0;

QPainterPath polygon(std::initializer_list<QPointF> points) {
    QPainterPath path;
    bool first = true;
    for (const QPointF& p : points) {
        first ? path.moveTo(p) : path.lineTo(p);
        first = false;
    }
    path.closeSubpath();
    return path;
}

QPainterPath outline(Shape shape) {
    switch (shape) {
    case Shape::Person: {
        QPainterPath path;
        path.addEllipse(QPointF(0, 0), 7, 7);
        return path;
    }
    case Shape::Hazard:
        return polygon({{0, -7.5}, {7.5, 6}, {-7.5, 6}});
    case Shape::Dispute:
        return polygon({{-6.5, -6.5}, {6.5, -6.5}, {6.5, 6.5}, {-6.5, 6.5}});
    case Shape::Request:
        return polygon({{0, -8}, {8, 0}, {0, 8}, {-8, 0}});
    case Shape::Team:
        return polygon({{-3.7, -6.4}, {3.7, -6.4}, {7.4, 0}, {3.7, 6.4}, {-3.7, 6.4}, {-7.4, 0}});
    case Shape::Place: {
        constexpr qreal a = 2.5;
        constexpr qreal b = 7.3;
        return polygon({{-a, -b},
                        {a, -b},
                        {a, -a},
                        {b, -a},
                        {b, a},
                        {a, a},
                        {a, b},
                        {-a, b},
                        {-a, a},
                        {-b, a},
                        {-b, -a},
                        {-a, -a}});
    }
    }
    return {};
}

qreal opacityOf(Freshness freshness) {
    switch (freshness) {
    case Freshness::Fresh:
        return 1.0;
    case Freshness::Minutes5:
        return 0.7;
    case Freshness::Minutes15:
    case Freshness::Stale:
        return 0.45;
    }
    return 1.0;
}

QColor markColour(const Symbol& s, const Theme& t) {
    switch (s.attention) {
    case Attention::Warn:
        return t.semantic.warn;
    case Attention::Alarm:
        return t.semantic.alarm;
    case Attention::Normal:
        break;
    }
    return s.shape == Shape::Person || s.shape == Shape::Team ? t.map.person : t.map.event;
}

bool dashed(const Symbol& s) {
    return s.freshness == Freshness::Stale || s.pending == Pending::Yes;
}

void paintMark(QPainter& p, const Symbol& s, const QColor& colour) {
    const QPainterPath path = outline(s.shape);
    QPen pen(colour, kLine, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const Fill fill = s.freshness == Freshness::Stale ? Fill::None : s.fill;
    if (s.freshness != Freshness::Fresh && !dashed(s) && (fill == Fill::Full || fill == Fill::Half)) {
        // Faded ink must not lie twice where the line runs over the fill.
        QPainterPathStroker stroker(pen);
        QPainterPath lower;
        lower.addRect(-9, fill == Fill::Half ? 0 : -9, 18, 18);
        p.fillPath(stroker.createStroke(path).united(path.intersected(lower)), colour);
        return;
    }
    if (fill == Fill::Full || fill == Fill::Half) {
        p.save();
        if (fill == Fill::Half) {
            p.setClipRect(QRectF(-9, 0, 18, 9), Qt::IntersectClip);
        }
        p.fillPath(path, colour);
        p.restore();
    }
    if (dashed(s)) {
        pen.setDashPattern({1.8, 1.3});
    }
    p.strokePath(path, pen);
    const QPen plain(colour, kLine, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    p.setPen(plain);
    p.setBrush(Qt::NoBrush);
    if (fill == Fill::Slash) {
        p.drawLine(QPointF(-8, 8), QPointF(8, -8));
    } else if (fill == Fill::Check) {
        p.drawPolyline(QPolygonF({{-3.5, 0.6}, {-1.2, 3.1}, {3.4, -2.8}}));
    }
}

void paintRings(QPainter& p, const Symbol& s, const QColor& colour) {
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(colour, kRingLine));
    if (s.ring != Ring::None) {
        p.drawEllipse(QPointF(0, 0), kRing, kRing);
    }
    if (s.ring == Ring::Double) {
        p.drawEllipse(QPointF(0, 0), kUrgentRing, kUrgentRing);
    }
}

void paintSelection(QPainter& p, const Symbol& s, const Theme& t, qreal unit) {
    if (s.selection == Selection::None) {
        return;
    }
    const bool around = s.ring == Ring::Double || s.selection == Selection::Selected;
    const qreal width = s.selection == Selection::Hover ? 3.0 : s.selection == Selection::Target ? 2.0 : 1.6;
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(t.semantic.accent, qMax(width / unit, 0.5)));
    const qreal radius = around ? kSelectedRing + (s.ring == Ring::Double ? 1.6 : 0.0) : kRing + 0.6;
    p.drawEllipse(QPointF(0, 0), radius, radius);
}

void paintHalo(QPainter& p, const Symbol& s, const Theme& t) {
    const QColor halo = t.map.halo;
    const QPainterPath path = outline(s.shape);
    p.strokePath(path, QPen(halo, kLine + kHalo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.fillPath(path, halo);
    p.setBrush(Qt::NoBrush);
    if (s.ring != Ring::None) {
        p.setPen(QPen(halo, kRingLine + kHalo));
        p.setBrush(halo);
        const qreal radius = s.ring == Ring::Double ? kUrgentRing : kRing;
        p.drawEllipse(QPointF(0, 0), radius, radius);
    }
}

void paintBadge(QPainter& p, const Symbol& s, const Theme& t, const QColor& colour) {
    if (s.badge < 2) {
        return;
    }
    const QString text = QString::number(qMin(s.badge, 99));
    const qreal half = text.size() > 1 ? kBadgeRadius * 1.5 : kBadgeRadius;
    const QRectF pill(kBadgeAt - half, -kBadgeAt - kBadgeRadius, 2 * half, 2 * kBadgeRadius);
    p.setPen(Qt::NoPen);
    if (s.backdrop == Backdrop::Map) {
        p.setBrush(t.map.halo);
        p.drawRoundedRect(pill.adjusted(-1, -1, 1, 1), kBadgeRadius + 1, kBadgeRadius + 1);
    }
    p.setBrush(colour);
    p.drawRoundedRect(pill, kBadgeRadius, kBadgeRadius);
    // Text at ten times the size, shrunk: fonts can't be set in fractions of our unit otherwise.
    QFont font = t.font(Type::Body, Weight::Strong);
    font.setPixelSize(100);
    p.save();
    p.translate(pill.center());
    p.scale(0.1, 0.1);
    p.setFont(font);
    p.setPen(t.surface.panel);
    const QFontMetricsF metrics(font);
    p.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, metrics.capHeight() / 2), text);
    p.restore();
}

void paintClock(QPainter& p, const Symbol& s, const Theme& t, const QColor& colour) {
    if (s.pending == Pending::No || s.backdrop != Backdrop::Map) {
        return;
    }
    const QPointF at(kBadgeAt, kBadgeAt);
    p.setPen(QPen(colour, 1.2));
    p.setBrush(t.map.halo);
    p.drawEllipse(at, 4, 4);
    p.drawPolyline(QPolygonF({at + QPointF(0, -2.4), at, at + QPointF(1.8, 1)}));
}

} // namespace

qreal symbolReach(qreal core, const Symbol& s) {
    qreal reach = 8 + kLine;
    if (s.ring == Ring::Single || s.selection != Selection::None) {
        reach = qMax(reach, kRing + 2);
    }
    if (s.ring == Ring::Double) {
        reach = qMax(reach, kUrgentRing + kRingLine);
    }
    if (s.selection != Selection::None) {
        reach = qMax(reach, kSelectedRing + 4);
    }
    if (s.badge > 1) {
        reach = qMax(reach, kBadgeAt + kBadgeRadius * 1.5 + 1);
    }
    if (s.backdrop == Backdrop::Map) {
        reach += kHalo;
        if (s.pending == Pending::Yes) {
            reach = qMax(reach, kBadgeAt + 5);
        }
    }
    return reach * core / 14 + 1;
}

void paintSymbol(QPainter& painter, QPointF centre, qreal core, const Symbol& symbol, const Theme& theme) {
    const qreal unit = core / 14;
    const QColor colour = markColour(symbol, theme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.scale(unit, unit);
    if (symbol.backdrop == Backdrop::Map) {
        paintHalo(painter, symbol, theme);
    }
    painter.save();
    painter.setOpacity(painter.opacity() * opacityOf(symbol.freshness));
    paintMark(painter, symbol, colour);
    paintRings(painter, symbol, colour);
    painter.restore();
    paintSelection(painter, symbol, theme, unit);
    paintBadge(painter, symbol, theme, colour);
    paintClock(painter, symbol, theme, colour);
    painter.restore();
}

QString shapeName(Shape shape) {
    const char* context = "zs::kit::Symbol";
    switch (shape) {
    case Shape::Person:
        return QCoreApplication::translate(context, QT_TRANSLATE_NOOP("zs::kit::Symbol", "person"));
    case Shape::Hazard:
        return QCoreApplication::translate(context, QT_TRANSLATE_NOOP("zs::kit::Symbol", "hazard"));
    case Shape::Dispute:
        return QCoreApplication::translate(context, QT_TRANSLATE_NOOP("zs::kit::Symbol", "dispute"));
    case Shape::Request:
        return QCoreApplication::translate(context, QT_TRANSLATE_NOOP("zs::kit::Symbol", "request"));
    case Shape::Team:
        return QCoreApplication::translate(context, QT_TRANSLATE_NOOP("zs::kit::Symbol", "team"));
    case Shape::Place:
        return QCoreApplication::translate(context, QT_TRANSLATE_NOOP("zs::kit::Symbol", "place"));
    }
    return {};
}

quint32 symbolCode(const Symbol& s) {
    quint32 code = 0;
    int at = 0;
    const auto put = [&](int value, int bits) {
        code |= static_cast<quint32>(value) << at;
        at += bits;
    };
    put(static_cast<int>(s.shape), 3);
    put(static_cast<int>(s.fill), 3);
    put(static_cast<int>(s.ring), 2);
    put(static_cast<int>(s.attention), 2);
    put(static_cast<int>(s.freshness), 2);
    put(static_cast<int>(s.selection), 2);
    put(static_cast<int>(s.pending), 1);
    put(static_cast<int>(s.backdrop), 1);
    put(qBound(0, s.badge, 99), 7);
    return code;
}

Symbol symbolOf(quint32 code) {
    int at = 0;
    const auto take = [&](int bits) {
        const int value = static_cast<int>((code >> at) & ((1u << bits) - 1));
        at += bits;
        return value;
    };
    Symbol s;
    s.shape = static_cast<Shape>(qMin(take(3), 5));
    s.fill = static_cast<Fill>(qMin(take(3), 4));
    s.ring = static_cast<Ring>(qMin(take(2), 2));
    s.attention = static_cast<Attention>(qMin(take(2), 2));
    s.freshness = static_cast<Freshness>(take(2));
    s.selection = static_cast<Selection>(take(2));
    s.pending = static_cast<Pending>(take(1));
    s.backdrop = static_cast<Backdrop>(take(1));
    s.badge = take(7);
    return s;
}

SymbolSheet::SymbolSheet(Theme theme, qreal core, qreal devicePixelRatio)
    : m_theme(std::move(theme)), m_core(core), m_dpr(devicePixelRatio) {}

const SymbolSheet::Sprite& SymbolSheet::sprite(quint32 code) {
    const auto found = m_sprites.find(code);
    if (found != m_sprites.end()) {
        return found->second;
    }
    const Symbol symbol = symbolOf(code);
    const qreal reach = std::ceil(symbolReach(m_core, symbol));
    const int side = static_cast<int>(std::ceil(2 * reach * m_dpr));
    Sprite sprite{QImage(side, side, QImage::Format_ARGB32_Premultiplied), QPointF(-reach, -reach)};
    sprite.image.setDevicePixelRatio(m_dpr);
    sprite.image.fill(Qt::transparent);
    QPainter painter(&sprite.image);
    paintSymbol(painter, QPointF(reach, reach), m_core, symbol, m_theme);
    painter.end();
    return m_sprites.emplace(code, std::move(sprite)).first->second;
}

} // namespace zs::kit
