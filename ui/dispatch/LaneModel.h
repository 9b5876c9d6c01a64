// The first cases of one lane as a list. Changes row by row, so that nothing flickers or loses its place.
#pragma once

#include "ui/cases/Workplace.h"

#include <QAbstractListModel>

#include <vector>

namespace zs::dispatch {

class LaneBoard;

class LaneModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CaseIdRole = Qt::UserRole };

    LaneModel(const cases::Workplace& place, const LaneBoard& board, std::size_t lane, QObject* parent = nullptr);

    /// How many rows there is room for; the rest is "n more".
    void setRoom(int rows);
    void refresh();
    CaseId caseAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    const cases::Workplace& m_place;
    const LaneBoard& m_board;
    std::size_t m_lane;
    int m_room = 5;
    std::vector<CaseId> m_ids;
};

} // namespace zs::dispatch
