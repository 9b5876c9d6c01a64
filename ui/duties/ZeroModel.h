// The zero-report matrix: rows are towns, or the grids of one town, who owes most first; columns are the days of a sensitive
// period. Missing is not zero: each cell says which by word, shape and colour (ZeroDelegate.h). GUI thread.
#pragma once

#include "domain/duties/zeroreport/Debts.h"
#include "ui/cases/Workplace.h"
#include "ui/kit/Theme.h"

#include <QAbstractTableModel>

#include <vector>

namespace zs::duties {

enum class ZeroMark : std::uint8_t { None, Waiting, Missing, Zero, Found };
enum class ZeroFilter : std::uint8_t { All, Owing, Late };

struct ZeroCell {
    domain::TownDay sum; ///< of a grid: one asked at most
    ZeroMark mark = ZeroMark::None;
    bool isReminded = false;
    bool isCorrected = false;
};

class ZeroModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, DebtColumn, FirstDayColumn };
    enum Role { MarkRole = Qt::UserRole + 1, LateRole, ToneRole };
    static constexpr int shownDays = 14; ///< the last ones up to today

    explicit ZeroModel(const cases::Workplace& place, QObject* parent = nullptr);

    void setPeriod(std::uint64_t number); ///< 0: none
    void setTown(TownId town);            ///< none: all towns
    void setFilter(ZeroFilter filter);
    /// Reads everything anew: after a change, and each minute.
    void refresh();

    std::uint64_t period() const { return m_period; }
    TownId town() const { return m_town; }
    ZeroFilter filter() const { return m_filter; }
    const domain::SensitivePeriod* state() const;
    domain::TownDay today() const { return m_today; } ///< of the last day shown, all rows, filter or not
    domain::DayNumber lastDay() const { return m_last; }
    domain::DayNumber dayOf(int column) const { return m_first + column - FirstDayColumn; }
    int rowsWith(ZeroFilter filter) const;
    TownId townAt(int row) const;
    GridId gridAt(int row) const; ///< none while rows are towns
    /// Who owes a report of that day among the rows shown, by town: for reminding and for the list.
    std::vector<std::pair<TownId, std::vector<GridId>>> debtors(domain::DayNumber day) const;
    void languageChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        TownId town;
        GridId grid;
        QString name;
        int missing = 0, late = 0; ///< over the days shown
        std::vector<ZeroCell> days;
    };
    ZeroCell cellOf(const domain::SensitivePeriod& period, const std::vector<const domain::Grid*>& grids, TownId town,
                    domain::DayNumber day) const;
    bool passes(const Row& row, ZeroFilter filter) const;
    QString text(const ZeroCell& cell) const;
    const Row& row(int i) const { return m_rows[static_cast<std::size_t>(i)]; }

    const cases::Workplace& m_place;
    std::uint64_t m_period = 0;
    TownId m_town;
    ZeroFilter m_filter = ZeroFilter::All;
    domain::DayNumber m_first = 0, m_last = -1;
    domain::TownDay m_today;
    std::vector<std::vector<const domain::Grid*>> m_gridsOf; ///< by town id
    std::vector<Row> m_all, m_rows;
};

} // namespace zs::duties
