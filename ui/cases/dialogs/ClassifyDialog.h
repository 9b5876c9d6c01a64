// Register: which matter of the catalogue it is, and how urgent; kind and time limits follow from the matter.
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"

class QComboBox;

namespace zs::cases {

class PickList;

class ClassifyDialog final : public CommandDialog {
    Q_OBJECT
public:
    ClassifyDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;

private:
    PickList* m_matters;
    QComboBox* m_priority;
    QLabel* m_priorityLabel;
    bool m_priorityChosen = false;
};

} // namespace zs::cases
