// The journal as the rest of the gateway sees it: one writer, any number of readers, whatever the engine.
// Everything that is acknowledged is here, with a gap-free seq, a hash chain and the state of the cases in the same
// transaction (DESIGN.md, "The journal is the truth").
#pragma once

#include "base/Result.h"
#include "base/Uuid.h"
#include "domain/cases/Commands.h"
#include "domain/duties/Duties.h"
#include "gateway/journal/Chain.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zs::gateway {

struct Head {
    Seq seq = 0;
    Hash chain{};
};

/// The first answer to an idempotency key.
struct StoredReply {
    Hash body{};      ///< the mark of who sent it and what (BodyKeys.h)
    int status = 200; ///< HTTP
    std::string reply;
    TimePoint at{};   ///< of findReply()
};

/// Kept in a table of its own, so that it can be erased without touching the chain; never in an event, a log or a reply.
struct ReporterIdentity {
    std::string name;
    std::string phone;
    bool isEmpty() const { return name.empty() && phone.empty(); }
};

/// One event as it lies in the journal; `data` is the JSON that is chained.
struct StoredEvent {
    Seq seq = 0;
    domain::Subject subject;
    std::uint32_t version = 0;
    TimePoint at{};
    std::string by, kind, data;
    Hash hash{};

    CaseId caseId() const { return CaseId(subject.kind == domain::SubjectKind::Case ? subject.number : 0); }
    ChainLink link() const { return {seq, subject, version, at, by, kind, data}; }
};

inline domain::Subject subjectOf(CaseId id) { return {domain::SubjectKind::Case, id.value}; }

/// What the stream and /v1/cases say of it; the same text as protocol::appendEvent makes.
void appendStored(std::string& out, const StoredEvent& event);

/// What one decided command adds.
struct Entry {
    domain::RecordedEvent event;  ///< seq is given by append()
    const domain::Case* after = nullptr;
    const ReporterIdentity* reporter = nullptr; ///< or none
};

/// The same of a duty.
struct DutyEntry {
    domain::RecordedDutyEvent event; ///< seq is given by append()
    const domain::DutyState* after = nullptr;
    const std::string* content = nullptr; ///< of published reference data, or none
};

/// The writing half. Belongs to one thread. After any failed call the transaction must be rolled back.
class JournalWriter {
public:
    virtual ~JournalWriter() = default;
    /// Fails with "journal.busy" when another program holds the file for longer than the database waits; nothing is wrong then.
    virtual Result<void> begin() = 0;
    /// On disk when it returns.
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    virtual Result<std::optional<StoredReply>> findReply(const Uuid& key) = 0;
    /// Fails with "journal.state" when this one case can't be read; the transaction is whole and may go on. So does loadDuty().
    virtual Result<std::optional<domain::Case>> loadCase(CaseId id) = 0;
    /// The next after the largest; used up by append() only.
    virtual CaseId nextCaseId() const = 0;
    /// The event with its seq and hash, and the case's state, and the reporter. Fills `stored`.
    virtual Result<void> append(const Entry& entry, StoredEvent& stored) = 0;

    virtual Result<std::optional<domain::DutyState>> loadDuty(domain::Subject subject) = 0;
    /// The next after the largest of that kind; used up by append() only.
    virtual std::uint64_t nextDutyNumber(domain::SubjectKind kind) const = 0;
    /// The event with its seq and hash, the duty's state, and the published content. Fills `stored`.
    virtual Result<void> append(const DutyEntry& entry, StoredEvent& stored) = 0;
    /// False, and nothing kept, if the key has an answer already (findReply).
    virtual Result<bool> keepReply(const Uuid& key, const StoredReply& reply, TimePoint at) = 0;
    /// With what was appended but not yet committed.
    virtual Head head() const = 0;
};

struct CaseHistory {
    std::string state;               ///< JSON of the case
    std::vector<std::string> events; ///< JSON each, oldest first
    std::uint32_t next = 0; ///< there are more: those after this version; 0: that was all
};

/// Which part of a case's events.
struct HistoryPage {
    std::uint32_t after = 0; ///< version of the last one that is known
    std::size_t limit = 500;
    std::size_t bytes = 4u << 20; ///< no further event once they hold so many
};

/// Takes what eachState() reads: begin(), then cases in order of id, then duties in order of kind and number.
class StateVisitor {
public:
    virtual ~StateVisitor() = default;
    virtual void begin(Seq seq) = 0; ///< of the last event
    virtual Result<void> oneCase(std::string_view json) = 0;
    virtual Result<void> oneDuty(domain::SubjectKind kind, std::string_view json) = 0;
};

/// A reading half. Belongs to one thread; sees what is committed, never waits for the writer.
class JournalReader {
public:
    virtual ~JournalReader() = default;
    /// At most `max` events, and no further one once they hold `maxBytes` of data.
    virtual Result<std::vector<StoredEvent>> eventsAfter(Seq since, std::size_t max,
                                                         std::size_t maxBytes = 64u << 20) = 0;
    virtual Result<std::optional<CaseHistory>> history(CaseId id, HistoryPage page = {}) = 0;
    /// Tells `states` all states, all of one moment (one read transaction).
    virtual Result<void> eachState(StateVisitor& states) = 0;
    /// Published reference data; none if that version was never published.
    virtual Result<std::optional<std::string>> reference(domain::ReferenceKind kind, std::uint32_t published) = 0;
};

class Journal {
public:
    virtual ~Journal() = default;
    virtual JournalWriter& writer() = 0;
    virtual Result<std::unique_ptr<JournalReader>> openReader() = 0;
    /// Open cases a person has, as of opening.
    virtual Result<std::unordered_map<PersonId, int>> workload() = 0;
};

} // namespace zs::gateway
