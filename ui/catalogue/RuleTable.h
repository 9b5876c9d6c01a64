// The rules of a draft as a table, filtered by what is typed. GUI thread.
#pragma once

#include "ui/catalogue/CatalogueDraft.h"
#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>

#include <optional>
#include <unordered_map>

namespace zs::catalogue {

class RuleTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { MatterColumn, AreaColumn, LeadColumn, AssistingColumn, PriorityColumn, ReportColumn, ColumnCount };

    /// `draft` outlives it; refresh() after it changed.
    RuleTable(const cases::Workplace& place, const CatalogueDraft& draft, QObject* parent = nullptr);

    void refresh();
    void setFilter(const QString& text); ///< part of a matter's name or code, of an agency's name, or of an area's
    std::optional<std::size_t> ruleAt(int row) const;
    int rowOf(std::size_t rule) const; ///< -1 when filtered away

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const domain::RoutingRule& rule, int column) const;
    QString agencies(const std::vector<std::string>& codes) const;

    const cases::Workplace& m_place;
    const CatalogueDraft& m_draft;
    domain::Names m_names;
    std::unordered_map<std::string_view, const domain::CatalogueMatter*> m_matters;
    QString m_filter;
    std::vector<std::size_t> m_shown;
};

/// "Grid 03 (town level)", "the whole city".
QString placeText(const cases::Workplace& place, const domain::Names& names, const domain::RoutingRule& rule);

} // namespace zs::catalogue
