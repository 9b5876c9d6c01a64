// One command after the other: looks its case up, asks the domain, writes what follows into the open transaction.
#pragma once

#include "gateway/decide/CaseCache.h"
#include "gateway/decide/CityLookup.h"
#include "gateway/decide/Submission.h"
#include "gateway/journal/Journal.h"

#include <optional>

namespace zs::gateway {

/// Belongs to the writer's thread.
class Decider final : private domain::Surroundings {
public:
    struct Outcome {
        Answer answer;
        std::optional<StoredEvent> event; ///< none: refused, or answered before
        std::optional<Error> trouble{};   ///< for the log: why a state couldn't be read
    };

    /// What is handed over outlives it. `inForce` may be replaced between two decisions.
    Decider(JournalWriter& writer, const domain::City& city, const domain::InForce& inForce,
            std::unordered_map<PersonId, int> workload);

    /// An Error means that the journal failed: the whole transaction must be rolled back and nothing more decided.
    Result<Outcome> decide(const Submission& submission, TimePoint now);

private:
    int openCasesOf(PersonId person) const override { return m_lookup.openCasesOf(person); }
    GridId gridAt(GeoPoint place) const override { return m_lookup.gridAt(place); }
    const domain::Case* find(CaseId id) const override;

    Result<const domain::Case*> stateOf(CaseId id) const; ///< null: no such case
    /// The event that the command leads to, or the answer that refuses it. Changes nothing.
    tl::expected<domain::CaseEvent, Answer> judge(const Submission& submission, const domain::Case& state, TimePoint now);
    Result<Outcome> record(const Submission& submission, const domain::Case& before, domain::CaseEvent event, TimePoint now);
    Result<Outcome> refuse(const Submission& submission, Answer answer, TimePoint now);
    /// `error` came from a read: refuses this command alone when it concerns one state.
    Result<Outcome> unread(const Submission& submission, Error error, TimePoint now);
    Result<Outcome> repeat(const Submission& submission);
    void countWorkload(PersonId was, PersonId is);

    JournalWriter& m_writer;
    const domain::City& m_city;
    const domain::InForce& m_inForce;
    CityLookup m_lookup;
    mutable CaseCache m_cache;
    mutable std::optional<Error> m_lookupFailed; ///< find() has no way to say so itself
};

} // namespace zs::gateway
