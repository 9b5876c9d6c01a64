#include "ui/cases/CaseOrder.h"

#include <algorithm>

namespace zs::cases {

namespace {

constexpr std::uint64_t sortMask = (std::uint64_t(1) << 62) - 1;

/// Least significant byte first; bytes that are the same in all keys cost one look, not a pass.
void radixSort(std::vector<CaseOrder::Entry>& entries)
{
    // Entries come in row order, and each pass is stable, so equal keys stay in row order.
    std::array<std::array<std::uint32_t, 256>, 8> counts{};
    for (const CaseOrder::Entry& e : entries)
        for (int byte = 0; byte < 8; ++byte) ++counts[byte][(e.key >> (8 * byte)) & 0xff];
    std::vector<CaseOrder::Entry> other(entries.size());
    for (int byte = 0; byte < 8; ++byte) {
        auto& count = counts[byte];
        if (std::ranges::find(count, static_cast<std::uint32_t>(entries.size())) != count.end()) continue;
        std::uint32_t sum = 0;
        for (std::uint32_t& c : count) sum += std::exchange(c, sum);
        for (const CaseOrder::Entry& e : entries) other[count[(e.key >> (8 * byte)) & 0xff]++] = e;
        entries.swap(other);
    }
}

constexpr std::uint8_t bit(Segment s) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(s)); }

} // namespace

Group groupAt(const domain::Case& state, const domain::CaseClock& clock, TimePoint now)
{
    switch (clock.urgency(now)) {
    case domain::Urgency::Late: return Group::Overdue;
    case domain::Urgency::Near: return Group::NearLimit;
    case domain::Urgency::Calm: break;
    }
    return state.phase == domain::Phase::Received || state.phase == domain::Phase::Classified ? Group::Fresh : Group::InProgress;
}

CaseOrder::Line CaseOrder::lineOf(const domain::Case& state, const domain::CaseClock& clock, const OrderRules& rules, TimePoint now)
{
    Line line;
    line.known = true;
    if (!state.isOpen()) {
        // Of a list, after the open ones; never in a segment, never counted as open.
        line.key = (static_cast<std::uint64_t>(Group::InProgress) << 62) | sortMask;
        line.shown = rules.isListed && rules.isListed(state.id) && rules.segment == Segment::All
            && (!rules.matches || rules.matches(state));
        return line;
    }
    const Group group = groupAt(state, clock, now);
    line.segments = bit(Segment::All);
    if (state.phase == domain::Phase::Received || state.phase == domain::Phase::Classified)
        line.segments |= bit(Segment::Fresh);
    if (group == Group::Overdue) line.segments |= bit(Segment::Late);
    if (!rules.operatorName.empty() && state.firstReceiver == rules.operatorName)
        line.segments |= bit(Segment::Mine);
    if (rules.isUnsent && rules.isUnsent(state.id)) line.segments |= bit(Segment::Unsent);

    std::uint64_t sort = 0;
    switch (rules.sortBy) {
    case SortBy::Limit:
        sort = static_cast<std::uint64_t>(std::max<std::int64_t>(0, toUnixMillis(clock.deadline))); // never: cut to sortMask
        break;
    case SortBy::Number:
        sort = state.id.value;
        break;
    case SortBy::Grid: {
        const std::uint64_t grid = state.grid.value;
        const std::uint64_t rank = grid < rules.gridRank.size() ? rules.gridRank[grid] : grid;
        sort = (rank << 32) | (state.id.value & 0xffffffff);
        break;
    }
    }
    sort = std::min(sort, sortMask);
    // Without a limit stays last either way.
    if (rules.way == SortWay::Descending && sort != sortMask) sort = sortMask - 1 - sort;
    line.key = (static_cast<std::uint64_t>(group) << 62) | sort;
    line.shown = (line.segments & bit(rules.segment)) != 0 && (!rules.isListed || rules.isListed(state.id))
        && (!rules.matches || rules.matches(state));
    return line;
}

void CaseOrder::count(const Line& line, int by)
{
    if (!line.known) return;
    if (line.segments == 0) m_finished += static_cast<std::size_t>(by);
    for (std::size_t s = 0; s < segmentCount; ++s)
        if (line.segments & (1u << s)) m_counts[s] += static_cast<std::size_t>(by);
    if (line.segments != 0) m_groupCounts[line.key >> 62] += static_cast<std::size_t>(by);
}

void CaseOrder::rebuild(const session::CaseStore& store, const OrderRules& rules, TimePoint now)
{
    const std::size_t rows = store.size();
    m_lines.resize(rows);
    m_entries.clear();
    m_counts.fill(0);
    m_groupCounts.fill(0);
    m_finished = 0;
    std::vector<TimePoint> due(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        m_lines[row] = lineOf(store.row(row), store.clock(row), rules, now);
        count(m_lines[row], +1);
        if (m_lines[row].shown) m_entries.push_back({m_lines[row].key, row});
        due[row] = store.clock(row).nextChange(now);
    }
    m_due.reset(std::move(due));
    radixSort(m_entries);
    for (std::size_t g = 0; g <= groupCount; ++g)
        m_begin[g] = g == groupCount
            ? m_entries.size()
            : static_cast<std::size_t>(std::ranges::lower_bound(m_entries, Entry{std::uint64_t(g) << 62, 0})
                                       - m_entries.begin());
}

CaseOrder::Move CaseOrder::plan(std::uint32_t row, const session::CaseStore& store, const OrderRules& rules, TimePoint now)
{
    if (row >= m_lines.size()) m_lines.resize(row + 1);
    const Line& before = m_lines[row];
    const Line after = lineOf(store.row(row), store.clock(row), rules, now);
    m_planned = after;
    m_plannedDue = store.clock(row).nextChange(now);
    return {row, before.shown, after.shown, {before.key, row}, {after.key, row}};
}

void CaseOrder::shift(const Entry& entry, int by)
{
    for (std::size_t g = static_cast<std::size_t>(groupOf(entry)) + 1; g <= groupCount; ++g)
        m_begin[g] += static_cast<std::size_t>(by);
}

void CaseOrder::take(const Move& move)
{
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(indexOf(move.from)));
    shift(move.from, -1);
    m_lines[move.row].shown = false;
}

void CaseOrder::put(const Move& move)
{
    Line& line = m_lines[move.row];
    count(line, -1);
    count(m_planned, +1);
    m_due.set(move.row, m_plannedDue);
    line = m_planned;
    if (!move.isShown || move.stays()) return;
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(indexOf(move.to)), move.to);
    shift(move.to, +1);
}

std::size_t CaseOrder::indexOf(const Entry& entry) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(m_entries, entry) - m_entries.begin());
}

std::optional<std::size_t> CaseOrder::indexOfRow(std::uint32_t row) const
{
    if (row >= m_lines.size() || !m_lines[row].shown) return std::nullopt;
    return indexOf({m_lines[row].key, row});
}

} // namespace zs::cases
