#include "session/cache/CaseCache.h"

#include "protocol/Binary.h"
#include "protocol/Messages.h"
#include "protocol/QtJsonValue.h"
#include "session/Batch.h"
#include "session/cache/Damaged.h"
#include "session/cache/SetAside.h"
#include "session/cache/Shape.h"

#include <QJsonDocument>

#include <map>

namespace zs::session {

namespace {

constexpr const char* tables = R"(
create table if not exists meta(name text primary key, value) without rowid;
create table if not exists cases(id integer primary key, body blob not null);
create table if not exists events(seq integer primary key, case_id integer not null, body text not null);
create index if not exists events_case on events(case_id, seq);
create table if not exists duties(kind integer not null, number integer not null, body blob not null, primary key(kind, number)) without rowid;
create table if not exists reference(kind integer primary key, version integer not null, content text not null);
)";

bool decode(std::string_view bytes, domain::Case& out)
{
    protocol::BinaryReader reader(bytes);
    reader.value(out);
    return reader.ok() && reader.atEnd();
}

/// Of the fields of a case and of each kind of duty.
std::string shapes()
{
    std::string all = std::to_string(Shape::of<domain::Case>());
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        ((all += '.' + std::to_string(Shape::of<std::variant_alternative_t<I, domain::DutyState>>())), ...);
    }(std::make_index_sequence<std::variant_size_v<domain::DutyState>>());
    return all;
}

/// begin … commit around `work`, rolled back when it fails.
template <class Work>
Result<void> inTransaction(storage::Database& db, Work&& work)
{
    if (auto begun = db.exec("begin immediate"); !begun)
        return begun;
    Result<void> done = work();
    if (done)
        done = db.exec("commit");
    if (!done)
        (void)db.exec("rollback");
    return done;
}

} // namespace

Result<CaseCache> CaseCache::open(const std::string& path, const std::string& cityId)
{
    makePrivate(path);
    auto db = storage::Database::open(path, storage::Database::Mode::ReadWriteCreate);
    if (!db)
        return damaged(db.error().sentence);
    CaseCache cache;
    cache.m_db = std::move(*db);
    if (auto ready = cache.prepare(cityId); !ready)
        return damaged(ready.error().sentence);
    return cache;
}

