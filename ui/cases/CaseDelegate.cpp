#include "ui/cases/CaseDelegate.h"

#include "ui/cases/CaseTableModel.h"
#include "ui/cases/CaseWords.h"
#include "ui/kit/Paint.h"

#include <QPainter>

namespace zs::cases {

using kit::paintText;
using kit::Tone;

CaseDelegate::CaseDelegate(const Workplace& place, QObject* parent) : RowDelegate(place.themes, {}, parent), m_place(place)
{
}

kit::RowContent CaseDelegate::card(const Workplace& place, const domain::Case& state)
{
    kit::RowContent c;
    c.symbol = CaseWords::symbol(place, state);
    c.text = QString::fromStdString(state.title);
    const auto open = place.desk.stateOf(state.id);
    if (open && *open != session::CommandState::Confirmed) {
        c.trailing = CaseWords::commandState(*open);
        c.trailingIcon = CaseWords::commandStateIcon(*open);
        c.trailingTone = CaseWords::commandStateTone(*open);
        if (*open != session::CommandState::Refused) c.look = kit::RowLook::Pending;
    } else {
        const kit::LimitView limit = CaseWords::nextLimit(place.desk, state);
        c.trailing = kit::DurationText::limit(limit);
        c.trailingTone = kit::DurationText::limitTone(limit);
    }
    return c;
}

void CaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const CaseId id(index.data(CaseTableModel::CaseIdRole).toULongLong());
    if (id.isNone()) {
        paintHead(*painter, option, index);
    } else if (const domain::Case* state = m_place.desk.cases().find(id)) {
        paintCell(*painter, option, index, *state);
    }
    painter->restore();
}

void CaseDelegate::paintHead(QPainter& p, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const kit::Theme& t = theme();
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    paintGround(p, plain, kit::RowLook::Group);
    if (index.column() != 0) return;
    const Group group = static_cast<Group>(index.data(CaseTableModel::GroupRole).toInt());
    const bool collapsed = index.data(CaseTableModel::CollapsedRole).toBool();
    const Tone tone = group == Group::Overdue ? Tone::Alarm : group == Group::NearLimit ? Tone::Warn : Tone::Primary;
    const QString icon = collapsed ? QStringLiteral("chevron-right")
        : group == Group::Overdue  ? QStringLiteral("circle-alert")
        : group == Group::NearLimit ? QStringLiteral("clock-alert")
                                    : QStringLiteral("chevron-down");
    const int size = t.px(14);
    const QPixmap pixmap = themes().icons().pixmap(icon, size, t.tone(tone == Tone::Primary ? Tone::Secondary : tone),
                                                   p.device()->devicePixelRatioF());
    p.drawPixmap(QPointF(option.rect.left() + t.px(9), option.rect.top() + (option.rect.height() - size) / 2), pixmap);
    const QFont font = t.font(kit::Type::Body, kit::Weight::Strong);
    const QString text = index.data().toString() + QStringLiteral("  ")
        + kit::DurationText::grouped(index.data(CaseTableModel::GroupCountRole).toLongLong());
    paintText(p, option.rect.adjusted(t.px(28), 0, -t.px(8), 0), text, font, t.tone(tone));
}

void CaseDelegate::paintCell(QPainter& p, const QStyleOptionViewItem& option, const QModelIndex& index,
                             const domain::Case& state) const
{
    const kit::Theme& t = theme();
    const QRect r = option.rect;
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    paintGround(p, plain, kit::RowLook::Normal);

    const auto open = m_place.desk.stateOf(state.id);
    const bool unsent = open && *open != session::CommandState::Confirmed;
    const kit::Weight weight = CaseWords::isStrong(m_place.desk, state) ? kit::Weight::Strong : kit::Weight::Normal;
    const QRect inner = r.adjusted(t.px(4), 0, -t.px(4), 0);
    const QFont body = t.font(kit::Type::Body), caption = t.font(kit::Type::Caption);
    switch (index.column()) {
    case CaseTableModel::SymbolColumn:
        paintSymbol(p, QPointF(r.left() + t.px(18), r.center().y() + 0.5), t.core.table * t.scale,
                    CaseWords::symbol(m_place, state), t);
        break;
    case CaseTableModel::NumberColumn:
        paintText(p, r.adjusted(t.px(4), 0, 0, 0), index.data().toString(), body, t.text.secondary);
        break;
    case CaseTableModel::TitleColumn:
        paintText(p, inner, index.data().toString(), t.font(kit::Type::Body, weight),
                  t.text.primary);
        break;
    case CaseTableModel::GridColumn:
        paintText(p, inner.adjusted(0, 0, t.px(4), 0),
                  kit::elideMiddle(QFontMetrics(caption), index.data().toString(), inner.width() + t.px(4)), caption,
                  t.text.tertiary);
        break;
    case CaseTableModel::StepColumn: {
        QRect box = inner.adjusted(0, 0, t.px(4), 0);
        const Tone tone = unsent ? CaseWords::commandStateTone(*open) : Tone::Tertiary;
        if (unsent) {
            const int size = t.px(12);
            const QPixmap pixmap = themes().icons().pixmap(CaseWords::commandStateIcon(*open), size, t.tone(tone),
                                                           p.device()->devicePixelRatioF());
            p.drawPixmap(QPointF(box.left(), box.top() + (box.height() - size) / 2), pixmap);
            box.setLeft(box.left() + size + t.px(1));
        }
        paintText(p, box, index.data().toString(), caption, t.tone(tone));
        break;
    }
    case CaseTableModel::LimitColumn:
        paintText(p, r.adjusted(0, 0, -t.px(12), 0), index.data().toString(), body,
                  t.tone(kit::DurationText::limitTone(CaseWords::nextLimit(m_place.desk, state))), Qt::AlignRight);
        break;
    default:
        break;
    }
    // Dashes above and below the row, and at its two ends: this desk's command isn't confirmed yet.
    const bool dashed = (unsent && *open != session::CommandState::Refused)
        || m_place.selection.draggedCase() == state.id;
    if (dashed) {
        QPen pen(m_place.selection.draggedCase() == state.id ? t.semantic.accent : t.line.control, 1);
        pen.setDashPattern({3, 2});
        // One dash pattern over all cells, counted from the row's left edge.
        pen.setDashOffset(r.left() % 5);
        p.setPen(pen);
        p.drawLine(r.left(), r.top(), r.right(), r.top());
        p.drawLine(r.left(), r.bottom(), r.right(), r.bottom());
        if (index.column() == 0) p.drawLine(r.left(), r.top(), r.left(), r.bottom());
        if (index.column() == CaseTableModel::ColumnCount - 1) p.drawLine(r.right(), r.top(), r.right(), r.bottom());
    }
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_Active)
        && option.widget && option.widget->hasFocus()) {
        p.setPen(QPen(t.line.focus, 2));
        p.drawLine(r.left(), r.top() + 1, r.right() + 1, r.top() + 1);
        p.drawLine(r.left(), r.bottom(), r.right() + 1, r.bottom());
        if (index.column() == 0) p.drawLine(r.left() + 1, r.top(), r.left() + 1, r.bottom());
        if (index.column() == CaseTableModel::ColumnCount - 1) p.drawLine(r.right(), r.top(), r.right(), r.bottom());
    }
}

} // namespace zs::cases
