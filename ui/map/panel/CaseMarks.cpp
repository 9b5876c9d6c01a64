#include "ui/map/panel/CaseMarks.h"

#include "geo/Mercator.h"
#include "ui/cases/CaseWords.h"

#include <tuple>

namespace zs::map {

namespace {

constexpr double kSamePlace = 2e5; ///< cells a degree: about half a metre
constexpr std::size_t kBetweenLooks = 128; ///< rows read between two looks at the time

std::uint64_t cellOf(GeoPoint place)
{
    const auto cell = [](double v) { return static_cast<std::uint32_t>(static_cast<std::int64_t>(v * kSamePlace)); };
    return static_cast<std::uint64_t>(cell(place.lat)) << 32 | cell(place.lon);
}

} // namespace

void CaseMarks::restart()
{
    m_rows.clear();
    m_stacks.clear();
    m_marks.clear();
    m_stackAt.clear();
    m_due.reset({});
    m_open = 0;
    m_shownRow = none;
}

bool CaseMarks::read(const session::CaseStore& store, TimePoint now, std::chrono::microseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    const auto isWhole = [&] { return m_rows.size() >= store.size(); };
    do {
        for (std::size_t n = 0; n < kBetweenLooks && !isWhole(); ++n) {
            const auto row = static_cast<std::uint32_t>(m_rows.size());
            m_rows.emplace_back();
            if (store.row(row).id == m_shown)
                m_shownRow = row;
            put(store, row, now);
        }
    } while (!isWhole() && std::chrono::steady_clock::now() < end);
    return isWhole();
}

void CaseMarks::change(const session::CaseStore& store, std::span<const std::uint32_t> rows, TimePoint now)
{
    for (const std::uint32_t row : rows) {
        if (row >= m_rows.size())
            continue;
        take(store, row);
        put(store, row, now);
    }
}

bool CaseMarks::tick(const session::CaseStore& store, TimePoint now)
{
    const std::vector<std::uint32_t> due = m_due.take(now);
    change(store, due, now);
    return !due.empty();
}

void CaseMarks::setShown(const session::CaseStore& store, CaseId id)
{
    const std::uint32_t before = m_shownRow;
    m_shown = id;
    m_shownRow = store.rowOf(id).value_or(none);
    for (const std::uint32_t row : {before, m_shownRow})
        if (row < m_rows.size() && m_rows[row].stack != none)
            chooseTop(store, m_rows[row].stack);
}

/// Of two at one place; of equal ones that of the smaller row, so that the order in which they changed makes no difference.
bool CaseMarks::goesBefore(std::uint32_t row, std::uint32_t other) const
{
    const auto need = [this](std::uint32_t r) {
        const kit::Symbol s = kit::symbolOf(m_rows[r].symbol);
        return std::tuple(r == m_shownRow, s.attention, s.ring);
    };
    const auto a = need(row), b = need(other);
    return a != b ? a > b : row < other;
}

void CaseMarks::put(const session::CaseStore& store, std::uint32_t row, TimePoint now)
{
    const domain::Case& state = store.row(row);
    const domain::CaseClock& clock = store.clock(row);
    m_due.set(row, state.isOpen() ? clock.nearestChange(now) : cases::DueRows::never);
    if (!state.isOpen())
        return;
    ++m_open;
    kit::Symbol s = cases::CaseWords::symbol(state, cases::CaseWords::attention(clock.nearestUrgency(now)),
                                            store.isPending(state.id) ? kit::Pending::Yes : kit::Pending::No);
    s.backdrop = kit::Backdrop::Map;
    m_rows[row].symbol = kit::symbolCode(s);
    const std::uint64_t cell = cellOf(state.place);
    const auto [at, isNew] = m_stackAt.try_emplace(cell, static_cast<std::uint32_t>(m_stacks.size()));
    if (isNew) {
        m_stacks.push_back({.cell = cell});
        const auto w = geo::toWorld(state.place);
        m_marks.push_back({w.x, w.y, 0, {}});
    }
    m_rows[row].stack = at->second;
    Stack& stack = m_stacks[at->second];
    m_rows[row].next = std::exchange(stack.first, row);
    ++stack.count;
    if (stack.top == none || goesBefore(row, stack.top))
        stack.top = row;
    draw(store, at->second);
}

void CaseMarks::take(const session::CaseStore& store, std::uint32_t row)
{
    const std::uint32_t at = std::exchange(m_rows[row].stack, none);
    if (at == none)
        return;
    --m_open;
    Stack& stack = m_stacks[at];
    std::uint32_t* link = &stack.first;
    while (*link != row)
        link = &m_rows[*link].next;
    *link = std::exchange(m_rows[row].next, none);
    if (--stack.count == 0)
        drop(at);
    else
        chooseTop(store, at);
}

/// The last stack takes its number.
void CaseMarks::drop(std::uint32_t at)
{
    m_stackAt.erase(m_stacks[at].cell);
    if (at + 1 < m_stacks.size()) {
        m_stacks[at] = m_stacks.back();
        m_marks[at] = m_marks.back();
        m_stackAt[m_stacks[at].cell] = at;
        for (std::uint32_t row = m_stacks[at].first; row != none; row = m_rows[row].next)
            m_rows[row].stack = at;
    }
    m_stacks.pop_back();
    m_marks.pop_back();
}

void CaseMarks::chooseTop(const session::CaseStore& store, std::uint32_t at)
{
    Stack& stack = m_stacks[at];
    stack.top = stack.first;
    for (std::uint32_t row = stack.first; row != none; row = m_rows[row].next)
        if (goesBefore(row, stack.top))
            stack.top = row;
    draw(store, at);
}

void CaseMarks::draw(const session::CaseStore& store, std::uint32_t at)
{
    const Stack& stack = m_stacks[at];
    kit::Symbol s = kit::symbolOf(m_rows[stack.top].symbol);
    s.badge = stack.count > 1 ? static_cast<int>(stack.count) : 0;
    m_marks[at].id = store.row(stack.top).id.value;
    m_marks[at].symbol = kit::symbolCode(s);
}

} // namespace zs::map
