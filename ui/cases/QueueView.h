// The queue's table: group heads as spans, scroll and selection that never jump, rows that can be carried away.
#pragma once

#include "ui/cases/CaseTableModel.h"

#include <QTableView>

namespace zs::cases {

class QueueView final : public QTableView {
    Q_OBJECT
public:
    QueueView(const Workplace& place, CaseTableModel& model, QWidget* parent = nullptr);

    CaseId currentCase() const;
    /// Makes the case current; scrolls only if it isn't in view. A case that isn't shown clears the current row.
    void showCase(CaseId id);
    /// The next or previous case from the current one, past group heads.
    void step(int by);
    std::pair<int, int> visibleRows() const; ///< first and last; (-1, -1) if none
    void restyle();

Q_SIGNALS:
    void caseChosen(zs::CaseId id); ///< by the reader, never by a change of the data
    void caseOpened(zs::CaseId id); ///< Enter or double click
    void menuWanted(zs::CaseId id, QPoint at);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void startDrag(Qt::DropActions actions) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void keepAnchor();
    void restoreAnchor();
    void setSpans();
    QModelIndex caseFrom(int row, int direction) const;

    const Workplace& m_place;
    CaseTableModel& m_model;
    CaseId m_current;
    struct {
        CaseId id;
        int y = 0;
        int scroll = 0;
    } m_anchor;
    std::vector<int> m_spans;
};

/// Starts a drag of the case with its card; returns when it ended. Lanes and people lists use it too.
void dragCase(const Workplace& place, QWidget* source, CaseId id);

} // namespace zs::cases
