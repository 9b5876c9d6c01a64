// Who has a command: the person, who may still take it back, or the link, which has sent it. The one thing that both
// threads decide together.
#pragma once

#include "base/Uuid.h"

#include <mutex>
#include <set>

namespace zs::session {

/// Any thread.
class Claims {
public:
    /// The worker, before it sends. False: it was taken back.
    bool claim(const Uuid& id)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_withdrawn.contains(id))
            return false;
        m_claimed.insert(id);
        return true;
    }
    /// The worker, when it certainly never arrived, or has been answered.
    void release(const Uuid& id)
    {
        const std::scoped_lock lock(m_mutex);
        m_claimed.erase(id);
    }
    /// The person. False: it was sent.
    bool withdraw(const Uuid& id)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_claimed.contains(id))
            return false;
        m_withdrawn.insert(id);
        return true;
    }
    /// The worker has forgotten a withdrawn command.
    void forget(const Uuid& id)
    {
        const std::scoped_lock lock(m_mutex);
        m_withdrawn.erase(id);
    }

private:
    std::mutex m_mutex;
    std::set<Uuid> m_claimed;
    std::set<Uuid> m_withdrawn;
};

} // namespace zs::session
