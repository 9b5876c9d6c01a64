// The queue as a table: group heads and cases in one list of 28-px rows. Reads the store where it stands (no copy), keeps
// only the order (CaseOrder). GUI thread only.
#pragma once

#include <QAbstractTableModel> // first: moc 6.4 can't read <concepts> before libstdc++'s configuration

#include "ui/cases/CaseOrder.h"
#include "ui/cases/Workplace.h"

#include <array>

namespace zs::cases {

class CaseTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SymbolColumn, NumberColumn, TitleColumn, GridColumn, StepColumn, LimitColumn, ColumnCount };
    enum Role {
        CaseIdRole = Qt::UserRole, ///< qulonglong; 0 for a group head
        GroupRole,                 ///< int(Group)
        GroupCountRole,
        CollapsedRole,
    };

    /// `place` outlives the model.
    explicit CaseTableModel(const Workplace& place, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// None for a group head.
    CaseId caseAt(int row) const;
    std::optional<Group> headAt(int row) const;
    /// The row that shows the case; -1 if it isn't shown.
    int rowOf(CaseId id) const;
    /// The row of the n-th head that has cases; for spans.
    std::vector<int> headRows() const;

    void setSegment(Segment segment);
    Segment segment() const { return m_rules.segment; }
    /// Matches number, title and grid, in either language; any substring, two Chinese characters are enough.
    void setSearch(const QString& text);
    QString search() const { return m_search; }
    /// Only these cases, closed ones too. An empty title takes the list off again.
    void setList(const CaseList& list);
    QString listTitle() const { return m_listTitle; }
    std::size_t listSize() const { return m_list.size(); }
    /// The grids of the shown cases, in order of id, while a segment, a search or a list hides some; nothing while all is shown.
    std::optional<std::vector<GridId>> filteredGrids() const;
    void setSort(SortBy by, SortWay way);
    SortBy sortBy() const { return m_rules.sortBy; }
    SortWay sortWay() const { return m_rules.way; }
    void setCollapsed(Group group, bool collapsed);
    bool isCollapsed(Group group) const { return m_collapsed[static_cast<std::size_t>(group)]; }

    std::size_t shown() const { return m_order.entries().size(); }
    const CaseOrder& order() const { return m_order; }
    /// Cases whose time has come change their group. Call once a second.
    void tick();
    void languageChanged();
    /// Between aboutToRearrange() and rearranged(): rows come and go though the reader did nothing.
    bool isRearranging() const { return m_rearranging; }

    /// A batch with more moves than this is sorted anew as a whole.
    static constexpr std::size_t bulkFrom = 48;

Q_SIGNALS:
    void aboutToRearrange();
    void rearranged();

private:
    void rebuild();
    void apply(std::span<const std::uint32_t> rows);
    void applyOne(const CaseOrder::Move& move);
    void unsentChanged();
    void readCity();
    bool matches(const domain::Case& state) const;
    int rowsOf(Group g) const;      ///< head and cases
    int firstRowOf(Group g) const;
    int rowOfEntry(Group g, std::size_t index) const; ///< -1 in a collapsed group
    QVariant cell(const domain::Case& state, int column) const;

    const Workplace& m_place;
    CaseOrder m_order;
    OrderRules m_rules;
    std::array<bool, groupCount> m_collapsed{};
    QString m_search;
    std::string m_needle;                 ///< lower case
    std::vector<bool> m_gridMatches;      ///< by grid id, for the present search
    std::vector<CaseId> m_unsent;
    QString m_listTitle;
    std::vector<CaseId> m_list;           ///< sorted
    bool m_rearranging = false;
};

} // namespace zs::cases
