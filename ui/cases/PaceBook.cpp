#include "ui/cases/PaceBook.h"

namespace zs::cases {

PaceBook::PaceBook(const Desk& desk, QObject* parent) : QObject(parent), m_desk(desk)
{
    connect(&desk, &Desk::casesReset, this, &PaceBook::rebuild);
    connect(&desk, &Desk::calendarChanged, this, &PaceBook::rebuild);
    connect(&desk, &Desk::casesChanged, this, [this](const std::vector<std::uint32_t>& rows) {
        for (const std::uint32_t row : rows)
            if (row < m_desk.cases().size()) consider(row);
    });
    rebuild();
}

void PaceBook::rebuild()
{
    m_pace = {};
    m_counted.clear();
    const session::CaseStore& store = m_desk.cases();
    // Oldest of the newest first, so that the newest are kept.
    std::size_t first = store.size();
    for (std::size_t finished = 0; first > 0 && finished < newest; --first)
        if (!store.row(first - 1).isOpen()) ++finished;
    for (std::size_t row = first; row < store.size(); ++row) consider(static_cast<std::uint32_t>(row));
}

void PaceBook::consider(std::uint32_t row)
{
    const domain::Case& state = m_desk.cases().row(row);
    // Asked for by this desk but not confirmed: it may still be taken back.
    if (state.isOpen() || m_desk.cases().isPending(state.id) || !m_counted.insert(state.id.value).second) return;
    m_pace.add(state, m_desk.calendar());
}

} // namespace zs::cases
