// The staff on duty as a table. Who is off duty isn't in it: no row, no position (PRIVACY.md). GUI thread only.
#pragma once

#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>

#include <QTimer>

#include <optional>
#include <vector>

namespace zs::people {

enum class Filter : std::uint8_t { All, Idle, EnRoute, OnScene, Full };
/// Asleep, it takes in nothing until wake(): nobody looks at what is behind another tab, and 10,000 names in order are tens of
/// ms at the console's start.
enum class Begin : std::uint8_t { Asleep, Awake };
enum class Order : std::uint8_t { Name, Agency, Grid, Load, FixAge };

class PeopleTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SymbolColumn, NameColumn, RoleColumn, AgencyColumn, GridColumn, LoadColumn, FixColumn, ColumnCount };
    enum Role { PersonIdRole = Qt::UserRole };

    /// `place` outlives the model. Loads that change are taken in at most once a `pause`: a busy stream touches 10,000
    /// people's loads many times a second.
    explicit PeopleTableModel(const cases::Workplace& place, Millis pause = Millis(200), QObject* parent = nullptr,
                              Begin begin = Begin::Awake);
    void wake();
    bool isAwake() const { return m_begin == Begin::Awake; }

    PersonId personAt(int row) const;
    int rowOf(PersonId id) const; ///< -1 if not shown

    void setFilter(Filter filter);
    Filter filter() const { return m_filter; }
    /// Name, role, agency and grid, in either language.
    void setSearch(const QString& text);
    QString search() const { return m_search; }
    void setOrder(Order order, Qt::SortOrder way);
    Order order() const { return m_order; }
    Qt::SortOrder way() const { return m_way; }

    int onDuty() const { return m_onDuty; }
    int countOf(Filter filter) const { return m_counts[static_cast<std::size_t>(filter)]; }
    /// Shifts begin and end: call now and then (a second is fine; it looks only when the minute has changed).
    void tick();
    void refresh();          ///< loads changed: filter and order follow
    void positionsChanged(); ///< only what is shown of them
    void languageChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    std::optional<Millis> fixAge(PersonId id) const;

Q_SIGNALS:
    void aboutToRearrange();
    void rearranged();

private:
    void readNames();
    std::vector<PersonId> wanted();
    bool passes(const domain::Person& person, Filter filter) const;
    int openOf(PersonId id) const { return m_place.desk.cases().openCasesOf(id); }

    const cases::Workplace& m_place;
    std::vector<PersonId> m_rows;
    std::vector<std::uint32_t> m_nameRank, m_agencyRank, m_gridRank; ///< by person id - 1
    Filter m_filter = Filter::All;
    Order m_order = Order::Name;
    Qt::SortOrder m_way = Qt::AscendingOrder;
    QString m_search;
    int m_onDuty = 0;
    std::array<int, 5> m_counts{};
    std::int64_t m_minute = 0;
    Begin m_begin;
    QTimer m_pause;
};

} // namespace zs::people
