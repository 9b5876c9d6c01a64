#include "ui/duties/ZeroDelegate.h"

#include "ui/duties/ZeroModel.h"
#include "ui/kit/Paint.h"

#include <QPainter>

namespace zs::duties {

namespace {

void paintMark(QPainter& painter, const QRectF& box, ZeroMark mark, const kit::Theme& t)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case ZeroMark::None: break;
    case ZeroMark::Missing:
        painter.setBrush(t.semantic.alarmFill);
        painter.drawPolygon(QPolygonF{QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()});
        break;
    case ZeroMark::Waiting:
        painter.setBrush(t.text.tertiary);
        painter.drawEllipse(box.center(), box.width() / 6, box.width() / 6);
        break;
    case ZeroMark::Zero:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.text.secondary, 1.5));
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case ZeroMark::Found:
        painter.setBrush(t.semantic.accent);
        painter.drawEllipse(box);
        break;
    }
    painter.restore();
}

} // namespace

void ZeroDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const kit::Theme& t = theme();
    paintGround(*painter, option, kit::RowLook::Normal);
    QRect rect = option.rect.adjusted(t.px(8), 0, -t.px(6), 0);
    if (index.column() < ZeroModel::FirstDayColumn) {
        const QVariant tone = index.data(ZeroModel::ToneRole);
        const bool alarm = tone.isValid() && static_cast<kit::Tone>(tone.toInt()) == kit::Tone::Alarm;
        kit::paintText(*painter, rect, index.data().toString(),
                       t.font(kit::Type::Body, alarm ? kit::Weight::Strong : kit::Weight::Normal),
                       tone.isValid() ? t.tone(static_cast<kit::Tone>(tone.toInt())) : t.text.primary);
        return;
    }
    const auto mark = static_cast<ZeroMark>(index.data(ZeroModel::MarkRole).toInt());
    const int size = t.px(10);
    paintMark(*painter, QRectF(rect.left(), rect.center().y() - size / 2, size, size), mark, t);
    rect.setLeft(rect.left() + size + t.px(6));
    const bool late = index.data(ZeroModel::LateRole).toBool();
    if (late && mark != ZeroMark::Missing) {
        painter->fillRect(QRect(rect.left(), rect.center().y() - t.px(4), t.px(8), t.px(8)), t.semantic.warnFill);
        rect.setLeft(rect.left() + t.px(12));
    }
    const kit::Tone tone = mark == ZeroMark::Missing ? kit::Tone::Alarm
        : late                                       ? kit::Tone::Warn
        : mark == ZeroMark::Found                    ? kit::Tone::Primary
                                                     : kit::Tone::Secondary;
    kit::paintText(*painter, rect, index.data().toString(),
                   t.font(kit::Type::Body, mark == ZeroMark::Missing ? kit::Weight::Strong : kit::Weight::Normal), t.tone(tone));
}

} // namespace zs::duties
