#include "ui/catalogue/MatterForm.h"

#include "ui/catalogue/LimitsField.h"
#include "ui/cases/Capital.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/LabelTone.h"

#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

namespace zs::catalogue {

using domain::CaseKind;
using domain::MatterList;
using domain::Priority;

namespace {

constexpr int nameAtMost = 80;

QLineEdit* line(QWidget* parent, int atMost)
{
    auto* edit = new QLineEdit(parent);
    edit->setMaxLength(atMost);
    return edit;
}

void addItems(QComboBox& box, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) box.addItem(QString());
}

/// Leaves the cursor, and the blank just typed, of one who is writing.
void setText(QLineEdit& edit, const std::string& text)
{
    const QString wanted = QString::fromStdString(text);
    if (edit.text().trimmed() != wanted) edit.setText(wanted);
}

std::string textOf(const QLineEdit& edit) { return edit.text().trimmed().toStdString(); }

} // namespace

MatterForm::MatterForm(const cases::Workplace& place, QWidget* parent)
    : FieldGrid(place, parent), m_code(line(this, 40)), m_zh(line(this, nameAtMost)), m_en(line(this, nameAtMost)), m_keywords(line(this, 400)),
      m_list(new QComboBox(this)), m_kind(new QComboBox(this)), m_department(new QComboBox(this)), m_priority(new QComboBox(this)),
      m_limits(new LimitsField(QStringLiteral("matterLimit"), place.themes.theme().px(4), this))
{
    setObjectName(QStringLiteral("matterForm"));
    title()->setObjectName(QStringLiteral("matterTitle"));
    m_zhLabel = addField(m_zh, QStringLiteral("matterNameZh"), {"matter.name"});
    m_enLabel = addField(m_en, QStringLiteral("matterNameEn"));
    m_codeLabel = addField(m_code, QStringLiteral("matterCode"), {"matter.doubled"});
    m_listLabel = addField(m_list, QStringLiteral("matterList"));
    m_kindLabel = addField(m_kind, QStringLiteral("matterKind"), {"rule.kind"});
    m_departmentLabel = addField(m_department, QStringLiteral("matterDepartment"), {"matter.department"});
    m_priorityLabel = addField(m_priority, QStringLiteral("matterPriority"));
    m_keywordsLabel = addField(m_keywords, QStringLiteral("matterKeywords"));
    m_limitsLabel = addField(m_limits, QStringLiteral("matterLimits"), {"matter.rule", "rule.report"});
    addItems(*m_list, enumNames(MatterList{}).size());
    addItems(*m_kind, enumNames(CaseKind{}).size());
    addItems(*m_priority, enumNames(Priority{}).size());
    for (QLineEdit* edit : {m_code, m_zh, m_en, m_keywords})
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { Q_EMIT edited(edit->objectName()); });
    for (QComboBox* box : {m_list, m_kind, m_department, m_priority})
        connect(box, &QComboBox::activated, this, [this, box] { Q_EMIT edited(box->objectName()); });
    connect(m_limits, &LimitsField::changed, this, &MatterForm::limitsEdited);
    words();
    show(nullptr, nullptr, {}, Code::Fixed);
}

void MatterForm::show(const domain::CatalogueMatter* matter, const domain::RoutingRule* rule, const std::vector<domain::Department>& departments,
                      Code code)
{
    setEnabled(matter != nullptr);
    m_matter = matter ? *matter : domain::CatalogueMatter();
    setTitle(matter ? m_place.text(m_matter.name) : tr("Choose a matter in the list."));
    setText(*m_code, m_matter.code);
    m_code->setReadOnly(code == Code::Fixed);
    m_code->setToolTip(code == Code::Fixed ? tr("Cases and rules name it by this: it stays.") : QString());
    setText(*m_zh, m_matter.name.zh);
    setText(*m_en, m_matter.name.en);
    QStringList words;
    for (const std::string& word : m_matter.keywords) words << QString::fromStdString(word);
    if (matter && matter->keywords != this->matter().keywords) m_keywords->setText(words.join(QStringLiteral("、")));
    if (!matter) m_keywords->clear();
    m_list->setCurrentIndex(static_cast<int>(m_matter.list));
    m_kind->setCurrentIndex(static_cast<int>(m_matter.kind));
    m_priority->setCurrentIndex(static_cast<int>(m_matter.priority));
    m_department->clear();
    for (const domain::Department& d : departments) m_department->addItem(m_place.text(d.name), QString::fromStdString(d.code));
    m_department->setCurrentIndex(m_department->findData(QString::fromStdString(m_matter.department)));
    m_limits->setEnabled(rule != nullptr);
    m_limits->setLimits(rule ? rule->limits : domain::TimeLimits());
}

domain::CatalogueMatter MatterForm::matter() const
{
    static const QRegularExpression between(QStringLiteral("[,，、;；\\s]+"));
    domain::CatalogueMatter out = m_matter;
    out.code = textOf(*m_code);
    out.name = {textOf(*m_zh), textOf(*m_en)};
    out.list = static_cast<MatterList>(qMax(0, m_list->currentIndex()));
    out.kind = static_cast<CaseKind>(qMax(0, m_kind->currentIndex()));
    out.priority = static_cast<Priority>(qMax(0, m_priority->currentIndex()));
    if (m_department->currentIndex() >= 0) out.department = m_department->currentData().toString().toStdString();
    out.keywords.clear();
    for (const QString& word : m_keywords->text().split(between, Qt::SkipEmptyParts)) out.keywords.push_back(word.toStdString());
    return out;
}

