#include "gateway/Gateway.h"

#include "gateway/decide/OwnReferences.h"
#include "gateway/decide/ReferenceContent.h"
#include "gateway/http/HttpSession.h"
#include "gateway/journal/SqliteJournal.h"
#include "protocol/vocab/Calendar.h"
#include "protocol/vocab/Catalogue.h"
#include "protocol/vocab/Published.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <future>

namespace zs::gateway {

namespace asio = boost::asio;

namespace {
constexpr std::size_t ringEvents = 16'384, ringBytes = 16u << 20;
constexpr std::size_t readerThreads = 2;
/// How long connections may take to end by themselves before they are cut.
constexpr std::chrono::seconds drainTime{5};

/// Runs `work` on the thread and waits for it.
template <class F>
void runOn(IoThread& thread, F&& work)
{
    std::promise<void> done;
    asio::post(thread.io, [&] {
        work();
        done.set_value();
    });
    done.get_future().wait();
}
} // namespace

Gateway::Gateway(const Config& config, std::shared_ptr<const domain::City> city, const Clock& clock, Logger& log,
                 DataFolder folder)
    : m_config(config), m_city(std::move(city)), m_clock(clock), m_log(log), m_folder(std::move(folder)),
      m_positions(*m_city), m_ring(ringEvents, ringBytes)
{
}

Result<std::unique_ptr<Gateway>> Gateway::make(const Config& config, std::shared_ptr<const domain::City> city,
                                               const Clock& clock, Logger& log)
{
    auto folder = DataFolder::lock(config.data);
    if (!folder)
        return Unexpected(folder.error());
    std::unique_ptr<Gateway> gateway(new Gateway(config, std::move(city), clock, log, std::move(*folder)));
    if (auto opened = gateway->open(); !opened)
        return Unexpected(opened.error());
    return gateway;
}

Result<void> Gateway::open()
{
    auto contexts = TlsContexts::load(m_config.pki);
    if (!contexts)
        return Unexpected(contexts.error());
    m_contexts = std::move(*contexts);
    auto keys = BodyKeys::open(m_config.data, m_clock.now());
    if (!keys)
        return Unexpected(keys.error());
    m_bodyKeys = std::move(*keys);
    auto journal = SqliteJournal::open(m_config.data, m_city->id);
    if (!journal)
        return Unexpected(journal.error());
    m_journal = std::move(*journal);
    auto inForce = bringIntoForce();
    if (!inForce)
        return Unexpected(inForce.error());
    m_calendar = inForce->calendar;
    auto committer = Committer::make(*m_journal, *m_city, m_clock, referenceCheck(*m_city), std::move(*inForce));
    if (!committer)
        return Unexpected(committer.error());
    m_committer = std::move(*committer);
    auto readers = ReaderPool::make(*m_journal, readerThreads);
    if (!readers)
        return Unexpected(readers.error());
    m_readers = std::move(*readers);
    m_snapshots = std::make_unique<Snapshots>(*m_readers, m_clock, m_city->id);
    m_services.reset(new Services{m_config, *m_city, m_clock, m_log, *m_committer, *m_bodyKeys, *m_contexts, *m_readers, *m_snapshots, m_ring,
                                  m_positions});
    const Head head = m_committer->head();
    for (unsigned i = 0; i < m_config.threads; ++i)
        m_threads.push_back(std::make_unique<IoThread>(head.seq, head.chain));
    m_feed = std::make_unique<EventFeed>(m_threads, m_ring, m_positions, m_clock, m_city->id);
    m_upkeep = std::make_unique<Upkeep>(m_threads, *m_contexts, *m_bodyKeys, m_clock, m_log, m_config.upkeep);
    m_server = std::make_unique<Server>(m_threads, *m_contexts, *m_services);
    return m_server->listen();
}

/// What this gateway brings along is published where nobody has published anything else; then the journal says what holds.
Result<domain::InForce> Gateway::bringIntoForce()
{
    domain::InForce shipped = protocol::shippedInForce(*m_city);
    if (!m_config.calendar.empty()) {
        auto calendar = protocol::loadCalendar(m_config.calendar);
        if (!calendar)
            return Unexpected(calendar.error());
        shipped.calendar = std::move(*calendar);
    }
    std::vector<OwnReference> own{{domain::ReferenceKind::Calendar, protocol::writeCalendar(shipped.calendar->data())}};
    if (shipped.router)
        own.push_back({domain::ReferenceKind::Catalogue, protocol::writeCatalogue(shipped.router->catalogue())});
    const auto overruled = publishOwn(m_journal->writer(), *m_city, m_clock.now(), own);
    if (!overruled)
        return Unexpected(overruled.error());
    if (!m_config.calendar.empty() && std::ranges::find(*overruled, domain::ReferenceKind::Calendar) != overruled->end())
        m_log.warn("calendar.overruled", {{"file", m_config.calendar.string()}, {"problem", "another calendar was published from a console"}});
    return inForceOf(*m_journal, *m_city, std::move(shipped));
}

Gateway::~Gateway() { stop(); }

/// Limits reach into the next two months; whoever runs the gateway hears in time that a calendar has to be published.
void Gateway::warnOfUnknownYears()
{
    constexpr std::chrono::days ahead{60};
    const TimePoint now = m_clock.now();
    if (const auto problem = m_calendar->problem(now, now + ahead))
        m_log.warn("calendar.year_unknown", {{"version", m_calendar->data().version}, {"problem", problem->en}});
}

void Gateway::start()
{
    m_isRunning = true;
    m_committer->start([this](std::vector<StoredEvent> events) { m_feed->committed(std::move(events)); },
                       [this](const Error& e) { m_log.error("journal.trouble", {{"code", e.code}, {"reason", e.sentence}}); });
    for (const auto& thread : m_threads)
        thread->start();
    m_feed->start();
    m_server->start();
    m_upkeep->start();
    m_log.info("gateway.started", {{"port", m_server->port()}, {"head", head().seq}, {"city", m_city->id}});
    warnOfUnknownYears();
}

Result<void> Gateway::reloadCertificates() { return m_upkeep->reloadCertificates(); }

void Gateway::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_services->draining.store(true);
    runOn(*m_threads.front(), [this] { m_server->stop(); });
    // What was accepted is finished and answered first; then idle connections are closed and consoles told.
    m_committer->stop();
    for (const auto& thread : m_threads)
        runOn(*thread, [&] {
            const std::vector<HttpSession*> sessions(thread->sessions.begin(), thread->sessions.end());
            for (HttpSession* session : sessions)
                session->drain();
            thread->hub.shutdown();
        });
    m_services->connections.waitUntilNone(drainTime);
    runOn(*m_threads.front(), [this] {
        m_feed->stop();
        m_upkeep->stop();
    });
    m_readers->stop();
    for (const auto& thread : m_threads) {
        thread->release();
        thread->io.stop();
    }
    for (const auto& thread : m_threads)
        thread->join();
    m_log.info("gateway.stopped", {{"head", head().seq}});
}

} // namespace zs::gateway
