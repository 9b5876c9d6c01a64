// Commands on subjects other than cases, one after the other: as Decider, on the same writer and in the same transactions.
#pragma once

#include "domain/city/City.h"
#include "gateway/decide/Submission.h"
#include "gateway/journal/Journal.h"

#include <functional>
#include <map>
#include <optional>

namespace zs::gateway {

/// What is wrong with a content that is to be published, in a sentence; none: it may be.
using ReferenceCheck = std::function<std::optional<domain::LocalText>(domain::ReferenceKind kind, std::string_view content)>;

/// Belongs to the writer's thread.
class DutyDecider final : private domain::DutySurroundings {
public:
    struct Outcome {
        Answer answer;
        std::optional<StoredEvent> event; ///< none: refused, or answered before
        std::optional<Error> trouble{};   ///< for the log: why a state couldn't be read
    };

    /// `writer`, `city` and `inForce` outlive it. What is published comes into force at once: whatever is decided later in the
    /// order of seq follows it.
    DutyDecider(JournalWriter& writer, const domain::City& city, domain::InForce& inForce, ReferenceCheck check);

    /// An Error means that the journal failed: the whole transaction must be rolled back and nothing more decided.
    Result<Outcome> decide(const DutySubmission& submission, TimePoint now);

private:
    bool isCase(CaseId id) const override;
    const domain::SensitivePeriod* period(std::uint64_t number) const override;
    const domain::Campaign* campaign(std::uint64_t number) const override;

    /// Blank when there is no such duty; null when it couldn't be read (m_failure).
    const domain::DutyState* stateOf(domain::Subject subject) const;
    tl::expected<domain::DutyEvent, Answer> judge(const DutySubmission& submission, const domain::DutyState& state, TimePoint now);
    std::optional<protocol::WireError> checkContent(const domain::Publish& command);
    Result<Outcome> record(const DutySubmission& submission, const domain::DutyState& before, domain::DutyEvent event, TimePoint now);
    Result<Outcome> refuse(const DutySubmission& submission, Answer answer, TimePoint now);
    /// `error` came from a read: refuses this command alone when it concerns one state.
    Result<Outcome> unread(const DutySubmission& submission, Error error, TimePoint now);
    Result<Outcome> repeat(const DutySubmission& submission);

    JournalWriter& m_writer;
    const domain::City& m_city;
    domain::InForce& m_inForce;
    ReferenceCheck m_check;
    Sha256 m_sha;
    /// Read through from the journal; places don't move while one command is decided.
    mutable std::map<domain::Subject, domain::DutyState> m_states;
    mutable std::optional<Error> m_failure; ///< of a read in the middle of a decision
};

} // namespace zs::gateway
