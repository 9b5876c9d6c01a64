// Plain tables of words, some with a tone, some with a bar: what a duty's tasks, places and coverage are shown in.
#pragma once

#include "ui/kit/RowDelegate.h"
#include "ui/kit/Theme.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace zs::duties {

struct TableCell {
    QString text;
    kit::Tone tone = kit::Tone::Primary;
    std::optional<double> share{}; ///< 0…1: a bar before the text
    bool operator==(const TableCell&) const = default;
};

struct TableContent {
    QStringList heads;
    std::vector<std::vector<TableCell>> rows;
    bool operator==(const TableContent&) const = default;
};

class DutyTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { ToneRole = Qt::UserRole + 1, ShareRole };
    using QAbstractTableModel::QAbstractTableModel;

    /// Rows of the same shape change in place and keep selection and scroll.
    void setContent(TableContent content);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TableContent m_content;
};

class DutyTableDelegate final : public kit::RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace zs::duties
