// One matter in a form, with the limits of its rule for the whole city; and one department, which stands for an agency of the city.
#pragma once

#include "domain/catalogue/Catalogue.h"
#include "ui/catalogue/FieldGrid.h"

class QComboBox;
class QLineEdit;

namespace zs::catalogue {

class LimitsField;

class MatterForm final : public FieldGrid {
    Q_OBJECT
public:
    explicit MatterForm(const cases::Workplace& place, QWidget* parent = nullptr);

    /// Off without a matter. `rule` is its rule for the whole city, if it has one. A code that is in force is fixed: cases and rules name it.
    enum class Code { Fixed, Free };
    void show(const domain::CatalogueMatter* matter, const domain::RoutingRule* rule, const std::vector<domain::Department>& departments,
              Code code);
    domain::CatalogueMatter matter() const; ///< with what was changed in the form
    domain::TimeLimits limits() const;
    void words();

Q_SIGNALS:
    void limitsEdited();

private:
    domain::CatalogueMatter m_matter;
    QLabel *m_codeLabel, *m_zhLabel, *m_enLabel, *m_listLabel, *m_kindLabel, *m_departmentLabel, *m_priorityLabel, *m_keywordsLabel, *m_limitsLabel;
    QLineEdit *m_code, *m_zh, *m_en, *m_keywords;
    QComboBox *m_list, *m_kind, *m_department, *m_priority;
    LimitsField* m_limits;
};

class DepartmentForm final : public FieldGrid {
    Q_OBJECT
public:
    explicit DepartmentForm(const cases::Workplace& place, QWidget* parent = nullptr);

    void show(const domain::Department* department);
    domain::Department department() const; ///< with what was changed in the form
    void words();

private:
    domain::Department m_shown;
    QLabel *m_agencyLabel, *m_zhLabel, *m_enLabel, *m_shortZhLabel, *m_shortEnLabel, *m_note;
    QComboBox* m_agency;
    QLineEdit *m_zh, *m_en, *m_shortZh, *m_shortEn;
};

} // namespace zs::catalogue
