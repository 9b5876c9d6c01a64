// RFC 4180 tables, read row after row from memory. A bad row is told with its line and doesn't end the
// reading.
#pragma once

#include "base/Result.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zs::sim {

struct CsvLimits {
    std::size_t fields = 512; ///< in a row
    std::size_t fieldBytes = 64 * 1024;
};

struct CsvRow {
    std::size_t line = 0; ///< 1-based, where the row starts
    std::vector<std::string> fields;
    std::string problem; ///< why the row can't be used; empty: it can
};

/// Views into `text`, which must outlive it. Takes \n, \r\n and \r; a byte-order mark is skipped; quoted
/// fields may hold separators, doubled quotes and line breaks. After a row with a problem it goes on behind
/// that row's line.
class CsvReader {
public:
    explicit CsvReader(std::string_view text, char separator = ',', CsvLimits limits = {});
    /// Nothing when the text is over. Empty lines are skipped.
    std::optional<CsvRow> next();

private:
    bool field(std::string& out, std::string& problem);
    void skipLine();
    bool atLineEnd() const { return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    void lineEnd();

    std::string_view m_text;
    char m_separator;
    CsvLimits m_limits;
    std::size_t m_at = 0, m_line = 1;
};

/// A whole file, at most `limit` bytes unpacked; names ending with .zst and .gz are unpacked.
Result<std::string> readPacked(const std::filesystem::path& path, std::size_t limit);

} // namespace zs::sim
