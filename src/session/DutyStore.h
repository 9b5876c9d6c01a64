// The console's picture of the daily duties, beside the cases: confirmed state folded from the stream, with this desk's pending
// commands laid over it. GUI thread only. A city has some thousands at most, most of them day sheets of some KB.
#pragma once

#include "domain/duties/Duties.h"

#include <map>
#include <optional>
#include <vector>

namespace zs::session {

class DutyStore {
public:
    using Contents = std::map<domain::Subject, domain::DutyState>;

    /// Drops what is pending.
    void reset(Contents contents);
    /// Folds a confirmed event; false when it is old news, or doesn't belong to such a subject.
    bool apply(const domain::RecordedDutyEvent& event);
    /// Lays `event` over the duty, on top of what is pending; folded anew whenever the confirmed state moves on.
    void setPending(domain::Subject subject, domain::DutyEvent event, TimePoint at, const std::string& by);
    /// False if nothing was pending.
    bool clearPending(domain::Subject subject);

    /// With pending laid over; null if there is no such duty.
    const domain::DutyState* find(domain::Subject subject) const;
    const domain::DutyState* confirmed(domain::Subject subject) const;
    bool isPending(domain::Subject subject) const { return m_pending.contains(subject); }
    std::size_t size() const { return m_confirmed.size(); }

    /// The same, of a kind that is known by its type: `find<domain::NightVisit>(12)`.
    template <class State>
    const State* find(std::uint64_t number) const
    {
        const domain::DutyState* state = find({State::kind, number});
        return state ? std::get_if<State>(state) : nullptr;
    }
    /// All of a kind in order of number.
    template <class State>
    std::vector<const State*> all() const
    {
        std::vector<const State*> states;
        for (auto it = m_confirmed.lower_bound({State::kind, 0}); it != m_confirmed.end() && it->first.kind == State::kind; ++it)
            if (const State* state = find<State>(it->first.number))
                states.push_back(state);
        return states;
    }

private:
    struct Pending {
        domain::DutyState state; ///< the confirmed one with `laid` folded in
        std::vector<domain::RecordedDutyEvent> laid;
    };
    void fold(domain::Subject subject, Pending& pending) const;

    Contents m_confirmed;
    std::map<domain::Subject, Pending> m_pending; ///< a sheet that nobody has confirmed yet may be here alone
};

} // namespace zs::session
