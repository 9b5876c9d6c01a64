#include "ui/cases/duplicates/DuplicateFinder.h"

#include <QElapsedTimer>

namespace zs::cases {

namespace {
constexpr int sliceMs = 4;
constexpr std::size_t rowsBetweenLooks = 512; ///< at the clock
} // namespace

domain::duplicates::Probe probeOf(const domain::Case& state)
{
    return {state.id, state.place, state.receivedAt, state.kind, state.matter, state.title, state.detail, state.reporter};
}

DuplicateFinder::DuplicateFinder(const Workplace& place, QObject* parent)
    : QObject(parent), m_place(place), m_index(place.desk.city().duplicates)
{
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &DuplicateFinder::readSlice);
    connect(&place.desk, &Desk::casesReset, this, &DuplicateFinder::restart);
    connect(&place.desk, &Desk::casesAppended, &m_slice, qOverload<>(&QTimer::start));
    m_slice.start();
}

void DuplicateFinder::restart()
{
    m_index = domain::duplicates::DuplicateIndex(m_index.rules());
    m_read = 0;
    m_slice.start();
}

void DuplicateFinder::readSlice()
{
    QElapsedTimer timer;
    timer.start();
    const session::CaseStore& store = m_place.desk.cases();
    while (!isComplete() && timer.elapsed() < sliceMs)
        for (std::size_t i = 0; i < rowsBetweenLooks && !isComplete(); ++i) m_index.add(store.row(m_read++));
    if (!isComplete()) return;
    m_slice.stop();
    Q_EMIT completed();
}

std::vector<domain::duplicates::Candidate> DuplicateFinder::find(const domain::duplicates::Probe& probe) const
{
    return m_index.find(probe, [this](CaseId id) { return m_place.desk.cases().find(id); }, m_place.desk.city());
}

} // namespace zs::cases
