// What this desk has asked for and how it stands: the session's outbox, and what was confirmed a moment ago.
#pragma once

#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>

#include <chrono>
#include <vector>

namespace zs::dispatch {

class OutboxModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, StateColumn, CaseColumn, CommandColumn, TimeColumn, ActionColumn, ColumnCount };

    /// A confirmed command stays in green for `stay`, then goes.
    explicit OutboxModel(const cases::Workplace& place, Millis stay = std::chrono::seconds(2), QObject* parent = nullptr);

    const session::DeskCommand* at(int row) const;
    int rowOf(const Uuid& id) const; ///< -1 if it isn't there
    int count(session::CommandState state) const;
    void languageChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    void forget(const Uuid& id);

    const cases::Workplace& m_place;
    Millis m_stay;
    std::vector<session::DeskCommand> m_rows;
    std::vector<Uuid> m_confirmed; ///< still shown
};

} // namespace zs::dispatch
