// The rules of a draft. GUI thread.
#pragma once

#include "ui/catalogue/EntryTable.h"

#include <unordered_map>

namespace zs::catalogue {

class RuleTable final : public EntryTable {
    Q_OBJECT
public:
    enum Column { MatterColumn, AreaColumn, LeadColumn, AssistingColumn, PriorityColumn, ReportColumn };

    RuleTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent = nullptr);

    void refresh() override;

private:
    std::size_t size() const override { return m_draft.edited().rules.size(); }
    QStringList heads() const override;
    QString text(std::size_t entry, int column) const override;
    std::string code(std::size_t entry) const override { return m_draft.edited().rules[entry].matter; }

    domain::Names m_names;
    std::unordered_map<std::string_view, const domain::CatalogueMatter*> m_matters;
};

/// "Grid 03 (town level)", "the whole city".
QString placeText(const cases::Workplace& place, const domain::Names& names, const domain::RoutingRule& rule);

} // namespace zs::catalogue
