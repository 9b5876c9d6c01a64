#include "gateway/journal/SqliteSchema.h"

#include "gateway/journal/BodyKeys.h"

#include <cstring>
#include <sqlite3.h>
#include <string>

namespace zs::gateway {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS event(
    seq INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    hash BLOB NOT NULL,
    subject INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX IF NOT EXISTS event_of_subject ON event(number, version, subject);
CREATE TABLE IF NOT EXISTS duty_state(
    subject INTEGER NOT NULL,
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY(subject, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reference(
    kind INTEGER NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY(kind, version));
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
INSERT OR IGNORE INTO meta VALUES('schema', '3');
)sql";

/// Events of subjects other than cases get their place. The hashes stay: what they were made of is the same (Chain.h).
constexpr const char* from1To2 = R"sql(
ALTER TABLE event RENAME COLUMN case_id TO number;
ALTER TABLE event ADD COLUMN subject INTEGER NOT NULL DEFAULT 0;
DROP INDEX event_of_case;
UPDATE meta SET value='2' WHERE name='schema';
)sql";

/// Plain hashes of commands become marks (BodyKeys.h); what can't be marked, for there is no key, is erased.
constexpr const char* from2To3 = R"sql(
UPDATE idempotency SET body=body_mark(body);
UPDATE meta SET value='3' WHERE name='schema';
)sql";

void bodyMark(sqlite3_context* call, int, sqlite3_value** values)
{
    const auto* key = static_cast<const std::optional<BodyKeys::Key>*>(sqlite3_user_data(call));
    Hash body{};
    if (!*key || sqlite3_value_bytes(values[0]) != static_cast<int>(body.size()))
        return sqlite3_result_zeroblob(call, 0);
    std::memcpy(body.data(), sqlite3_value_blob(values[0]), body.size());
    Sha256 sha;
    const Hash mark = BodyKeys::mark(sha, **key, body);
    sqlite3_result_blob(call, mark.data(), static_cast<int>(mark.size()), SQLITE_TRANSIENT);
}

/// 0: there is no journal in the file yet.
Result<int> schemaOf(storage::Database& db)
{
    const auto number = [&db](const char* sql) -> Result<int> {
        auto query = db.prepare(sql);
        if (!query)
            return Unexpected(query.error());
        auto row = query->step();
        if (!row)
            return Unexpected(row.error());
        return *row == storage::Statement::Step::Row ? static_cast<int>(query->integer(0)) : 0;
    };
    const auto found = number("SELECT count(*) FROM sqlite_schema WHERE name='meta'");
    if (!found || *found == 0)
        return found;
    return number("SELECT CAST(value AS INTEGER) FROM meta WHERE name='schema'");
}

Result<void> checkSchema(storage::Database& db)
{
    const auto schema = schemaOf(db);
    if (!schema)
        return Unexpected(schema.error());
    if (*schema < journalSchema)
        return fail("journal.schema", "The journal was written by an older version of this program; start the gateway once to bring it up to date.");
    if (*schema > journalSchema)
        return fail("journal.schema", "The journal was written by another version of this program.");
    return {};
}

/// Makes the tables, or brings them to this schema: whole or not at all.
Result<void> bringUpToDate(storage::Database& db, const std::filesystem::path& folder)
{
    const auto schema = schemaOf(db);
    if (!schema)
        return Unexpected(schema.error());
    if (*schema > journalSchema)
        return checkSchema(db);
    const auto key = BodyKeys::presentIn(folder);
    if (!key)
        return Unexpected(key.error());
    sqlite3_create_function(db.handle(), "body_mark", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, const_cast<std::optional<BodyKeys::Key>*>(&*key),
                            &bodyMark, nullptr, nullptr);
    std::string sql = "BEGIN IMMEDIATE;";
    if (*schema == 1)
        sql += from1To2;
    if (*schema == 1 || *schema == 2)
        sql += from2To3;
    sql.append(tables).append("COMMIT");
    auto done = db.exec(sql.c_str());
    if (!done)
        (void)db.exec("ROLLBACK");
    sqlite3_create_function(db.handle(), "body_mark", 1, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr);
    return done;
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
    if (auto made = bringUpToDate(*db, file.parent_path()); !made)
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
