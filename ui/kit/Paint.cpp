#include "ui/kit/Paint.h"

#include <QPainter>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace zs::kit {

QString elideMiddle(const QFontMetrics& metrics, const QString& text, int width) {
    if (metrics.horizontalAdvance(text) <= width) {
        return text;
    }
    qsizetype tail = text.size();
    while (tail > 0 && text.at(tail - 1).isDigit()) {
        --tail;
    }
    const QString number = text.mid(tail);
    const int left = width - metrics.horizontalAdvance(number);
    if (number.isEmpty() || left <= metrics.horizontalAdvance(QChar(0x2026))) {
        return metrics.elidedText(text, Qt::ElideMiddle, width);
    }
    // The parts are measured one by one; together they may be a pixel wider.
    for (int room = left; room > 0; --room) {
        const QString shown = metrics.elidedText(text.left(tail), Qt::ElideRight, room) + number;
        if (metrics.horizontalAdvance(shown) <= width) {
            return shown;
        }
    }
    return metrics.elidedText(text, Qt::ElideMiddle, width);
}

void paintHatch(QPainter& painter, const QRect& rect, const Theme& theme) {
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.line.strong, 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    const int step = qMax(4, theme.px(8));
    const int height = rect.height();
    for (int x = rect.left() - height; x < rect.right() + step; x += step) {
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + height, rect.top()));
    }
    painter.restore();
}

void paintPendingFrame(QPainter& painter, const QRect& rect, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(theme.line.control, 1);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void paintText(QPainter& painter, const QRect& rect, const QString& text, const QFont& font,
               const QColor& colour, Qt::Alignment align) {
    if (text.isEmpty() || rect.width() <= 0) {
        return;
    }
    painter.setFont(font);
    painter.setPen(colour);
    // Advances are rounded one way when measured and another way when elided: a text that fits stays whole.
    const QFontMetrics metrics(font);
    const bool fits = metrics.horizontalAdvance(text) <= rect.width();
    const QString shown = fits ? text : metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip,
                     shown);
}

void setStyleProperty(QWidget& widget, const char* name, const QVariant& value) {
    if (widget.property(name) == value) {
        return;
    }
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    // Rules such as "#slot[state=…] QLabel" reach the children too.
    for (QWidget* child : widget.findChildren<QWidget*>()) {
        child->style()->unpolish(child);
        child->style()->polish(child);
    }
    widget.update();
}

} // namespace zs::kit
