#include "gateway/Upkeep.h"

#include "gateway/http/HttpSession.h"

#include <boost/asio/post.hpp>

namespace zs::gateway {

namespace asio = boost::asio;

namespace {
/// A warning that nobody heeded is logged again after this.
constexpr std::chrono::hours warnAgain{24};
} // namespace

Upkeep::Upkeep(std::vector<std::unique_ptr<IoThread>>& threads, TlsContexts& certificates, BodyKeys& keys, const Clock& clock,
               Logger& log, std::chrono::milliseconds every)
    : m_threads(threads), m_certificates(certificates), m_keys(keys), m_clock(clock), m_log(log), m_every(every),
      m_timer(threads.front()->io)
{
}

void Upkeep::start()
{
    asio::post(m_threads.front()->io, [this] { look(); });
}

void Upkeep::stop()
{
    m_isStopped = true;
    m_timer.cancel();
}

void Upkeep::look()
{
    if (m_isStopped)
        return;
    if (m_certificates.haveFilesChanged())
        (void)reloadCertificates(); // it logs what is wrong and keeps the old ones
    if (auto renewed = m_keys.renewIfDue(m_clock.now()); !renewed)
        m_log.error("keys.failed", {{"code", renewed.error().code}, {"reason", renewed.error().sentence}});
    warn();
    m_timer.expires_after(m_every);
    m_timer.async_wait([this](const boost::system::error_code& cancelled) {
        if (!cancelled)
            look();
    });
}

Result<void> Upkeep::reloadCertificates()
{
    auto reloaded = m_certificates.reload();
    if (!reloaded) {
        m_log.error("tls.reload_failed", {{"code", reloaded.error().code}, {"reason", reloaded.error().sentence}});
        return reloaded;
    }
    m_log.info("tls.reloaded");
    const auto revoked = m_certificates.revoked();
    if (!revoked || revoked->empty())
        return reloaded;
    for (const auto& thread : m_threads)
        asio::post(thread->io, [&served = *thread, revoked] {
            const std::vector<HttpSession*> sessions(served.sessions.begin(), served.sessions.end());
            for (HttpSession* session : sessions)
                session->cutIfRevoked(*revoked);
            served.hub.revoke(*revoked);
        });
    return reloaded;
}

void Upkeep::warn()
{
    const TimePoint now = m_clock.now();
    const std::vector<TlsWarning> warnings = m_certificates.warnings(now);
    std::string codes;
    for (const TlsWarning& warning : warnings)
        codes += warning.code + " ";
    if (codes == m_warned && now < m_warnedAt + warnAgain)
        return;
    m_warned = codes;
    m_warnedAt = now;
    for (const TlsWarning& warning : warnings)
        m_log.error("tls.warning", {{"code", warning.code}, {"reason", warning.text.en}});
}

} // namespace zs::gateway
