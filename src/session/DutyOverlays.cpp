#include "session/DutyOverlays.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace zs::session {

DutyOverlays::DutyOverlays(DutyStore& store, Decide decide, std::string operatorName)
    : m_store(store), m_decide(std::move(decide)), m_operator(std::move(operatorName))
{
}

std::vector<DutyOverlays::Overlay>::iterator DutyOverlays::find(const Uuid& id)
{
    return std::ranges::find(m_overlays, id, &Overlay::id);
}

void DutyOverlays::add(const DeskCommand& command, domain::DutyEvent event, Subjects& changed)
{
    const domain::Subject subject = command.duty->subject;
    if (subject.number == 0)
        return;
    const domain::DutyState* shown = m_store.find(subject);
    m_overlays.push_back({command.id, *command.duty, command.at, event, shown ? domain::versionOf(*shown) : 0, 0});
    m_store.setPending(subject, std::move(event), command.at, m_operator);
    changed.push_back(subject);
}

void DutyOverlays::load(const std::vector<DeskCommand>& commands, Subjects& changed)
{
    std::vector<Overlay> older;
    for (const DeskCommand& c : commands)
        if (c.duty && c.state != CommandState::Refused && c.duty->subject.number != 0)
            older.push_back({c.id, *c.duty, c.at, std::nullopt, 0, 0});
    std::set<domain::Subject> subjects;
    for (const Overlay& o : older)
        subjects.insert(o.ask.subject);
    m_overlays.insert(m_overlays.begin(), std::make_move_iterator(older.begin()), std::make_move_iterator(older.end()));
    for (const domain::Subject subject : subjects)
        lay(subject, changed);
}

void DutyOverlays::drop(const Uuid& id, Subjects& changed)
{
    const auto it = find(id);
    if (it == m_overlays.end())
        return;
    const domain::Subject subject = it->ask.subject;
    m_overlays.erase(it);
    lay(subject, changed);
}

void DutyOverlays::confirm(const Uuid& id, std::uint32_t version, Subjects& changed)
{
    const auto it = find(id);
    if (it == m_overlays.end())
        return;
    const domain::Subject subject = it->ask.subject;
    it->landsAt = version; // its event may still be on its way; lay() takes it off once it is there
    lay(subject, changed);
}

void DutyOverlays::onConfirmedEvent(const domain::RecordedDutyEvent& event, Subjects& changed)
{
    if (std::ranges::none_of(m_overlays, [&](const Overlay& o) { return o.ask.subject == event.subject; }))
        return;
    // Its own event, before the reply came: the first that waits for this very event.
    const auto own = std::ranges::find_if(m_overlays, [&](const Overlay& o) {
        return o.ask.subject == event.subject && o.landsAt == 0 && o.event == event.event && event.by == m_operator;
    });
    if (own != m_overlays.end())
        m_overlays.erase(own);
    lay(event.subject, changed);
}

void DutyOverlays::layAll()
{
    std::set<domain::Subject> subjects;
    for (const Overlay& o : m_overlays)
        subjects.insert(o.ask.subject);
    Subjects changed;
    for (const domain::Subject subject : subjects)
        lay(subject, changed);
}

void DutyOverlays::lay(domain::Subject subject, Subjects& changed)
{
    const bool before = m_store.clearPending(subject);
    const domain::DutyState* confirmed = m_store.confirmed(subject);
    const std::uint32_t version = confirmed ? domain::versionOf(*confirmed) : 0;
    std::erase_if(m_overlays, [&](const Overlay& o) {
        return o.ask.subject == subject && o.landsAt != 0 && o.landsAt <= version;
    });
    bool after = false;
    for (Overlay& o : m_overlays) {
        if (o.ask.subject != subject)
            continue;
        const domain::DutyState* found = m_store.find(subject);
        const domain::DutyState shown = found ? *found : domain::blankDuty(subject);
        if (!o.event || o.decidedOn != domain::versionOf(shown)) {
            auto decided = m_decide(shown, o.ask.command);
            if (!decided)
                continue; // the gateway will say why
            o.event = std::move(*decided);
            o.decidedOn = domain::versionOf(shown);
        }
        m_store.setPending(subject, *o.event, o.at, m_operator);
        after = true;
    }
    if (before || after)
        changed.push_back(subject);
}

} // namespace zs::session
