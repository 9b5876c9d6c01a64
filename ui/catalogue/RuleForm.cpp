#include "ui/catalogue/RuleForm.h"

#include "domain/catalogue/Names.h"
#include "ui/catalogue/LimitsField.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/PickList.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace zs::catalogue {

using cases::PickItem;

namespace {
constexpr domain::Priority priorities[] = {domain::Priority::Normal, domain::Priority::High, domain::Priority::Urgent};
constexpr domain::RuleLevel levels[] = {domain::RuleLevel::Any, domain::RuleLevel::Town, domain::RuleLevel::County, domain::RuleLevel::City};
} // namespace

RuleForm::RuleForm(const cases::Workplace& place, QWidget* parent)
    : FieldGrid(place, parent), m_lead(new QComboBox(this)), m_priority(new QComboBox(this)),
      m_assisting(new cases::PickList(place, QStringLiteral("ruleAssisting"), this, cases::PickList::Mode::Several)),
      m_limits(new LimitsField(QStringLiteral("ruleLimit"), place.themes.theme().px(4), this))
{
    setObjectName(QStringLiteral("ruleForm"));
    const kit::Theme& t = place.themes.theme();
    title()->setObjectName(QStringLiteral("ruleTitle"));
    m_assisting->setFixedHeight(t.px(140));
    m_leadLabel = addField(m_lead, QStringLiteral("ruleLead"), {"rule.lead", "rule.kind"});
    m_assistingLabel = addField(m_assisting, QStringLiteral("ruleAssisting"), {"rule.assisting"});
    m_priorityLabel = addField(m_priority, QStringLiteral("rulePriority"));
    m_limitsLabel = addField(m_limits, QStringLiteral("ruleLimits"), {"rule.report"});
    auto* where = new QWidget(this);
    auto* line = new QHBoxLayout(where);
    line->setContentsMargins(0, 0, 0, 0);
    m_area = new QLineEdit(where);
    m_area->setObjectName(QStringLiteral("ruleArea"));
    m_area->setMaxLength(48);
    m_level = new QComboBox(where);
    m_level->setObjectName(QStringLiteral("ruleLevel"));
    m_except = new QPushButton(where);
    m_except->setObjectName(QStringLiteral("ruleExcept"));
    line->addWidget(m_area, 1);
    line->addWidget(m_level);
    line->addWidget(m_except);
    m_areaLabel = addField(where, QStringLiteral("ruleWhere"), {"rule.area", "rule.overlap"});
    m_areaLabel->setBuddy(m_area);

    for (const domain::Agency& a : place.desk.city().agencies) m_lead->addItem(QString(), QString::fromStdString(a.code));
    for (std::size_t i = 0; i < std::size(priorities); ++i) m_priority->addItem(QString());
    for (std::size_t i = 0; i < std::size(levels); ++i) m_level->addItem(QString());
    const auto says = [this](const QWidget* field) {
        return [this, field] {
            if (!m_filling) Q_EMIT edited(field->objectName());
        };
    };
    connect(m_lead, &QComboBox::activated, this, says(m_lead));
    connect(m_priority, &QComboBox::activated, this, says(m_priority));
    connect(m_limits, &LimitsField::changed, this, says(m_limits));
    connect(m_assisting, &cases::PickList::chosenChanged, this, [this] {
        if (!m_filling && rule().assisting != m_rule.assisting) Q_EMIT edited(m_assisting->objectName());
    });
    connect(m_except, &QPushButton::clicked, this, &RuleForm::exceptionAsked);
    connect(m_area, &QLineEdit::returnPressed, this, &RuleForm::exceptionAsked);
    words();
    show(nullptr, {});
}

