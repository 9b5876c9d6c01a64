// The map panel's work: hover, selection, menu, and the drag of a case.
#include "ui/cases/Candidates.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/CaseDrag.h"
#include "ui/kit/HintCard.h"
#include "ui/map/panel/MapOverlays.h"
#include "ui/map/panel/MapPanel.h"

#include <QMenu>

#include <algorithm>

namespace zs::map {

namespace {
constexpr std::size_t kNumbered = 3;
constexpr std::size_t kMostNames = 1;
/// Rings for the nearest; thousands of them over a whole city would say nothing.
constexpr std::size_t kMostRings = 60;
}

void MapPanel::refreshEmphasis()
{
    Emphasis e;
    const CaseId selected = m_dragged.isNone() ? m_place.selection.selectedCase() : m_dragged;
    if (!selected.isNone())
        e.selectedCase = selected.value;
    if (const PersonId person = m_place.selection.selectedPerson(); !person.isNone())
        e.selectedPerson = person.value;
    if (const auto& filtered = m_place.selection.filteredGrids())
        for (const domain::Grid& grid : m_place.desk.city().grids)
            if (!std::ranges::binary_search(*filtered, grid.id))
                e.grids.emplace_back(grid.id, GridTone::Muted);
    const domain::Case* state = m_place.desk.cases().find(selected);
    if (state && !state->grid.isNone())
        e.grids.emplace_back(state->grid, GridTone::Selected);
    if (!m_dragged.isNone()) {
        e.dragging = true;
        for (std::size_t i = 0; i < m_legal.size(); ++i)
            (i < kMostRings ? e.legalPeople : e.alsoLegal).push_back(m_legal[i].value);
        e.personLabels = m_best;
        if (m_planAt.kind == Hit::Kind::Grid) {
            const GridId grid(static_cast<std::uint32_t>(m_planAt.id));
            // Muted or not stays as it is: that is the ground, this is drawn on it.
            std::erase_if(e.grids, [&](const auto& g) { return g.first == grid && g.second == GridTone::Selected; });
            e.grids.emplace_back(grid, m_plan.legal ? GridTone::Hover : GridTone::Illegal);
        }
        if (m_plan.legal) {
            e.hoverPerson = m_plan.person.value;
            e.line = m_plan.line;
        }
    }
    m_surface->setEmphasis(std::move(e));
}

void MapPanel::setDragged(CaseId id)
{
    if (id == m_dragged)
        return;
    m_dragged = id;
    m_plan = {};
    m_planAt = {};
    m_legal.clear();
    m_best.clear();
    m_hint->hide();
    const domain::Case* state = m_place.desk.cases().find(id);
    if (!state) {
        m_banner->hide();
        refreshEmphasis();
        return;
    }
    m_legal = m_drops.legalPeople(id);
    int teams = 0;
    for (const PersonId p : m_legal) {
        const domain::Person* person = m_place.desk.city().person(p);
        teams += person && person->role == domain::PersonRole::VolunteerTeam ? 1 : 0;
    }
    if (!m_legal.empty()) {
        const auto ranked = cases::rankCandidates(m_place.desk, *state, kNumbered);
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            const QString number = QString::number(i + 1);
            const QString words = i < kMostNames ? number + QLatin1Char(' ') + m_drops.personName(ranked[i].person) : number;
            m_best.emplace_back(ranked[i].person.value, words);
        }
    }
    const int people = static_cast<int>(m_legal.size()) - teams;
    const QString who = m_legal.empty() ? tr("nobody can take it now; drop it on an agency")
                                        : tr("%1 people, %2 teams can take it, the nearest ringed in blue; faded ones can't").arg(people).arg(teams);
    m_banner->say(tr("Dispatching %1").arg(cases::CaseWords::number(id)), who, tr("cancel"));
    placeOverlays();
    refreshEmphasis();
}

bool MapPanel::accepts(const QMimeData& mime) const
{
    const auto id = cases::decodeCase(mime);
    return id && m_place.desk.cases().find(*id);
}

bool MapPanel::dragOver(const QMimeData& mime, const Hit& hit, QPoint at)
{
    const auto id = cases::decodeCase(mime);
    if (!id)
        return false;
    setDragged(*id); // a drag from another window of this program
    const bool same = hit.kind == m_planAt.kind && hit.id == m_planAt.id && hit.kind != Hit::Kind::Nothing;
    if (!same) {
        m_plan = m_drops.planFor(*id, hit);
        m_planAt = hit;
        refreshEmphasis();
    }
    m_hint->showAt(at, {m_plan.legal ? kit::HintKind::Legal : kit::HintKind::Illegal, m_plan.headline, m_plan.detail});
    return m_plan.legal;
}

void MapPanel::dragLeft()
{
    m_hint->hide();
    m_plan = {};
    m_planAt = {};
    if (m_place.selection.draggedCase().isNone())
        setDragged({});
    else
        refreshEmphasis();
}

bool MapPanel::drop(const QMimeData& mime, const Hit& hit)
{
    const auto id = cases::decodeCase(mime);
    const DropPlan plan = id ? m_drops.planFor(*id, hit) : DropPlan{};
    m_hint->hide();
    setDragged({});
    if (!id || !plan.legal)
        return false;
    return m_actions.submit(*id, domain::Dispatch{plan.person, {}});
}

