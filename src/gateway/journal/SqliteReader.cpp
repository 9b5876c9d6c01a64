#include "gateway/journal/SqliteReader.h"

#include "gateway/journal/SqliteSchema.h"

#include <algorithm>
#include <array>

namespace zs::gateway {

using storage::Statement;

namespace {

StoredEvent eventOf(const Statement& row)
{
    StoredEvent event;
    event.seq = row.integer(0);
    event.subject.number = static_cast<std::uint64_t>(row.integer(1));
    event.version = static_cast<std::uint32_t>(row.integer(2));
    event.at = fromUnixMillis(row.integer(3));
    event.by = row.text(4);
    event.kind = row.text(5);
    event.data = row.text(6);
    const std::string_view hash = row.blob(7);
    std::copy_n(hash.begin(), std::min(hash.size(), event.hash.size()), event.hash.begin());
    // What no writer of ours put there must not read as something else: then its hash can't be right.
    const std::int64_t kind = row.integer(8);
    event.subject.kind = kind >= 0 && kind < 255 ? static_cast<domain::SubjectKind>(kind) : domain::SubjectKind(255);
    return event;
}

/// Runs `query` to its end; `row` is called for each and may fail.
template <class F>
Result<void> eachRow(Statement& query, F&& row)
{
    for (;;) {
        auto stepped = query.step();
        if (!stepped)
            return Unexpected(stepped.error());
        if (*stepped == Statement::Step::Done) {
            query.reset();
            return {};
        }
        if (Result<void> taken = row(query); !taken) {
            query.reset();
            return taken;
        }
    }
}

} // namespace

Result<std::unique_ptr<SqliteReader>> SqliteReader::open(const std::filesystem::path& file)
{
    auto db = openForReading(file);
    if (!db)
        return Unexpected(db.error());
    return fromDatabase(std::move(*db));
}

Result<std::unique_ptr<SqliteReader>> SqliteReader::fromDatabase(storage::Database db)
{
    std::unique_ptr<SqliteReader> reader(new SqliteReader(std::move(db)));
    const std::array<std::pair<Statement*, const char*>, 7> all{{
        {&reader->m_after, "SELECT seq, number, version, at, by, kind, data, hash, subject FROM event"
                           " WHERE seq>?1 ORDER BY seq LIMIT ?2"},
        {&reader->m_ofCase, "SELECT seq, number, version, at, by, kind, data, hash, subject FROM event"
                            " WHERE number=?1 AND subject=0 AND version>?2 ORDER BY version LIMIT ?3"},
        {&reader->m_state, "SELECT json FROM case_state WHERE case_id=?1"},
        {&reader->m_head, "SELECT coalesce(max(seq),0) FROM event"},
        {&reader->m_cases, "SELECT json FROM case_state ORDER BY case_id"},
        {&reader->m_duties, "SELECT subject, json FROM duty_state ORDER BY subject, number"},
        {&reader->m_reference, "SELECT content FROM reference WHERE kind=?1 AND version=?2"},
    }};
    for (const auto& [statement, sql] : all) {
        auto made = reader->m_db.prepare(sql);
        if (!made)
            return Unexpected(made.error());
        *statement = std::move(*made);
    }
    return reader;
}

Result<std::vector<StoredEvent>> SqliteReader::eventsAfter(Seq since, std::size_t max, std::size_t maxBytes)
{
    std::vector<StoredEvent> events;
    m_after.bind(1, since);
    m_after.bind(2, static_cast<std::int64_t>(max));
    for (std::size_t bytes = 0; bytes < maxBytes;) {
        auto stepped = m_after.step();
        if (!stepped)
            return Unexpected(stepped.error());
        if (*stepped == Statement::Step::Done)
            break;
        events.push_back(eventOf(m_after));
        bytes += events.back().data.size();
    }
    m_after.reset();
    return events;
}

Result<void> SqliteReader::inTransaction(const std::function<Result<void>()>& work)
{
    if (auto begun = m_db.exec("BEGIN"); !begun)
        return begun;
    Result<void> worked = work();
    Result<void> ended = m_db.exec("COMMIT");
    return worked ? ended : worked;
}

Result<std::optional<CaseHistory>> SqliteReader::history(CaseId id, HistoryPage page)
{
    std::optional<CaseHistory> found;
    const auto number = static_cast<std::int64_t>(id.value);
    auto read = inTransaction([&]() -> Result<void> {
        m_state.bind(1, number);
        auto state = eachRow(m_state, [&](const Statement& row) -> Result<void> {
            found.emplace().state = row.text(0);
            return {};
        });
        if (!state || !found)
            return state;
        m_ofCase.bind(1, number);
        m_ofCase.bind(2, static_cast<std::int64_t>(page.after));
        m_ofCase.bind(3, static_cast<std::int64_t>(page.limit) + 1); // one more tells whether there is a next page
        std::uint32_t last = page.after;
        std::size_t bytes = 0;
        return eachRow(m_ofCase, [&](const Statement& row) -> Result<void> {
            if (found->next)
                return {};
            const StoredEvent event = eventOf(row);
            if (found->events.size() == page.limit || bytes >= page.bytes) {
                found->next = last;
                return {};
            }
            appendStored(found->events.emplace_back(), event);
            bytes += found->events.back().size();
            last = event.version;
            return {};
        });
    });
    if (!read)
        return Unexpected(read.error());
    return found;
}

Result<void> SqliteReader::eachState(StateVisitor& states)
{
    return inTransaction([&] { return eachStateInTransaction(states); });
}

Result<void> SqliteReader::eachStateInTransaction(StateVisitor& states)
{
    auto read = eachRow(m_head, [&](const Statement& row) -> Result<void> {
        states.begin(row.integer(0));
        return {};
    });
    if (read)
        read = eachRow(m_cases, [&](const Statement& row) { return states.oneCase(row.text(0)); });
    if (read)
        read = eachRow(m_duties, [&](const Statement& row) {
            return states.oneDuty(static_cast<domain::SubjectKind>(row.integer(0)), row.text(1));
        });
    return read;
}

Result<std::optional<std::string>> SqliteReader::reference(domain::ReferenceKind kind, std::uint32_t published)
{
    std::optional<std::string> found;
    m_reference.bind(1, static_cast<std::int64_t>(kind));
    m_reference.bind(2, static_cast<std::int64_t>(published));
    auto read = eachRow(m_reference, [&](const Statement& row) -> Result<void> {
        found = row.text(0);
        return {};
    });
    if (!read)
        return Unexpected(read.error());
    return found;
}

} // namespace zs::gateway
