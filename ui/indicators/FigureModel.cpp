#include "ui/indicators/FigureModel.h"

#include "ui/indicators/FigureWords.h"

#include <QCollator>

#include <algorithm>

namespace zs::indicators {

using namespace domain::indicators;

FigureRow figureRow(const DimensionRow& row, IndicatorId id, const QString& name, const Report& report)
{
    FigureRow r{id, row.key, name, row.of(id), row.of(id, Window::Previous), row.of(id, Window::LastYear), {}, {}};
    if (report.coverage(Window::Previous) == Coverage::Full) r.change = changeOf(id, r.now, r.before);
    if (report.coverage(Window::LastYear) == Coverage::Full) r.yearChange = changeOf(id, r.now, r.lastYear);
    return r;
}

FigureModel::FigureModel(const cases::Workplace& place, Order order, QObject* parent)
    : QAbstractTableModel(parent), m_place(place), m_order(order)
{
}

void FigureModel::arrange(std::vector<FigureRow>& rows) const
{
    if (m_order == Order::Given) return;
    const bool turned = m_turned == Qt::DescendingOrder;
    if (m_sortColumn == NameColumn) {
        QCollator collator(m_place.translations.locale());
        collator.setNumericMode(true);
        std::ranges::stable_sort(rows, [&](const FigureRow& a, const FigureRow& b) {
            const int c = collator.compare(a.name, b.name);
            return turned ? c > 0 : c < 0;
        });
        return;
    }
    const auto number = [&](const FigureRow& row) -> std::optional<double> {
        switch (m_sortColumn) {
        case PartsColumn: return row.now.denominator;
        case ChangeColumn: return row.change.value;
        case YearColumn: return row.yearChange.value;
        default: return row.now.value;
        }
    };
    // Worst first: small where more is better, else large.
    std::ranges::stable_sort(rows, [&](const FigureRow& a, const FigureRow& b) {
        const auto x = number(a), y = number(b);
        if (!x || !y) return x.has_value() && !y.has_value();
        const bool smallFirst = (m_sortColumn != PartsColumn && definition(a.id).direction == Direction::HigherIsBetter) != turned;
        return smallFirst ? *x < *y : *x > *y;
    });
}

void FigureModel::setRows(std::vector<FigureRow> rows)
{
    arrange(rows);
    const bool inPlace = rows.size() == m_rows.size()
        && std::ranges::equal(rows, m_rows, [](const FigureRow& a, const FigureRow& b) { return a.isSameThing(b); });
    if (inPlace) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void FigureModel::setHead(const QString& head)
{
    if (head == m_head) return;
    m_head = head;
    Q_EMIT headerDataChanged(Qt::Horizontal, NameColumn, NameColumn);
}

void FigureModel::sortBy(int column)
{
    if (m_order == Order::Given) return;
    m_turned = column == m_sortColumn && m_turned == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_sortColumn = column;
    setRows(std::vector<FigureRow>(m_rows));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const FigureRow* FigureModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int FigureModel::rowOf(IndicatorId id, std::uint32_t key) const
{
    const auto it = std::ranges::find_if(m_rows, [&](const FigureRow& r) { return r.id == id && r.key == key; });
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void FigureModel::languageChanged()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int FigureModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }
int FigureModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString FigureModel::cell(const FigureRow& row, int column) const
{
    switch (column) {
    case NameColumn: return row.name;
    case ValueColumn: return FigureWords::value(row.id, row.now);
    case PartsColumn: return FigureWords::parts(row.id, row.now);
    case ChangeColumn: return FigureWords::change(row.id, row.change);
    case YearColumn: return FigureWords::change(row.id, row.yearChange);
    default: return {};
    }
}

kit::Tone FigureModel::tone(const FigureRow& row, int column) const
{
    const bool owes = row.now.value && *row.now.value > 0;
    switch (column) {
    case NameColumn: return kit::Tone::Primary;
    case ValueColumn:
        if (!row.now.value) return kit::Tone::Tertiary;
        if (owes && row.id == IndicatorId::Overdue) return kit::Tone::Alarm;
        return owes && row.id == IndicatorId::ZeroReportsMissing ? kit::Tone::Warn : kit::Tone::Primary;
    case PartsColumn: return kit::Tone::Tertiary;
    case ChangeColumn: return FigureWords::changeTone(row.id, row.change);
    case YearColumn: return FigureWords::changeTone(row.id, row.yearChange);
    default: return kit::Tone::Secondary;
    }
}

QString FigureModel::tip(const FigureRow& row) const
{
    QStringList lines{FigureWords::explanation(m_place, row.id)};
    const auto line = [&](const QString& when, const Figure& figure, const Change& change) {
        QString text = when + u' ' + FigureWords::value(row.id, figure);
        if (const QString parts = FigureWords::parts(row.id, figure); !parts.isEmpty()) text += QStringLiteral(" (%1)").arg(parts);
        if (const QString verdict = FigureWords::verdict(change); !verdict.isEmpty()) text += QStringLiteral(", ") + verdict;
        lines << text;
    };
    line(tr("Before:"), row.before, row.change);
    line(tr("A year ago:"), row.lastYear, row.yearChange);
    // A tool tip that looks like rich text is read as such, and a name comes from the city's data.
    return QStringLiteral("<p style=\"white-space: pre-wrap\">%1</p>").arg(lines.join(u'\n').toHtmlEscaped());
}

QVariant FigureModel::data(const QModelIndex& index, int role) const
{
    const FigureRow* row = at(index.row());
    if (!index.isValid() || !row) return {};
    switch (role) {
    case Qt::DisplayRole: return cell(*row, index.column());
    case Qt::ToolTipRole: return tip(*row);
    case Qt::AccessibleTextRole: {
        if (index.column() != ChangeColumn && index.column() != YearColumn) return cell(*row, index.column());
        const QString verdict = FigureWords::verdict(index.column() == ChangeColumn ? row->change : row->yearChange);
        return verdict.isEmpty() ? cell(*row, index.column()) : QString(cell(*row, index.column()) + u' ' + verdict);
    }
    case Qt::TextAlignmentRole:
        return index.column() == NameColumn ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    case ToneRole: return static_cast<int>(tone(*row, index.column()));
    default: return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return section == NameColumn ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    const bool sorted = m_order == Order::WorstFirst && section == m_sortColumn;
    const QString arrow = sorted ? QLatin1Char(' ') + QString(QChar(m_turned == Qt::AscendingOrder ? 0x2193 : 0x2191)) : QString();
    const QString gap = section == NameColumn ? QString() : QStringLiteral("  "); // in line with the figures below
    if (role == Qt::ToolTipRole) {
        if (section == ChangeColumn) return tr("Compared with the time before, up to the same point");
        if (section == YearColumn) return tr("Compared with the same time last year");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case NameColumn: return QString(QStringLiteral("  ") + m_head + arrow);
    case ValueColumn: return QString(tr("Figure") + arrow + gap);
    case PartsColumn: return QString(tr("Cases") + arrow + gap);
    case ChangeColumn: return QString(tr("Change") + arrow + gap);
    case YearColumn: return QString(tr("On year") + arrow + gap);
    default: return {};
    }
}

} // namespace zs::indicators
