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
    CaseId nextCaseId() const override { return CaseId(nextDutyNumber(domain::SubjectKind::Case)); }
    Result<void> append(const Entry& entry, StoredEvent& stored) override;
    Result<std::optional<domain::DutyState>> loadDuty(domain::Subject subject) override;
    std::uint64_t nextDutyNumber(domain::SubjectKind kind) const override;
    Result<void> append(const DutyEntry& entry, StoredEvent& stored) override;
    Result<bool> keepReply(const Uuid& key, const StoredReply& reply, TimePoint at) override;
    Head head() const override { return m_head; }

    storage::Database& database() { return m_db; }

private:
    explicit SqliteWriter(storage::Database db) : m_db(std::move(db)) {}
    Result<void> prepare();
    Result<void> readHead();
    Result<void> readNumbers();
    /// Chains and writes `stored`, of which all but seq and hash is filled in.
    Result<void> writeEvent(StoredEvent& stored);
    Result<void> writeState(const domain::Case& after);
    Result<void> writeState(const domain::DutyState& after);

    storage::Database m_db; // outlives the statements below
    storage::Statement m_begin, m_commit, m_rollback, m_findReply, m_keepReply, m_loadCase, m_insertEvent,
        m_insertState, m_updateState, m_insertReporter, m_loadDuty, m_insertDuty, m_updateDuty, m_insertReference;
    Sha256 m_sha;
    JsonParser m_parser;
    std::string m_json; // scratch
    Head m_head, m_committed;
    /// The largest number of each kind of subject.
    using Numbers = std::array<std::uint64_t, enumNames(domain::SubjectKind{}).size()>;
    Numbers m_last{}, m_committedLast{};
};

} // namespace zs::gateway
