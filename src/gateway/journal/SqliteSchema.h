// The tables of the SQLite journal and how a connection to it is set up.
#pragma once

#include "base/storage/Sqlite.h"

#include <filesystem>

namespace zs::gateway {

inline constexpr int journalSchema = 3;

/// DATA/journal.sqlite
std::filesystem::path journalFile(const std::filesystem::path& data);

/// A writing connection: WAL, synchronous=FULL, no checkpoint of its own; makes the tables if they aren't there, and brings
/// those of an older schema to this one, in one transaction.
Result<storage::Database> openForWriting(const std::filesystem::path& file);
/// A reading connection to a journal that exists.
Result<storage::Database> openForReading(const std::filesystem::path& file);

} // namespace zs::gateway
