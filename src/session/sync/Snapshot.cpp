#include "session/sync/Snapshot.h"

#include "base/storage/Compress.h"
#include "protocol/DutyMessagesRead.h"
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

/// Cuts a list of objects and hands each to `one`, parsed.
template <class One>
Result<void> eachOf(Scanner& scan, const std::atomic<bool>& stop, One&& one)
{
    if (!scan.take('['))
        return bad("\"cases\" and \"duties\" must be lists.");
    if (scan.take(']'))
        return {};
    do {
        if (stop)
            return fail("snapshot.stopped", "The program ends.");
        const auto json = parse(scan.value());
        if (!json.isObject())
            return bad("a case or a duty isn't a JSON object.");
        if (Result<void> taken = one(protocol::QtJsonValue(json.object())); !taken)
            return bad(taken.error().sentence);
    } while (scan.take(','));
    if (!scan.take(']'))
        return bad("a list doesn't end.");
    return {};
}

Result<std::vector<domain::Case>> readCases(Scanner& scan, const std::atomic<bool>& stop)
{
    std::vector<domain::Case> cases;
    auto read = eachOf(scan, stop, [&cases](const protocol::QtJsonValue& json) -> Result<void> {
        auto one = protocol::readJson<domain::Case>(json, protocol::UnknownMembers::Ignore);
        if (!one)
            return Unexpected(one.error());
        if (one->id.isNone() || one->version == 0)
            return fail("", "a case has no number or version.");
        cases.push_back(std::move(*one));
        return {};
    });
    if (!read)
        return Unexpected(read.error());
    return cases;
}

struct DutyHead {
    domain::SubjectKind kind = domain::SubjectKind::Case;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
    }
};

Result<DutyStore::Contents> readDuties(Scanner& scan, const std::atomic<bool>& stop)
{
    DutyStore::Contents duties;
    auto read = eachOf(scan, stop, [&duties](const protocol::QtJsonValue& json) -> Result<void> {
        const auto head = protocol::readJson<DutyHead>(json, protocol::UnknownMembers::Ignore);
        if (!head)
            return Unexpected(head.error());
        const auto state = json.member("state");
        if (!state)
            return fail("", "a duty has no state.");
        auto one = protocol::readDutyState(head->kind, *state);
        if (!one)
            return Unexpected(one.error());
        duties.insert_or_assign(domain::subjectOf(*one), std::move(*one));
        return {};
    });
    if (!read)
        return Unexpected(read.error());
    return duties;
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
    DutyStore::Contents duties; // a gateway from before there were duties sends none
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
        if (name == "\"duties\"") {
            auto read = readDuties(scan, stop);
            if (!read)
                return Unexpected(read.error());
            duties = std::move(*read);
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
    snapshot->duties = std::move(duties);
    return snapshot;
}

} // namespace zs::session
