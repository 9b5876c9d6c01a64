// The writing half over SQLite. Prepared statements only; the head is kept in memory and moves back on rollback.
#pragma once

#include "base/storage/Sqlite.h"
#include "gateway/json/SimdjsonValue.h"
#include "gateway/journal/Journal.h"

namespace zs::gateway {

class SqliteWriter final : public JournalWriter {
public:
    static Result<std::unique_ptr<SqliteWriter>> open(storage::Database db);

    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    Result<std::optional<StoredReply>> findReply(const Uuid& key) override;
    Result<std::optional<domain::Case>> loadCase(CaseId id) override;
    CaseId nextCaseId() const override { return CaseId(m_lastCase.value + 1); }
    Result<void> append(const Entry& entry, StoredEvent& stored) override;
    Result<bool> keepReply(const Uuid& key, const StoredReply& reply, TimePoint at) override;
    Head head() const override { return m_head; }

    storage::Database& database() { return m_db; }

private:
    explicit SqliteWriter(storage::Database db) : m_db(std::move(db)) {}
    Result<void> prepare();
    Result<void> readHead();
    Result<void> writeState(const domain::Case& after);

    storage::Database m_db; // outlives the statements below
    storage::Statement m_begin, m_commit, m_rollback, m_findReply, m_keepReply, m_loadCase, m_insertEvent,
        m_insertState, m_updateState, m_insertReporter;
    Sha256 m_sha;
    JsonParser m_parser;
    std::string m_json; // scratch
    Head m_head, m_committed;
    CaseId m_lastCase, m_committedLastCase;
};

} // namespace zs::gateway
