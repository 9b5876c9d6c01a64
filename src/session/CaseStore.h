// The console's picture of all cases: confirmed state folded from the stream, with this desk's pending commands laid over it.
// GUI thread only. A row never moves and never goes away until reset(); new cases are appended.
#pragma once

#include "base/StrongId.h"
#include "domain/cases/Case.h"
#include "domain/cases/Commands.h"
#include "session/CaseClocks.h"

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace zs::session {

/// What a person does, as the map shows it.
enum class Activity : std::uint8_t { Idle, EnRoute, OnScene };

class CaseStore {
public:
    /// Everything a worker prepared off the GUI thread: handed over in O(1).
    struct Contents {
        std::vector<domain::Case> rows;
        std::vector<domain::CaseClock> clocks; ///< of the rows
        CaseClocks::Calendar calendar;         ///< that they were counted with
        std::unordered_map<CaseId, std::uint32_t> rowOf;
        std::unordered_map<PersonId, std::uint16_t> openOf;   ///< open cases by handler
        std::unordered_map<PersonId, std::uint16_t> onSceneOf;
    };
    static Contents prepare(std::vector<domain::Case> cases, CaseClocks::Calendar calendar);

    /// `calendar` holds until another is used; never null. Without one every year is unknown.
    explicit CaseStore(CaseClocks::Calendar calendar = std::make_shared<const domain::WorkCalendar>()) : m_clocks(std::move(calendar)) {}

    /// Drops what is pending. Answers the old contents: let a worker destroy them, that takes a while.
    [[nodiscard]] Contents reset(Contents contents);
    /// Folds a confirmed event; answers the row, and whether it is new. Events at or below the case's version are ignored.
    struct Applied { std::uint32_t row; bool isNew; bool changed; };
    Applied apply(const domain::RecordedEvent& event);
    /// Lays `event` over the case as pending, on top of what is pending already; folded anew whenever the confirmed state
    /// moves on. Answers the row; none if there is no such case.
    std::optional<std::uint32_t> setPending(CaseId id, domain::CaseEvent event, TimePoint at, const std::string& by);
    /// Takes off all that is pending on the case. None if nothing was.
    std::optional<std::uint32_t> clearPending(CaseId id);

    /// The clocks are counted anew, in slices: call countClocks() until it says that the calendar has taken over.
    void useCalendar(CaseClocks::Calendar calendar) { m_clocks.use(std::move(calendar)); }
    bool isCountingClocks() const { return m_clocks.isCounting(); }
    bool countClocks(std::chrono::microseconds budget);
    const CaseClocks::Calendar& calendar() const { return m_clocks.calendar(); }
    /// When the limits of row(i) change by themselves, by calendar().
    const domain::CaseClock& clock(std::size_t i) const { return m_clocks.at(i); }

    std::size_t size() const { return m_contents.rows.size(); }
    const domain::Case& row(std::size_t i) const;          ///< with pending laid over
    const domain::Case* find(CaseId id) const;             ///< with pending laid over; null if unknown
    const domain::Case* confirmed(CaseId id) const;
    std::optional<std::uint32_t> rowOf(CaseId id) const;
    bool isPending(CaseId id) const { return m_pending.contains(id); }

    int openCasesOf(PersonId person) const;                ///< with pending laid over
    Activity activityOf(PersonId person) const;

private:
    struct Pending {
        domain::Case state; ///< the confirmed case with `laid` folded in
        std::vector<domain::RecordedEvent> laid;
    };
    static void count(Contents& contents, const domain::Case& state, int by);
    void fold(Pending& pending, const domain::Case& confirmed) const;
    Contents m_contents; ///< rows are confirmed, counts are with pending; the clocks are in m_clocks
    CaseClocks m_clocks; ///< with pending
    std::unordered_map<CaseId, Pending> m_pending;
};

} // namespace zs::session
