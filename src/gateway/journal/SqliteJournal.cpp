#include "gateway/journal/SqliteJournal.h"

#include "gateway/journal/Refold.h"
#include "gateway/journal/SqliteReader.h"
#include "gateway/journal/SqliteSchema.h"

namespace zs::gateway {

namespace {

Result<void> bindToCity(storage::Database& db, const std::string& city)
{
    auto put = db.prepare("INSERT OR IGNORE INTO meta VALUES('city', ?1)");
    if (!put)
        return Unexpected(put.error());
    put->bind(1, std::string_view(city));
    if (auto done = put->run(); !done)
        return done;
    auto get = db.prepare("SELECT value FROM meta WHERE name='city'");
    if (!get)
        return Unexpected(get.error());
    if (auto row = get->step(); !row)
        return Unexpected(row.error());
    if (get->text(0) != city)
        return fail("journal.city", "This journal belongs to the city \"" + std::string(get->text(0)) + "\", not to \""
                                        + city + "\": choose another data folder or another city.");
    return {};
}

} // namespace

Result<std::unique_ptr<SqliteJournal>> SqliteJournal::open(const std::filesystem::path& folder, const std::string& city)
{
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal);
    journal->m_file = journalFile(folder);
    auto db = openForWriting(journal->m_file);
    if (!db)
        return Unexpected(db.error());
    if (auto fits = bindToCity(*db, city); !fits)
        return Unexpected(fits.error());
    if (auto folded = bringStatesUpToDate(*db); !folded)
        return Unexpected(folded.error());
    auto writer = SqliteWriter::open(std::move(*db));
    if (!writer)
        return Unexpected(writer.error());
    journal->m_writer = std::move(*writer);
    auto checkpointer = Checkpointer::start(journal->m_file);
    if (!checkpointer)
        return Unexpected(checkpointer.error());
    journal->m_checkpointer = std::move(*checkpointer);
    return journal;
}

Result<std::unique_ptr<JournalReader>> SqliteJournal::openReader()
{
    auto reader = SqliteReader::open(m_file);
    if (!reader)
        return Unexpected(reader.error());
    return std::unique_ptr<JournalReader>(std::move(*reader));
}

Result<std::unordered_map<PersonId, int>> SqliteJournal::workload()
{
    auto db = openForReading(m_file);
    if (!db)
        return Unexpected(db.error());
    auto query = db->prepare("SELECT handler, count(*) FROM case_state WHERE handler<>0 AND phase<?1 GROUP BY handler");
    if (!query)
        return Unexpected(query.error());
    query->bind(1, static_cast<std::int64_t>(domain::Phase::Finished));
    std::unordered_map<PersonId, int> load;
    for (;;) {
        auto row = query->step();
        if (!row)
            return Unexpected(row.error());
        if (*row == storage::Statement::Step::Done)
            return load;
        load[PersonId(static_cast<std::uint32_t>(query->integer(0)))] = static_cast<int>(query->integer(1));
    }
}

} // namespace zs::gateway
