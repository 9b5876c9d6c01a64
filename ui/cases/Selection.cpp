#include "ui/cases/Selection.h"

namespace zs::cases {

void Selection::selectCase(CaseId id)
{
    if (id == m_case) return;
    m_case = id;
    Q_EMIT caseSelected(id);
}

void Selection::selectPerson(PersonId id)
{
    if (id == m_person) return;
    m_person = id;
    Q_EMIT personSelected(id);
}

void Selection::openCase(CaseId id)
{
    selectCase(id);
    Q_EMIT caseOpened(id);
}

void Selection::openPerson(PersonId id)
{
    selectPerson(id);
    Q_EMIT personOpened(id);
}

void Selection::showCases(const CaseList& list) { Q_EMIT casesShown(list); }

void Selection::setDraggedCase(CaseId id)
{
    if (id == m_dragged) return;
    m_dragged = id;
    Q_EMIT dragChanged(id);
}

void Selection::setFilteredGrids(std::optional<std::vector<GridId>> grids)
{
    if (grids == m_filtered)
        return;
    m_filtered = std::move(grids);
    Q_EMIT filterChanged();
}

} // namespace zs::cases
