#include "ui/kit/RowDelegate.h"

#include "ui/kit/Paint.h"
#include "ui/kit/ThemeManager.h"
#include "ui/kit/ThemeStyle.h"

#include <QAbstractItemView>
#include <QPainter>

namespace zs::kit {

RowDelegate::RowDelegate(ThemeManager& themes, RowMetric metric, QObject* parent)
    : QStyledItemDelegate(parent), m_themes(themes), m_metric(metric) {}

const Theme& RowDelegate::theme() const {
    return m_themes.theme();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {0, theme().px(m_metric.height)};
}

RowContent RowDelegate::content(const QModelIndex& index) const {
    RowContent c;
    c.text = index.data(Qt::DisplayRole).toString();
    c.detail = index.data(DetailRole).toString();
    c.trailing = index.data(TrailingRole).toString();
    if (const QVariant v = index.data(SymbolRole); v.isValid()) {
        c.symbol = symbolOf(v.toUInt());
    }
    if (const QVariant v = index.data(TrailingToneRole); v.isValid()) {
        c.trailingTone = static_cast<Tone>(v.toInt());
    }
    if (const QVariant v = index.data(TextToneRole); v.isValid()) {
        c.textTone = static_cast<Tone>(v.toInt());
    }
    if (const QVariant v = index.data(LookRole); v.isValid()) {
        c.look = static_cast<RowLook>(v.toInt());
    }
    return c;
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const RowContent c = content(index);
    painter->save();
    paintGround(*painter, option, c.look);
    paintContent(*painter, option.rect, c);
    painter->restore();
}

void RowDelegate::paintGround(QPainter& p, const QStyleOptionViewItem& option, RowLook look) const {
    const Theme& t = theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver) && look != RowLook::Group;
    const QColor ground = look == RowLook::Group ? t.surface.raised
                          : selected             ? t.surface.selected
                          : hover                ? t.surface.hover
                                                 : t.surface.panel;
    p.fillRect(option.rect, ground);
    p.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line.subtle);
    if (look == RowLook::Pending) {
        paintPendingFrame(p, option.rect, t);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocus(p, option.rect, t);
    }
}

void RowDelegate::paintContent(QPainter& p, const QRect& rect, const RowContent& c) const {
    const Theme& t = theme();
    const bool dim = c.look == RowLook::Dimmed;
    int left = rect.left() + t.px(m_metric.padLeft);
    int right = rect.right() + 1 - t.px(m_metric.padRight);
    const int gap = t.px(m_metric.gap);
    if (c.symbol) {
        if (dim && c.symbol->attention == Attention::Normal) {
            p.setOpacity(0.5);
        }
        paintSymbol(p, QPointF(rect.left() + t.px(m_metric.symbolCentre), rect.center().y() + 0.5),
                    m_metric.core * t.scale, *c.symbol, t);
        p.setOpacity(1.0);
        left = rect.left() + t.px(m_metric.symbolWidth);
    }
    const auto icon = [&](const QString& name, int x, Tone tone) {
        const int size = t.px(14);
        const QPixmap pixmap =
            m_themes.icons().pixmap(name, size, t.tone(tone), p.device()->devicePixelRatioF());
        p.drawPixmap(QPointF(x, rect.top() + (rect.height() - size) / 2), pixmap);
        return size + t.px(4);
    };
    if (!c.icon.isEmpty()) {
        left += icon(c.icon, left, c.iconTone);
    }
    // A late row keeps its colour even where the others are dimmed.
    const auto tone = [&](Tone wanted) {
        return dim && wanted != Tone::Alarm && wanted != Tone::Warn ? Tone::Disabled : wanted;
    };
    if (!c.trailing.isEmpty()) {
        const QFont font = t.font(c.type);
        const int width = QFontMetrics(font).horizontalAdvance(c.trailing);
        const QRect box(right - width, rect.top(), width, rect.height());
        paintText(p, box, c.trailing, font, t.tone(tone(c.trailingTone)));
        right = box.left() - gap;
        if (!c.trailingIcon.isEmpty()) {
            icon(c.trailingIcon, box.left() - t.px(16), tone(c.trailingTone));
            right -= t.px(16);
        }
    }
    const QFont font = t.font(c.type, c.weight);
    const QFontMetrics metrics(font);
    const int room = right - left;
    const QString text = metrics.horizontalAdvance(c.text) <= room ? c.text
                         : c.elide == Elide::KeepNumber            ? elideMiddle(metrics, c.text, room)
                                                        : metrics.elidedText(c.text, Qt::ElideRight, room);
    const int width = qMin(room, metrics.horizontalAdvance(text));
    paintText(p, QRect(left, rect.top(), width + 1, rect.height()), text, font, t.tone(tone(c.textTone)));
    if (!c.detail.isEmpty()) {
        const int x = left + width + gap;
        paintText(p, QRect(x, rect.top(), right - x, rect.height()), c.detail, t.font(c.type),
                  t.tone(tone(Tone::Tertiary)));
    }
}

} // namespace zs::kit
