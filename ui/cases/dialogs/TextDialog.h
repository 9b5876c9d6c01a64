// The dialogs that ask for one text: return (a reason), note, close (an outcome and a summary).
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"

class QComboBox;
class QPlainTextEdit;

namespace zs::cases {

class TextDialog final : public CommandDialog {
    Q_OBJECT
public:
    enum class What { Return, Note, Finish };
    /// Its objectName is returnDialog, noteDialog or finishDialog.
    TextDialog(const Workplace& place, CaseActions& actions, CaseId id, What what, QWidget* parent);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    void words() override;

private:
    What m_what;
    QPlainTextEdit* m_text;
    QLabel* m_textLabel = nullptr;
    QComboBox* m_outcome = nullptr;
    QLabel* m_outcomeLabel = nullptr;
};

} // namespace zs::cases
