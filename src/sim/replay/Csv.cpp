#include "sim/replay/Csv.h"

#include "base/storage/Compress.h"

#include <fstream>
#include <system_error>

namespace zs::sim {

CsvReader::CsvReader(std::string_view text, char separator, CsvLimits limits)
    : m_text(text), m_separator(separator), m_limits(limits) {
    if (m_text.starts_with("\xef\xbb\xbf"))
        m_text.remove_prefix(3);
}

void CsvReader::lineEnd() {
    if (m_at < m_text.size() && m_text[m_at] == '\r')
        ++m_at;
    else if (m_at < m_text.size() && m_text[m_at] == '\n') {
        ++m_at;
        ++m_line;
        return;
    } else {
        return;
    }
    if (m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
    ++m_line;
}

void CsvReader::skipLine() {
    while (!atLineEnd())
        ++m_at;
    lineEnd();
}

bool CsvReader::field(std::string& out, std::string& problem) {
    if (m_at >= m_text.size() || m_text[m_at] != '"') {
        const std::size_t start = m_at;
        while (!atLineEnd() && m_text[m_at] != m_separator) {
            if (m_text[m_at] == '"') {
                problem = "a quote stands inside of a field that isn't quoted";
                return false;
            }
            ++m_at;
        }
        if (m_at - start > m_limits.fieldBytes) {
            problem = "a field is longer than " + std::to_string(m_limits.fieldBytes) + " bytes";
            return false;
        }
        out.assign(m_text.substr(start, m_at - start));
        return true;
    }
    // Where the quoted field began, to come back to if its end is never found.
    const std::size_t start = m_at, startLine = m_line;
    const auto giveUp = [&](std::string why) {
        problem = std::move(why);
        m_at = start;
        m_line = startLine;
        return false;
    };
    for (++m_at;;) {
        if (m_at >= m_text.size())
            return giveUp("a quoted field isn't closed");
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            if (m_at < m_text.size() && m_text[m_at] == '"') {
                out += '"';
                ++m_at;
                continue;
            }
            if (atLineEnd() || m_text[m_at] == m_separator)
                return true;
            return giveUp("text follows a quoted field");
        }
        if (out.size() >= m_limits.fieldBytes)
            return giveUp("a field is longer than " + std::to_string(m_limits.fieldBytes) + " bytes");
        if (c == '\n' || c == '\r') {
            const std::size_t from = m_at;
            lineEnd();
            out.append(m_text.substr(from, m_at - from));
        } else {
            out += c;
            ++m_at;
        }
    }
}

std::optional<CsvRow> CsvReader::next() {
    while (m_at < m_text.size() && atLineEnd())
        lineEnd();
    if (m_at >= m_text.size())
        return std::nullopt;
    CsvRow row;
    row.line = m_line;
    for (;;) {
        std::string value;
        if (!field(value, row.problem)) {
            skipLine();
            return row;
        }
        row.fields.push_back(std::move(value));
        if (atLineEnd()) {
            lineEnd();
            return row;
        }
        if (row.fields.size() >= m_limits.fields) {
            row.problem = "the row has more than " + std::to_string(m_limits.fields) + " fields";
            skipLine();
            return row;
        }
        ++m_at; // the separator
    }
}

Result<std::string> readPacked(const std::filesystem::path& path, std::size_t limit) {
    std::error_code code;
    const auto size = std::filesystem::file_size(path, code);
    if (code)
        return fail("file.open", "Can't read " + path.string() + ": " + code.message() + ".");
    if (size > limit)
        return fail("file.size", path.string() + " is larger than " + std::to_string(limit >> 20) + " MB.");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return fail("file.open", "Can't read " + path.string() + ".");
    const auto extension = path.extension();
    auto unpacked = extension == ".zst"  ? storage::zstdDecompress(bytes, limit)
                    : extension == ".gz" ? storage::gunzip(bytes, limit)
                                         : Result<std::string>(std::move(bytes));
    if (!unpacked)
        return fail(unpacked.error().code, path.string() + ": " + unpacked.error().sentence);
    return unpacked;
}

} // namespace zs::sim
