#include "gateway/stream/EventRing.h"

namespace zs::gateway {

void EventRing::add(const std::vector<EncodedEventPtr>& events)
{
    const std::lock_guard lock(m_mutex);
    for (const EncodedEventPtr& event : events) {
        m_events.push_back(event);
        m_bytes += event->json.size();
    }
    while (!m_events.empty() && (m_events.size() > m_maxEvents || m_bytes > m_maxBytes)) {
        m_bytes -= m_events.front()->json.size();
        m_events.pop_front();
    }
}

std::vector<EncodedEventPtr> EventRing::range(Seq first, Seq last, std::size_t max, std::size_t maxBytes) const
{
    std::vector<EncodedEventPtr> out;
    const std::lock_guard lock(m_mutex);
    if (m_events.empty() || first < m_events.front()->seq)
        return out;
    std::size_t bytes = 0;
    for (auto i = static_cast<std::size_t>(first - m_events.front()->seq); i < m_events.size(); ++i) {
        if (m_events[i]->seq > last || out.size() >= max)
            break;
        if (bytes >= maxBytes)
            break;
        bytes += m_events[i]->json.size();
        out.push_back(m_events[i]);
    }
    return out;
}

} // namespace zs::gateway
