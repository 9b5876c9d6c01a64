#include "ui/cases/PaceBook.h"

#include <QElapsedTimer>

namespace zs::cases {

using namespace std::chrono_literals;

namespace {
constexpr qint64 budget = 3'000'000; ///< ns a slice
constexpr std::size_t atOnce = 64;   ///< cases between two looks at the clock
} // namespace

PaceBook::PaceBook(const Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    connect(&desk, &Desk::casesReset, this, &PaceBook::restart);
    connect(&desk, &Desk::calendarChanged, this, &PaceBook::restart);
    connect(&desk, &Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) {
        for (const std::uint32_t row : rows)
            if (row < m_desk.cases().size()) consider(row);
    });
    connect(&m_slice, &QTimer::timeout, this, &PaceBook::slice);
    restart();
}

void PaceBook::restart()
{
    m_pace = {};
    m_counted.clear();
    m_isSeeking = true;
    m_row = m_desk.cases().size();
    m_finished = 0;
    m_slice.start(0ms);
}

/// Backwards, so that the oldest of the newest are read first and the newest are kept. True when it has found where to begin.
bool PaceBook::seek()
{
    for (std::size_t n = 0; n < atOnce; ++n) {
        if (m_row == 0 || m_finished == newest) return true;
        if (!m_desk.cases().row(--m_row).isOpen()) ++m_finished;
    }
    return false;
}

void PaceBook::slice()
{
    QElapsedTimer clock;
    clock.start();
    const session::CaseStore& store = m_desk.cases();
    do {
        if (m_isSeeking) {
            m_isSeeking = !seek();
            continue;
        }
        for (std::size_t n = 0; n < atOnce && m_row < store.size(); ++n) consider(static_cast<std::uint32_t>(m_row++));
        if (m_row >= store.size()) {
            m_slice.stop();
            Q_EMIT read();
            return;
        }
    } while (clock.nsecsElapsed() < budget);
}

void PaceBook::consider(std::uint32_t row)
{
    const domain::Case& state = m_desk.cases().row(row);
    // Asked for by this desk but not confirmed: it may still be taken back.
    if (state.isOpen() || m_desk.cases().isPending(state.id) || !m_counted.insert(state.id.value).second) return;
    m_pace.add(state, m_desk.calendar());
}

} // namespace zs::cases
