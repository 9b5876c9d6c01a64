#include "ui/catalogue/RuleTable.h"

#include "ui/cases/CaseWords.h"

#include <QFont>

namespace zs::catalogue {

RuleTable::RuleTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent)
    : QAbstractTableModel(parent), m_place(place), m_draft(draft), m_names(place.desk.city())
{
    refresh();
}

void RuleTable::refresh()
{
    beginResetModel();
    m_matters.clear();
    for (const domain::CatalogueMatter& m : m_draft.edited().matters) m_matters.emplace(m.code, &m);
    m_shown.clear();
    const auto& rules = m_draft.edited().rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        bool shown = m_filter.isEmpty() || QString::fromStdString(rules[i].matter).contains(m_filter, Qt::CaseInsensitive);
        for (int column = 0; column < ColumnCount && !shown; ++column) shown = text(rules[i], column).contains(m_filter, Qt::CaseInsensitive);
        if (shown) m_shown.push_back(i);
    }
    endResetModel();
}

void RuleTable::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    refresh();
}

std::optional<std::size_t> RuleTable::ruleAt(int row) const
{
    return row >= 0 && row < rowCount() ? std::optional(m_shown[static_cast<std::size_t>(row)]) : std::nullopt;
}

int RuleTable::rowOf(std::size_t rule) const
{
    const auto it = std::ranges::lower_bound(m_shown, rule);
    return it != m_shown.end() && *it == rule ? static_cast<int>(it - m_shown.begin()) : -1;
}

int RuleTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_shown.size()); }
int RuleTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RuleTable::agencies(const std::vector<std::string>& codes) const
{
    return m_place.text(m_names.agencies(codes));
}

QString placeText(const cases::Workplace& place, const domain::Names& names, const domain::RoutingRule& rule)
{
    const QString area = place.text(names.area(rule.area));
    return rule.level == domain::RuleLevel::Any ? area : RuleTable::tr("%1 (%2)").arg(area, place.text(domain::wordOf(rule.level)));
}

QString RuleTable::text(const domain::RoutingRule& rule, int column) const
{
    switch (column) {
    case MatterColumn: {
        const auto matter = m_matters.find(rule.matter);
        return matter == m_matters.end() ? QString::fromStdString(rule.matter) : m_place.text(matter->second->name);
    }
    case AreaColumn: return placeText(m_place, m_names, rule);
    case LeadColumn: return m_place.text(m_names.agency(rule.lead));
    case AssistingColumn: return agencies(rule.assisting);
    case PriorityColumn: return cases::CaseWords::priority(rule.priority);
    case ReportColumn: return cases::CaseWords::allowed(rule.limits.report);
    default: return {};
    }
}

QVariant RuleTable::data(const QModelIndex& index, int role) const
{
    const auto rule = ruleAt(index.row());
    if (!rule) return {};
    const domain::RoutingRule& r = m_draft.edited().rules[*rule];
    const bool edited = m_draft.isEdited(*rule);
    switch (role) {
    case Qt::DisplayRole: return (edited && index.column() == MatterColumn ? QStringLiteral("✎ ") : QString()) + text(r, index.column());
    case Qt::ToolTipRole: return QString::fromStdString(r.matter) + (edited ? QStringLiteral(" · ") + tr("edited, not published") : QString());
    case Qt::FontRole: {
        QFont font;
        font.setBold(edited);
        return edited ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

QVariant RuleTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case MatterColumn: return tr("Matter");
    case AreaColumn: return tr("Where");
    case LeadColumn: return tr("Lead");
    case AssistingColumn: return tr("Assisting");
    case PriorityColumn: return tr("Priority");
    case ReportColumn: return tr("Report back");
    default: return {};
    }
}

} // namespace zs::catalogue
