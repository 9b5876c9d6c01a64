// A file by reference: the journal holds its name, size and SHA-256, so that anyone can prove later which file it was.
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"
#include "ui/cases/dialogs/FileDigest.h"

class QLineEdit;
class QPushButton;

namespace zs::cases {

class AttachDialog final : public CommandDialog {
    Q_OBJECT
public:
    AttachDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;

private:
    void browse();
    void read();

    QLineEdit* m_path;
    QPushButton* m_browse;
    QLabel* m_pathLabel = nullptr;
    FileDigest* m_digest;
    std::optional<FileFacts> m_facts;
    QString m_problem;
    int m_percent = 0;
};

} // namespace zs::cases
