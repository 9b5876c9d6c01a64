// One rule in a form: who leads, who assists, how urgent, all limits; and the place and level of a copy of it. Fills what it is
// shown and says edited() when a person has changed something.
#pragma once

#include "domain/catalogue/Catalogue.h"
#include "ui/catalogue/FieldGrid.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace zs::cases {
class PickList;
}

namespace zs::catalogue {

class LimitsField;

class RuleForm final : public FieldGrid {
    Q_OBJECT
public:
    explicit RuleForm(const cases::Workplace& place, QWidget* parent = nullptr);

    /// Shows the rule; the form is off without one. `name` is the matter's and the place's.
    void show(const domain::RoutingRule* rule, const QString& name);
    /// The rule shown, with what was changed in the form.
    domain::RoutingRule rule() const;
    /// The area that was typed, as a code of the city; an empty code for an empty field, nothing for one that the city doesn't have.
    std::optional<std::string> area() const;
    domain::RuleLevel level() const;
    void words();

Q_SIGNALS:
    void exceptionAsked(); ///< a copy of it for area() and level()

private:
    void fillAgencies();

    domain::RoutingRule m_rule;
    bool m_filling = false; ///< the form, not a person, is changing fields
    QLabel *m_leadLabel, *m_assistingLabel, *m_priorityLabel, *m_limitsLabel, *m_areaLabel;
    QComboBox *m_lead, *m_priority, *m_level;
    cases::PickList* m_assisting;
    LimitsField* m_limits;
    QLineEdit* m_area;
    QPushButton* m_except;
};

} // namespace zs::catalogue
