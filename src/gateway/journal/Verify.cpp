#include "gateway/journal/Verify.h"

#include "gateway/journal/Journal.h"
#include "gateway/journal/SqliteReader.h"
#include "gateway/journal/SqliteSchema.h"
#include "gateway/json/SimdjsonValue.h"
#include "protocol/Messages.h"

#include <unordered_map>

namespace zs::gateway {

namespace {

class Verifier {
public:
    /// False once a fault is found.
    bool take(const StoredEvent& event)
    {
        const Seq expected = m_result.events + 1;
        if (event.seq != expected)
            return fault(expected, "Event " + std::to_string(expected) + " is missing.");
        const Hash hash = chainHash(m_sha, m_result.head, {event.seq, event.caseId, event.version, event.at, event.by,
                                                           event.kind, event.data});
        if (hash != event.hash)
            return fault(event.seq, "Event " + std::to_string(event.seq) + " or the one before it was changed.");
        domain::Case& state = m_cases[event.caseId.value];
        if (event.version != state.version + 1)
            return fault(event.seq, "Event " + std::to_string(event.seq) + " skips a version of its case.");
        m_text.clear();
        appendStored(m_text, event);
        auto json = m_parser.parse(m_text);
        auto recorded = json ? protocol::readEvent(*json) : Result<domain::RecordedEvent>(Unexpected(json.error()));
        if (!recorded)
            return fault(event.seq, "Event " + std::to_string(event.seq) + " can't be read: " + recorded.error().sentence);
        domain::evolve(state, *recorded);
        m_last[event.caseId.value] = event.seq;
        ++m_result.events;
        m_result.head = hash;
        return true;
    }

    /// Compares a stored state with the fold. `seq` of a case that no event made is 0.
    bool takeState(std::string_view text)
    {
        auto json = m_parser.parse(text);
        auto state = json ? protocol::readJson<domain::Case>(*json, protocol::UnknownMembers::Ignore)
                          : Result<domain::Case>(Unexpected(json.error()));
        if (!state)
            return fault(0, "The state of a case can't be read: " + state.error().sentence);
        const auto found = m_cases.find(state->id.value);
        if (found == m_cases.end() || !(found->second == *state))
            return fault(m_last[state->id.value], "The state of case " + domain::displayNumber(state->id)
                                                      + " isn't the fold of its events.");
        ++m_result.cases;
        return true;
    }

    void finish()
    {
        if (m_result.fault || m_result.cases == static_cast<std::int64_t>(m_cases.size()))
            return;
        fault(m_result.events, "The journal has events of more cases than it has states.");
    }

    Verified result() { return std::move(m_result); }

private:
    bool fault(Seq seq, std::string sentence)
    {
        m_result.fault = Verified::Fault{seq, std::move(sentence)};
        return false;
    }

    Sha256 m_sha;
    JsonParser m_parser;
    std::string m_text;
    std::unordered_map<std::uint64_t, domain::Case> m_cases;
    std::unordered_map<std::uint64_t, Seq> m_last;
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
        bool whole = true;
        auto states = (*reader)->eachStateInTransaction([](Seq) {}, [&](std::string_view json) -> Result<void> {
            whole = whole && verifier.takeState(json);
            return {};
        });
        if (!states)
            return Unexpected(states.error());
        verifier.finish();
        return {};
    });
    if (!walked)
        return Unexpected(walked.error());
    return verifier.result();
}

} // namespace zs::gateway
