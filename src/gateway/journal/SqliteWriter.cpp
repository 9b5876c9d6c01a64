#include "gateway/journal/SqliteWriter.h"

#include "protocol/JsonReader.h"
#include "protocol/JsonWriter.h"
#include "protocol/Messages.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zs::gateway {

using storage::Statement;

Result<std::unique_ptr<SqliteWriter>> SqliteWriter::open(storage::Database db)
{
    std::unique_ptr<SqliteWriter> writer(new SqliteWriter(std::move(db)));
    if (auto ok = writer->prepare(); !ok)
        return Unexpected(ok.error());
    if (auto ok = writer->readHead(); !ok)
        return Unexpected(ok.error());
    return writer;
}

Result<void> SqliteWriter::prepare()
{
    const std::array<std::pair<Statement*, const char*>, 10> all{{
        {&m_begin, "BEGIN IMMEDIATE"},
        {&m_commit, "COMMIT"},
        {&m_rollback, "ROLLBACK"},
        {&m_findReply, "SELECT body, status, reply FROM idempotency WHERE key=?1"},
        {&m_keepReply, "INSERT INTO idempotency(key, body, status, reply, at) VALUES(?1,?2,?3,?4,?5)"
                       " ON CONFLICT DO NOTHING"},
        {&m_loadCase, "SELECT json FROM case_state WHERE case_id=?1"},
        {&m_insertEvent, "INSERT INTO event(seq, case_id, version, at, by, kind, data, hash)"
                         " VALUES(?1,?2,?3,?4,?5,?6,?7,?8)"},
        {&m_insertState, "INSERT INTO case_state(case_id, version, phase, handler, json) VALUES(?1,?2,?3,?4,?5)"},
        {&m_updateState, "UPDATE case_state SET version=?2, phase=?3, handler=?4, json=?5"
                         " WHERE case_id=?1 AND version=?2-1"},
        {&m_insertReporter, "INSERT INTO reporter(case_id, name, phone) VALUES(?1,?2,?3)"},
    }};
    for (const auto& [statement, sql] : all) {
        auto made = m_db.prepare(sql);
        if (!made)
            return Unexpected(made.error());
        *statement = std::move(*made);
    }
    return {};
}

Result<void> SqliteWriter::readHead()
{
    auto last = m_db.prepare("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1");
    if (!last)
        return Unexpected(last.error());
    auto row = last->step();
    if (!row)
        return Unexpected(row.error());
    if (*row == Statement::Step::Row) {
        m_head.seq = last->integer(0);
        const std::string_view hash = last->blob(1);
        if (hash.size() != m_head.chain.size())
            return fail("journal.chain", "The last event of the journal has no hash; verify the journal.");
        std::ranges::copy(hash, m_head.chain.begin());
    }
    auto largest = m_db.prepare("SELECT coalesce(max(case_id),0) FROM case_state");
    if (!largest)
        return Unexpected(largest.error());
    if (auto stepped = largest->step(); !stepped)
        return Unexpected(stepped.error());
    m_lastCase = CaseId(static_cast<std::uint64_t>(largest->integer(0)));
    m_committed = m_head;
    m_committedLastCase = m_lastCase;
    return {};
}

Result<void> SqliteWriter::begin() { return m_begin.run(); }

Result<void> SqliteWriter::commit()
{
    if (auto done = m_commit.run(); !done)
        return done;
    m_committed = m_head;
    m_committedLastCase = m_lastCase;
    return {};
}

void SqliteWriter::rollback()
{
    // Some errors have rolled back already; then this one fails, and that is all right.
    (void)m_rollback.run();
    m_head = m_committed;
    m_lastCase = m_committedLastCase;
}

Result<std::optional<StoredReply>> SqliteWriter::findReply(const Uuid& key)
{
    m_findReply.bindBlob(1, key.bytes());
    auto row = m_findReply.step();
    if (!row)
        return Unexpected(row.error());
    std::optional<StoredReply> found;
    if (*row == Statement::Step::Row) {
        found.emplace();
        const std::string_view body = m_findReply.blob(0);
        std::copy_n(body.begin(), std::min(body.size(), found->body.size()), found->body.begin());
        found->status = static_cast<int>(m_findReply.integer(1));
        found->reply = m_findReply.text(2);
    }
    m_findReply.reset();
    return found;
}

