// What the indicators need of every case, kept beside the store: read in slices after a reset, then case by case. Chunks that
// another thread still reads are copied before they change, so handing them over costs nothing. GUI thread only.
#pragma once

#include "domain/indicators/Measure.h"
#include "session/CaseStore.h"

#include <memory>
#include <span>
#include <vector>

namespace zs::indicators {

inline constexpr std::size_t chunkSize = 1024;
using MeasureChunk = std::vector<domain::indicators::CaseMeasure>; ///< chunkSize rows, the last one fewer
/// Immutable for whoever holds it; any thread.
using MeasureSnapshot = std::vector<std::shared_ptr<const MeasureChunk>>;

class CaseMeasures {
public:
    /// Forgets everything.
    void reset();
    /// Reads up to `count` cases more; true when all of `store` has been read.
    bool readMore(const session::CaseStore& store, const domain::City& city, const domain::indicators::Deadlines& deadlines,
                  std::size_t count);
    /// Reads these rows anew; those not read yet come with readMore().
    void change(const session::CaseStore& store, std::span<const std::uint32_t> rows, const domain::City& city,
                const domain::indicators::Deadlines& deadlines);

    std::size_t size() const { return m_size; }
    MeasureSnapshot snapshot() const;

private:
    std::vector<std::shared_ptr<MeasureChunk>> m_chunks;
    std::size_t m_size = 0;
    MeasureChunk& writable(std::size_t chunk);
};

} // namespace zs::indicators
