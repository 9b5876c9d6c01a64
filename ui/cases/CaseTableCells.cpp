// What the queue says in each cell, to the eye and to a screen reader: the other half of CaseTableModel.
#include "ui/cases/CaseTableModel.h"

#include "ui/cases/CaseWords.h"

namespace zs::cases {

QVariant CaseTableModel::cell(const domain::Case& state, int column) const
{
    switch (column) {
    case NumberColumn: return CaseWords::number(state.id);
    case TitleColumn: return QString::fromStdString(state.title);
    case GridColumn: return CaseWords::grid(m_place, state.grid);
    case StepColumn: {
        const auto open = m_place.desk.stateOf(state.id);
        return open && *open != session::CommandState::Confirmed ? CaseWords::commandState(*open)
                                                                 : CaseWords::phase(state.phase);
    }
    case LimitColumn: return kit::DurationText::limit(CaseWords::nextLimit(m_place.desk, state));
    default: return QString();
    }
}

QVariant CaseTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (const auto head = headAt(index.row())) {
        static constexpr const char* names[] = {QT_TR_NOOP("Overdue"), QT_TR_NOOP("Due soon, ≥ 80 % used"),
                                                QT_TR_NOOP("New"), QT_TR_NOOP("In progress")};
        const qlonglong n = static_cast<qlonglong>(m_order.end(*head) - m_order.begin(*head));
        switch (role) {
        case Qt::DisplayRole:
            return index.column() == 0 ? QVariant(tr(names[static_cast<std::size_t>(*head)])) : QVariant();
        case Qt::AccessibleTextRole:
            return tr("%1, %2 cases").arg(tr(names[static_cast<std::size_t>(*head)])).arg(n);
        case GroupRole: return static_cast<int>(*head);
        case GroupCountRole: return n;
        case CollapsedRole: return isCollapsed(*head);
        case CaseIdRole: return qulonglong(0);
        default: return {};
        }
    }
    const CaseId id = caseAt(index.row());
    const session::CaseStore& store = m_place.desk.cases();
    const auto row = store.rowOf(id);
    if (!row) return {};
    const domain::Case* state = &store.row(*row);
    switch (role) {
    case Qt::DisplayRole: return cell(*state, index.column());
    case Qt::ToolTipRole: return index.column() == TitleColumn ? cell(*state, TitleColumn) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == SymbolColumn ? QVariant(CaseWords::symbolText(m_place, *state))
                                              : cell(*state, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == LimitColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    case CaseIdRole: return qulonglong(id.value);
    case GroupRole: return static_cast<int>(groupAt(*state, store.clock(*row), m_place.desk.serverNow()));
    default: return {};
    }
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return section == LimitColumn ? int(Qt::AlignRight | Qt::AlignVCenter) : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const int sorted = m_rules.sortBy == SortBy::Number ? NumberColumn
        : m_rules.sortBy == SortBy::Grid                 ? GridColumn
                                                         : LimitColumn;
    const QString arrow = section == sorted
        ? QLatin1Char(' ') + QString(QChar(m_rules.way == SortWay::Ascending ? 0x2191 : 0x2193))
        : QString();
    switch (section) {
    case NumberColumn: return QString(tr("No.") + arrow);
    case TitleColumn: return tr("Case");
    case GridColumn: return QString(tr("Grid") + arrow);
    case StepColumn: return tr("Step");
    case LimitColumn: return QString(tr("Limit") + arrow + QStringLiteral("  ")); // in line with the figures below
    default: return QString();
    }
}

Qt::ItemFlags CaseTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::NoItemFlags;
    if (headAt(index.row())) return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

} // namespace zs::cases
