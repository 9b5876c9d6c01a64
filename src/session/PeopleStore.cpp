#include "session/PeopleStore.h"

#include <algorithm>

namespace zs::session {

void PeopleStore::apply(const protocol::PositionFrame& frame)
{
    for (const protocol::Position& p : frame.positions) {
        if (p.flags & protocol::positionOffDuty) {
            forget(p.person);
            continue;
        }
        const std::size_t index = std::size_t(p.person.value) - 1;
        if (p.person.isNone() || index >= m_fixes.size())
            continue;
        Fix& fix = m_fixes[index];
        const TimePoint at = frame.time - std::chrono::seconds(p.ageSeconds);
        if (fix.isKnown() && at < fix.at)
            continue;
        m_known += fix.isKnown() ? 0 : 1;
        fix = {p.lonE7, p.latE7, at, p.heading};
        m_newest = std::max(m_newest, at);
    }
}

void PeopleStore::forget(PersonId person)
{
    const std::size_t index = std::size_t(person.value) - 1;
    if (person.isNone() || index >= m_fixes.size() || !m_fixes[index].isKnown())
        return;
    m_fixes[index] = {};
    --m_known;
}

void PeopleStore::clear()
{
    std::ranges::fill(m_fixes, Fix{});
    m_known = 0;
    m_newest = {};
}

const Fix* PeopleStore::fix(PersonId person) const
{
    const std::size_t index = std::size_t(person.value) - 1;
    return !person.isNone() && index < m_fixes.size() && m_fixes[index].isKnown() ? &m_fixes[index] : nullptr;
}

} // namespace zs::session
