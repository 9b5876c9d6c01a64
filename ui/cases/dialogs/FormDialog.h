// Shows a Form: one widget a field, the verdict while typing, Ctrl+Enter does it.
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"
#include "ui/cases/dialogs/Form.h"

namespace zs::cases {

class FormDialog final : public CommandDialog, private FormValues {
    Q_OBJECT
public:
    using Maker = std::function<Form(const Workplace&, const domain::Case&)>;
    /// `make` is asked again after a language change.
    FormDialog(const Workplace& place, CaseActions& actions, CaseId id, Maker make, QWidget* parent);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override { return m_form.heading; }
    QString verb() const override { return m_form.verb; }
    QString missing() const override { return m_form.missing; }
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;

private:
    struct Row {
        QWidget* widget = nullptr;
        QLabel* label = nullptr;
    };
    Form made() const;
    Row add(const FormField& field);
    QWidget* widget(const char* id) const;
    bool isFilled(const FormField& field) const;

    std::string text(const char* id) const override;
    int choice(const char* id) const override;
    domain::LimitSpan span(const char* id) const override;
    TimePoint until(const char* id) const override;
    std::vector<quint64> picked(const char* id) const override;

    Maker m_make;
    Form m_form;
    std::vector<Row> m_rows;
};

} // namespace zs::cases
