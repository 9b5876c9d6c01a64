#include "session/worker/SessionWorker.h"

#include "base/Log.h"
#include "protocol/vocab/Published.h"
#include "session/cache/SetAside.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QThread>

#include <algorithm>

namespace zs::session {

namespace {

bool isDamage(const Error& error)
{
    return error.code == "cache.damaged" || error.code == "outbox.damaged" || error.code == "sqlite.26" || error.code == "sqlite.11"
           || error.code == "sqlite.267" || error.code == "sqlite.523" || error.code == "sqlite.779";
}

/// Whether `content` is what was published, to the byte.
bool isPublished(const domain::Publication& published, std::string_view content)
{
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())),
                                                     QCryptographicHash::Sha256);
    return hash.toHex().toStdString() == published.sha256;
}

} // namespace

SessionWorker::SessionWorker(SessionConfig config, std::shared_ptr<const domain::City> city, CaseClocks::Calendar calendar,
                             const Clock& clock, Mailbox& mailbox, Claims& claims, Tasks& tasks)
    : m_config(std::move(config)), m_city(std::move(city)), m_calendar(std::move(calendar)), m_clock(clock), m_mailbox(mailbox),
      m_claims(claims), m_tasks(tasks), m_backoff(QRandomGenerator::global()->generate64())
{
}

SessionWorker::~SessionWorker() = default;

void SessionWorker::takeTasks()
{
    while (auto task = m_tasks.take())
        (*task)(*this);
}

std::string SessionWorker::fileIn(const char* name) const
{
    return QDir(m_config.cacheDir).filePath(QString::fromLatin1(name)).toStdString();
}

void SessionWorker::start()
{
    m_sender = std::make_unique<CommandSender>(
        m_claims, QRandomGenerator::global()->generate64(), [this](CommandMoved moved) { m_mailbox.put(std::move(moved)); },
        [this](Error error) { tell(std::move(error)); });
    m_retry = std::make_unique<QTimer>();
    m_retry->setSingleShot(true);
    connect(m_retry.get(), &QTimer::timeout, this, &SessionWorker::connectNow);
    m_flush = std::make_unique<QTimer>();
    m_flush->setSingleShot(true);
    connect(m_flush.get(), &QTimer::timeout, this, &SessionWorker::flush);

    m_inForce = protocol::shippedInForce(*m_city);
    openFolder();
    if (m_lock)
        openCache();
    else
        m_mailbox.put(m_inForce);
    announce();
    connectNow();
    buildGrids(); // while the gateway answers
}

