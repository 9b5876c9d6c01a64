#include "ui/kit/HintCard.h"

#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"

#include <QPainter>

namespace zs::kit {

namespace {

constexpr int kWidth = 312;
constexpr int kCardHeight = 32;
constexpr int kHintHeight = 50;
constexpr QPoint kOffset{16, -78}; // of the card from the pointer; the hint stands right below the card

} // namespace

QPixmap dragCard(const DragCard& card, ThemeManager& themes, qreal dpr) {
    const Theme& t = themes.theme();
    const QRect rect(0, 0, t.px(kWidth), t.px(kCardHeight));
    QPixmap pixmap(rect.size() * dpr);
    pixmap.setDevicePixelRatio(dpr);
    pixmap.fill(t.surface.panel);
    QPainter p(&pixmap);
    const int frame = qMax(2, t.px(2));
    p.setPen(QPen(t.line.focus, frame, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    p.drawRect(QRectF(rect).adjusted(frame / 2.0, frame / 2.0, -frame / 2.0, -frame / 2.0));
    paintSymbol(p, QPointF(t.px(18), rect.height() / 2.0), t.core.table * t.scale, card.symbol, t);
    int left = t.px(34);
    int right = rect.width() - t.px(10);
    const QFont strong = t.font(Type::Body, Weight::Strong);
    const QFont plain = t.font(Type::Body);
    const int limit = QFontMetrics(plain).horizontalAdvance(card.limit);
    paintText(p, QRect(right - limit, 0, limit + 1, rect.height()), card.limit, plain,
              t.tone(card.limitTone));
    right -= limit + t.px(8);
    const int number = QFontMetrics(strong).horizontalAdvance(card.number);
    paintText(p, QRect(left, 0, number + 1, rect.height()), card.number, strong, t.text.primary);
    left += number + t.px(6);
    paintText(p, QRect(left, 0, right - left, rect.height()), card.title, plain, t.text.primary);
    return pixmap;
}

HintCard::HintCard(ThemeManager& themes, QWidget* parent) : QWidget(parent), m_themes(themes) {
    setObjectName(QStringLiteral("hintCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

QSize HintCard::sizeHint() const {
    return {m_themes.theme().px(kWidth), m_themes.theme().px(kHintHeight)};
}

void HintCard::showAt(QPoint pointer, const Hint& hint) {
    m_hint = hint;
    setAccessibleName(hint.headline + QLatin1Char(' ') + hint.detail);
    const Theme& t = m_themes.theme();
    const QSize size = sizeHint();
    QPoint at = pointer + QPoint(t.px(kOffset.x()), t.px(kOffset.y() + kCardHeight));
    const QWidget* parent = parentWidget();
    at.setX(qBound(0, at.x(), qMax(0, parent->width() - size.width())));
    at.setY(qBound(0, at.y(), qMax(0, parent->height() - size.height())));
    setGeometry(QRect(at, size));
    raise();
    show();
    update();
}

void HintCard::paintEvent(QPaintEvent*) {
    const Theme& t = m_themes.theme();
    const bool legal = m_hint.kind == HintKind::Legal;
    QPainter p(this);
    p.fillRect(rect(), legal ? t.surface.raised : t.surface.panel);
    p.setPen(legal ? t.line.focus : t.line.control);
    p.drawRect(rect().adjusted(0, 0, -1, -1));
    int left = t.px(10);
    const int top = t.px(5);
    const int line = t.lineHeight(Type::Body);
    if (!legal) {
        const int size = t.px(14);
        p.drawPixmap(
            QPointF(left, top + (line - size) / 2.0),
            m_themes.icons().pixmap(QStringLiteral("ban"), size, t.semantic.alarm, devicePixelRatioF()));
        left += size + t.px(4);
    }
    paintText(p, QRect(left, top, width() - left - t.px(10), line), m_hint.headline,
              t.font(Type::Body, Weight::Strong), t.text.primary);
    left = t.px(10);
    paintText(p, QRect(left, top + line, width() - 2 * left, line), m_hint.detail, t.font(Type::Caption),
              legal ? t.text.secondary : t.semantic.accent);
}

} // namespace zs::kit
