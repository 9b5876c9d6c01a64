#include "gateway/decide/CaseCache.h"

namespace zs::gateway {

const domain::Case* CaseCache::find(CaseId id)
{
    const auto found = m_places.find(id);
    if (found == m_places.end())
        return nullptr;
    m_cases.splice(m_cases.begin(), m_cases, found->second);
    return &m_cases.front();
}

const domain::Case& CaseCache::put(domain::Case state)
{
    const CaseId id = state.id;
    return edit(id) = std::move(state);
}

domain::Case& CaseCache::edit(CaseId id)
{
    if (const auto found = m_places.find(id); found != m_places.end()) {
        m_cases.splice(m_cases.begin(), m_cases, found->second);
        return m_cases.front();
    }
    if (m_places.size() >= m_capacity) {
        m_places.erase(m_cases.back().id);
        m_cases.pop_back();
    }
    m_cases.emplace_front().id = id;
    m_places.emplace(id, m_cases.begin());
    return m_cases.front();
}

void CaseCache::clear()
{
    m_places.clear();
    m_cases.clear();
}

} // namespace zs::gateway