Result<std::optional<domain::Case>> SqliteWriter::loadCase(CaseId id)
{
    m_loadCase.bind(1, static_cast<std::int64_t>(id.value));
    auto row = m_loadCase.step();
    if (!row)
        return Unexpected(row.error());
    std::optional<domain::Case> found;
    if (*row == Statement::Step::Row) {
        auto json = m_parser.parse(m_loadCase.text(0));
        auto read = json ? protocol::readJson<domain::Case>(*json, protocol::UnknownMembers::Ignore)
                         : Result<domain::Case>(Unexpected(json.error()));
        if (!read) {
            m_loadCase.reset();
            return Unexpected(Error{"journal.state", "The state of a case can't be read: " + read.error().sentence});
        }
        found = std::move(*read);
    }
    m_loadCase.reset();
    return found;
}

Result<void> SqliteWriter::append(const Entry& entry, StoredEvent& stored)
{
    const domain::RecordedEvent& event = entry.event;
    stored.seq = m_head.seq + 1;
    stored.caseId = event.caseId;
    stored.version = event.version;
    stored.at = event.at;
    stored.by = event.by;
    stored.kind = domain::nameOf(event.event);
    stored.data.clear();
    protocol::appendEventData(stored.data, event.event);
    stored.hash = chainHash(m_sha, m_head.chain, {stored.seq, stored.caseId, stored.version, stored.at, stored.by,
                                                  stored.kind, stored.data});
    m_insertEvent.bind(1, stored.seq);
    m_insertEvent.bind(2, static_cast<std::int64_t>(stored.caseId.value));
    m_insertEvent.bind(3, static_cast<std::int64_t>(stored.version));
    m_insertEvent.bind(4, toUnixMillis(stored.at));
    m_insertEvent.bind(5, std::string_view(stored.by));
    m_insertEvent.bind(6, std::string_view(stored.kind));
    m_insertEvent.bind(7, std::string_view(stored.data));
    m_insertEvent.bindBlob(8, stored.hash);
    if (auto done = m_insertEvent.run(); !done)
        return done;
    if (auto done = writeState(*entry.after); !done)
        return done;
    if (entry.reporter && !entry.reporter->isEmpty()) {
        m_insertReporter.bind(1, static_cast<std::int64_t>(event.caseId.value));
        m_insertReporter.bind(2, std::string_view(entry.reporter->name));
        m_insertReporter.bind(3, std::string_view(entry.reporter->phone));
        if (auto done = m_insertReporter.run(); !done)
            return done;
    }
    m_head = {stored.seq, stored.hash};
    m_lastCase = std::max(m_lastCase, event.caseId);
    return {};
}

Result<void> SqliteWriter::writeState(const domain::Case& after)
{
    m_json.clear();
    protocol::JsonWriter(m_json).value(after);
    Statement& statement = after.version == 1 ? m_insertState : m_updateState;
    statement.bind(1, static_cast<std::int64_t>(after.id.value));
    statement.bind(2, static_cast<std::int64_t>(after.version));
    statement.bind(3, static_cast<std::int64_t>(after.phase));
    statement.bind(4, static_cast<std::int64_t>(after.handler.value));
    statement.bind(5, std::string_view(m_json));
    if (auto done = statement.run(); !done)
        return done;
    if (m_db.changes() != 1)
        return fail("journal.version", "The state of a case in the journal isn't the one that was decided on.");
    return {};
}

Result<bool> SqliteWriter::keepReply(const Uuid& key, const StoredReply& reply, TimePoint at)
{
    m_keepReply.bindBlob(1, key.bytes());
    m_keepReply.bindBlob(2, reply.body);
    m_keepReply.bind(3, static_cast<std::int64_t>(reply.status));
    m_keepReply.bind(4, std::string_view(reply.reply));
    m_keepReply.bind(5, toUnixMillis(at));
    if (auto done = m_keepReply.run(); !done)
        return Unexpected(done.error());
    return m_db.changes() == 1;
}

} // namespace zs::gateway
