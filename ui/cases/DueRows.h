// Which rows of the store change by themselves, and when: an instant a row, the nearest first.
#pragma once

#include "base/Clock.h"

#include <cstdint>
#include <queue>
#include <vector>

namespace zs::cases {

class DueRows {
public:
    static constexpr TimePoint never = TimePoint::max();

    /// Everything anew, by row.
    void reset(std::vector<TimePoint> at)
    {
        std::vector<Due> due;
        for (std::uint32_t row = 0; row < at.size(); ++row)
            if (at[row] != never) due.push_back({at[row], row});
        m_at = std::move(at);
        m_due = std::priority_queue<Due>({}, std::move(due));
    }
    void set(std::uint32_t row, TimePoint at)
    {
        if (row >= m_at.size()) m_at.resize(row + 1, never);
        if (m_at[row] == at) return;
        m_at[row] = at;
        if (at != never) m_due.push({at, row});
    }
    /// Those whose time has come by `now`. Each is forgotten until it is set again.
    std::vector<std::uint32_t> take(TimePoint now)
    {
        std::vector<std::uint32_t> rows;
        while (!m_due.empty() && m_due.top().at <= now) {
            const Due d = m_due.top();
            m_due.pop();
            if (m_at[d.row] != d.at) continue; // it was set to another time
            m_at[d.row] = never;
            rows.push_back(d.row);
        }
        return rows;
    }

private:
    struct Due {
        TimePoint at;
        std::uint32_t row;
        bool operator<(const Due& o) const { return at > o.at; }
    };
    std::vector<TimePoint> m_at; ///< by row
    std::priority_queue<Due> m_due;
};

} // namespace zs::cases
