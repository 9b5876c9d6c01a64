#include "ui/map/panel/MapDrop.h"

#include "geo/Distance.h"
#include "ui/cases/CaseWords.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tuple>

namespace zs::map {

MapDrop::MapDrop(const cases::Workplace& place) : m_place(place)
{
    for (const domain::Person& person : place.desk.city().people)
        if (!person.homeGrid.isNone())
            m_staffOf[person.homeGrid].push_back(person.id);
}

QString MapDrop::personName(PersonId person) const
{
    const domain::Person* p = m_place.desk.city().person(person);
    return p ? m_place.text(p->name) : QString();
}

QString MapDrop::gridName(GridId grid) const
{
    const domain::Grid* g = m_place.desk.city().grid(grid);
    return g ? m_place.text(g->name) : QString();
}

MapDrop::Distance MapDrop::distance(CaseId id, PersonId person) const
{
    const domain::Case* state = m_place.desk.cases().find(id);
    const session::Fix* fix = m_place.desk.people().fix(person);
    if (!state || !fix)
        return {};
    return {true, geo::distanceMetres(fix->place(), state->place), fix->place()};
}

DropPlan MapDrop::refused(CaseId, const domain::Rejection& rejection) const
{
    DropPlan plan;
    plan.headline = m_place.text(rejection.sentence);
    if (const domain::Agency* agency = m_place.desk.city().agency(rejection.instead))
        plan.detail = tr("Drop it on %1 instead").arg(m_place.text(agency->shortName));
    return plan;
}

DropPlan MapDrop::onPerson(CaseId id, PersonId person) const
{
    const domain::Person* p = m_place.desk.city().person(person);
    const domain::Case* state = m_place.desk.cases().find(id);
    if (!p || !state)
        return {};
    const auto verdict = m_place.desk.check(id, domain::Dispatch{person, {}});
    DropPlan plan;
    if (!verdict) {
        plan = refused(id, verdict.error());
        plan.person = person;
        return plan;
    }
    plan.legal = true;
    plan.person = person;
    const QString grid = gridName(p->homeGrid);
    const QString role = cases::CaseWords::role(p->role);
    const QString where = grid.isEmpty() ? role : tr("%1 %2", "grid, role").arg(grid, role);
    plan.headline = tr("Drop = dispatch to %1 (%2)").arg(personName(person), where);
    const int load = m_place.desk.cases().openCasesOf(person);
    const QString loads = tr("load %1 → %2, limit %3").arg(load).arg(load + 1).arg(p->capacity);
    const Distance away = distance(id, person);
    if (away.known) {
        const QString metres = cases::CaseWords::distance(away.metres);
        plan.detail = tr("%1; %2", "distance; load").arg(metres, loads);
        plan.line = Emphasis::Line{state->place, away.from, metres};
    } else {
        plan.detail = tr("position unknown; %1").arg(loads);
    }
    return plan;
}

DropPlan MapDrop::onGrid(CaseId id, GridId grid) const
{
    const auto found = m_staffOf.find(grid);
    const domain::Case* state = m_place.desk.cases().find(id);
    if (!state)
        return {};
    PersonId best;
    std::tuple<int, double> bestRank{std::numeric_limits<int>::max(), 0};
    std::optional<domain::Rejection> why;
    if (found != m_staffOf.end()) {
        for (const PersonId person : found->second) {
            const auto verdict = m_place.desk.check(id, domain::Dispatch{person, {}});
            if (!verdict) {
                why = why ? why : verdict.error();
                // Whatever is wrong with the case is wrong for everybody.
                if (!verdict.error().code.starts_with("person.") && verdict.error().code != "dispatch.same")
                    return refused(id, verdict.error());
                continue;
            }
            const Distance away = distance(id, person);
            const std::tuple rank{m_place.desk.cases().openCasesOf(person),
                                  away.known ? away.metres : std::numeric_limits<double>::max()};
            if (best.isNone() || rank < bestRank) {
                best = person;
                bestRank = rank;
            }
        }
    }
    if (best.isNone()) {
        DropPlan plan;
        plan.headline = tr("Nobody of grid %1 can take it now").arg(gridName(grid));
        plan.detail = why ? m_place.text(why->sentence) : tr("The grid has no officer; drop it on a person");
        return plan;
    }
    DropPlan plan = onPerson(id, best);
    plan.headline = tr("Drop = dispatch to grid %1: %2").arg(gridName(grid), personName(best));
    plan.detail = tr("lowest load of the grid's own; %1").arg(plan.detail);
    return plan;
}

DropPlan MapDrop::planFor(CaseId id, const Hit& hit) const
{
    switch (hit.kind) {
    case Hit::Kind::Person: return onPerson(id, PersonId(static_cast<std::uint32_t>(hit.id)));
    case Hit::Kind::Grid: return onGrid(id, GridId(static_cast<std::uint32_t>(hit.id)));
    case Hit::Kind::Case:
    case Hit::Kind::Nothing: break;
    }
    DropPlan plan;
    plan.headline = tr("Nobody is here");
    plan.detail = tr("Drop it on a person or on a grid");
    return plan;
}

std::vector<PersonId> MapDrop::legalPeople(CaseId id) const
{
    std::vector<PersonId> legal;
    const auto fixes = m_place.desk.people().fixes();
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        if (!fixes[i].isKnown())
            continue;
        const PersonId person(static_cast<std::uint32_t>(i + 1));
        const auto verdict = m_place.desk.check(id, domain::Dispatch{person, {}});
        if (verdict)
            legal.push_back(person);
        else if (!verdict.error().code.starts_with("person.") && verdict.error().code != "dispatch.same")
            return {}; // wrong for everybody
    }
    if (const domain::Case* state = m_place.desk.cases().find(id)) {
        // By the square on the map: the order is the same as by metres, near enough, and much cheaper.
        const double narrow = std::cos(state->place.lat * std::numbers::pi / 180);
        const auto far = [&](PersonId p) {
            const session::Fix& fix = fixes[p.value - 1];
            const double dx = (fix.lonE7 * 1e-7 - state->place.lon) * narrow, dy = fix.latE7 * 1e-7 - state->place.lat;
            return dx * dx + dy * dy;
        };
        std::ranges::sort(legal, {}, far);
    }
    return legal;
}

} // namespace zs::map