void RuleForm::fillAgencies()
{
    const domain::City& city = m_place.desk.city();
    std::vector<PickItem> items;
    for (std::size_t i = 0; i < city.agencies.size(); ++i) {
        m_lead->setItemText(static_cast<int>(i), m_place.text(city.agencies[i].shortName));
        PickItem item;
        item.id = city.agencies[i].id.value;
        item.text = m_place.text(city.agencies[i].shortName);
        item.detail = m_place.text(city.agencies[i].name);
        items.push_back(std::move(item));
    }
    // What assists stands first, where it is seen.
    std::ranges::stable_partition(items, [&](const PickItem& item) {
        const domain::Agency* agency = city.agency(AgencyId(static_cast<AgencyId::rep>(item.id)));
        return std::ranges::find(m_rule.assisting, agency->code) != m_rule.assisting.end();
    });
    m_assisting->setItems(std::move(items));
    std::vector<quint64> ticked;
    for (const std::string& code : m_rule.assisting) {
        if (const domain::Agency* agency = city.agencyByCode(code)) ticked.push_back(agency->id.value);
    }
    m_assisting->setPicked(std::move(ticked));
}

void RuleForm::show(const domain::RoutingRule* rule, const QString& name)
{
    m_filling = true;
    setEnabled(rule != nullptr);
    m_rule = rule ? *rule : domain::RoutingRule();
    setTitle(rule ? name : tr("Choose a rule in the list."));
    m_lead->setCurrentIndex(m_lead->findData(QString::fromStdString(m_rule.lead)));
    m_priority->setCurrentIndex(static_cast<int>(m_rule.priority));
    m_limits->setLimits(m_rule.limits);
    fillAgencies();
    m_filling = false;
}

domain::RoutingRule RuleForm::rule() const
{
    domain::RoutingRule out = m_rule;
    out.lead = m_lead->currentData().toString().toStdString();
    out.priority = priorities[qMax(0, m_priority->currentIndex())];
    out.limits = m_limits->limits();
    out.assisting.clear();
    for (const quint64 id : m_assisting->picked()) {
        if (const domain::Agency* agency = m_place.desk.city().agency(AgencyId(static_cast<AgencyId::rep>(id)))) out.assisting.push_back(agency->code);
    }
    return out;
}

std::optional<std::string> RuleForm::area() const
{
    const std::string typed = m_area->text().trimmed().toStdString();
    if (typed.empty()) return std::string();
    const domain::City& city = m_place.desk.city();
    const auto find = [&](const auto& list) -> const std::string* {
        const auto it = std::ranges::find_if(list, [&](const auto& item) { return item.code == typed || item.name.zh == typed || item.name.en == typed; });
        return it == list.end() ? nullptr : &it->code;
    };
    for (const std::string* code : {find(city.towns), find(city.communities), find(city.grids)}) {
        if (code) return *code;
    }
    return std::nullopt;
}

domain::RuleLevel RuleForm::level() const { return levels[qMax(0, m_level->currentIndex())]; }

void RuleForm::words()
{
    m_leadLabel->setText(tr("&Lead"));
    m_assistingLabel->setText(tr("A&ssisting"));
    m_priorityLabel->setText(tr("&Priority"));
    m_limitsLabel->setText(tr("L&imits"));
    m_areaLabel->setText(tr("Copy &for"));
    m_area->setPlaceholderText(tr("Town, community or grid; empty: the whole city"));
    m_area->setAccessibleName(tr("Area of the copy"));
    m_level->setAccessibleName(tr("Level of the copy"));
    m_lead->setAccessibleName(tr("Lead agency"));
    m_priority->setAccessibleName(tr("Priority"));
    m_except->setText(tr("Add"));
    m_assisting->setWords(tr("Agency"), tr("Assisting agencies"));
    m_limits->words();
    for (int i = 0; i < m_priority->count(); ++i) m_priority->setItemText(i, cases::CaseWords::priority(priorities[i]));
    for (int i = 0; i < m_level->count(); ++i) m_level->setItemText(i, m_place.text(domain::wordOf(levels[i])));
    m_filling = true;
    fillAgencies();
    m_filling = false;
}

} // namespace zs::catalogue
