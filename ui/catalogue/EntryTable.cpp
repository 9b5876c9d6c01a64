#include "ui/catalogue/EntryTable.h"

#include <QFont>

#include <algorithm>

namespace zs::catalogue {

EntryTable::EntryTable(const cases::Workplace& place, const CatalogueDraft& draft, domain::ChangeOf of, QObject* parent)
    : QAbstractTableModel(parent), m_place(place), m_draft(draft), m_of(of)
{
}

void EntryTable::refresh()
{
    beginResetModel();
    m_shown.clear();
    const int columns = columnCount();
    for (std::size_t i = 0; i < size(); ++i) {
        bool shown = m_filter.isEmpty() || QString::fromStdString(code(i)).contains(m_filter, Qt::CaseInsensitive);
        for (int column = 0; column < columns && !shown; ++column) shown = text(i, column).contains(m_filter, Qt::CaseInsensitive);
        if (shown) m_shown.push_back(i);
    }
    endResetModel();
}

void EntryTable::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    refresh();
}

void EntryTable::setFaulty(std::set<std::string> codes)
{
    if (codes == m_faulty) return;
    m_faulty = std::move(codes);
    if (rowCount() > 0) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<std::size_t> EntryTable::entryAt(int row) const
{
    return row >= 0 && row < rowCount() ? std::optional(m_shown[static_cast<std::size_t>(row)]) : std::nullopt;
}

int EntryTable::rowOf(std::size_t entry) const
{
    const auto it = std::ranges::lower_bound(m_shown, entry);
    return it != m_shown.end() && *it == entry ? static_cast<int>(it - m_shown.begin()) : -1;
}

int EntryTable::editedCount() const
{
    int count = 0;
    for (std::size_t i = 0; i < size(); ++i) count += m_draft.isEdited(m_of, i);
    return count;
}

int EntryTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
int EntryTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(heads().size()); }

QVariant EntryTable::data(const QModelIndex& index, int role) const
{
    const auto entry = entryAt(index.row());
    if (!entry) return {};
    const bool edited = m_draft.isEdited(m_of, *entry), faulty = m_faulty.contains(code(*entry));
    switch (role) {
    case Qt::DisplayRole: {
        const QString mark = index.column() != 0 ? QString() : faulty ? QStringLiteral("▲ ") : edited ? QStringLiteral("✎ ") : QString();
        return QString(mark + text(*entry, index.column()));
    }
    case Qt::ToolTipRole: {
        QStringList parts{text(*entry, index.column()), QString::fromStdString(code(*entry))};
        if (faulty) parts << tr("has a fault");
        if (edited) parts << tr("edited, not published");
        return parts.join(QStringLiteral(" · "));
    }
    case Qt::ForegroundRole: return faulty && index.column() == 0 ? QVariant(m_place.themes.theme().tone(kit::Tone::Alarm)) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(edited);
        return edited ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

QVariant EntryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(heads().value(section)) : QVariant();
}

} // namespace zs::catalogue
