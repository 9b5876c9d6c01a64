// A table whose rows are made elsewhere: heads and lines of painted cells, each with a key that stays when the row is made
// again. New rows replace old ones in place, so that selection and scroll stay with what they are about. GUI thread.
#pragma once

#include <QAbstractTableModel> // first: moc 6.4 can't read <concepts> before libstdc++'s configuration

#include "base/StrongId.h"
#include "ui/kit/RowDelegate.h"

#include <vector>

namespace zs::cases {

struct SheetRow {
    enum class Kind { Head, Line };
    Kind kind = Kind::Line;
    quint64 key = 0;  ///< unique in the sheet
    CaseId caseId;    ///< what it is about; none for a head
    std::vector<kit::RowContent> cells; ///< of a head only the first
    QString spoken;   ///< for assistive technology; empty: the cells' texts
    QString tip;      ///< empty: what a cell says

    bool operator==(const SheetRow&) const = default;
};

struct SheetColumn {
    QString title;
    int width = 0; ///< px at 100 %; 0 takes what is left
    Qt::Alignment align = Qt::AlignLeft;
};

class SheetModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole, CaseIdRole };

    /// `columns` never changes in number.
    SheetModel(std::vector<SheetColumn> columns, QObject* parent = nullptr);

    void setColumns(std::vector<SheetColumn> columns); ///< other words or widths
    const std::vector<SheetColumn>& columns() const { return m_columns; }
    /// Puts `rows` in the place of the old ones: those with the same key change where they stand, others come and go. A change
    /// of more than a few hundred rows is a reset.
    void setRows(std::vector<SheetRow> rows);
    const SheetRow* at(int row) const;
    int rowOf(quint64 key) const; ///< -1: not there
    bool isHead(int row) const { return at(row) && at(row)->kind == SheetRow::Kind::Head; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// Heads may stand elsewhere now, rows may have come and gone.
    void rearranged();

private:
    static constexpr std::size_t bulkFrom = 400;
    void take(std::vector<SheetRow>& rows);

    std::vector<SheetColumn> m_columns;
    std::vector<SheetRow> m_rows;
};

} // namespace zs::cases
