// What the panels of one window look at together: the selected case, the selected person, the case that is being dragged.
// Made by main(), passed down by reference. GUI thread only.
#pragma once

#include <QObject> // first: moc 6.4 can't read <concepts> before libstdc++'s configuration

#include "base/StrongId.h"

#include <QString>

#include <optional>
#include <vector>

namespace zs::cases {

/// Cases that someone wants to see together, and what they are: "Closed in time, those that count".
struct CaseList {
    QString title;
    std::vector<CaseId> ids;
};

class Selection final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    CaseId selectedCase() const { return m_case; }
    PersonId selectedPerson() const { return m_person; }
    /// None outside a drag. Targets show what is legal from the moment a drag starts, not when it reaches them.
    CaseId draggedCase() const { return m_dragged; }

    void selectCase(CaseId id);
    void selectPerson(PersonId id);
    /// Selects, and asks for the case's detail to come to the front.
    void openCase(CaseId id);
    /// Selects, and asks the map to go there.
    void openPerson(PersonId id);
    void setDraggedCase(CaseId id);
    /// The grids that the queue's filter leaves cases in, in order of id; nothing while the queue shows all. The map mutes
    /// the others: one sees what the filter hides.
    const std::optional<std::vector<GridId>>& filteredGrids() const { return m_filtered; }
    void setFilteredGrids(std::optional<std::vector<GridId>> grids);
    /// Asks the queue to come to the front with these cases only, closed ones too. Shows them until it is told otherwise.
    void showCases(const CaseList& list);

Q_SIGNALS:
    void caseSelected(zs::CaseId id);
    void personSelected(zs::PersonId id);
    void caseOpened(zs::CaseId id);
    void personOpened(zs::PersonId id);
    void casesShown(const zs::cases::CaseList& list);
    void dragChanged(zs::CaseId id); ///< none when the drag ended
    void filterChanged();

private:
    CaseId m_case;
    PersonId m_person;
    CaseId m_dragged;
    std::optional<std::vector<GridId>> m_filtered;
};

} // namespace zs::cases
