// One rule in a form: who leads, who assists, how urgent, how long it may take; and the place and level of a new one. Fills what it
// is shown and says edited() when a person has changed something.
#pragma once

#include "domain/catalogue/Catalogue.h"
#include "ui/cases/Workplace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zs::cases {
class PickList;
class SpanField;
} // namespace zs::cases

namespace zs::catalogue {

class RuleForm final : public QWidget {
    Q_OBJECT
public:
    explicit RuleForm(const cases::Workplace& place, QWidget* parent = nullptr);

    /// Shows the rule; the form is off without one. `name` is the matter's.
    void show(const domain::RoutingRule* rule, const QString& name);
    /// The rule shown, with what was changed in the form.
    domain::RoutingRule rule() const;
    /// The area that was typed, as a code of the city; an empty code for an empty field, nothing for one that the city doesn't have.
    std::optional<std::string> area() const;
    domain::RuleLevel level() const;
    void words();

Q_SIGNALS:
    void edited();         ///< of the rule shown
    void exceptionAsked(); ///< a copy of it for area() and level()
    void removalAsked();

private:
    void fillAgencies();
    QLabel* row(class QGridLayout* grid, int line, QWidget* field);

    const cases::Workplace& m_place;
    domain::RoutingRule m_rule;
    bool m_filling = false; ///< the form, not a person, is changing fields
    QLabel *m_title, *m_leadLabel, *m_assistingLabel, *m_priorityLabel, *m_reportLabel, *m_areaLabel;
    QComboBox *m_lead, *m_priority, *m_level;
    cases::PickList* m_assisting;
    cases::SpanField* m_report;
    QLineEdit* m_area;
    QPushButton *m_except, *m_remove;
};

} // namespace zs::catalogue
