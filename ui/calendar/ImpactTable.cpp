#include "ui/calendar/ImpactTable.h"

#include "ui/cases/CaseWords.h"

#include <algorithm>

namespace zs::calendar {

using cases::CaseWords;

ImpactTable::ImpactTable(const cases::Workplace& place, QObject* parent) : QAbstractTableModel(parent), m_place(place)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &ImpactTable::step);
}

void ImpactTable::check(std::shared_ptr<const domain::WorkCalendar> after)
{
    beginResetModel();
    m_after = std::move(after);
    m_found.clear();
    m_next = m_open = m_becomeLate = 0;
    m_rows = 0;
    endResetModel();
    m_now = m_place.desk.serverNow();
    m_slices.stop();
    if (!m_after) return finish();
    step();
    if (m_after) m_slices.start();
}

void ImpactTable::step()
{
    const session::CaseStore& store = m_place.desk.cases();
    const std::size_t end = std::min(store.size(), m_next + slice);
    for (; m_next < end; ++m_next) {
        const domain::Case& state = store.row(m_next);
        if (!state.isOpen()) continue;
        ++m_open;
        if (const auto change = domain::changeOf(state, m_place.desk.calendar(), *m_after, m_now)) {
            m_becomeLate += change->stateAfter == domain::LimitState::Late && change->stateBefore != domain::LimitState::Late;
            m_found.push_back(*change);
        }
    }
    if (m_next >= store.size()) finish();
}

void ImpactTable::finish()
{
    m_slices.stop();
    m_after.reset();
    std::ranges::sort(m_found, {}, [](const domain::DeadlineChange& c) { return std::pair(c.after.at, c.id); });
    if (!m_found.empty()) {
        const int rows = static_cast<int>(std::min(m_found.size(), shown));
        beginInsertRows({}, 0, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    Q_EMIT rechecked();
}

CaseId ImpactTable::caseAt(int row) const { return row >= 0 && row < m_rows ? m_found[static_cast<std::size_t>(row)].id : CaseId(); }

void ImpactTable::languageChanged()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int ImpactTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int ImpactTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ImpactTable::when(const domain::Deadline& deadline) const
{
    const QString text = CaseWords::until(m_place, deadline.at, m_now);
    return deadline.basis == domain::Basis::NaturalFallback ? QStringLiteral("≈") + text : text;
}

QString ImpactTable::effect(const domain::DeadlineChange& change) const
{
    using domain::LimitState;
    if (change.stateAfter == LimitState::Late && change.stateBefore != LimitState::Late) return tr("becomes late");
    if (change.stateBefore == LimitState::Late && change.stateAfter != LimitState::Late) return tr("no longer late");
    const auto gained = std::chrono::floor<std::chrono::seconds>(change.gained());
    if (gained.count() == 0) return tr("same time, counted by the calendar");
    const kit::LimitView view{kit::LimitState::Running, std::chrono::abs(gained), {}, kit::Attention::Normal};
    const QString length = kit::DurationText::limit(view);
    return gained.count() > 0 ? tr("%1 later").arg(length) : tr("%1 earlier").arg(length);
}

QVariant ImpactTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows) return {};
    const domain::DeadlineChange& change = m_found[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    switch (index.column()) {
    case NumberColumn: return CaseWords::number(change.id);
    case LimitColumn: return CaseWords::limitName(change.kind);
    case BeforeColumn: return when(change.before);
    case AfterColumn: return when(change.after);
    case EffectColumn: return effect(change);
    default: return {};
    }
}

QVariant ImpactTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case NumberColumn: return tr("Case");
    case LimitColumn: return tr("Limit");
    case BeforeColumn: return tr("Until now");
    case AfterColumn: return tr("Then");
    case EffectColumn: return tr("Effect");
    default: return {};
    }
}

} // namespace zs::calendar
