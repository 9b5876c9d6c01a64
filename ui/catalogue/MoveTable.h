// What a draft would do with the open cases: those that would have gone elsewhere. Looks through the cases in slices, so that
// the window never waits (a slice takes a few ms). GUI thread.
#pragma once

#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>

namespace zs::domain {
struct Simulation;
}

namespace zs::catalogue {

class MoveTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, MatterColumn, FromColumn, ToColumn, RemarkColumn, ColumnCount };
    static constexpr std::size_t shown = 500;  ///< rows in the table
    static constexpr std::size_t slice = 1000; ///< cases looked at in one go

    explicit MoveTable(const cases::Workplace& place, QObject* parent = nullptr);
    ~MoveTable() override;

    /// Starts anew; both null: nothing was edited. simulated() comes when it is through, at once for few cases.
    void simulate(std::shared_ptr<const domain::Catalogue> before, std::shared_ptr<const domain::Catalogue> after);
    bool isRunning() const { return m_slices.isActive(); }
    const domain::Simulation& result() const { return *m_result; }
    CaseId caseAt(int row) const;
    void languageChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void simulated();

private:
    void step();
    QString agency(const std::string& code) const;

    const cases::Workplace& m_place;
    domain::Names m_names;
    std::unique_ptr<const domain::Router> m_before, m_after;
    std::unique_ptr<domain::Simulation> m_result;
    std::size_t m_next = 0;
    int m_rows = 0;
    QTimer m_slices;
};

} // namespace zs::catalogue
