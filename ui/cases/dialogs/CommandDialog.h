// What all dialogs for a command share: the case's head, a form, the verdict of the rules as one line while typing, and a
// main button that says the verb. Opened with open(), deletes itself; Ctrl+Enter does it, Esc leaves.
#pragma once

#include "ui/cases/CaseActions.h"

#include <QDialog>
#include <QPointer>

#include <optional>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace zs::cases {

class CommandDialog : public QDialog {
    Q_OBJECT
public:
    CaseId caseId() const { return m_case; }

protected:
    /// `name` is the objectName; `id` none for a new case. `place` and `actions` outlive it.
    CommandDialog(const Workplace& place, CaseActions& actions, CaseId id, const QString& name, QWidget* parent);

    /// Call at the end of the constructor, and after each change of a field.
    void start();
    void revise();

    virtual std::optional<domain::CaseCommand> command() const = 0; ///< none while something needed is missing
    virtual QString heading() const = 0;
    virtual QString verb() const = 0;
    virtual QString missing() const = 0;           ///< what is needed, when command() is none
    virtual QString legalNote(const domain::CaseEvent&) const { return {}; }
    virtual CaseId target() const { return m_case; } ///< whom the command is for, where a choice in the dialog decides that
    virtual bool send(const domain::CaseCommand& command); ///< false: refused, the dialog stays
    virtual void words() {}                        ///< texts of the fields, again after a language change

    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    QVBoxLayout* body() const { return m_body; }
    QLabel* addRow(QWidget* field, const QString& name); ///< the label is its buddy; `name` its objectName
    void setRowLabel(QLabel* label, QWidget* field, const QString& text);
    void submit();

    const Workplace& m_place;
    QPointer<CaseActions> m_actions;

private:
    CaseId m_case;
    QLabel* m_head;
    QLabel* m_verdict;
    QVBoxLayout* m_body;
    QFormLayout* m_form = nullptr;
    QPushButton* m_ok;
    QPushButton* m_cancel;
};

} // namespace zs::cases
