// The worker's half that talks to the gateway: connect, snapshot, stream, and what to do when one of them breaks.
#include "session/worker/SessionWorker.h"

#include "base/Log.h"
#include "session/sync/Snapshot.h"

#include <algorithm>

namespace zs::session {

using namespace std::chrono_literals;

namespace {

constexpr Millis flushAfter{200};
constexpr std::size_t flushAt = 1000;
/// A person must act, but the person may be at the gateway: look again now and then.
constexpr Millis refusedPause{60'000};
constexpr std::size_t keptOffsets = 16;

} // namespace

void SessionWorker::connectNow()
{
    m_retry->stop();
    ++m_round;
    if (m_status.offlineSince != TimePoint{})
        ++m_status.attempt;
    m_status.nextTry = {};
    announce();
    if (m_status.state == LinkState::Refused) {
        m_stream.reset(); // somebody may have put other certificates there
        m_client.reset();
    }
    if (!openIdentity())
        return;
    if (m_mark.isEmpty)
        fetchSnapshot();
    else
        openStream();
}

void SessionWorker::reconnectNow()
{
    if (m_status.state == LinkState::Online || !m_retry->isActive())
        return;
    connectNow();
}

void SessionWorker::fetchSnapshot()
{
    m_client->getSnapshot([this, round = m_round](link::LinkResult<QByteArray> bytes) {
        if (round != m_round)
            return;
        if (!bytes)
            return onBroken(bytes.error());
        onSnapshot(*bytes);
    });
}

void SessionWorker::onSnapshot(const QByteArray& bytes)
{
    auto snapshot = readSnapshot({bytes.constData(), static_cast<std::size_t>(bytes.size())}, m_stop);
    if (m_stop)
        return;
    if (!snapshot)
        return onBroken({link::FaultKind::Protocol, link::Delivered::No, 0, snapshot.error()});
    if (snapshot->city != m_city->id)
        return onOtherCity(snapshot->city);
    m_unwritten = {};
    m_mark = {snapshot->seq, {}, snapshot->now, false};
    if (m_offsets.empty())
        m_offset = snapshot->now - m_clock.now(); // rough: the stream measures it
    if (m_cache)
        if (auto kept = m_cache->replace(snapshot->cases, m_mark, m_stop, snapshot->duties); !kept && !m_stop)
            onCacheFailed(kept.error());
    m_status.seq = m_mark.seq;
    m_status.dataAt = m_mark.dataAt;
    m_mailbox.put(PictureLoaded{CaseStore::prepare(std::move(snapshot->cases), m_calendar), std::move(snapshot->duties)});
    announce();
    onSeen();
    openStream();
}

void SessionWorker::openStream()
{
    m_stream->open(m_mark.seq);
}

void SessionWorker::resync(const char* why)
{
    qCInfo(logSession, "fetching the picture anew: %s", why);
    m_stream->close();
    ++m_round;
    if (++m_resyncs > 2)
        return onBroken({link::FaultKind::Protocol, link::Delivered::No, 0,
                         {"link.sync", "The gateway's stream and its picture don't fit together."}});
    fetchSnapshot();
}

void SessionWorker::onOtherCity(const std::string& city)
{
    onBroken({link::FaultKind::Refused, link::Delivered::No, 0,
              {"link.city", "This gateway serves another city (\"" + city.substr(0, 40) + "\", not \"" + m_city->id + "\")."}});
}

void SessionWorker::onHello(const protocol::Hello& hello)
{
    if (hello.city != m_city->id)
        return onOtherCity(hello.city);
    if (hello.head < m_mark.seq)
        return resync("the gateway is behind this desk");
    if (hello.head == m_mark.seq && !hello.chain.empty() && !m_mark.chain.empty() && hello.chain != m_mark.chain)
        return resync("the gateway has another history");
    m_status.state = LinkState::Online;
    m_status.offlineSince = {};
    m_status.nextTry = {};
    m_status.attempt = 0;
    m_status.reason.clear();
    note(hello);
    m_sender->start(*m_client);
}

void SessionWorker::onHead(const protocol::Hello& head)
{
    // Only a stream that stands for a second counts as a success: one that is cut at once must not be tried at once.
    m_backoff.reset();
    m_resyncs = 0;
    note(head);
}

void SessionWorker::note(const protocol::Hello& head)
{
    measureClock(head);
    if (head.head <= m_mark.seq) {
        m_mark.dataAt = m_status.dataAt = head.now;
        if (!head.chain.empty() && head.head == m_mark.seq)
            m_mark.chain = head.chain;
        if (m_unwritten.isEmpty() && !m_flush->isActive())
            m_flush->start(5s); // so that an idle night's picture isn't called old
    }
    announce();
}

void SessionWorker::measureClock(const protocol::Hello& head)
{
    // A message that travelled makes the gateway's clock look behind: of the last ones the largest is the nearest.
    m_offsets.push_back(head.now - m_clock.now());
    if (m_offsets.size() > keptOffsets)
        m_offsets.pop_front();
    m_offset = *std::ranges::max_element(m_offsets);
}

void SessionWorker::announce() { m_mailbox.put(LinkMoved{m_status, m_offset}); }

void SessionWorker::onEvents(const std::vector<domain::RecordedEvent>& cases,
                             const std::vector<domain::RecordedDutyEvent>& duties)
{
    EventsArrived arrived;
    arrived.events.cases.reserve(cases.size());
    bool hole = false;
    inOrder(cases, duties, [&](const auto& event) {
        if (event.seq <= m_mark.seq)
            return true; // seen before: a stream may overlap
        hole = event.seq != m_mark.seq + 1;
        if (hole)
            return false;
        m_mark.seq = event.seq;
        m_mark.chain.clear();
        m_mark.dataAt = std::max(m_mark.dataAt, event.at);
        if constexpr (std::is_same_v<std::decay_t<decltype(event)>, domain::RecordedEvent>)
            arrived.events.cases.push_back(event);
        else
            arrived.events.duties.push_back(event);
        return true;
    });
    m_status.seq = m_mark.seq;
    m_status.dataAt = m_mark.dataAt;
    if (!arrived.events.isEmpty()) {
        if (m_cache)
            m_unwritten.add(arrived.events);
        m_mailbox.put(std::move(arrived));
        if (m_unwritten.size() >= flushAt)
            flush();
        else if (!m_flush->isActive() || m_flush->remainingTimeAsDuration() > flushAfter)
            m_flush->start(flushAfter);
    }
    if (hole)
        resync("events are missing in the stream");
}

void SessionWorker::onBroken(const link::LinkError& error)
{
    ++m_round;
    if (m_stream)
        m_stream->close();
    m_sender->stop();
    const bool refused = error.kind == link::FaultKind::Refused
                         || (error.kind == link::FaultKind::Rejected && (error.status == 401 || error.status == 403));
    m_status.state = refused ? LinkState::Refused : LinkState::Offline;
    m_status.reason = QString::fromStdString(error.error.sentence);
    if (m_status.offlineSince == TimePoint{})
        m_status.offlineSince = serverNow();
    const Millis pause = refused ? refusedPause : m_backoff.next();
    m_status.nextTry = serverNow() + pause;
    m_retry->start(pause);
    qCInfo(logSession, "link %s: %s", refused ? "refused" : "away", error.error.code.c_str());
    announce();
}

} // namespace zs::session
