// Brings committed events and positions from where they arise to the consoles of every io thread, coalesced.
#pragma once

#include "base/Clock.h"
#include "gateway/http/IoThread.h"
#include "gateway/journal/Journal.h"
#include "gateway/stream/EventRing.h"
#include "gateway/stream/PositionBoard.h"

#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace zs::gateway {

/// Its timers run on the first io thread. Everything handed in must outlive it.
class EventFeed {
public:
    EventFeed(std::vector<std::unique_ptr<IoThread>>& threads, EventRing& ring, PositionBoard& board,
              const Clock& clock, std::string city);

    void start();
    /// Ends the timers; call on the first io thread.
    void stop();
    /// Any thread, in order of seq.
    void committed(std::vector<StoredEvent> events);

private:
    void publish();
    void onPositionTick();
    void onHeadTick();
    void armPositions();
    void armHead();

    std::vector<std::unique_ptr<IoThread>>& m_threads;
    EventRing& m_ring;
    PositionBoard& m_board;
    const Clock& m_clock;
    const std::string m_city;
    boost::asio::steady_timer m_eventTimer, m_positionTimer, m_headTimer;
    bool m_stopped = false;

    std::mutex m_mutex;
    std::vector<StoredEvent> m_pending;
    bool m_scheduled = false;
};

} // namespace zs::gateway
