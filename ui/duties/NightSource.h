// 平安夜访: plans, who hasn't checked in, places seen and what is to be followed up.
#pragma once

#include "domain/duties/Duties.h"
#include "ui/duties/DutySource.h"

#include <QCoreApplication>

namespace zs::duties {

class NightSource final : public DutySource {
    Q_DECLARE_TR_FUNCTIONS(zs::duties::NightSource)
public:
    /// `place` outlives it.
    explicit NightSource(const cases::Workplace& place) : m_place(place) {}

    static sdk::PanelInfo panelInfo();
    sdk::PanelInfo info() const override { return panelInfo(); }
    bool shows(domain::SubjectKind kind) const override;
    std::vector<DutyItem> items() const override;
    DutyDetail detail(domain::Subject subject) const override;
    std::vector<DutyAction> actions(domain::Subject subject, int row) const override;
    CaseId caseOfRow(domain::Subject subject, int row) const override;
    QString emptyHeadline() const override;
    QString emptySentence() const override;

private:
    const cases::Workplace& m_place;
};

} // namespace zs::duties
