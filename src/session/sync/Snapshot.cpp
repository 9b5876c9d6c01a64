#include "session/sync/Snapshot.h"

#include "base/storage/Compress.h"
#include "protocol/JsonReader.h"
#include "protocol/Limits.h"
#include "protocol/QtJsonValue.h"

#include <QJsonDocument>

#include <cstring>

namespace zs::session {

namespace {

Unexpected bad(const std::string& what) { return fail("snapshot.form", "The gateway's snapshot can't be read: " + what); }

/// Finds where values end, without understanding them. What it accepts wrongly the parser refuses later.
class Scanner {
public:
    explicit Scanner(std::string_view json) : m_json(json) {}

    std::size_t at = 0;

    void skipSpace()
    {
        while (at < m_json.size() && std::strchr(" \t\r\n", m_json[at]))
            ++at;
    }
    bool take(char c)
    {
        skipSpace();
        if (at >= m_json.size() || m_json[at] != c)
            return false;
        ++at;
        return true;
    }
    /// The text of a value at `at`, which then stands behind it; empty if it doesn't end.
    std::string_view value()
    {
        skipSpace();
        const std::size_t from = at;
        int depth = 0;
        while (at < m_json.size()) {
            const char c = m_json[at];
            if (c == '"') {
                if (!skipString())
                    return {};
            } else if (c == '{' || c == '[') {
                ++depth;
                ++at;
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    break;
                --depth;
                ++at;
            } else if (depth == 0 && c == ',') {
                break;
            } else {
                ++at;
                continue;
            }
            if (depth == 0)
                break;
        }
        return depth == 0 ? m_json.substr(from, at - from) : std::string_view();
    }

private:
    bool skipString()
    {
        for (++at; at < m_json.size(); ++at) {
            if (m_json[at] == '\\')
                ++at;
            else if (m_json[at] == '"') {
                ++at;
                return true;
            }
        }
        return false;
    }

    std::string_view m_json;
};

QJsonDocument parse(std::string_view text)
{
    return QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
}

Result<std::vector<domain::Case>> readCases(Scanner& scan, const std::atomic<bool>& stop)
{
    std::vector<domain::Case> cases;
    if (!scan.take('['))
        return bad("\"cases\" must be a list.");
    if (scan.take(']'))
        return cases;
    do {
        if (stop)
            return fail("snapshot.stopped", "The program ends.");
        const auto json = parse(scan.value());
        if (!json.isObject())
            return bad("a case isn't a JSON object.");
        auto read = protocol::readJson<domain::Case>(protocol::QtJsonValue(json.object()), protocol::UnknownMembers::Ignore);
        if (!read)
            return bad(read.error().sentence);
        if (read->id.isNone() || read->version == 0)
            return bad("a case has no number or version.");
        cases.push_back(std::move(*read));
    } while (scan.take(','));
    if (!scan.take(']'))
        return bad("the list of cases doesn't end.");
    return cases;
}

} // namespace

Result<Snapshot> readSnapshot(std::string_view bytes, const std::atomic<bool>& stop)
{
    std::string unpacked;
    if (bytes.starts_with("\x28\xB5\x2F\xFD")) {
        auto plain = storage::zstdDecompress(bytes, protocol::maxSnapshot);
        if (!plain)
            return bad(plain.error().sentence);
        unpacked = std::move(*plain);
        bytes = unpacked;
    }
    Scanner scan(bytes);
    if (!scan.take('{'))
        return bad("it isn't a JSON object.");
    std::vector<domain::Case> all;
    std::string head = "{"; // all but the cases, as an object of its own
    bool sawCases = false;
    do {
        const std::string_view name = scan.value(); // ends at the quote: a string is a whole value
        if (!scan.take(':'))
            return bad("a member has no value.");
        if (name == "\"cases\"") {
            auto cases = readCases(scan, stop);
            if (!cases)
                return Unexpected(cases.error());
            all = std::move(*cases);
            sawCases = true;
            continue;
        }
        head.append(head.size() > 1 ? "," : "").append(name).append(":").append(scan.value());
    } while (scan.take(','));
    if (!scan.take('}') || !sawCases)
        return bad("it ends too early.");
    head += '}';
    const QJsonDocument document = parse(head);
    const protocol::QtJsonValue json(document.object());
    const auto v = json.member("v");
    if (!v || v->integer() != protocol::version)
        return bad("it isn't of version 1.");
    auto snapshot = protocol::readJson<Snapshot>(json, protocol::UnknownMembers::Ignore);
    if (!snapshot)
        return bad(snapshot.error().sentence);
    snapshot->cases = std::move(all);
    return snapshot;
}

} // namespace zs::session
