#include "gateway/journal/SqliteWriter.h"

#include "protocol/JsonReader.h"
#include "protocol/JsonWriter.h"
#include "protocol/Messages.h"

#include <algorithm>
#include <array>
#include <sqlite3.h>
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
    const std::array<std::pair<Statement*, const char*>, 14> all{{
        {&m_begin, "BEGIN IMMEDIATE"},
        {&m_commit, "COMMIT"},
        {&m_rollback, "ROLLBACK"},
        {&m_findReply, "SELECT body, status, reply, at FROM idempotency WHERE key=?1"},
        {&m_keepReply, "INSERT INTO idempotency(key, body, status, reply, at) VALUES(?1,?2,?3,?4,?5)"
                       " ON CONFLICT DO NOTHING"},
        {&m_loadCase, "SELECT json FROM case_state WHERE case_id=?1"},
        {&m_insertEvent, "INSERT INTO event(seq, number, version, at, by, kind, data, hash, subject)"
                         " VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9)"},
        {&m_insertState, "INSERT INTO case_state(case_id, version, phase, handler, json) VALUES(?1,?2,?3,?4,?5)"},
        {&m_updateState, "UPDATE case_state SET version=?2, phase=?3, handler=?4, json=?5"
                         " WHERE case_id=?1 AND version=?2-1"},
        {&m_insertReporter, "INSERT INTO reporter(case_id, name, phone) VALUES(?1,?2,?3)"},
        {&m_loadDuty, "SELECT json FROM duty_state WHERE subject=?1 AND number=?2"},
        {&m_insertDuty, "INSERT INTO duty_state(subject, number, version, json) VALUES(?1,?2,?3,?4)"},
        {&m_updateDuty, "UPDATE duty_state SET version=?3, json=?4 WHERE subject=?1 AND number=?2 AND version=?3-1"},
        {&m_insertReference, "INSERT INTO reference(kind, version, content) VALUES(?1,?2,?3)"},
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
    if (auto numbers = readNumbers(); !numbers)
        return numbers;
    m_committed = m_head;
    m_committedLast = m_last;
    return {};
}

Result<void> SqliteWriter::readNumbers()
{
    auto largest = m_db.prepare("SELECT 0, coalesce(max(case_id),0) FROM case_state"
                                " UNION ALL SELECT subject, max(number) FROM duty_state GROUP BY subject");
    if (!largest)
        return Unexpected(largest.error());
    for (;;) {
        auto stepped = largest->step();
        if (!stepped)
            return Unexpected(stepped.error());
        if (*stepped == Statement::Step::Done)
            return {};
        const auto kind = static_cast<std::size_t>(largest->integer(0));
        if (kind >= m_last.size())
            return fail("journal.subject", "The journal holds a kind of subject that this program doesn't know.");
        m_last[kind] = static_cast<std::uint64_t>(largest->integer(1));
    }
}

std::uint64_t SqliteWriter::nextDutyNumber(domain::SubjectKind kind) const { return m_last[static_cast<std::size_t>(kind)] + 1; }

Result<void> SqliteWriter::begin()
{
    auto begun = m_begin.run();
    if (!begun && (m_db.lastCode() & 0xff) == SQLITE_BUSY)
        return fail("journal.busy", "Another program holds the journal's file.");
    return begun;
}

Result<void> SqliteWriter::commit()
{
    if (auto done = m_commit.run(); !done)
        return done;
    m_committed = m_head;
    m_committedLast = m_last;
    return {};
}

void SqliteWriter::rollback()
{
    // Some errors have rolled back already; then this one fails, and that is all right.
    (void)m_rollback.run();
    m_head = m_committed;
    m_last = m_committedLast;
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
        found->at = fromUnixMillis(m_findReply.integer(3));
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
            return Unexpected(Error{"journal.state", "The state of case " + std::to_string(id.value) + " can't be read: " + read.error().sentence});
        }
        found = std::move(*read);
    }
    m_loadCase.reset();
    return found;
}

