#include "ui/cases/sheet/SheetModel.h"

#include <algorithm>
#include <unordered_set>

namespace zs::cases {

SheetModel::SheetModel(std::vector<SheetColumn> columns, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns))
{
}

void SheetModel::setColumns(std::vector<SheetColumn> columns)
{
    m_columns = std::move(columns);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void SheetModel::setRows(std::vector<SheetRow> rows)
{
    if (rows == m_rows) return;
    const bool sameKeys = std::ranges::equal(rows, m_rows, {}, &SheetRow::key, &SheetRow::key);
    if (sameKeys) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i] == m_rows[i]) continue;
            m_rows[i] = std::move(rows[i]);
            Q_EMIT dataChanged(index(static_cast<int>(i), 0), index(static_cast<int>(i), columnCount() - 1));
        }
        return;
    }
    take(rows);
    Q_EMIT rearranged();
}

void SheetModel::take(std::vector<SheetRow>& rows)
{
    std::unordered_set<quint64> wanted, had;
    for (const SheetRow& row : rows) wanted.insert(row.key);
    for (const SheetRow& row : m_rows) had.insert(row.key);
    const auto gone = std::ranges::count_if(m_rows, [&](const SheetRow& r) { return !wanted.contains(r.key); });
    const auto come = std::ranges::count_if(rows, [&](const SheetRow& r) { return !had.contains(r.key); });
    if (m_rows.empty() || static_cast<std::size_t>(gone + come) > bulkFrom) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_rows[static_cast<std::size_t>(i)].key)) continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        SheetRow& row = rows[static_cast<std::size_t>(i)];
        const int at = i < static_cast<int>(m_rows.size()) && m_rows[static_cast<std::size_t>(i)].key == row.key ? i : rowOf(row.key);
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(m_rows.begin() + i, std::move(row));
            endInsertRows();
            continue;
        }
        if (at != i) {
            beginMoveRows({}, at, at, {}, i);
            std::rotate(m_rows.begin() + i, m_rows.begin() + at, m_rows.begin() + at + 1);
            endMoveRows();
        }
        SheetRow& here = m_rows[static_cast<std::size_t>(i)];
        if (here == row) continue;
        here = std::move(row);
        Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
}

const SheetRow* SheetModel::at(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int SheetModel::rowOf(quint64 key) const
{
    const auto found = std::ranges::find(m_rows, key, &SheetRow::key);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int SheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant SheetModel::data(const QModelIndex& index, int role) const
{
    const SheetRow* row = index.isValid() ? at(index.row()) : nullptr;
    if (!row) return {};
    const auto column = static_cast<std::size_t>(index.column());
    const kit::RowContent* cell = column < row->cells.size() ? &row->cells[column] : nullptr;
    const QString text = cell ? QStringList{cell->text, cell->detail, cell->trailing}.join(u' ').simplified() : QString();
    switch (role) {
    case Qt::DisplayRole: return text;
    case Qt::ToolTipRole: return row->tip.isEmpty() ? text : row->tip;
    case Qt::AccessibleTextRole: return column == 0 && !row->spoken.isEmpty() ? row->spoken : text;
    case KeyRole: return row->key;
    case CaseIdRole: return qulonglong(row->caseId.value);
    default: return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const SheetColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole) return int(column.align | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

Qt::ItemFlags SheetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    if (isHead(index.row())) return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace zs::cases
