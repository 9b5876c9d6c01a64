#include "gateway/journal/Refold.h"

#include "gateway/journal/Journal.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"

namespace zs::gateway {

namespace {

using storage::Statement;

Result<int> foldOf(storage::Database& db)
{
    auto query = db.prepare("SELECT (SELECT CAST(value AS INTEGER) FROM meta WHERE name='fold'),"
                            " NOT EXISTS(SELECT 1 FROM event)");
    if (!query)
        return Unexpected(query.error());
    if (auto row = query->step(); !row)
        return Unexpected(row.error());
    return query->integer(1) ? caseFold : static_cast<int>(query->integer(0)); // an empty journal has no state
}

class Refold {
public:
    explicit Refold(storage::Database& db) : m_db(db) {}

    Result<void> run()
    {
        auto put = m_db.prepare("UPDATE case_state SET version=?2, phase=?3, handler=?4, json=?5 WHERE case_id=?1");
        if (!put)
            return Unexpected(put.error());
        m_put = std::move(*put);
        // Case by case: the index of an event's subject gives them in this order.
        auto events = m_db.prepare("SELECT seq, number, version, at, by, kind, data FROM event WHERE subject=0 ORDER BY number, version");
        if (!events)
            return Unexpected(events.error());
        for (;;) {
            auto row = events->step();
            if (!row)
                return Unexpected(row.error());
            if (*row == Statement::Step::Done)
                return write();
            if (auto folded = fold(*events); !folded)
                return folded;
        }
    }

private:
    Result<void> fold(const Statement& row)
    {
        StoredEvent event;
        event.seq = row.integer(0);
        event.subject = subjectOf(CaseId(static_cast<std::uint64_t>(row.integer(1))));
        event.version = static_cast<std::uint32_t>(row.integer(2));
        event.at = fromUnixMillis(row.integer(3));
        event.by = row.text(4);
        event.kind = row.text(5);
        event.data = row.text(6);
        if (event.caseId() != m_case.id) {
            if (auto done = write(); !done)
                return done;
            m_case = {};
        }
        m_text.clear();
        appendStored(m_text, event);
        auto json = m_parser.parse(m_text);
        auto recorded = json ? protocol::readEvent(*json) : Result<domain::RecordedEvent>(Unexpected(json.error()));
        if (!recorded)
            return fail("journal.event", "Event " + std::to_string(event.seq) + " can't be read: " + recorded.error().sentence);
        domain::evolve(m_case, *recorded);
        return {};
    }

    Result<void> write()
    {
        if (m_case.id.isNone())
            return {};
        m_text.clear();
        protocol::JsonWriter(m_text).value(m_case);
        m_put.bind(1, static_cast<std::int64_t>(m_case.id.value));
        m_put.bind(2, static_cast<std::int64_t>(m_case.version));
        m_put.bind(3, static_cast<std::int64_t>(m_case.phase));
        m_put.bind(4, static_cast<std::int64_t>(m_case.handler.value));
        m_put.bind(5, std::string_view(m_text));
        return m_put.run();
    }

    storage::Database& m_db;
    Statement m_put;
    JsonParser m_parser;
    std::string m_text;
    domain::Case m_case;
};

Result<void> refold(storage::Database& db)
{
    if (auto done = Refold(db).run(); !done)
        return done;
    return db.exec(("INSERT INTO meta VALUES('fold', '" + std::to_string(caseFold)
                    + "') ON CONFLICT(name) DO UPDATE SET value=excluded.value").c_str());
}

} // namespace

Result<void> bringStatesUpToDate(storage::Database& db)
{
    const auto fold = foldOf(db);
    if (!fold)
        return Unexpected(fold.error());
    if (auto begun = db.exec("BEGIN IMMEDIATE"); !begun)
        return begun;
    const std::string mark = "INSERT OR IGNORE INTO meta VALUES('fold', '" + std::to_string(caseFold) + "')";
    auto done = *fold == caseFold ? db.exec(mark.c_str()) : refold(db);
    if (done)
        done = db.exec("COMMIT");
    if (!done)
        (void)db.exec("ROLLBACK");
    return done;
}

} // namespace zs::gateway