Result<void> CaseCache::prepare(const std::string& cityId)
{
    // NORMAL: a power cut may cost the last batches, never the file; they come again from the gateway.
    if (auto set = m_db.exec("pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-16000;"); !set)
        return set;
    if (auto made = m_db.exec(tables); !made)
        return made;
    const std::string owner = cityId + "#" + shapes();
    {
        auto read = m_db.prepare("select value from meta where name = 'owner'");
        if (!read)
            return Unexpected(read.error());
        auto stepped = read->step();
        if (!stepped)
            return Unexpected(stepped.error());
        const bool ours = *stepped == storage::Statement::Step::Row && read->text(0) == owner;
        read->reset();
        if (!ours)
            if (auto emptied = m_db.exec("delete from meta; delete from cases; delete from events; delete from duties; delete from reference;"); !emptied)
                return emptied;
    }
    const std::pair<storage::Statement*, const char*> statements[] = {
        {&m_readCase, "select body from cases where id = ?1"},
        {&m_writeCase, "insert into cases values(?1, ?2) on conflict(id) do update set body = excluded.body"},
        {&m_writeEvent, "insert or replace into events values(?1, ?2, ?3)"},
        {&m_prune, "delete from events where seq <= ?1"},
        {&m_timeline, "select body from events where case_id = ?1 order by seq"},
        {&m_readDuty, "select body from duties where kind = ?1 and number = ?2"},
        {&m_writeDuty, "insert into duties values(?1, ?2, ?3) on conflict(kind, number) do update set body = excluded.body"},
        {&m_setMeta, "insert into meta values(?1, ?2) on conflict(name) do update set value = excluded.value"},
    };
    for (const auto& [statement, sql] : statements) {
        auto prepared = m_db.prepare(sql);
        if (!prepared)
            return Unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    m_setMeta.bind(1, std::string_view("owner"));
    m_setMeta.bind(2, std::string_view(owner));
    if (auto set = m_setMeta.run(); !set)
        return set;
    return readMark();
}

Result<void> CaseCache::readMark()
{
    auto read = m_db.prepare("select name, value from meta");
    if (!read)
        return Unexpected(read.error());
    for (;;) {
        auto stepped = read->step();
        if (!stepped)
            return Unexpected(stepped.error());
        if (*stepped == storage::Statement::Step::Done)
            return {};
        const std::string_view name = read->text(0);
        if (name == "seq") {
            m_mark.seq = read->integer(1);
            m_mark.isEmpty = false;
        } else if (name == "chain") {
            m_mark.chain = read->text(1);
        } else if (name == "data_at") {
            m_mark.dataAt = fromUnixMillis(read->integer(1));
        }
    }
}

Result<void> CaseCache::writeMark(const Mark& mark)
{
    const auto set = [this](std::string_view name, auto value) {
        m_setMeta.bind(1, name);
        m_setMeta.bind(2, value);
        return m_setMeta.run();
    };
    if (auto done = set("seq", std::int64_t{mark.seq}); !done)
        return done;
    if (auto done = set("chain", std::string_view(mark.chain)); !done)
        return done;
    return set("data_at", toUnixMillis(mark.dataAt));
}

Result<std::vector<domain::Case>> CaseCache::load(const std::atomic<bool>& stop)
{
    std::vector<domain::Case> cases;
    {
        auto count = m_db.prepare("select count(*) from cases");
        if (!count)
            return damaged(count.error().sentence);
        if (auto stepped = count->step(); !stepped)
            return damaged(stepped.error().sentence);
        const auto n = static_cast<std::size_t>(count->integer(0));
        cases.reserve(n + n / 8 + 4096); // what CaseStore::prepare wants, so that it needn't move them
    }
    auto all = m_db.prepare("select body from cases order by id");
    if (!all)
        return damaged(all.error().sentence);
    while (!stop) {
        auto stepped = all->step();
        if (!stepped)
            return damaged(stepped.error().sentence);
        if (*stepped == storage::Statement::Step::Done)
            break;
        if (!decode(all->blob(0), cases.emplace_back()))
            return damaged("a case isn't whole.");
    }
    return cases;
}

Result<bool> CaseCache::readCase(CaseId id, domain::Case& out)
{
    m_readCase.bind(1, static_cast<std::int64_t>(id.value));
    auto stepped = m_readCase.step();
    if (!stepped)
        return Unexpected(stepped.error());
    const bool found = *stepped == storage::Statement::Step::Row;
    const bool whole = !found || decode(m_readCase.blob(0), out);
    m_readCase.reset();
    if (!whole)
        return damaged("a case isn't whole.");
    return found;
}

Result<void> CaseCache::writeCase(const domain::Case& state)
{
    m_buffer.clear();
    protocol::BinaryWriter(m_buffer).value(state);
    m_writeCase.bind(1, static_cast<std::int64_t>(state.id.value));
    m_writeCase.bindBlob(2, m_buffer);
    return m_writeCase.run();
}

Result<void> CaseCache::replace(std::span<const domain::Case> cases, const Mark& mark, const std::atomic<bool>& stop,
                                const DutyStore::Contents& duties)
{
    auto done = inTransaction(m_db, [&]() -> Result<void> {
        if (auto emptied = m_db.exec("delete from cases; delete from events; delete from duties;"); !emptied)
            return emptied;
        for (const domain::Case& state : cases) {
            if (stop)
                return fail("cache.stopped", "The program ends.");
            if (auto written = writeCase(state); !written)
                return written;
        }
        for (const auto& [subject, state] : duties)
            if (auto written = writeDuty(state); !written)
                return written;
        return writeMark(mark);
    });
    if (!done)
        return done;
    m_mark = mark;
    m_mark.isEmpty = false;
    return m_db.exec("pragma wal_checkpoint(truncate)");
}

Result<void> CaseCache::append(std::span<const domain::RecordedEvent> events, const Mark& mark,
                               std::span<const domain::RecordedDutyEvent> duties)
{
    auto done = inTransaction(m_db, [&] { return appendAll(events, duties, mark); });
    if (!done)
        return done;
    m_mark = mark;
    m_mark.isEmpty = false;
    return {};
}

/// What a batch changes, written once at its end.
struct CaseCache::Touched {
    std::map<CaseId, domain::Case> cases;
    std::map<domain::Subject, domain::DutyState> duties;
    Seq last = 0;
};

namespace {
Unexpected outOfOrder() { return fail("cache.order", "Events came out of order: the picture is fetched anew."); }
} // namespace

Result<void> CaseCache::take(const domain::RecordedEvent& event, Touched& touched)
{
    auto it = touched.cases.find(event.caseId);
    if (it == touched.cases.end()) {
        it = touched.cases.emplace(event.caseId, domain::Case{}).first;
        if (auto read = readCase(event.caseId, it->second); !read)
            return Unexpected(read.error());
    }
    if (event.seq != touched.last + 1 || event.version != it->second.version + 1)
        return outOfOrder();
    touched.last = event.seq;
    domain::evolve(it->second, event);
    m_buffer.clear();
    protocol::appendEvent(m_buffer, event);
    m_writeEvent.bind(1, std::int64_t{event.seq});
    m_writeEvent.bind(2, static_cast<std::int64_t>(event.caseId.value));
    m_writeEvent.bind(3, std::string_view(m_buffer));
    return m_writeEvent.run();
}

Result<void> CaseCache::take(const domain::RecordedDutyEvent& event, Touched& touched)
{
    auto it = touched.duties.find(event.subject);
    if (it == touched.duties.end()) {
        it = touched.duties.emplace(event.subject, domain::DutyState{}).first;
        if (auto read = readDuty(event.subject, it->second); !read)
            return read;
    }
    if (event.seq != touched.last + 1 || event.version != domain::versionOf(it->second) + 1)
        return outOfOrder();
    touched.last = event.seq;
    return domain::evolve(it->second, event);
}

Result<void> CaseCache::appendAll(std::span<const domain::RecordedEvent> events,
                                  std::span<const domain::RecordedDutyEvent> duties, const Mark& mark)
{
    Touched touched;
    touched.last = m_mark.seq;
    Result<void> taken;
    inOrder(events, duties, [&](const auto& event) {
        taken = take(event, touched);
        return taken.has_value();
    });
    if (!taken)
        return taken;
    for (const auto& [id, state] : touched.cases)
        if (auto written = writeCase(state); !written)
            return written;
    for (const auto& [subject, state] : touched.duties)
        if (auto written = writeDuty(state); !written)
            return written;
    if (touched.last > keptEvents) {
        m_prune.bind(1, std::int64_t{touched.last - keptEvents});
        if (auto pruned = m_prune.run(); !pruned)
            return pruned;
    }
    return writeMark(mark);
}

Result<std::vector<domain::RecordedEvent>> CaseCache::timeline(CaseId id)
{
    std::vector<domain::RecordedEvent> events;
    m_timeline.bind(1, static_cast<std::int64_t>(id.value));
    for (;;) {
        auto stepped = m_timeline.step();
        if (!stepped)
            return Unexpected(stepped.error());
        if (*stepped == storage::Statement::Step::Done)
            break;
        const std::string_view text = m_timeline.text(0);
        const auto json = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
        auto event = protocol::readEvent(protocol::QtJsonValue(json.object()));
        if (!event) {
            m_timeline.reset();
            return damaged("an event isn't whole.");
        }
        events.push_back(std::move(*event));
    }
    m_timeline.reset();
    return events;
}

} // namespace zs::session
