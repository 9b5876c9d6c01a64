#include "ui/duties/DutyTable.h"

#include "ui/kit/Paint.h"

#include <QPainter>

#include <algorithm>

namespace zs::duties {

void DutyTable::setContent(TableContent content)
{
    if (content == m_content) return;
    const bool sameShape = content.heads == m_content.heads && content.rows.size() == m_content.rows.size();
    if (sameShape) {
        m_content = std::move(content);
        if (!m_content.rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_content = std::move(content);
    endResetModel();
}

int DutyTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_content.rows.size()); }

int DutyTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_content.heads.size()); }

QVariant DutyTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const auto& row = m_content.rows[static_cast<std::size_t>(index.row())];
    if (static_cast<std::size_t>(index.column()) >= row.size()) return {};
    const TableCell& cell = row[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return cell.text;
    case ToneRole: return static_cast<int>(cell.tone);
    case ShareRole: return cell.share ? QVariant(*cell.share) : QVariant();
    default: return {};
    }
}

QVariant DutyTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return m_content.heads.value(section);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

void DutyTableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const kit::Theme& t = theme();
    paintGround(*painter, option, kit::RowLook::Normal);
    QRect rect = option.rect.adjusted(t.px(8), 0, -t.px(8), 0);
    if (const QVariant share = index.data(DutyTable::ShareRole); share.isValid()) {
        const QRect whole(rect.left(), rect.center().y() - t.px(4), t.px(96), t.px(8));
        painter->fillRect(whole, t.surface.inset);
        QRect part = whole;
        part.setWidth(qRound(whole.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
        painter->fillRect(part, t.semantic.accent);
        painter->setPen(t.line.strong);
        painter->drawRect(whole.adjusted(0, 0, -1, -1));
        rect.setLeft(whole.right() + t.px(8));
    }
    const auto tone = static_cast<kit::Tone>(index.data(DutyTable::ToneRole).toInt());
    const auto weight = tone == kit::Tone::Alarm ? kit::Weight::Strong : kit::Weight::Normal;
    kit::paintText(*painter, rect, index.data().toString(), t.font(kit::Type::Body, weight), t.tone(tone));
}

} // namespace zs::duties
