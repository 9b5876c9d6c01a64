#include "session/CaseClocks.h"

namespace zs::session {

namespace {
constexpr std::size_t betweenLooks = 64; ///< cases counted between two looks at the time
} // namespace

void CaseClocks::set(std::size_t row, const domain::Case& state)
{
    if (row == m_clocks.size())
        m_clocks.emplace_back();
    m_clocks[row] = domain::clockOf(state, *m_calendar);
    if (row < m_nextClocks.size())
        m_nextClocks[row] = domain::clockOf(state, *m_next);
}

std::vector<domain::CaseClock> CaseClocks::reset(std::vector<domain::CaseClock> clocks, Calendar calendar)
{
    m_clocks.swap(clocks);
    m_calendar = std::move(calendar);
    m_next = nullptr;
    m_nextClocks.clear();
    if (m_asked)
        use(m_asked); // the rows may have been prepared before that
    return clocks;
}

void CaseClocks::use(Calendar calendar)
{
    m_nextClocks.clear();
    m_asked = std::move(calendar);
    m_next = m_asked == m_calendar || m_asked->data() == m_calendar->data() ? nullptr : m_asked;
    if (m_next)
        m_nextClocks.reserve(m_clocks.capacity());
}

bool CaseClocks::count(const std::function<const domain::Case&(std::size_t)>& row, std::chrono::microseconds budget)
{
    if (!m_next)
        return false;
    const auto end = std::chrono::steady_clock::now() + budget;
    const auto isWhole = [this] { return m_nextClocks.size() >= m_clocks.size(); };
    do {
        for (std::size_t n = 0; n < betweenLooks && !isWhole(); ++n)
            m_nextClocks.push_back(domain::clockOf(row(m_nextClocks.size()), *m_next));
    } while (!isWhole() && std::chrono::steady_clock::now() < end);
    if (!isWhole())
        return false;
    m_clocks.swap(m_nextClocks);
    m_calendar = std::exchange(m_next, nullptr);
    m_nextClocks = {};
    return true;
}

} // namespace zs::session
