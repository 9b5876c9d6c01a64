#include "tests/bench/journal/Peers.h"

#include "tests/bench/kit/ProcessTree.h"

#include "gateway/journal/Checkpointer.h"
#include "gateway/journal/SqliteSchema.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <openssl/evp.h>
#include <sqlite3.h>

namespace zs::bench {

namespace {

[[noreturn]] void die(sqlite3* db, const char* doing)
{
    std::fprintf(stderr, "sqlite3: %s: %s\n", doing, sqlite3_errmsg(db));
    std::exit(1);
}

/// Plain sqlite3 calls, as a careful C program would make them.
class RawJournal {
public:
    explicit RawJournal(sqlite3* db) : m_db(db)
    {
        const std::array<const char*, 6> sql{
            "BEGIN IMMEDIATE", "COMMIT",
            "INSERT INTO idempotency(key, body, status, reply, at) VALUES(?1,?2,200,?3,?4) ON CONFLICT DO NOTHING",
            "INSERT INTO event(seq, number, version, at, by, kind, data, hash) VALUES(?1,?2,?3,?4,?5,?6,?7,?8)",
            "INSERT INTO case_state(case_id, version, phase, handler, json) VALUES(?1,?2,?3,?4,?5)"
            " ON CONFLICT(case_id) DO UPDATE SET version=?2, phase=?3, handler=?4, json=?5 WHERE version=?2-1",
            "INSERT INTO reporter(case_id, name, phone) VALUES(?1,?2,?3)"};
        for (std::size_t i = 0; i < sql.size(); ++i)
            if (sqlite3_prepare_v3(db, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &m_statements[i], nullptr) != SQLITE_OK)
                die(db, "prepare");
    }
    ~RawJournal()
    {
        for (sqlite3_stmt* s : m_statements)
            sqlite3_finalize(s);
    }

    void begin() { run(m_statements[0]); }
    void commit() { run(m_statements[1]); }
    void write(const Row& row)
    {
        const gateway::StoredEvent& e = row.event;
        m_chain = gateway::chainHash(m_sha, m_chain, e.link());
        sqlite3_stmt* s = m_statements[2];
        sqlite3_bind_blob(s, 1, row.key.bytes().data(), 16, SQLITE_STATIC);
        sqlite3_bind_blob(s, 2, row.body.data(), 32, SQLITE_STATIC);
        text(s, 3, row.reply);
        sqlite3_bind_int64(s, 4, toUnixMillis(e.at));
        run(s);
        if (sqlite3_changes(m_db) != 1)
            die(m_db, "a key twice");
        s = m_statements[3];
        sqlite3_bind_int64(s, 1, e.seq);
        sqlite3_bind_int64(s, 2, static_cast<sqlite3_int64>(e.subject.number));
        sqlite3_bind_int64(s, 3, e.version);
        sqlite3_bind_int64(s, 4, toUnixMillis(e.at));
        text(s, 5, e.by);
        text(s, 6, e.kind);
        text(s, 7, e.data);
        sqlite3_bind_blob(s, 8, m_chain.data(), 32, SQLITE_STATIC);
        run(s);
        s = m_statements[4];
        sqlite3_bind_int64(s, 1, static_cast<sqlite3_int64>(e.subject.number));
        sqlite3_bind_int64(s, 2, e.version);
        sqlite3_bind_int64(s, 3, row.phase);
        sqlite3_bind_int64(s, 4, row.handler);
        text(s, 5, row.state);
        run(s);
        if (row.reporterName.empty())
            return;
        s = m_statements[5];
        sqlite3_bind_int64(s, 1, static_cast<sqlite3_int64>(e.subject.number));
        text(s, 2, row.reporterName);
        text(s, 3, row.reporterPhone);
        run(s);
    }

private:
    static void text(sqlite3_stmt* s, int index, const std::string& value)
    {
        sqlite3_bind_text64(s, index, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    void run(sqlite3_stmt* s)
    {
        if (sqlite3_step(s) != SQLITE_DONE)
            die(m_db, "step");
        sqlite3_reset(s);
    }

    sqlite3* m_db;
    std::array<sqlite3_stmt*, 6> m_statements{};
    gateway::Sha256 m_sha;
    gateway::Hash m_chain{};
};

} // namespace

Measured runRaw(const std::filesystem::path& folder, const std::vector<Row>& rows, std::size_t count, std::size_t batch)
{
    const auto file = gateway::journalFile(folder);
    auto db = gateway::openForWriting(file); // the same tables and pragmas
    auto checkpointer = db ? gateway::Checkpointer::start(file) : Unexpected(db.error());
    if (!checkpointer) {
        std::fprintf(stderr, "%s\n", checkpointer.error().sentence.c_str());
        std::exit(1);
    }
    RawJournal raw(db->handle());
    const double cpu = cpuSecondsOfThisProcess();
    const auto from = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < count; i += batch) {
        raw.begin();
        for (std::size_t j = i; j < std::min(i + batch, count); ++j)
            raw.write(rows[j]);
        raw.commit();
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
    const double used = cpuSecondsOfThisProcess() - cpu;
    const auto n = static_cast<double>(count);
    return {n / seconds, used / n * 1e6, static_cast<double>(batch)};
}

} // namespace zs::bench
