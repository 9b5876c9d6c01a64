// A reading half over SQLite: a read-only connection of its own.
#pragma once

#include "base/storage/Sqlite.h"
#include "gateway/journal/Journal.h"

#include <filesystem>

namespace zs::gateway {

class SqliteReader final : public JournalReader {
public:
    static Result<std::unique_ptr<SqliteReader>> open(const std::filesystem::path& file);
    static Result<std::unique_ptr<SqliteReader>> fromDatabase(storage::Database db);

    Result<std::vector<StoredEvent>> eventsAfter(Seq since, std::size_t max, std::size_t maxBytes = 64u << 20) override;
    Result<std::optional<CaseHistory>> history(CaseId id, HistoryPage page = {}) override;
    Result<void> eachState(StateVisitor& states) override;
    Result<std::optional<std::string>> reference(domain::ReferenceKind kind, std::uint32_t published) override;

    /// Everything that `work` reads is of one moment.
    Result<void> inTransaction(const std::function<Result<void>()>& work);
    /// eachState() without a transaction of its own.
    Result<void> eachStateInTransaction(StateVisitor& states);

private:
    explicit SqliteReader(storage::Database db) : m_db(std::move(db)) {}

    storage::Database m_db; // outlives the statements below
    storage::Statement m_after, m_ofCase, m_state, m_head, m_cases, m_duties, m_reference;
};

} // namespace zs::gateway
