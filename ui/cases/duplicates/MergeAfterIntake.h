// "File it and merge": a new case has no number until the gateway gives it one, so the merge goes out when the case is there.
// Lives until it is done or refused, at most as long as the actions; a desk that goes away before leaves two cases, and the
// candidate is found again by whoever merges.
#pragma once

#include "ui/cases/CaseActions.h"

#include <QObject>
#include <QPointer>

namespace zs::cases {

class MergeAfterIntake final : public QObject {
    Q_OBJECT
public:
    /// `receive` is the command that was just submitted. Deletes itself. `place` outlives it; a child of `actions`.
    MergeAfterIntake(const Workplace& place, CaseActions& actions, const Uuid& receive, CaseId into);

private:
    void tryNow();

    const Workplace& m_place;
    CaseActions& m_actions;
    Uuid m_receive;
    CaseId m_into;
    CaseId m_filed; ///< none until the gateway has said so
};

} // namespace zs::cases
