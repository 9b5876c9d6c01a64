#include "ui/catalogue/MatterTable.h"

#include "ui/cases/CaseWords.h"

namespace zs::catalogue {

MatterTable::MatterTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent)
    : EntryTable(place, draft, domain::ChangeOf::Matter, parent)
{
    refresh();
}

void MatterTable::refresh()
{
    m_rules.clear();
    for (const domain::RoutingRule& rule : m_draft.edited().rules) ++m_rules[rule.matter];
    EntryTable::refresh();
}

QString MatterTable::text(std::size_t entry, int column) const
{
    const domain::CatalogueMatter& matter = m_draft.edited().matters[entry];
    switch (column) {
    case NameColumn: return m_place.text(matter.name);
    case KindColumn: return cases::CaseWords::kind(matter.kind);
    case DepartmentColumn: {
        const domain::Department* department = m_draft.edited().department(matter.department);
        return department ? m_place.text(department->shortName) : QString::fromStdString(matter.department);
    }
    case PriorityColumn: return cases::CaseWords::priority(matter.priority);
    case RulesColumn: {
        const auto rules = m_rules.find(matter.code);
        return QString::number(rules == m_rules.end() ? 0 : rules->second);
    }
    default: return {};
    }
}

QStringList MatterTable::heads() const { return {tr("Matter"), tr("Kind"), tr("Department"), tr("Priority"), tr("Rules")}; }

DepartmentTable::DepartmentTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent)
    : EntryTable(place, draft, domain::ChangeOf::Department, parent)
{
    refresh();
}

void DepartmentTable::refresh()
{
    m_matters.clear();
    m_leads.clear();
    for (const domain::CatalogueMatter& matter : m_draft.edited().matters) ++m_matters[matter.department];
    for (const domain::RoutingRule& rule : m_draft.edited().rules) ++m_leads[rule.lead];
    EntryTable::refresh();
}

QString DepartmentTable::text(std::size_t entry, int column) const
{
    const domain::Department& department = m_draft.edited().departments[entry];
    const auto count = [&](const auto& counts) {
        const auto found = counts.find(department.code);
        return QString::number(found == counts.end() ? 0 : found->second);
    };
    switch (column) {
    case NameColumn: return m_place.text(department.name);
    case AgencyColumn: {
        const domain::Agency* agency = m_place.desk.city().agencyByCode(department.code);
        return agency ? m_place.text(agency->shortName) : tr("none: \"%1\"").arg(QString::fromStdString(department.code));
    }
    case MattersColumn: return count(m_matters);
    case LeadsColumn: return count(m_leads);
    default: return {};
    }
}

QStringList DepartmentTable::heads() const { return {tr("Department"), tr("Agency of the city"), tr("Matters"), tr("Rules led")}; }

} // namespace zs::catalogue
