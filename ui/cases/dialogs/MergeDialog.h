// Merge a duplicate: the other case is picked from the likeliest, and both stand side by side before anything is done.
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"

class QLineEdit;

namespace zs::cases {

class CompareGrid;
class PickList;

class MergeDialog final : public CommandDialog {
    Q_OBJECT
public:
    MergeDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;

private:
    void compare();

    PickList* m_cases;
    QLineEdit* m_reason;
    QLabel* m_reasonLabel = nullptr;
    CompareGrid* m_sides;
};

} // namespace zs::cases
