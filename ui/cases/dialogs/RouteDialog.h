// Route, or re-route a case that has an agency already: every agency with whether it can lead this case, and the reason for
// the choice (needed when it changes).
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"

class QLineEdit;

namespace zs::cases {

class PickList;

class RouteDialog final : public CommandDialog {
    Q_OBJECT
public:
    RouteDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent);
    void choose(AgencyId lead);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;

private:
    bool changes() const { return CaseActions::isRouted(m_place, caseId()); }

    /// How likely the model holds an agency, and by which words; empty if it isn't among its three.
    QString suggestion(const std::vector<suggest::Suggestion>& offered, AgencyId id) const;

    QLabel* m_advice; ///< which rule holds, or that none does
    PickList* m_agencies;
    QLineEdit* m_reason;
    QLabel* m_reasonLabel;
};

} // namespace zs::cases
