// Readers of the journal on threads of their own: nothing that reads a disk runs on a thread that serves connections.
#pragma once

#include "gateway/journal/Journal.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <mutex>
#include <vector>

namespace zs::gateway {

class ReaderPool {
public:
    static Result<std::unique_ptr<ReaderPool>> make(Journal& journal, std::size_t threads);
    ~ReaderPool() { stop(); }

    /// Calls `work(JournalReader&)` on one of the threads. Any thread.
    template <class Work>
    void post(Work work)
    {
        boost::asio::post(m_pool, [this, work = std::move(work)]() mutable {
            std::unique_ptr<JournalReader> reader = take();
            work(*reader);
            give(std::move(reader));
        });
    }
    /// Finishes what was posted.
    void stop() { m_pool.join(); }

private:
    explicit ReaderPool(std::size_t threads) : m_pool(threads) {}
    std::unique_ptr<JournalReader> take();
    void give(std::unique_ptr<JournalReader> reader);

    std::mutex m_mutex;
    std::vector<std::unique_ptr<JournalReader>> m_free; ///< as many as threads: never empty when one asks
    boost::asio::thread_pool m_pool;
};

} // namespace zs::gateway
