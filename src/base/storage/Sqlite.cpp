#include "base/storage/Sqlite.h"

#include <sqlite3.h>

namespace zs::storage {

namespace {
Unexpected sqliteError(sqlite3* db, std::string_view doing)
{
    const int code = db ? sqlite3_extended_errcode(db) : SQLITE_NOMEM;
    std::string sentence = "The database could not ";
    sentence.append(doing).append(": ").append(db ? sqlite3_errmsg(db) : "out of memory").append(".");
    return fail("sqlite." + std::to_string(code), std::move(sentence));
}
} // namespace

void Statement::Finalize::operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }

void Statement::bind(int index, std::int64_t value) { sqlite3_bind_int64(m_statement.get(), index, value); }
void Statement::bind(int index, double value) { sqlite3_bind_double(m_statement.get(), index, value); }

void Statement::bind(int index, std::string_view text)
{
    sqlite3_bind_text64(m_statement.get(), index, text.data() ? text.data() : "", text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBlob(int index, std::span<const std::uint8_t> bytes)
{
    sqlite3_bind_blob64(m_statement.get(), index, bytes.empty() ? "" : static_cast<const void*>(bytes.data()),
                        bytes.size(), SQLITE_STATIC);
}

void Statement::bindBlob(int index, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement.get(), index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::bindNull(int index) { sqlite3_bind_null(m_statement.get(), index); }

Result<Statement::Step> Statement::step()
{
    const int rc = sqlite3_step(m_statement.get());
    if (rc == SQLITE_ROW)
        return Step::Row;
    if (rc == SQLITE_DONE)
        return Step::Done;
    auto error = sqliteError(sqlite3_db_handle(m_statement.get()), "run a statement");
    sqlite3_reset(m_statement.get());
    return error;
}

Result<void> Statement::run()
{
    auto stepped = step();
    if (!stepped)
        return Unexpected(stepped.error());
    reset();
    return {};
}

void Statement::reset() { sqlite3_reset(m_statement.get()); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement.get(), column); }
double Statement::real(int column) const { return sqlite3_column_double(m_statement.get(), column); }

std::string_view Statement::text(int column) const
{
    const auto* p = sqlite3_column_text(m_statement.get(), column);
    return p ? std::string_view(reinterpret_cast<const char*>(p),
                                static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
             : std::string_view();
}

std::string_view Statement::blob(int column) const
{
    const auto* p = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return p ? std::string_view(p, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column)))
             : std::string_view();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

Result<Database> Database::open(const std::string& path, Mode mode)
{
    const int flags = SQLITE_OPEN_NOMUTEX
                      | (mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3* raw = nullptr;
    const int rc = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Database db;
    db.m_db.reset(raw);
    if (rc != SQLITE_OK)
        return sqliteError(raw, "open " + path);
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 5000);
    return db;
}

Result<void> Database::exec(const char* sql)
{
    if (sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteError(m_db.get(), "run a statement");
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(m_db.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr)
        != SQLITE_OK)
        return sqliteError(m_db.get(), "prepare a statement");
    Statement s;
    s.m_statement.reset(raw);
    return s;
}

std::int64_t Database::changes() const { return sqlite3_changes64(m_db.get()); }
int Database::lastCode() const { return sqlite3_extended_errcode(m_db.get()); }

} // namespace zs::storage
