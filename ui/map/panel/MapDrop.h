// What a drop on the map would do: one answer for the drag, the menu and the key. Holds no picture. GUI thread.
#pragma once

#include "ui/cases/CaseActions.h"
#include "ui/map/MapSurface.h"

#include <QCoreApplication>

#include <unordered_map>
#include <vector>

namespace zs::map {

/// The outcome of dropping a case somewhere: whom it would be given to, or why not.
struct DropPlan {
    bool legal = false;
    PersonId person;           ///< if legal, or of the person under the pointer
    QString headline;          ///< "Drop = dispatch to …", or the reason
    QString detail;            ///< distance and load, or what to do instead
    std::optional<Emphasis::Line> line;
};

class MapDrop {
    Q_DECLARE_TR_FUNCTIONS(zs::map::MapDrop)
public:
    /// `place` outlives it.
    explicit MapDrop(const cases::Workplace& place);

    DropPlan planFor(CaseId id, const Hit& hit) const;
    DropPlan onPerson(CaseId id, PersonId person) const;
    /// The grid's own officer who can take it: lowest load, then nearest.
    DropPlan onGrid(CaseId id, GridId grid) const;
    /// Everybody on duty with a position to whom the case could be dispatched now, nearest first (some ms for 10,000).
    std::vector<PersonId> legalPeople(CaseId id) const;

    QString personName(PersonId person) const;
    QString gridName(GridId grid) const;

private:
    struct Distance { bool known = false; double metres = 0; GeoPoint from; };
    Distance distance(CaseId id, PersonId person) const;
    DropPlan refused(CaseId id, const domain::Rejection& rejection) const;

    const cases::Workplace& m_place;
    std::unordered_map<GridId, std::vector<PersonId>> m_staffOf;
};

} // namespace zs::map
