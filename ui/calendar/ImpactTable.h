// What a draft would change: the open cases that get another deadline. Looks through the cases in slices, so that the window
// never waits (a slice takes a few ms). GUI thread.
#pragma once

#include "domain/sla/Impact.h"
#include "ui/cases/Workplace.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <vector>

namespace zs::calendar {

class ImpactTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, LimitColumn, BeforeColumn, AfterColumn, EffectColumn, ColumnCount };
    static constexpr std::size_t shown = 500;  ///< rows in the table; the nearest deadlines first
    static constexpr std::size_t slice = 2000; ///< cases looked at in one go

    explicit ImpactTable(const cases::Workplace& place, QObject* parent = nullptr);

    /// Starts anew; null: nothing was edited. rechecked() comes when it is through, at once for few cases.
    void check(std::shared_ptr<const domain::WorkCalendar> after);
    bool isChecking() const { return m_slices.isActive(); }
    std::size_t affected() const { return m_found.size(); }
    std::size_t open() const { return m_open; }
    std::size_t becomeLate() const { return m_becomeLate; }
    const std::vector<domain::DeadlineChange>& changes() const { return m_found; } ///< all of them, sorted once through
    CaseId caseAt(int row) const;
    void languageChanged();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void rechecked();

private:
    void step();
    void finish();
    QString effect(const domain::DeadlineChange& change) const;
    QString when(const domain::Deadline& deadline) const;

    const cases::Workplace& m_place;
    std::shared_ptr<const domain::WorkCalendar> m_after;
    TimePoint m_now{};
    std::vector<domain::DeadlineChange> m_found;
    std::size_t m_next = 0, m_open = 0, m_becomeLate = 0;
    int m_rows = 0; ///< in the table
    QTimer m_slices;
};

} // namespace zs::calendar
