// /v1/snapshot: every case and duty as one zstd-packed JSON, made on a reader's thread, kept while the journal's head stays.
#pragma once

#include "base/Clock.h"
#include "gateway/journal/ReaderPool.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace zs::gateway {

class Snapshots {
public:
    using Packed = std::shared_ptr<const std::string>;
    using Done = std::function<void(Result<Packed>)>;

    Snapshots(ReaderPool& pool, const Clock& clock, std::string city)
        : m_pool(pool), m_clock(clock), m_city(std::move(city)) {}

    /// Calls `done` at once if the kept one is of `head`, else from a reader's thread. At most one is made at a time;
    /// who asks meanwhile gets that one. Any thread.
    void get(Seq head, Done done);

private:
    void make(JournalReader& reader);

    ReaderPool& m_pool;
    const Clock& m_clock;
    const std::string m_city;
    std::mutex m_mutex;
    Packed m_kept;
    Seq m_keptSeq = -1;
    std::vector<Done> m_waiting;
};

} // namespace zs::gateway
