#include "gateway/journal/Checkpointer.h"

#include <chrono>
#include <sqlite3.h>

namespace zs::gateway {

namespace {
constexpr std::chrono::milliseconds interval{500};
/// A passive checkpoint can't reset the log while commands keep coming; from this size on the writer is held up for the
/// moment that it takes (it waits for the lock, at most its busy timeout).
constexpr std::uintmax_t longLog = 128u << 20;
constexpr std::uintmax_t shortLog = 4u << 20;
} // namespace

Result<std::unique_ptr<Checkpointer>> Checkpointer::start(const std::filesystem::path& file)
{
    auto db = storage::Database::open(file.string(), storage::Database::Mode::ReadWriteCreate);
    if (!db)
        return Unexpected(db.error());
    // FULL here too: what leaves the log must be on disk before the log is reused.
    if (auto set = db->exec("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0"); !set)
        return Unexpected(set.error());
    std::unique_ptr<Checkpointer> made(new Checkpointer(std::move(*db), file.string() + "-wal"));
    made->m_thread = std::jthread([self = made.get()](std::stop_token stop) { self->run(std::move(stop)); });
    return made;
}

Checkpointer::~Checkpointer()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void Checkpointer::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, interval, [] { return false; });
        lock.unlock();
        if (!stop.stop_requested())
            checkpoint();
    }
}

void Checkpointer::checkpoint()
{
    std::error_code ignored;
    const std::uintmax_t size = std::filesystem::file_size(m_log, ignored);
    if (ignored || size < shortLog)
        return;
    // It holds the write lock while it waits for readers: never as long as a writer's own patience.
    sqlite3_busy_timeout(m_db.handle(), 100);
    const int mode = size > longLog ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE;
    // A failure isn't lost: the log stays, the next round tries again, and the writer's own commits tell of a bad disk.
    sqlite3_wal_checkpoint_v2(m_db.handle(), nullptr, mode, nullptr, nullptr);
}

} // namespace zs::gateway
