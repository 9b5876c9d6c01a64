// Dispatch: everyone on duty in the order of Candidates, those who can't be sent with the reason, and a note for the person.
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"

class QLineEdit;

namespace zs::cases {

class PickList;

class DispatchDialog final : public CommandDialog {
    Q_OBJECT
public:
    DispatchDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent);
    void choose(PersonId person);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;

private:
    PickList* m_people;
    QLineEdit* m_note;
    QLabel* m_noteLabel;
};

} // namespace zs::cases
