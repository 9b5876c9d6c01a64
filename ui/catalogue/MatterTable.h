// The matters of a draft, and its departments. GUI thread.
#pragma once

#include "ui/catalogue/EntryTable.h"

#include <unordered_map>

namespace zs::catalogue {

class MatterTable final : public EntryTable {
    Q_OBJECT
public:
    enum Column { NameColumn, KindColumn, DepartmentColumn, PriorityColumn, RulesColumn };

    MatterTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent = nullptr);

    void refresh() override;

private:
    std::size_t size() const override { return m_draft.edited().matters.size(); }
    QStringList heads() const override;
    QString text(std::size_t entry, int column) const override;
    std::string code(std::size_t entry) const override { return m_draft.edited().matters[entry].code; }

    std::unordered_map<std::string_view, int> m_rules; ///< by matter
};

class DepartmentTable final : public EntryTable {
    Q_OBJECT
public:
    enum Column { NameColumn, AgencyColumn, MattersColumn, LeadsColumn };

    DepartmentTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent = nullptr);

    void refresh() override;

private:
    std::size_t size() const override { return m_draft.edited().departments.size(); }
    QStringList heads() const override;
    QString text(std::size_t entry, int column) const override;
    std::string code(std::size_t entry) const override { return m_draft.edited().departments[entry].code; }

    std::unordered_map<std::string_view, int> m_matters, m_leads; ///< by department
};

} // namespace zs::catalogue