void SessionWorker::openFolder()
{
    const QDir dir(m_config.cacheDir);
    if (!dir.exists() && dir.mkpath(QStringLiteral(".")))
        QFile::setPermissions(m_config.cacheDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto lock = std::make_unique<QLockFile>(dir.filePath(QStringLiteral("desk.lock")));
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        m_lock = std::move(lock);
    else
        tell({"cache.folder", "The folder \"" + m_config.cacheDir.toStdString()
                                  + "\" can't be used (another console has it, or it can't be written): nothing is kept on this computer."});
}

void SessionWorker::openCache()
{
    const std::string path = fileIn("cache.db");
    for (int attempt = 0; attempt < 2 && !m_cache; ++attempt) {
        auto cache = CaseCache::open(path, m_city->id);
        auto cases = cache ? cache->load(m_stop) : Result<std::vector<domain::Case>>(Unexpected(cache.error()));
        auto duties = cases ? cache->loadDuties() : Result<DutyStore::Contents>(Unexpected(cases.error()));
        if (duties) {
            m_cache = std::move(*cache);
            m_mark = m_cache->mark();
            takeCachedReferences(*duties);
            m_mailbox.put(m_inForce);
            if (m_mark.isEmpty)
                return;
            m_status.seq = m_mark.seq;
            m_status.dataAt = m_mark.dataAt;
            m_mailbox.put(PictureLoaded{CaseStore::prepare(std::move(*cases), m_calendar), std::move(*duties)});
            return;
        }
        cache = fail("cache.closed", ""); // closed before it's renamed
        const bool again = attempt == 0 && setAside(path);
        tell({duties.error().code, duties.error().sentence + (again ? " It was set aside and is fetched anew from the gateway."
                                                                  : " Work goes on without it.")});
        if (!again)
            return m_mailbox.put(m_inForce);
    }
}

/// What was in force when this desk was last online judges until the gateway says otherwise, with the gateway away too.
void SessionWorker::takeCachedReferences(const DutyStore::Contents& duties)
{
    for (std::size_t i = 0; i < enumNames(domain::ReferenceKind{}).size(); ++i) {
        const auto kind = static_cast<domain::ReferenceKind>(i);
        const auto state = duties.find(domain::referenceSubject(kind));
        const auto* reference = state == duties.end() ? nullptr : std::get_if<domain::Reference>(&state->second);
        const domain::Publication* latest = reference ? reference->latest() : nullptr;
        if (!latest)
            continue;
        if (const auto kept = m_cache->reference(kind, latest->version); kept && *kept && isPublished(*latest, **kept))
            takeIntoForce(kind, latest->version, **kept);
    }
}

void SessionWorker::takeIntoForce(domain::ReferenceKind kind, std::uint32_t version, std::string_view content)
{
    // The gateway reads what it takes; what this program can't read is newer than the program: it goes on with what it has.
    if (auto taken = protocol::takeIntoForce(m_inForce, kind, version, content, *m_city); !taken)
        qCInfo(logSession, "published data not understood: %s", taken.error().code.c_str());
    // The clocks of the next picture are counted by it: then they needn't be counted a second time.
    if (m_inForce.calendar->data() != m_calendar->data())
        m_calendar = m_inForce.calendar;
}

bool SessionWorker::openIdentity()
{
    if (m_client)
        return true;
    const auto identity = link::TlsIdentity::load(m_config.caFile, m_config.certificateFile, m_config.keyFile);
    if (!identity) {
        onBroken({link::FaultKind::Refused, link::Delivered::No, 0, identity.error()});
        return false;
    }
    m_client = std::make_unique<link::GatewayClient>(m_config.gateway, *identity);
    m_stream = std::make_unique<link::EventStream>(m_config.gateway, *identity);
    connect(m_stream.get(), &link::EventStream::hello, this, &SessionWorker::onHello);
    connect(m_stream.get(), &link::EventStream::head, this, &SessionWorker::onHead);
    connect(m_stream.get(), &link::EventStream::gap, this, [this] { resync("the stream has a gap"); });
    connect(m_stream.get(), &link::EventStream::events, this, &SessionWorker::onEvents);
    connect(m_stream.get(), &link::EventStream::positions, this,
            [this](const protocol::PositionFrame& frame) { m_mailbox.put(frame); });
    connect(m_stream.get(), &link::EventStream::latency, this, [this](Millis roundTrip) { m_status.latency = roundTrip; });
    connect(m_stream.get(), &link::EventStream::ended, this, &SessionWorker::onBroken);
    if (m_lock && !m_isOutboxOpen)
        openOutbox(*identity);
    return true;
}

void SessionWorker::openOutbox(const link::TlsIdentity& identity)
{
    const std::string path = fileIn("outbox.db");
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto file = OutboxFile::open(path, identity.seal());
        auto left = file ? file->load() : Result<std::vector<DeskCommand>>(Unexpected(file.error()));
        if (left) {
            m_isOutboxOpen = true;
            m_sender->useFile(std::move(*file), *left);
            m_mailbox.put(OutboxLoaded{std::move(*left)});
            return;
        }
        file = fail("outbox.closed", ""); // closed before it's renamed
        // Only what can't ever be read is set aside; a full disk or a busy file is no reason to part with commands.
        const bool useless = isDamage(left.error()) || left.error().code == "outbox.key";
        const bool again = attempt == 0 && useless && setAside(path);
        tell({left.error().code, left.error().sentence + (again ? " It was set aside; what was waiting in it has not been sent."
                                                                : " Commands are kept in memory only.")});
        if (!again)
            return;
    }
}

