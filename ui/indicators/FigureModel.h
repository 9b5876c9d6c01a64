// Figures as rows: all indicators of one key, or one indicator of all keys. Keeps its rows in place while only numbers change,
// so that selection and scroll stay. GUI thread only.
#pragma once

#include "domain/indicators/Report.h"
#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace zs::indicators {

struct FigureRow {
    domain::indicators::IndicatorId id = domain::indicators::IndicatorId::Received;
    std::uint32_t key = 0;
    QString name;
    domain::indicators::Figure now, before, lastYear;
    domain::indicators::Change change, yearChange;

    bool isSameThing(const FigureRow& other) const { return id == other.id && key == other.key; }
};
/// `row`'s figure of one indicator, with its changes. A window whose records are incomplete is not compared with.
FigureRow figureRow(const domain::indicators::DimensionRow& row, domain::indicators::IndicatorId id, const QString& name,
                    const domain::indicators::Report& report);

class FigureModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, PartsColumn, ChangeColumn, YearColumn, ColumnCount };
    enum Role { ToneRole = Qt::UserRole + 1 };
    enum class Order : std::uint8_t {
        Given,     ///< as handed over
        WorstFirst ///< by value; what has no data comes last
    };

    /// `place` outlives it. `head` names the first column.
    FigureModel(const cases::Workplace& place, Order order, QObject* parent = nullptr);

    void setRows(std::vector<FigureRow> rows);
    void setHead(const QString& head);
    /// By a column that was clicked; again turns it. Only where the order isn't given.
    void sortBy(int column);
    const FigureRow* at(int row) const;
    int rowOf(domain::indicators::IndicatorId id, std::uint32_t key) const; ///< -1 if it isn't there
    void languageChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void arrange(std::vector<FigureRow>& rows) const;
    QString cell(const FigureRow& row, int column) const;
    kit::Tone tone(const FigureRow& row, int column) const;
    QString tip(const FigureRow& row) const;

    const cases::Workplace& m_place;
    Order m_order;
    QString m_head;
    int m_sortColumn = ValueColumn;
    Qt::SortOrder m_turned = Qt::AscendingOrder; ///< Descending: the other way round
    std::vector<FigureRow> m_rows;
};

} // namespace zs::indicators
