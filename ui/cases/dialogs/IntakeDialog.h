// Intake: a new case comes in. The grid is found from the place by the same rules that the gateway uses; what may be the same
// matter as a case that is there stands beside the form before anything is saved.
#pragma once

#include "ui/cases/dialogs/CommandDialog.h"
#include "ui/cases/duplicates/DuplicateFinder.h"
#include "ui/cases/duplicates/DuplicatesBox.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace zs::cases {

class IntakeDialog final : public CommandDialog {
    Q_OBJECT
public:
    IntakeDialog(const Workplace& place, CaseActions& actions, QWidget* parent);

    /// From the map: writes the two numbers.
    void setPlace(GeoPoint at);

protected:
    std::optional<domain::CaseCommand> command() const override;
    QString heading() const override;
    QString verb() const override;
    QString missing() const override;
    QString legalNote(const domain::CaseEvent& event) const override;
    void words() override;
    CaseId target() const override;

private:
    std::optional<GeoPoint> place() const;
    std::optional<domain::Receive> received() const; ///< what was typed; none while something is missing
    void typed();  ///< a field changed: judge it now, look for duplicates soon
    void search();

    struct Row {
        QWidget* field;
        QLabel* label;
        const char* text; ///< source text in this class's context
    };
    QComboBox* m_kind;
    QComboBox* m_channel;
    QComboBox* m_priority;
    QLineEdit* m_title;
    QPlainTextEdit* m_detail;
    QLineEdit* m_where;
    QLineEdit* m_reporterName;
    QLineEdit* m_reporterPhone;
    QList<Row> m_rows;
    DuplicateFinder* m_finder;
    DuplicatesBox* m_duplicates;
    QTimer m_typing; ///< a search follows the last key, not every key
};

} // namespace zs::cases
