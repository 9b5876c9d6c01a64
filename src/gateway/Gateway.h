// The whole gateway, put together: what main() and tests start and stop.
#pragma once

#include "base/Clock.h"
#include "domain/InForce.h"
#include "gateway/Upkeep.h"
#include "gateway/auth/TlsContexts.h"
#include "gateway/config/Config.h"
#include "gateway/config/DataFolder.h"
#include "gateway/http/Server.h"
#include "gateway/http/Services.h"
#include "gateway/journal/BodyKeys.h"
#include "gateway/journal/Journal.h"
#include "gateway/stream/EventFeed.h"

#include <memory>
#include <vector>

namespace zs::gateway {

class Gateway {
public:
    /// Opens everything and listens; nothing is served before start(). `clock` and `log` must outlive it.
    static Result<std::unique_ptr<Gateway>> make(const Config& config, std::shared_ptr<const domain::City> city,
                                                 const Clock& clock, Logger& log);
    ~Gateway();

    void start();
    /// Finishes the commands that were accepted, tells the consoles, closes. Not on one of its own threads.
    void stop();
    /// Reads the certificates anew, also done by itself (Upkeep.h). Any thread.
    Result<void> reloadCertificates();

    std::uint16_t port() const { return m_server->port(); }
    Head head() const { return m_committer->head(); }

private:
    Gateway(const Config& config, std::shared_ptr<const domain::City> city, const Clock& clock, Logger& log,
            DataFolder folder);
    Result<void> open();
    Result<domain::InForce> bringIntoForce();

    const Config m_config;
    void warnOfUnknownYears();

    const std::shared_ptr<const domain::City> m_city;
    std::shared_ptr<const domain::WorkCalendar> m_calendar; ///< at the start; until another one is published
    const Clock& m_clock;
    Logger& m_log;
    DataFolder m_folder;
    std::unique_ptr<TlsContexts> m_contexts;
    std::unique_ptr<BodyKeys> m_bodyKeys;
    std::unique_ptr<Journal> m_journal;
    PositionBoard m_positions;
    EventRing m_ring;
    std::unique_ptr<Committer> m_committer;
    std::unique_ptr<ReaderPool> m_readers;
    std::unique_ptr<Snapshots> m_snapshots;
    std::unique_ptr<Services> m_services;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::unique_ptr<EventFeed> m_feed;
    std::unique_ptr<Upkeep> m_upkeep;
    std::unique_ptr<Server> m_server;
    bool m_isRunning = false;
};

} // namespace zs::gateway
