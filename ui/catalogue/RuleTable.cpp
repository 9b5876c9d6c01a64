#include "ui/catalogue/RuleTable.h"

#include "ui/cases/CaseWords.h"

namespace zs::catalogue {

RuleTable::RuleTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent)
    : EntryTable(place, draft, domain::ChangeOf::Rule, parent), m_names(place.desk.city())
{
    refresh();
}

void RuleTable::refresh()
{
    m_matters.clear();
    for (const domain::CatalogueMatter& m : m_draft.edited().matters) m_matters.emplace(m.code, &m);
    EntryTable::refresh();
}

QString placeText(const cases::Workplace& place, const domain::Names& names, const domain::RoutingRule& rule)
{
    const QString area = place.text(names.area(rule.area));
    return rule.level == domain::RuleLevel::Any ? area : RuleTable::tr("%1 (%2)").arg(area, place.text(domain::wordOf(rule.level)));
}

QString RuleTable::text(std::size_t entry, int column) const
{
    const domain::RoutingRule& rule = m_draft.edited().rules[entry];
    switch (column) {
    case MatterColumn: {
        const auto matter = m_matters.find(rule.matter);
        return matter == m_matters.end() ? QString::fromStdString(rule.matter) : m_place.text(matter->second->name);
    }
    case AreaColumn: return placeText(m_place, m_names, rule);
    case LeadColumn: return m_place.text(m_names.agency(rule.lead));
    case AssistingColumn: return m_place.text(m_names.agencies(rule.assisting));
    case PriorityColumn: return cases::CaseWords::priority(rule.priority);
    case ReportColumn: return cases::CaseWords::allowed(rule.limits.report);
    default: return {};
    }
}

QStringList RuleTable::heads() const
{
    return {tr("Matter"), tr("Where"), tr("Lead"), tr("Assisting"), tr("Priority"), tr("Report back")};
}

} // namespace zs::catalogue
