// Which open cases lie with which agency, nearest deadline first. Kept up to date case by case; reads the store in place.
#pragma once

#include "ui/cases/Workplace.h"

#include <QObject>

#include <span>
#include <unordered_map>
#include <vector>

namespace zs::dispatch {

class LaneBoard final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        std::int64_t deadline = 0; ///< Unix ms; max = no limit
        std::uint32_t row = 0;     ///< of the store
        auto operator<=>(const Entry&) const = default;
    };

    /// `place` outlives it. `agencies` are the lanes, in order.
    LaneBoard(const cases::Workplace& place, std::vector<AgencyId> agencies, QObject* parent = nullptr);

    std::size_t lanes() const { return m_agencies.size(); }
    AgencyId agency(std::size_t lane) const { return m_agencies[lane]; }
    std::span<const Entry> cases(std::size_t lane) const { return m_lanes[lane]; }
    std::size_t late(std::size_t lane, TimePoint now) const;
    /// -1 if the case is open with none of them.
    int laneOf(CaseId id) const;

Q_SIGNALS:
    void lanesChanged(const std::vector<int>& lanes);

private:
    struct Where {
        int lane = -1;
        Entry entry;
    };
    Where wanted(std::uint32_t row) const;
    void rebuildSoon();
    void rebuild();
    void apply(std::span<const std::uint32_t> rows);

    const cases::Workplace& m_place;
    std::vector<AgencyId> m_agencies;
    std::unordered_map<AgencyId, int> m_laneOf;
    std::vector<std::vector<Entry>> m_lanes;
    std::vector<Where> m_where; ///< by store row
};

} // namespace zs::dispatch
