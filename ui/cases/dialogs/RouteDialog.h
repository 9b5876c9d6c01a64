// Route, or re-route a case that has an agency already: what the rule of the catalogue proposes (lead, assistants, limits) and which
// rule that is; every agency with whether it can lead this case; and the reason for the choice (needed when it changes).
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
    /// What the catalogue proposes, in words.
    void sayAdvice(const domain::Case& state, const domain::Routing& routing, bool hasOffers);
    /// Ticks the rule's assistants beside its lead, else those that assist already; what a person has ticked stays.
    void proposeAssisting();
    std::vector<AgencyId> assisting() const;

    PickList* m_agencies;
    PickList* m_assisting;
    std::vector<quint64> m_proposed;       ///< ticked by the dialog, not by a person
    QLineEdit* m_reason;
    QLabel* m_reasonLabel;
};

} // namespace zs::cases
