// The clocks of all cases, row by row, under the calendar in force. Another calendar is counted in beside it, a slice at a
// time, and takes over when all rows have theirs. GUI thread only.
#pragma once

#include "domain/sla/CaseClock.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace zs::session {

class CaseClocks {
public:
    using Calendar = std::shared_ptr<const domain::WorkCalendar>; ///< never null

    explicit CaseClocks(Calendar calendar) : m_calendar(std::move(calendar)) {}

    const Calendar& calendar() const { return m_calendar; }
    const domain::CaseClock& at(std::size_t row) const { return m_clocks[row]; }

    /// The row is new (one past the last) or changed.
    void set(std::size_t row, const domain::Case& state);
    /// All rows at once, with the calendar they were counted with; it is in force from now on. If another was asked for by use(),
    /// that one is counted in. Answers the old clocks.
    std::vector<domain::CaseClock> reset(std::vector<domain::CaseClock> clocks, Calendar calendar);

    /// Begins to count with another calendar; count() goes on. One that says the same is in force already.
    void use(Calendar calendar);
    bool isCounting() const { return m_next != nullptr; }
    /// Counts for about `budget`, reading each case through `row`. True when the new calendar has taken over.
    bool count(const std::function<const domain::Case&(std::size_t)>& row, std::chrono::microseconds budget);

private:
    Calendar m_calendar;
    std::vector<domain::CaseClock> m_clocks;
    Calendar m_asked;                           ///< by the last use(); null: what comes with the rows is right
    Calendar m_next;                            ///< null: none is being counted in
    std::vector<domain::CaseClock> m_nextClocks; ///< of the first rows
};

} // namespace zs::session
