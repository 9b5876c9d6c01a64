#include "session/DutyStore.h"

namespace zs::session {

void DutyStore::reset(Contents contents)
{
    m_pending.clear();
    m_confirmed = std::move(contents);
}

void DutyStore::fold(domain::Subject subject, Pending& pending) const
{
    const domain::DutyState* base = confirmed(subject);
    pending.state = base ? *base : domain::blankDuty(subject);
    for (domain::RecordedDutyEvent& event : pending.laid) {
        event.version = domain::versionOf(pending.state) + 1;
        (void)domain::evolve(pending.state, event); // decided on this very kind of state
    }
}

bool DutyStore::apply(const domain::RecordedDutyEvent& event)
{
    if (domain::subjectKindOf(event.event) != event.subject.kind)
        return false;
    domain::DutyState& state = m_confirmed.try_emplace(event.subject, domain::blankDuty(event.subject)).first->second;
    if (event.version <= domain::versionOf(state) || !domain::evolve(state, event))
        return false;
    if (const auto pending = m_pending.find(event.subject); pending != m_pending.end())
        fold(event.subject, pending->second);
    return true;
}

void DutyStore::setPending(domain::Subject subject, domain::DutyEvent event, TimePoint at, const std::string& by)
{
    Pending& pending = m_pending.try_emplace(subject, Pending{domain::blankDuty(subject), {}}).first->second;
    pending.laid.push_back({0, subject, 0, at, by, std::move(event)});
    fold(subject, pending);
}

bool DutyStore::clearPending(domain::Subject subject) { return m_pending.erase(subject) > 0; }

const domain::DutyState* DutyStore::confirmed(domain::Subject subject) const
{
    const auto it = m_confirmed.find(subject);
    return it == m_confirmed.end() ? nullptr : &it->second;
}

const domain::DutyState* DutyStore::find(domain::Subject subject) const
{
    const auto pending = m_pending.find(subject);
    return pending != m_pending.end() ? &pending->second.state : confirmed(subject);
}

} // namespace zs::session