Result<void> SqliteWriter::append(const Entry& entry, StoredEvent& stored)
{
    const domain::RecordedEvent& event = entry.event;
    stored.subject = subjectOf(event.caseId);
    stored.version = event.version;
    stored.at = event.at;
    stored.by = event.by;
    stored.kind = domain::nameOf(event.event);
    stored.data.clear();
    protocol::appendEventData(stored.data, event.event);
    if (auto done = writeEvent(stored); !done)
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
    return {};
}

Result<void> SqliteWriter::writeEvent(StoredEvent& stored)
{
    stored.seq = m_head.seq + 1;
    stored.hash = chainHash(m_sha, m_head.chain, stored.link());
    m_insertEvent.bind(1, stored.seq);
    m_insertEvent.bind(2, static_cast<std::int64_t>(stored.subject.number));
    m_insertEvent.bind(3, static_cast<std::int64_t>(stored.version));
    m_insertEvent.bind(4, toUnixMillis(stored.at));
    m_insertEvent.bind(5, std::string_view(stored.by));
    m_insertEvent.bind(6, std::string_view(stored.kind));
    m_insertEvent.bind(7, std::string_view(stored.data));
    m_insertEvent.bindBlob(8, stored.hash);
    m_insertEvent.bind(9, static_cast<std::int64_t>(stored.subject.kind));
    if (auto done = m_insertEvent.run(); !done)
        return done;
    m_head = {stored.seq, stored.hash};
    auto& last = m_last[static_cast<std::size_t>(stored.subject.kind)];
    last = std::max(last, stored.subject.number);
    return {};
}

Result<std::optional<domain::DutyState>> SqliteWriter::loadDuty(domain::Subject subject)
{
    m_loadDuty.bind(1, static_cast<std::int64_t>(subject.kind));
    m_loadDuty.bind(2, static_cast<std::int64_t>(subject.number));
    auto row = m_loadDuty.step();
    if (!row)
        return Unexpected(row.error());
    std::optional<domain::DutyState> found;
    if (*row == Statement::Step::Row) {
        auto json = m_parser.parse(m_loadDuty.text(0));
        auto read = json ? protocol::readDutyState(subject.kind, *json)
                         : Result<domain::DutyState>(Unexpected(json.error()));
        if (!read) {
            m_loadDuty.reset();
            return Unexpected(Error{"journal.state", "The state of duty " + std::to_string(subject.number) + " can't be read: " + read.error().sentence});
        }
        found = std::move(*read);
    }
    m_loadDuty.reset();
    return found;
}

Result<void> SqliteWriter::append(const DutyEntry& entry, StoredEvent& stored)
{
    const domain::RecordedDutyEvent& event = entry.event;
    stored.subject = event.subject;
    stored.version = event.version;
    stored.at = event.at;
    stored.by = event.by;
    stored.kind = domain::nameOf(event.event);
    stored.data.clear();
    protocol::appendEventData(stored.data, event.event);
    if (auto done = writeEvent(stored); !done)
        return done;
    if (auto done = writeState(*entry.after); !done)
        return done;
    const auto* published = std::get_if<domain::Published>(&event.event);
    if (!published || !entry.content)
        return {};
    m_insertReference.bind(1, static_cast<std::int64_t>(published->kind));
    m_insertReference.bind(2, static_cast<std::int64_t>(published->version));
    m_insertReference.bind(3, std::string_view(*entry.content));
    return m_insertReference.run();
}

Result<void> SqliteWriter::writeState(const domain::DutyState& after)
{
    m_json.clear();
    protocol::appendDutyState(m_json, after);
    const domain::Subject subject = domain::subjectOf(after);
    const std::uint32_t version = domain::versionOf(after);
    Statement& statement = version == 1 ? m_insertDuty : m_updateDuty;
    statement.bind(1, static_cast<std::int64_t>(subject.kind));
    statement.bind(2, static_cast<std::int64_t>(subject.number));
    statement.bind(3, static_cast<std::int64_t>(version));
    statement.bind(4, std::string_view(m_json));
    if (auto done = statement.run(); !done)
        return done;
    if (m_db.changes() != 1)
        return fail("journal.version", "The state of a duty in the journal isn't the one that was decided on.");
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
