#include "ui/indicators/CaseMeasures.h"

namespace zs::indicators {

void CaseMeasures::reset()
{
    m_chunks.clear();
    m_size = 0;
}

MeasureChunk& CaseMeasures::writable(std::size_t chunk)
{
    // Only this thread makes and lets go of holders (Counting.cpp), so the count can't change behind our back.
    if (m_chunks[chunk].use_count() > 1)
        m_chunks[chunk] = std::make_shared<MeasureChunk>(*m_chunks[chunk]);
    return *m_chunks[chunk];
}

bool CaseMeasures::readMore(const session::CaseStore& store, const domain::City& city,
                            const domain::indicators::Deadlines& deadlines, std::size_t count)
{
    for (; count > 0 && m_size < store.size(); --count, ++m_size) {
        const std::size_t chunk = m_size / chunkSize;
        if (chunk == m_chunks.size()) {
            m_chunks.push_back(std::make_shared<MeasureChunk>());
            m_chunks.back()->reserve(chunkSize);
        }
        writable(chunk).push_back(domain::indicators::measure(store.row(m_size), city, deadlines));
    }
    return m_size >= store.size();
}

void CaseMeasures::change(const session::CaseStore& store, std::span<const std::uint32_t> rows, const domain::City& city,
                          const domain::indicators::Deadlines& deadlines)
{
    for (const std::uint32_t row : rows)
        if (row < m_size && row < store.size())
            writable(row / chunkSize)[row % chunkSize] = domain::indicators::measure(store.row(row), city, deadlines);
}

MeasureSnapshot CaseMeasures::snapshot() const { return {m_chunks.begin(), m_chunks.end()}; }

} // namespace zs::indicators
