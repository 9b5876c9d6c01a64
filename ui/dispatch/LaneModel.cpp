#include "ui/dispatch/LaneModel.h"

#include "ui/cases/CaseWords.h"
#include "ui/dispatch/LaneBoard.h"

#include <algorithm>

namespace zs::dispatch {

using cases::CaseWords;

LaneModel::LaneModel(const cases::Workplace& place, const LaneBoard& board, std::size_t lane, QObject* parent)
    : QAbstractListModel(parent), m_place(place), m_board(board), m_lane(lane)
{
    refresh();
}

void LaneModel::setRoom(int rows)
{
    if (rows == m_room) return;
    m_room = rows;
    refresh();
}

void LaneModel::refresh()
{
    std::vector<CaseId> wanted;
    for (const LaneBoard::Entry& e : m_board.cases(m_lane)) {
        if (static_cast<int>(wanted.size()) >= m_room) break;
        wanted.push_back(m_place.desk.cases().row(e.row).id);
    }
    for (std::size_t i = m_ids.size(); i-- > 0;) {
        if (std::ranges::find(wanted, m_ids[i]) != wanted.end()) continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_ids.erase(m_ids.begin() + row);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < m_ids.size() && m_ids[i] == wanted[i]) continue;
        const int row = static_cast<int>(i);
        const auto old = std::find(m_ids.begin() + row, m_ids.end(), wanted[i]);
        if (old == m_ids.end()) {
            beginInsertRows({}, row, row);
            m_ids.insert(m_ids.begin() + row, wanted[i]);
            endInsertRows();
        } else {
            beginMoveRows({}, static_cast<int>(old - m_ids.begin()), static_cast<int>(old - m_ids.begin()), {}, row);
            std::rotate(m_ids.begin() + row, old, old + 1);
            endMoveRows();
        }
    }
    if (!m_ids.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_ids.size()) - 1));
}

CaseId LaneModel::caseAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_ids.size() ? m_ids[static_cast<std::size_t>(row)] : CaseId();
}

int LaneModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

Qt::ItemFlags LaneModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren
                           : Qt::NoItemFlags;
}

QVariant LaneModel::data(const QModelIndex& index, int role) const
{
    const domain::Case* state = index.isValid() ? m_place.desk.cases().find(caseAt(index.row())) : nullptr;
    if (!state) return {};
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(state->title);
    case Qt::ToolTipRole: return CaseWords::number(state->id) + u' ' + QString::fromStdString(state->title);
    case Qt::AccessibleTextRole:
        return CaseWords::number(state->id) + u' ' + QString::fromStdString(state->title) + QStringLiteral(", ")
            + CaseWords::symbolText(m_place, *state);
    case CaseIdRole: return qulonglong(state->id.value);
    default: return {};
    }
}

} // namespace zs::dispatch
