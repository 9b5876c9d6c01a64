#include "ui/catalogue/MoveTable.h"

#include "domain/catalogue/CityMatters.h"
#include "domain/catalogue/Simulate.h"
#include "ui/cases/CaseWords.h"

namespace zs::catalogue {

MoveTable::MoveTable(const cases::Workplace& place, QObject* parent)
    : QAbstractTableModel(parent), m_place(place), m_names(place.desk.city()), m_result(std::make_unique<domain::Simulation>())
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &MoveTable::step);
}

MoveTable::~MoveTable() = default;

void MoveTable::simulate(std::shared_ptr<const domain::Catalogue> before, std::shared_ptr<const domain::Catalogue> after)
{
    beginResetModel();
    m_rows = 0;
    *m_result = {};
    m_next = 0;
    endResetModel();
    m_before.reset();
    m_after.reset();
    m_slices.stop();
    if (!before || !after) return Q_EMIT simulated();
    m_before = std::make_unique<const domain::Router>(std::move(before), m_names);
    m_after = std::make_unique<const domain::Router>(std::move(after), m_names);
    m_slices.start();
    step();
}

void MoveTable::step()
{
    const session::CaseStore& cases = m_place.desk.cases();
    std::vector<domain::RoutedCase> open;
    std::size_t looked = 0;
    for (; m_next < cases.size() && looked < slice; ++m_next, ++looked) {
        const domain::Case& c = cases.row(m_next);
        if (c.isOpen() && c.matter) open.push_back(domain::routedCase(c, m_place.desk.city()));
    }
    domain::append(*m_result, domain::simulate(*m_before, *m_after, open));
    if (m_next < cases.size()) return;
    m_slices.stop();
    beginResetModel();
    m_rows = static_cast<int>(std::min(shown, m_result->moves.size()));
    endResetModel();
    Q_EMIT simulated();
}

CaseId MoveTable::caseAt(int row) const
{
    return row >= 0 && row < m_rows ? m_result->moves[static_cast<std::size_t>(row)].id : CaseId();
}

void MoveTable::languageChanged()
{
    if (m_rows > 0) Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int MoveTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }
int MoveTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString MoveTable::agency(const std::string& code) const
{
    return code.empty() ? tr("no rule") : m_place.text(m_names.agency(code));
}

QVariant MoveTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows) return {};
    const domain::Move& move = m_result->moves[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole) return m_place.text(move.why);
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
    case NumberColumn: return cases::CaseWords::number(move.id);
    case MatterColumn: {
        const domain::Case* c = m_place.desk.cases().find(move.id);
        return c ? QString::fromStdString(c->title) : QString();
    }
    case FromColumn: return agency(move.from);
    case ToColumn: return agency(move.to);
    case RemarkColumn: return move.placed == domain::Placed::ByHand ? tr("sent elsewhere by hand") : QString();
    default: return {};
    }
}

QVariant MoveTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case NumberColumn: return tr("Case");
    case MatterColumn: return tr("Title");
    case FromColumn: return tr("From");
    case ToColumn: return tr("To");
    case RemarkColumn: return tr("Remark");
    default: return {};
    }
}

} // namespace zs::catalogue
