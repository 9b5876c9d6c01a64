#include "gateway/journal/Verify.h"

#include "gateway/journal/Journal.h"
#include "gateway/journal/SqliteReader.h"
#include "gateway/journal/SqliteSchema.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"

#include <unordered_map>

namespace zs::gateway {

namespace {

std::string nameOf(domain::Subject subject)
{
    if (subject.kind == domain::SubjectKind::Case)
        return "case " + domain::displayNumber(CaseId(subject.number));
    constexpr auto names = enumNames(domain::SubjectKind{});
    const auto kind = static_cast<std::size_t>(subject.kind);
    return (kind < names.size() ? std::string(names[kind]) : "subject") + " " + std::to_string(subject.number);
}

/// Folds all events and compares: false from a function once a fault is found.
class Verifier final : public StateVisitor {
public:
    bool take(const StoredEvent& event)
    {
        const Seq expected = m_result.events + 1;
        if (event.seq != expected)
            return fault(expected, "Event " + std::to_string(expected) + " is missing.");
        const Hash hash = chainHash(m_sha, m_result.head, event.link());
        if (hash != event.hash)
            return fault(event.seq, "Event " + std::to_string(event.seq) + " or the one before it was changed.");
        if (event.version != ++m_versions[event.subject])
            return fault(event.seq, "Event " + std::to_string(event.seq) + " skips a version of its subject.");
        if (auto folded = fold(event); !folded)
            return fault(event.seq, "Event " + std::to_string(event.seq) + " can't be read: " + folded.error().sentence);
        m_last[event.subject] = event.seq;
        ++m_result.events;
        m_result.head = hash;
        return true;
    }

    void begin(Seq) override {}
    // A fault ends the walk with an error that says nothing: what was found is in the result.
    Result<void> oneCase(std::string_view text) override
    {
        auto json = m_parser.parse(text);
        auto state = json ? protocol::readJson<domain::Case>(*json, protocol::UnknownMembers::Ignore)
                          : Result<domain::Case>(Unexpected(json.error()));
        if (!state)
            return stop(0, "The state of a case can't be read: " + state.error().sentence);
        const auto found = m_cases.find(state->id.value);
        if (found == m_cases.end() || !(found->second == *state))
            return notTheFold(gateway::subjectOf(state->id));
        ++m_result.cases;
        return {};
    }
    Result<void> oneDuty(domain::SubjectKind kind, std::string_view text) override
    {
        auto json = m_parser.parse(text);
        auto state = json ? protocol::readDutyState(kind, *json) : Result<domain::DutyState>(Unexpected(json.error()));
        if (!state)
            return stop(0, "The state of a duty can't be read: " + state.error().sentence);
        const domain::Subject subject = domain::subjectOf(*state);
        const auto found = m_duties.find(subject);
        if (found == m_duties.end() || !(found->second == *state))
            return notTheFold(subject);
        ++m_result.duties;
        return {};
    }

    /// `content` gives what lies beside the event of a publication.
    Result<void> finish(const std::function<Result<std::optional<std::string>>(domain::ReferenceKind, std::uint32_t)>& content)
    {
        if (m_result.fault)
            return {};
        if (m_result.cases != static_cast<std::int64_t>(m_cases.size()))
            fault(m_result.events, "The journal has events of more cases than it has states.");
        else if (m_result.duties != static_cast<std::int64_t>(m_duties.size()))
            fault(m_result.events, "The journal has events of more duties than it has states.");
        for (const auto& [seq, published] : m_published) {
            if (m_result.fault)
                return {};
            auto text = content(published.kind, published.version);
            if (!text)
                return Unexpected(text.error());
            m_sha.start();
            m_sha.add(*text ? std::string_view(**text) : std::string_view());
            if (!*text || toHex(m_sha.finish()) != published.sha256)
                fault(seq, "The content published with event " + std::to_string(seq) + " is missing or was changed.");
            else
                ++m_result.references;
        }
        return {};
    }

    Verified result() { return std::move(m_result); }

private:
    bool fault(Seq seq, std::string sentence)
    {
        m_result.fault = Verified::Fault{seq, std::move(sentence)};
        return false;
    }
    Result<void> stop(Seq seq, std::string sentence)
    {
        fault(seq, std::move(sentence));
        return fail("verify.fault", "");
    }
    Result<void> notTheFold(domain::Subject subject)
    {
        return stop(m_last[subject], "The state of " + nameOf(subject) + " isn't the fold of its events.");
    }

    Result<void> fold(const StoredEvent& event)
    {
        m_text.clear();
        appendStored(m_text, event);
        auto json = m_parser.parse(m_text);
        if (!json)
            return Unexpected(json.error());
        if (event.subject.kind == domain::SubjectKind::Case) {
            auto recorded = protocol::readEvent(*json);
            if (!recorded)
                return Unexpected(recorded.error());
            domain::evolve(m_cases[event.subject.number], *recorded);
            return {};
        }
        auto recorded = protocol::readDutyEvent(*json);
        if (!recorded)
            return Unexpected(recorded.error());
        if (const auto* published = std::get_if<domain::Published>(&recorded->event))
            m_published.emplace_back(event.seq, *published);
        auto& state = m_duties.try_emplace(event.subject, domain::blankDuty(event.subject)).first->second;
        return domain::evolve(state, *recorded);
    }

    struct SubjectHash {
        std::size_t operator()(const domain::Subject& s) const noexcept
        {
            return std::hash<std::uint64_t>{}(s.number * enumNames(domain::SubjectKind{}).size() + static_cast<std::size_t>(s.kind));
        }
    };

    Sha256 m_sha;
    JsonParser m_parser;
    std::string m_text;
    std::unordered_map<std::uint64_t, domain::Case> m_cases;
    std::unordered_map<domain::Subject, domain::DutyState, SubjectHash> m_duties;
    std::unordered_map<domain::Subject, std::uint32_t, SubjectHash> m_versions;
    std::unordered_map<domain::Subject, Seq, SubjectHash> m_last;
    std::vector<std::pair<Seq, domain::Published>> m_published;
    Verified m_result;
};

constexpr std::size_t chunk = 2048;

} // namespace

Result<Verified> verifyJournal(const std::filesystem::path& data)
{
    // One connection and one transaction: a gateway that goes on writing changes nothing of what is seen here.
    auto db = openForReading(journalFile(data));
    if (!db)
        return Unexpected(db.error());
    auto reader = SqliteReader::fromDatabase(std::move(*db));
    if (!reader)
        return Unexpected(reader.error());
    Verifier verifier;
    Result<void> walked = (*reader)->inTransaction([&]() -> Result<void> {
        Seq since = 0;
        for (;;) {
            auto events = (*reader)->eventsAfter(since, chunk);
            if (!events)
                return Unexpected(events.error());
            for (const StoredEvent& event : *events)
                if (!verifier.take(event))
                    return {};
            if (events->empty())
                break;
            since = events->back().seq;
        }
        if (auto states = (*reader)->eachStateInTransaction(verifier); !states && states.error().code != "verify.fault")
            return states;
        return verifier.finish([&](domain::ReferenceKind kind, std::uint32_t published) {
            return (*reader)->reference(kind, published);
        });
    });
    if (!walked)
        return Unexpected(walked.error());
    return verifier.result();
}

} // namespace zs::gateway
