// Moves the write-ahead log into the database file on a thread of its own, so that no command waits for it.
#pragma once

#include "base/Result.h"
#include "base/storage/Sqlite.h"

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <thread>

namespace zs::gateway {

class Checkpointer {
public:
    /// Begins at once; ends with the object.
    static Result<std::unique_ptr<Checkpointer>> start(const std::filesystem::path& file);
    ~Checkpointer();

private:
    Checkpointer(storage::Database db, std::filesystem::path log) : m_db(std::move(db)), m_log(std::move(log)) {}
    void run(std::stop_token stop);
    void checkpoint();

    storage::Database m_db;
    std::filesystem::path m_log;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: it uses the rest
};

} // namespace zs::gateway
