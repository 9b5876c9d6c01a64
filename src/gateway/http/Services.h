// What a connection may use. Everything outlives every connection.
#pragma once

#include "base/Clock.h"
#include "domain/city/City.h"
#include "gateway/config/Config.h"
#include "gateway/decide/Committer.h"
#include "gateway/http/Snapshots.h"
#include "gateway/journal/ReaderPool.h"
#include "gateway/log/Logger.h"
#include "gateway/stream/EventRing.h"
#include "gateway/stream/PositionBoard.h"

#include <atomic>

namespace zs::gateway {

struct Services {
    const Config& config;
    const domain::City& city;
    const Clock& clock;
    Logger& log;
    Committer& committer;
    ReaderPool& readers;
    Snapshots& snapshots;
    EventRing& ring;
    PositionBoard& positions;
    std::atomic<unsigned> connections{0}; ///< open now
    std::atomic<bool> draining{false};    ///< no connection is kept for a further request
};

/// Counts one connection for as long as it lives.
class ConnectionSlot {
public:
    explicit ConnectionSlot(Services& services) : m_services(&services) { ++services.connections; }
    ConnectionSlot(ConnectionSlot&& other) noexcept : m_services(std::exchange(other.m_services, nullptr)) {}
    ConnectionSlot& operator=(ConnectionSlot&&) = delete;
    ~ConnectionSlot()
    {
        if (m_services)
            --m_services->connections;
    }

private:
    Services* m_services;
};

} // namespace zs::gateway
