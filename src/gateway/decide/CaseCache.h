// The cases that decisions are about, read through from the journal, the least recently used dropped first.
#pragma once

#include "domain/cases/Case.h"

#include <cstddef>
#include <list>
#include <unordered_map>

namespace zs::gateway {

/// Belongs to the writer's thread.
class CaseCache {
public:
    explicit CaseCache(std::size_t capacity) : m_capacity(capacity) {}

    /// Null when it isn't held. Valid until the next put() or clear().
    const domain::Case* find(CaseId id);
    const domain::Case& put(domain::Case state);
    /// The held one, or a blank one of that number, to be changed in place; the next put() or clear() may end it.
    domain::Case& edit(CaseId id);
    void clear();
    std::size_t size() const { return m_places.size(); }

private:
    std::size_t m_capacity;
    std::list<domain::Case> m_cases; ///< most recently used first
    std::unordered_map<CaseId, std::list<domain::Case>::iterator> m_places;
};

} // namespace zs::gateway
