// The table of staff: a place to drop a case on. While a case is dragged every row says whether it can go there.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/people/PeopleTableModel.h"

#include <QTableView>

namespace zs::people {

class PeopleView final : public QTableView {
    Q_OBJECT
public:
    PeopleView(const cases::Workplace& place, cases::CaseActions& actions, PeopleTableModel& model,
               QWidget* parent = nullptr);

    void restyle();
    PersonId currentPerson() const { return m_current; }
    void showPerson(PersonId id);
    void step(int by);
    /// The case that is over this table or dragged anywhere; none without a drag.
    CaseId dragged() const { return m_dragged; }
    PersonId hovered() const { return m_hovered; }
    /// Asked once a row and drag.
    const cases::Legality& legality(PersonId id) const;

Q_SIGNALS:
    void personChosen(zs::PersonId id);
    void menuWanted(zs::PersonId id, QPoint at);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setDragged(CaseId id);
    void fitColumns();

    const cases::Workplace& m_place;
    cases::CaseActions& m_actions;
    PeopleTableModel& m_model;
    PersonId m_current;
    CaseId m_dragged;
    PersonId m_hovered;
    mutable std::unordered_map<PersonId, cases::Legality> m_judged;
    bool m_rearranging = false;
    int m_scroll = 0;
};

} // namespace zs::people
