#include "ui/dispatch/OutboxModel.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/CommandWords.h"
#include "ui/cases/DutyCommandWords.h"

#include <QTimer>

#include <algorithm>

namespace zs::dispatch {

using cases::CaseWords;
using session::CommandState;
using session::DeskCommand;

OutboxModel::OutboxModel(const cases::Workplace& place, Millis stay, QObject* parent)
    : QAbstractTableModel(parent), m_place(place), m_stay(stay)
{
    connect(&place.desk, &cases::Desk::outboxChanged, this, &OutboxModel::refresh);
    connect(&place.desk, &cases::Desk::commandConfirmed, this, [this](const Uuid& id) {
        const int row = rowOf(id);
        if (row < 0 || std::ranges::find(m_confirmed, id) != m_confirmed.end()) return;
        m_confirmed.push_back(id);
        m_rows[static_cast<std::size_t>(row)].state = CommandState::Confirmed;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        QTimer::singleShot(m_stay, this, [this, id] { forget(id); });
    });
    refresh();
}

void OutboxModel::refresh()
{
    const std::vector<DeskCommand>& now = m_place.desk.outbox();
    const auto in = [](const auto& list, const Uuid& id) { return std::ranges::find(list, id, &DeskCommand::id) != list.end(); };
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        const Uuid id = m_rows[i].id;
        if (in(now, id) || std::ranges::find(m_confirmed, id) != m_confirmed.end()) continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
        endRemoveRows();
    }
    for (const DeskCommand& c : now) {
        if (c.state == CommandState::Confirmed) continue;
        if (const int row = rowOf(c.id); row >= 0) {
            if (std::ranges::find(m_confirmed, c.id) != m_confirmed.end()) continue;
            m_rows[static_cast<std::size_t>(row)] = c;
            continue;
        }
        const int row = static_cast<int>(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.push_back(c);
        endInsertRows();
    }
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
}

void OutboxModel::forget(const Uuid& id)
{
    std::erase(m_confirmed, id);
    refresh();
}

const DeskCommand* OutboxModel::at(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int OutboxModel::rowOf(const Uuid& id) const
{
    const auto it = std::ranges::find(m_rows, id, &DeskCommand::id);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int OutboxModel::count(CommandState state) const
{
    return static_cast<int>(std::ranges::count(m_rows, state, &DeskCommand::state));
}

void OutboxModel::languageChanged()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh();
}

int OutboxModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OutboxModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutboxModel::data(const QModelIndex& index, int role) const
{
    const DeskCommand* c = index.isValid() ? at(index.row()) : nullptr;
    if (!c || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)) return {};
    switch (index.column()) {
    case NumberColumn: return QString::number(index.row() + 1);
    case StateColumn: return CaseWords::commandState(c->state);
    case CaseColumn:
        if (c->duty) return cases::DutyCommandWords::subject(c->duty->subject);
        return c->caseId.isNone() ? tr("new") : CaseWords::number(c->caseId);
    case CommandColumn:
        return c->duty ? cases::DutyCommandWords::text(c->duty->command) : cases::CommandWords::text(m_place, c->command);
    case TimeColumn: return CaseWords::clock(m_place, c->at, m_place.desk.serverNow());
    case ActionColumn:
        if (c->state == CommandState::Waiting) return tr("withdraw");
        return c->state == CommandState::Refused ? tr("dismiss") : QString();
    default: return {};
    }
}

QVariant OutboxModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {tr("No."), tr("State"), tr("Case"), tr("Command"), tr("At"), tr("Action")};
    return section >= 0 && section < ColumnCount ? QVariant(names[section]) : QVariant();
}

} // namespace zs::dispatch
