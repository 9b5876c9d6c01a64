// What a connection may use. Everything outlives every connection.
#pragma once

#include "base/Clock.h"
#include "domain/city/City.h"
#include "gateway/auth/TlsContexts.h"
#include "gateway/config/Config.h"
#include "gateway/decide/Committer.h"
#include "gateway/http/Snapshots.h"
#include "gateway/journal/BodyKeys.h"
#include "gateway/journal/ReaderPool.h"
#include "gateway/log/Logger.h"
#include "gateway/stream/EventRing.h"
#include "gateway/stream/PositionBoard.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace zs::gateway {

/// How many connections are open. Any thread.
class ConnectionCount {
public:
    void add()
    {
        const std::lock_guard lock(m_lock);
        ++m_open;
    }
    void remove()
    {
        const std::lock_guard lock(m_lock);
        if (--m_open == 0)
            m_none.notify_all();
    }
    unsigned now() const
    {
        const std::lock_guard lock(m_lock);
        return m_open;
    }
    /// False if some are still open after `atMost`.
    bool waitUntilNone(std::chrono::milliseconds atMost)
    {
        std::unique_lock lock(m_lock);
        return m_none.wait_for(lock, atMost, [this] { return m_open == 0; });
    }

private:
    mutable std::mutex m_lock;
    std::condition_variable m_none;
    unsigned m_open = 0;
};

struct Services {
    const Config& config;
    const domain::City& city;
    const Clock& clock;
    Logger& log;
    Committer& committer;
    const BodyKeys& bodyKeys;
    const TlsContexts& certificates;
    ReaderPool& readers;
    Snapshots& snapshots;
    EventRing& ring;
    PositionBoard& positions;
    ConnectionCount connections{};        ///< open now
    std::atomic<bool> draining{false};    ///< no connection is kept for a further request
};

/// Counts one connection for as long as it lives.
class ConnectionSlot {
public:
    explicit ConnectionSlot(Services& services) : m_services(&services) { services.connections.add(); }
    ConnectionSlot(ConnectionSlot&& other) noexcept : m_services(std::exchange(other.m_services, nullptr)) {}
    ConnectionSlot& operator=(ConnectionSlot&&) = delete;
    ~ConnectionSlot()
    {
        if (m_services)
            m_services->connections.remove();
    }

private:
    Services* m_services;
};

} // namespace zs::gateway
