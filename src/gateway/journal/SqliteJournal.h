// The journal in one SQLite file, DATA/journal.sqlite.
#pragma once

#include "gateway/journal/Checkpointer.h"
#include "gateway/journal/Journal.h"
#include "gateway/journal/SqliteWriter.h"

#include <filesystem>

namespace zs::gateway {

class SqliteJournal final : public Journal {
public:
    /// Opens or makes the journal in a folder that exists. `city` is written into a new one; an old one of another city
    /// is refused ("journal.city"). Only one process may do this at a time (DataFolder's lock).
    static Result<std::unique_ptr<SqliteJournal>> open(const std::filesystem::path& folder, const std::string& city);

    JournalWriter& writer() override { return *m_writer; }
    Result<std::unique_ptr<JournalReader>> openReader() override;
    Result<std::unordered_map<PersonId, int>> workload() override;

private:
    SqliteJournal() = default;

    std::filesystem::path m_file;
    std::unique_ptr<SqliteWriter> m_writer;
    std::unique_ptr<Checkpointer> m_checkpointer;
};

} // namespace zs::gateway
