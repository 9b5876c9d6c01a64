#include "ui/dispatch/LaneBoard.h"

#include <QTimer>

#include <algorithm>
#include <numeric>

namespace zs::dispatch {

using cases::Desk;

LaneBoard::LaneBoard(const cases::Workplace& place, std::vector<AgencyId> agencies, QObject* parent)
    : QObject(parent), m_place(place), m_agencies(std::move(agencies))
{
    for (std::size_t i = 0; i < m_agencies.size(); ++i) m_laneOf[m_agencies[i]] = static_cast<int>(i);
    rebuild();
    connect(&place.desk, &Desk::casesReset, this, &LaneBoard::rebuildSoon);
    connect(&place.desk, &Desk::calendarChanged, this, &LaneBoard::rebuild);
    connect(&place.desk, &Desk::casesAppended, this, [this](int first, int last) {
        std::vector<std::uint32_t> rows(static_cast<std::size_t>(std::max(0, last - first + 1)));
        std::iota(rows.begin(), rows.end(), static_cast<std::uint32_t>(first));
        apply(rows);
    });
    connect(&place.desk, &Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) { apply(rows); });
}

LaneBoard::Where LaneBoard::wanted(std::uint32_t row) const
{
    const session::CaseStore& store = m_place.desk.cases();
    const domain::Case& state = store.row(row);
    if (!state.isOpen() || state.lead.isNone()) return {};
    const auto lane = m_laneOf.find(state.lead);
    if (lane == m_laneOf.end()) return {};
    return {lane->second, {toUnixMillis(store.clock(row).deadline), row}}; // never: the greatest number there is
}

void LaneBoard::rebuildSoon()
{
    // The queue orders all cases in this turn of the event loop: the lanes take a later one, empty until then.
    m_lanes.assign(m_agencies.size(), {});
    m_where.assign(m_place.desk.cases().size(), {});
    QTimer::singleShot(0, this, &LaneBoard::rebuild);
}

void LaneBoard::rebuild()
{
    m_lanes.assign(m_agencies.size(), {});
    m_where.assign(m_place.desk.cases().size(), {});
    for (std::uint32_t row = 0; row < m_where.size(); ++row) {
        m_where[row] = wanted(row);
        if (m_where[row].lane >= 0) m_lanes[static_cast<std::size_t>(m_where[row].lane)].push_back(m_where[row].entry);
    }
    for (auto& lane : m_lanes) std::ranges::sort(lane);
    std::vector<int> all(m_lanes.size());
    std::iota(all.begin(), all.end(), 0);
    Q_EMIT lanesChanged(all);
}

void LaneBoard::apply(std::span<const std::uint32_t> rows)
{
    std::vector<int> changed;
    for (const std::uint32_t row : rows) {
        if (row >= m_place.desk.cases().size()) continue;
        if (row >= m_where.size()) m_where.resize(row + 1);
        const Where before = m_where[row], after = wanted(row);
        if (before.lane >= 0) changed.push_back(before.lane);
        if (after.lane >= 0) changed.push_back(after.lane);
        if (before.lane == after.lane && before.entry == after.entry) continue;
        if (before.lane >= 0) {
            auto& lane = m_lanes[static_cast<std::size_t>(before.lane)];
            lane.erase(std::ranges::lower_bound(lane, before.entry));
        }
        if (after.lane >= 0) {
            auto& lane = m_lanes[static_cast<std::size_t>(after.lane)];
            lane.insert(std::ranges::lower_bound(lane, after.entry), after.entry);
        }
        m_where[row] = after;
    }
    std::ranges::sort(changed);
    changed.erase(std::ranges::unique(changed).begin(), changed.end());
    if (!changed.empty()) Q_EMIT lanesChanged(changed);
}

std::size_t LaneBoard::late(std::size_t lane, TimePoint now) const
{
    const auto& entries = m_lanes[lane];
    return static_cast<std::size_t>(
        std::ranges::lower_bound(entries, toUnixMillis(now), {}, &Entry::deadline) - entries.begin());
}

int LaneBoard::laneOf(CaseId id) const
{
    const auto row = m_place.desk.cases().rowOf(id);
    return row && *row < m_where.size() ? m_where[*row].lane : -1;
}

} // namespace zs::dispatch
