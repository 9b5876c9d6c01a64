// What the gateway looks at by itself now and then: new certificates and a new revocation list, what runs out, old keys.
#pragma once

#include "base/Clock.h"
#include "gateway/auth/TlsContexts.h"
#include "gateway/http/IoThread.h"
#include "gateway/journal/BodyKeys.h"
#include "gateway/log/Logger.h"

#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>
#include <vector>

namespace zs::gateway {

/// Its timer lives on the first io thread. Everything handed in outlives it.
class Upkeep {
public:
    Upkeep(std::vector<std::unique_ptr<IoThread>>& threads, TlsContexts& certificates, BodyKeys& keys, const Clock& clock,
           Logger& log, std::chrono::milliseconds every);

    /// After the threads have started. Looks at once, then again and again.
    void start();
    /// On the first io thread.
    void stop();
    /// Reads the certificates anew and cuts the connections of those that are revoked. Any thread.
    Result<void> reloadCertificates();

private:
    void look();
    void warn();

    std::vector<std::unique_ptr<IoThread>>& m_threads;
    TlsContexts& m_certificates;
    BodyKeys& m_keys;
    const Clock& m_clock;
    Logger& m_log;
    const std::chrono::milliseconds m_every;
    boost::asio::steady_timer m_timer;
    bool m_isStopped = false;
    std::string m_warned; ///< codes of the last warnings, and when they were logged
    TimePoint m_warnedAt{};
};

} // namespace zs::gateway
