#include "gateway/journal/SqliteSchema.h"

#include <string>

namespace zs::gateway {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS event(
    seq INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    hash BLOB NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS event_of_case ON event(case_id, version);
CREATE TABLE IF NOT EXISTS case_state(
    case_id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    phase INTEGER NOT NULL,
    handler INTEGER NOT NULL,
    json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS idempotency(
    key BLOB PRIMARY KEY,
    body BLOB NOT NULL,
    status INTEGER NOT NULL,
    reply TEXT NOT NULL,
    at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reporter(
    case_id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT NOT NULL);
INSERT OR IGNORE INTO meta VALUES('schema', '1');
)sql";

Result<void> checkSchema(storage::Database& db)
{
    auto query = db.prepare("SELECT value FROM meta WHERE name='schema'");
    if (!query)
        return Unexpected(query.error());
    auto row = query->step();
    if (!row)
        return Unexpected(row.error());
    if (*row != storage::Statement::Step::Row || query->text(0) != std::to_string(journalSchema))
        return fail("journal.schema", "The journal was written by another version of this program.");
    return {};
}

} // namespace

std::filesystem::path journalFile(const std::filesystem::path& data) { return data / "journal.sqlite"; }

Result<storage::Database> openForWriting(const std::filesystem::path& file)
{
    auto db = storage::Database::open(file.string(), storage::Database::Mode::ReadWriteCreate);
    if (!db)
        return db;
    // NORMAL lost acknowledged commits in every power-cut drill. Checkpoints are made by another thread.
    if (auto set = db->exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                            "PRAGMA secure_delete=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864");
        !set)
        return Unexpected(set.error());
    if (auto made = db->exec(tables); !made)
        return Unexpected(made.error());
    if (auto fits = checkSchema(*db); !fits)
        return Unexpected(fits.error());
    return db;
}

Result<storage::Database> openForReading(const std::filesystem::path& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return fail("journal.missing", "There is no journal at " + file.string() + ".");
    auto db = storage::Database::open(file.string(), storage::Database::Mode::ReadOnly);
    if (!db)
        return db;
    if (auto set = db->exec("PRAGMA query_only=1; PRAGMA cache_size=-16384"); !set)
        return Unexpected(set.error());
    if (auto fits = checkSchema(*db); !fits)
        return Unexpected(fits.error());
    return db;
}

} // namespace zs::gateway
