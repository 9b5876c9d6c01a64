// The last events, encoded, for consoles that were away for a moment.
#pragma once

#include "gateway/stream/Frame.h"

#include <cstddef>
#include <deque>
#include <mutex>
#include <vector>

namespace zs::gateway {

/// Any thread.
class EventRing {
public:
    EventRing(std::size_t maxEvents, std::size_t maxBytes) : m_maxEvents(maxEvents), m_maxBytes(maxBytes) {}

    /// Events follow one another without gaps.
    void add(const std::vector<EncodedEventPtr>& events);
    /// From `first` up to `last`, at most `max`, and no further one once they have `maxBytes`; empty if `first` isn't held
    /// (any more).
    std::vector<EncodedEventPtr> range(Seq first, Seq last, std::size_t max, std::size_t maxBytes = SIZE_MAX) const;

private:
    const std::size_t m_maxEvents, m_maxBytes;
    mutable std::mutex m_mutex;
    std::deque<EncodedEventPtr> m_events;
    std::size_t m_bytes = 0;
};

} // namespace zs::gateway