void MapPanel::onHover(const Hit& hit, QPoint at)
{
    const auto say = [&](const QString& headline, const QStringList& parts) {
        QStringList some = parts;
        some.removeAll(QString());
        m_hint->showAt(at + QPoint(0, 48), {kit::HintKind::Legal, headline, some.join(tr(", ", "between facts"))});
    };
    const cases::Desk& desk = m_place.desk;
    if (hit.kind == Hit::Kind::Person) {
        const PersonId id(static_cast<std::uint32_t>(hit.id));
        const domain::Person* person = desk.city().person(id);
        const session::Fix* fix = desk.people().fix(id);
        if (!person || !fix)
            return m_hint->hide();
        const auto age = std::chrono::floor<std::chrono::seconds>(std::max(Millis(0), desk.serverNow() - fix->at));
        say(m_drops.personName(id) + QLatin1Char(' ') + cases::CaseWords::role(person->role),
            {m_drops.gridName(person->homeGrid), cases::loadText(desk.cases().openCasesOf(id), person->capacity),
             tr("position %1 old").arg(kit::DurationText::age(age))});
    } else if (hit.kind == Hit::Kind::Case) {
        const domain::Case* state = desk.cases().find(CaseId(hit.id));
        if (!state)
            return m_hint->hide();
        say(cases::CaseWords::number(state->id) + QLatin1Char(' ') + QString::fromStdString(state->title),
            {cases::CaseWords::place(m_place, state->grid), cases::CaseWords::phase(state->phase),
             kit::DurationText::limit(cases::CaseWords::nextLimit(desk, *state))});
    } else {
        m_hint->hide();
    }
}

void MapPanel::onClick(const Hit& hit)
{
    if (hit.kind == Hit::Kind::Case)
        m_place.selection.selectCase(CaseId(hit.id));
    else if (hit.kind == Hit::Kind::Person)
        m_place.selection.selectPerson(PersonId(static_cast<std::uint32_t>(hit.id)));
    else
        m_place.selection.selectPerson({});
}

void MapPanel::addDispatchEntry(QMenu& menu, const DropPlan& plan, CaseId id, const QString& words)
{
    QAction* action = menu.addAction(plan.legal ? words : tr("%1: %2", "action: why it can't be done").arg(words, plan.headline));
    action->setEnabled(plan.legal);
    action->setToolTip(plan.detail);
    connect(action, &QAction::triggered, this,
            [this, id, person = plan.person] { m_actions.submit(id, domain::Dispatch{person, {}}); });
}

void MapPanel::addCaseEntries(QMenu& menu, CaseId id)
{
    m_actions.fillMenu(menu, id, this);
    menu.addSeparator();
    connect(menu.addAction(tr("Open %1").arg(cases::CaseWords::number(id))), &QAction::triggered, this,
            [this, id] { m_place.selection.openCase(id); });
    connect(menu.addAction(tr("Follow on the map")), &QAction::triggered, this, [this, id] {
        m_place.selection.selectPerson({});
        m_place.selection.selectCase(id);
        setFollow(true);
    });
}

void MapPanel::onMenu(const Hit& hit, QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mapMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const CaseId selected = m_place.selection.selectedCase();
    const QString number = selected.isNone() ? QString() : cases::CaseWords::number(selected);
    switch (hit.kind) {
    case Hit::Kind::Case: addCaseEntries(*menu, CaseId(hit.id)); break;
    case Hit::Kind::Person: {
        const PersonId person(static_cast<std::uint32_t>(hit.id));
        if (!selected.isNone())
            addDispatchEntry(*menu, m_drops.onPerson(selected, person), selected,
                             tr("Dispatch %1 to %2").arg(number, m_drops.personName(person)));
        connect(menu->addAction(tr("Follow on the map")), &QAction::triggered, this, [this, person] {
            m_place.selection.selectPerson(person);
            setFollow(true);
        });
        break;
    }
    case Hit::Kind::Grid: {
        const GridId grid(static_cast<std::uint32_t>(hit.id));
        if (!selected.isNone()) {
            const DropPlan plan = m_drops.onGrid(selected, grid);
            const QString words = plan.legal ? tr("Dispatch %1 to this grid's officer %2").arg(number, m_drops.personName(plan.person))
                                             : tr("Dispatch %1 to grid %2").arg(number, m_drops.gridName(grid));
            addDispatchEntry(*menu, plan, selected, words);
        }
        break;
    }
    case Hit::Kind::Nothing: break;
    }
    if (hit.kind != Hit::Kind::Case) {
        menu->addSeparator();
        connect(menu->addAction(tr("New case here…")), &QAction::triggered, this,
                [this, place = hit.place] { m_actions.receive(this, place); });
    }
    connect(menu->addAction(tr("Centre the map here")), &QAction::triggered, this, [this, place = hit.place] {
        Camera c = m_surface->camera();
        c.centre = place;
        m_surface->setCamera(c);
    });
    menu->popup(m_surface->mapToGlobal(at));
}

} // namespace zs::map
