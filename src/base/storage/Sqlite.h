// A thin, exception-free skin over sqlite3: one owner a handle, statements prepared once, errors as sentences.
#pragma once

#include "base/Result.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace zs::storage {

class Database;

/// A prepared statement. Bind with 1-based indexes; bound text and blobs must outlive step() (they aren't copied).
/// Not thread-safe: belongs to the thread that uses its Database.
class Statement {
public:
    enum class Step { Row, Done };

    Statement() = default;
    Statement(Statement&&) noexcept = default;
    Statement& operator=(Statement&&) noexcept = default;

    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bindBlob(int index, std::span<const std::uint8_t> bytes);
    void bindBlob(int index, std::string_view bytes);
    void bindNull(int index);

    /// Row or Done; an error leaves the statement reset.
    Result<Step> step();
    /// step() that expects no row, then reset().
    Result<void> run();
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const; ///< valid until the next step or reset
    std::string_view blob(int column) const; ///< the same
    bool isNull(int column) const;
    explicit operator bool() const { return m_statement != nullptr; }

private:
    friend class Database;
    struct Finalize { void operator()(sqlite3_stmt* s) const; };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

class Database {
public:
    enum class Mode { ReadOnly, ReadWriteCreate };

    Database() = default;
    Database(Database&&) noexcept = default;
    Database& operator=(Database&&) noexcept = default;

    /// Opens with a busy timeout of 5 s. The caller's thread owns it from now on.
    static Result<Database> open(const std::string& path, Mode mode);

    /// One or more statements without results.
    Result<void> exec(const char* sql);
    Result<Statement> prepare(std::string_view sql);
    std::int64_t changes() const; ///< rows touched by the last statement
    /// The sqlite3 result code of the last failed call (SQLITE_FULL, SQLITE_IOERR …).
    int lastCode() const;
    sqlite3* handle() const { return m_db.get(); }
    explicit operator bool() const { return m_db != nullptr; }

private:
    struct Close { void operator()(sqlite3* db) const; };
    std::unique_ptr<sqlite3, Close> m_db;
};

} // namespace zs::storage
