// The worker thread's object: link, cache and outbox, and the road from a cold start to the live stream:
//
//   cache → [snapshot] → stream?since=seq → hello → events …     any break → Offline, backoff, stream again from seq
//   a gap, an older head, another chain, a hole between events   → snapshot again, then the stream
//   another city, a certificate that isn't accepted              → Refused: tried again rarely, or when a person asks
//
// Lives in its own thread; every function but requestStop() is called there. Speaks to the GUI thread by the mailbox alone.
#pragma once

#include "base/Clock.h"
#include "base/Result.h" // before StrongId.h: moc can't begin with <compare>
#include "domain/InForce.h"
#include "domain/city/City.h"
#include "link/Backoff.h"
#include "link/EventStream.h"
#include "link/GatewayClient.h"
#include "session/cache/CaseCache.h"
#include "session/outbox/CommandSender.h"
#include "session/worker/Mailbox.h"

#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <deque>
#include <memory>
#include <optional>

namespace zs::session {

class SessionWorker : public QObject {
    Q_OBJECT
public:
    /// What it uses outlives it.
    SessionWorker(SessionConfig config, std::shared_ptr<const domain::City> city, CaseClocks::Calendar calendar, const Clock& clock,
                  Mailbox& mailbox, Claims& claims, Tasks& tasks);
    ~SessionWorker() override;

    /// Does what is asked; called whenever the box of tasks was empty before.
    Q_INVOKABLE void takeTasks();

    void start();
    void submit(DeskCommand command) { m_sender->add(std::move(command)); }
    void withdraw(const Uuid& id) { m_sender->withdraw(id); }
    void dismiss(const Uuid& id) { m_sender->dismiss(id); }
    void requestTimeline(CaseId id);
    /// From the cache, else from the gateway; it has to have the hash that was published.
    void requestReference(domain::ReferenceKind kind, domain::Publication published);
    void reconnectNow();
    /// For the pictures to come.
    void useCalendar(CaseClocks::Calendar calendar) { m_calendar = std::move(calendar); }
    /// Writes what is left and ends the thread.
    void stop();
    /// Any thread: whatever takes long breaks off.
    void requestStop() { m_stop = true; }

private:
    // opening
    void openFolder();
    void openCache();
    bool openIdentity();
    void openOutbox(const link::TlsIdentity& identity);
    void buildGrids();
    // link
    void connectNow();
    void fetchSnapshot();
    void onSnapshot(const QByteArray& bytes);
    void openStream();
    void resync(const char* why);
    void onOtherCity(const std::string& city);
    void onHello(const protocol::Hello& hello);
    void onHead(const protocol::Hello& head);
    void onEvents(const std::vector<domain::RecordedEvent>& cases, const std::vector<domain::RecordedDutyEvent>& duties);
    void onBroken(const link::LinkError& error);
    void measureClock(const protocol::Hello& head);
    void note(const protocol::Hello& head);
    void announce();
    TimePoint serverNow() const { return m_clock.now() + m_offset; }
    // cache
    void flush();
    void onCacheFailed(const Error& error);
    void onSeen();
    void tellPartialTimeline(CaseId id);
    void takeCachedReferences(const DutyStore::Contents& duties);
    void takeIntoForce(domain::ReferenceKind kind, std::uint32_t version, std::string_view content);
    bool tellReference(domain::ReferenceKind kind, const domain::Publication& published, std::string content);
    void tell(Error error) { m_mailbox.put(std::move(error)); }
    std::string fileIn(const char* name) const;

    SessionConfig m_config;
    std::shared_ptr<const domain::City> m_city;
    CaseClocks::Calendar m_calendar;
    const Clock& m_clock;
    Mailbox& m_mailbox;
    Claims& m_claims;
    Tasks& m_tasks;
    std::atomic<bool> m_stop = false;

    std::unique_ptr<QLockFile> m_lock;
    std::optional<CaseCache> m_cache;
    Batch m_unwritten;             ///< in the picture, not in the cache yet
    CaseCache::Mark m_mark;                         ///< of the picture; isEmpty: there is none
    bool m_isOutboxOpen = false;

    std::unique_ptr<CommandSender> m_sender;
    std::unique_ptr<link::GatewayClient> m_client;
    std::unique_ptr<link::EventStream> m_stream;
    link::Backoff m_backoff;
    std::unique_ptr<QTimer> m_retry, m_flush;
    int m_round = 0;   ///< answers to an older round's questions are late
    int m_resyncs = 0; ///< since the stream last stood
    LinkStatus m_status;
    domain::InForce m_inForce; ///< read here, so that the GUI thread never parses
    std::deque<Millis> m_offsets;
    Millis m_offset{0};
};

} // namespace zs::session