domain::TimeLimits MatterForm::limits() const { return m_limits->limits(); }

void MatterForm::words()
{
    const auto name = [](QLabel* label, QWidget* field, const QString& text) {
        label->setText(text);
        field->setAccessibleName(QString(text).remove(u'&'));
    };
    name(m_zhLabel, m_zh, tr("&Name, Chinese"));
    name(m_enLabel, m_en, tr("Name, &English"));
    name(m_codeLabel, m_code, tr("&Code"));
    name(m_listLabel, m_list, tr("&List"));
    name(m_kindLabel, m_kind, tr("&Kind"));
    name(m_departmentLabel, m_department, tr("&Department"));
    name(m_priorityLabel, m_priority, tr("&Priority"));
    name(m_keywordsLabel, m_keywords, tr("&Words for it"));
    name(m_limitsLabel, m_limits, tr("L&imits, whole city"));
    m_keywords->setPlaceholderText(tr("Words that people use, with commas"));
    m_list->setItemText(static_cast<int>(MatterList::Grid), tr("Grid matters"));
    m_list->setItemText(static_cast<int>(MatterList::Dispute), tr("Types of dispute"));
    for (int i = 0; i < m_kind->count(); ++i) m_kind->setItemText(i, cases::capital(cases::CaseWords::kind(static_cast<CaseKind>(i))));
    for (int i = 0; i < m_priority->count(); ++i) m_priority->setItemText(i, cases::CaseWords::priority(static_cast<Priority>(i)));
    m_limits->words();
}

DepartmentForm::DepartmentForm(const cases::Workplace& place, QWidget* parent)
    : FieldGrid(place, parent), m_note(new QLabel(this)), m_agency(new QComboBox(this)), m_zh(line(this, nameAtMost)), m_en(line(this, nameAtMost)),
      m_shortZh(line(this, 20)), m_shortEn(line(this, 20))
{
    setObjectName(QStringLiteral("departmentForm"));
    title()->setObjectName(QStringLiteral("departmentTitle"));
    m_agencyLabel = addField(m_agency, QStringLiteral("departmentAgency"), {"department.agency", "department.doubled"});
    m_zhLabel = addField(m_zh, QStringLiteral("departmentNameZh"), {"department.name"});
    m_enLabel = addField(m_en, QStringLiteral("departmentNameEn"));
    m_shortZhLabel = addField(m_shortZh, QStringLiteral("departmentShortZh"));
    m_shortEnLabel = addField(m_shortEn, QStringLiteral("departmentShortEn"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    addWide(m_note);
    for (const domain::Agency& a : place.desk.city().agencies) m_agency->addItem(QString(), QString::fromStdString(a.code));
    for (QLineEdit* edit : {m_zh, m_en, m_shortZh, m_shortEn})
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { Q_EMIT edited(edit->objectName()); });
    connect(m_agency, &QComboBox::activated, this, [this] { Q_EMIT edited(m_agency->objectName()); });
    words();
    show(nullptr);
}

void DepartmentForm::show(const domain::Department* department)
{
    setEnabled(department != nullptr);
    m_shown = department ? *department : domain::Department();
    setTitle(department ? m_place.text(m_shown.name) : tr("Choose a department in the list."));
    m_agency->setCurrentIndex(m_agency->findData(QString::fromStdString(m_shown.code)));
    setText(*m_zh, m_shown.name.zh);
    setText(*m_en, m_shown.name.en);
    setText(*m_shortZh, m_shown.shortName.zh);
    setText(*m_shortEn, m_shown.shortName.en);
}

domain::Department DepartmentForm::department() const
{
    domain::Department out = m_shown;
    if (m_agency->currentIndex() >= 0) out.code = m_agency->currentData().toString().toStdString();
    out.name = {textOf(*m_zh), textOf(*m_en)};
    out.shortName = {textOf(*m_shortZh), textOf(*m_shortEn)};
    return out;
}

void DepartmentForm::words()
{
    const auto name = [](QLabel* label, QWidget* field, const QString& text) {
        label->setText(text);
        field->setAccessibleName(QString(text).remove(u'&'));
    };
    name(m_agencyLabel, m_agency, tr("&Agency of the city"));
    name(m_zhLabel, m_zh, tr("&Name, Chinese"));
    name(m_enLabel, m_en, tr("Name, &English"));
    name(m_shortZhLabel, m_shortZh, tr("&Short, Chinese"));
    name(m_shortEnLabel, m_shortEn, tr("Sh&ort, English"));
    m_note->setText(tr("Another agency takes over everything that names this department: its matters, the rules it leads, those it assists in."));
    cases::setTone(*m_note, m_place.themes.theme(), kit::Tone::Tertiary);
    for (int i = 0; i < m_agency->count(); ++i)
        m_agency->setItemText(i, m_place.text(m_place.desk.city().agencies[static_cast<std::size_t>(i)].name));
}

} // namespace zs::catalogue
