#include "session/DeskCommands.h"

#include <algorithm>
#include <iterator>

namespace zs::session {

DeskCommands::DeskCommands(CaseStore& store, Decide decide, std::string operatorName)
    : m_store(store), m_decide(std::move(decide)), m_operator(std::move(operatorName))
{
}

std::optional<CommandState> DeskCommands::stateOf(CaseId id) const
{
    const auto it = std::find_if(m_list.rbegin(), m_list.rend(), [id](const DeskCommand& c) { return c.caseId == id; });
    return it == m_list.rend() || id.isNone() ? std::nullopt : std::optional(it->state);
}

const DeskCommand* DeskCommands::find(const Uuid& id) const
{
    const auto it = std::ranges::find(m_list, id, &DeskCommand::id);
    return it == m_list.end() ? nullptr : &*it;
}

void DeskCommands::add(DeskCommand command, domain::CaseEvent event, Rows& rows)
{
    if (const domain::Case* shown = m_store.find(command.caseId)) {
        m_overlays.push_back({command.id, command.caseId, command.command, command.at, event, shown->version, 0});
        if (const auto row = m_store.setPending(command.caseId, std::move(event), command.at, m_operator))
            rows.push_back(*row);
    }
    m_list.push_back(std::move(command));
}

void DeskCommands::add(DeskCommand command, domain::DutyEvent event)
{
    if (m_duties)
        m_duties->add(command, std::move(event), m_changedDuties);
    m_list.push_back(std::move(command));
}

void DeskCommands::onConfirmedEvent(const domain::RecordedDutyEvent& event)
{
    if (m_duties)
        m_duties->onConfirmedEvent(event, m_changedDuties);
}

void DeskCommands::applyToDuty(const CommandMoved& moved)
{
    if (!m_duties)
        return;
    if (moved.state == CommandState::Confirmed)
        m_duties->confirm(moved.id, moved.version, m_changedDuties);
    else if (moved.state == CommandState::Refused)
        m_duties->drop(moved.id, m_changedDuties);
}

void DeskCommands::load(std::vector<DeskCommand> commands, Rows& rows)
{
    std::vector<Overlay> older;
    for (const DeskCommand& c : commands)
        if (c.state != CommandState::Refused && !c.caseId.isNone())
            older.push_back({c.id, c.caseId, c.command, c.at, std::nullopt, 0, 0});
    m_overlays.insert(m_overlays.begin(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
    for (const DeskCommand& c : commands)
        lay(c.caseId, rows);
    if (m_duties)
        m_duties->load(commands, m_changedDuties);
    m_list.insert(m_list.begin(), std::make_move_iterator(commands.begin()), std::make_move_iterator(commands.end()));
}

void DeskCommands::drop(const Uuid& id)
{
    std::erase_if(m_overlays, [&](const Overlay& o) { return o.id == id; });
}

void DeskCommands::remove(const Uuid& id, Rows& rows)
{
    const auto it = std::ranges::find(m_list, id, &DeskCommand::id);
    if (it == m_list.end())
        return;
    const CaseId caseId = it->caseId;
    m_list.erase(it);
    drop(id);
    lay(caseId, rows);
    if (m_duties)
        m_duties->drop(id, m_changedDuties);
}

std::optional<CaseId> DeskCommands::apply(const CommandMoved& moved, Rows& rows)
{
    const auto it = std::ranges::find(m_list, moved.id, &DeskCommand::id);
    if (it == m_list.end())
        return std::nullopt;
    const CaseId caseId = it->caseId;
    applyToDuty(moved);
    switch (moved.state) {
    case CommandState::Confirmed: {
        m_list.erase(it);
        const auto overlay = std::ranges::find(m_overlays, moved.id, &Overlay::id);
        const domain::Case* confirmed = m_store.confirmed(caseId);
        if (overlay != m_overlays.end() && confirmed && confirmed->version < moved.version)
            overlay->landsAt = moved.version; // the event is still on its way
        else
            drop(moved.id);
        break;
    }
    case CommandState::Refused:
        it->state = moved.state;
        it->rejection = moved.rejection;
        it->currentVersion = moved.version;
        drop(moved.id);
        break;
    default:
        it->state = moved.state;
    }
    lay(caseId, rows);
    return caseId;
}

void DeskCommands::onConfirmedEvent(const domain::RecordedEvent& event, Rows& rows)
{
    if (std::ranges::find(m_overlays, event.caseId, &Overlay::caseId) == m_overlays.end())
        return;
    // Its own event, before the reply came: the first that waits for this very event.
    const auto own = std::ranges::find_if(m_overlays, [&](const Overlay& o) {
        return o.caseId == event.caseId && o.landsAt == 0 && o.event == event.event && event.by == m_operator;
    });
    if (own != m_overlays.end())
        m_overlays.erase(own);
    lay(event.caseId, rows);
}

void DeskCommands::layAll()
{
    Rows rows;
    std::vector<CaseId> cases;
    for (const Overlay& o : m_overlays)
        if (std::ranges::find(cases, o.caseId) == cases.end())
            cases.push_back(o.caseId);
    for (const CaseId id : cases)
        lay(id, rows);
    if (m_duties)
        m_duties->layAll();
}

void DeskCommands::lay(CaseId id, Rows& rows)
{
    const auto before = m_store.clearPending(id);
    const domain::Case* confirmed = m_store.confirmed(id);
    std::optional<std::uint32_t> after;
    if (confirmed) {
        std::erase_if(m_overlays, [&](const Overlay& o) {
            return o.caseId == id && o.landsAt != 0 && o.landsAt <= confirmed->version;
        });
        for (Overlay& o : m_overlays) {
            if (o.caseId != id)
                continue;
            const domain::Case& shown = *m_store.find(id);
            if (!o.event || o.decidedOn != shown.version) {
                const auto decided = m_decide(shown, o.command);
                if (!decided)
                    continue; // the gateway will say why
                o.event = *decided;
                o.decidedOn = shown.version;
            }
            after = m_store.setPending(id, *o.event, o.at, m_operator);
        }
    }
    if (before || after)
        rows.push_back(before ? *before : *after);
}

} // namespace zs::session
