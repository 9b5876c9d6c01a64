// 会商研判: agenda from cases, who was invited, and the tasks that came of it.
#pragma once

#include "domain/duties/Duties.h"
#include "ui/duties/DutySource.h"

#include <QCoreApplication>

namespace zs::duties {

class ConsultationSource final : public DutySource {
    Q_DECLARE_TR_FUNCTIONS(zs::duties::ConsultationSource)
public:
    /// `place` outlives it.
    explicit ConsultationSource(const cases::Workplace& place) : m_place(place) {}

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
