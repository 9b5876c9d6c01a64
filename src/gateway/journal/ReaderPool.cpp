#include "gateway/journal/ReaderPool.h"

namespace zs::gateway {

Result<std::unique_ptr<ReaderPool>> ReaderPool::make(Journal& journal, std::size_t threads)
{
    std::unique_ptr<ReaderPool> pool(new ReaderPool(threads));
    for (std::size_t i = 0; i < threads; ++i) {
        auto reader = journal.openReader();
        if (!reader)
            return Unexpected(reader.error());
        pool->m_free.push_back(std::move(*reader));
    }
    return pool;
}

std::unique_ptr<JournalReader> ReaderPool::take()
{
    const std::lock_guard lock(m_mutex);
    auto reader = std::move(m_free.back());
    m_free.pop_back();
    return reader;
}

void ReaderPool::give(std::unique_ptr<JournalReader> reader)
{
    const std::lock_guard lock(m_mutex);
    m_free.push_back(std::move(reader));
}

} // namespace zs::gateway
