#include "ui/cases/duplicates/MergeAfterIntake.h"

namespace zs::cases {

MergeAfterIntake::MergeAfterIntake(const Workplace& place, CaseActions& actions, const Uuid& receive, CaseId into)
    : QObject(&actions), m_place(place), m_actions(actions), m_receive(receive), m_into(into)
{
    connect(&place.desk, &Desk::commandConfirmed, this, [this](const Uuid& id, CaseId filed) {
        if (id != m_receive) return;
        m_filed = filed;
        tryNow();
    });
    connect(&place.desk, &Desk::commandRefused, this, [this](const Uuid& id) {
        if (id == m_receive) deleteLater();
    });
    // The answer and the event come on two roads.
    connect(&place.desk, &Desk::casesAppended, this, &MergeAfterIntake::tryNow);
    connect(&place.desk, &Desk::casesReset, this, &MergeAfterIntake::tryNow);
}

void MergeAfterIntake::tryNow()
{
    if (m_filed.isNone() || !m_place.desk.cases().find(m_filed)) return;
    const CaseId filed = std::exchange(m_filed, {});
    disconnect(&m_place.desk, nullptr, this, nullptr);
    m_actions.submit(filed, domain::Merge{m_into, tr("the same matter, seen at intake").toStdString()});
    deleteLater();
}

} // namespace zs::cases
