// sqlite3 by hand: the same tables, rows, indexes, hashes and durability, without deciding, queueing or answering.
#pragma once

#include "tests/bench/journal/Ours.h"
#include "tests/bench/journal/Work.h"

namespace zs::bench {

/// Writes `rows` in transactions of `batch`, synchronous=FULL, with a checkpoint thread like ours.
Measured runRaw(const std::filesystem::path& folder, const std::vector<Row>& rows, std::size_t count, std::size_t batch);

} // namespace zs::bench