void SessionWorker::buildGrids()
{
    std::vector<const GeoShape*> shapes;
    shapes.reserve(m_city->grids.size());
    for (const domain::Grid& grid : m_city->grids)
        shapes.push_back(&grid.shape);
    m_mailbox.put(std::make_shared<const geo::GridIndex>(shapes));
}

void SessionWorker::flush()
{
    m_flush->stop();
    if (m_cache && !m_mark.isEmpty) {
        const Batch events = std::exchange(m_unwritten, {});
        if (auto kept = m_cache->append(events.cases, m_mark, events.duties); !kept)
            onCacheFailed(kept.error());
    }
    onSeen();
}

void SessionWorker::onSeen() { m_sender->forgetUpTo(m_mark.seq); }

void SessionWorker::onCacheFailed(const Error& error)
{
    m_unwritten = {};
    if (error.code == "cache.order") {
        if (m_status.state == LinkState::Online)
            resync("events don't follow the picture");
        else
            m_mark.isEmpty = true; // the next connection begins with a snapshot
        return;
    }
    const std::string path = fileIn("cache.db");
    m_cache.reset();
    std::string outcome = " Work goes on without it.";
    if (isDamage(error) && setAside(path)) {
        if (auto fresh = CaseCache::open(path, m_city->id)) {
            m_cache = std::move(*fresh);
            outcome = " It was set aside and is fetched anew from the gateway.";
        }
    }
    tell({"cache.failed", "The picture kept on this computer can't be used any more: " + error.sentence + outcome});
    if (!m_cache)
        return;
    if (m_status.state == LinkState::Online)
        resync("the cache is new");
    else
        m_mark.isEmpty = true;
}

void SessionWorker::requestTimeline(CaseId id)
{
    if (m_status.state != LinkState::Online)
        return tellPartialTimeline(id);
    m_client->getCase(id, [this, id](link::LinkResult<link::CaseAnswer> answer) {
        if (!answer)
            return tellPartialTimeline(id);
        m_mailbox.put(TimelineArrived{id, std::move(answer->events), TimelineSource::Gateway});
    });
}

void SessionWorker::tellPartialTimeline(CaseId id)
{
    if (!m_unwritten.isEmpty())
        flush();
    TimelineArrived arrived{id, {}, TimelineSource::Partial};
    if (m_cache) {
        auto events = m_cache->timeline(id);
        if (events)
            arrived.events = std::move(*events);
        else
            onCacheFailed(events.error());
    }
    m_mailbox.put(std::move(arrived));
}

bool SessionWorker::tellReference(domain::ReferenceKind kind, const domain::Publication& published, std::string content)
{
    if (!isPublished(published, content))
        return false;
    takeIntoForce(kind, published.version, content);
    m_mailbox.put(ReferenceArrived{kind, published.version, std::move(content), m_inForce});
    return true;
}

void SessionWorker::requestReference(domain::ReferenceKind kind, domain::Publication published)
{
    if (m_cache)
        if (auto kept = m_cache->reference(kind, published.version); kept && *kept && tellReference(kind, published, std::move(**kept)))
            return;
    if (!m_client || m_status.state != LinkState::Online)
        return; // asked again when the link stands
    m_client->getReference(kind, published.version, [this, kind, published](link::LinkResult<QByteArray> answer) {
        if (!answer) {
            qCInfo(logSession, "published data not fetched: %s", answer.error().error.code.c_str());
            return;
        }
        std::string content = answer->toStdString();
        if (!tellReference(kind, published, content))
            return tell({"reference.hash", "Published data came from the gateway damaged and isn't used."});
        if (m_cache)
            if (auto kept = m_cache->keepReference(kind, published.version, content); !kept)
                onCacheFailed(kept.error());
    });
}

void SessionWorker::stop()
{
    ++m_round;
    if (m_stream)
        m_stream->close();
    m_sender->stop();
    if (m_flush && m_cache)
        flush();
    m_retry.reset();
    m_flush.reset();
    m_stream.reset();
    m_client.reset();
    m_sender.reset();
    m_cache.reset();
    m_lock.reset();
    thread()->quit();
}

} // namespace zs::session
