#include "ui/cases/CaseSweep.h"

#include <QElapsedTimer>

#include <utility>

namespace zs::cases {

using namespace std::chrono_literals;

namespace {
constexpr auto between = 100ms;      ///< slices, once all were seen
constexpr qint64 budget = 3'000'000; ///< ns a slice
constexpr std::size_t atOnce = 200; ///< cases between two looks at the clock
} // namespace

CaseSweep::CaseSweep(const Desk& desk, Look look, Forget forget, QWidget& panel, QObject* parent)
    : QObject(parent), m_desk(desk), m_look(std::move(look)), m_forget(std::move(forget)), m_sight(panel, this)
{
    connect(&desk, &Desk::casesReset, this, &CaseSweep::restart);
    connect(&desk, &Desk::calendarChanged, this, &CaseSweep::restart);
    connect(&desk, &Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) { lookAt(rows); });
    connect(&desk, &Desk::casesAppended, this, [this](int first, int last) {
        std::vector<std::uint32_t> rows;
        for (int row = first; row <= last; ++row) rows.push_back(static_cast<std::uint32_t>(row));
        lookAt(rows);
    });
    connect(&m_sight, &Sight::cleared, this, [this] {
        m_next = 0;
        m_isHurrying = true;
        m_timer.start(0ms);
    });
    connect(&m_timer, &QTimer::timeout, this, &CaseSweep::slice);
    restart();
}

void CaseSweep::restart()
{
    m_forget();
    m_next = 0;
    m_whole = false;
    m_isHurrying = true;
    m_timer.start(0ms);
    slice();
    Q_EMIT changed();
}

void CaseSweep::lookAt(std::span<const std::uint32_t> rows)
{
    bool any = false;
    for (const std::uint32_t row : rows) any = m_look(m_desk.cases().row(row)) || any;
    if (any) Q_EMIT changed();
}

void CaseSweep::slice()
{
    if (!m_sight.isClear()) {
        m_timer.stop(); // until it's cleared
        return;
    }
    const session::CaseStore& cases = m_desk.cases();
    QElapsedTimer clock;
    clock.start();
    bool any = false;
    do {
        const std::size_t end = std::min(cases.size(), m_next + atOnce);
        for (; m_next < end; ++m_next) any = m_look(cases.row(m_next)) || any;
    } while (m_next < cases.size() && clock.nsecsElapsed() < budget);
    if (m_next >= cases.size()) {
        m_next = 0;
        any = any || !m_whole;
        m_whole = true;
        if (std::exchange(m_isHurrying, false)) m_timer.start(between);
    }
    if (any) Q_EMIT changed();
}

} // namespace zs::cases
