// What a person does to the draft in the catalogue's panel.
#include "ui/catalogue/CataloguePanel.h"

#include "ui/catalogue/EffectBox.h"
#include "ui/catalogue/EntryTable.h"
#include "ui/catalogue/MatterForm.h"
#include "ui/catalogue/RuleForm.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace zs::catalogue {

using kit::Tone;

void CataloguePanel::draftEdited()
{
    std::array<std::optional<std::size_t>, 3> chosen;
    for (std::size_t i = 0; i < m_pages.size(); ++i) chosen[i] = m_pages[i].table->entryAt(m_pages[i].view->currentIndex().row());
    m_faults = m_draft.isChanged() ? domain::faultsOf(m_draft.edited(), m_place.desk.city()) : std::vector<domain::Fault>();
    std::set<std::string> subjects;
    for (const domain::Fault& fault : m_faults) subjects.insert(fault.subject);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i].table->refresh();
        m_pages[i].table->setFaulty(subjects);
        // The same place in the list, also where an entry was undone or removed.
        const int row = chosen[i] ? m_pages[i].table->rowOf(*chosen[i]) : -1;
        if (row >= 0) m_pages[i].view->setCurrentIndex(m_pages[i].table->index(row, 0));
    }
    const domain::Catalogue& c = m_draft.edited();
    m_version->setText(tr("Version %1: %2 matters, %3 rules").arg(QString::fromStdString(m_draft.base().version)).arg(c.matters.size()).arg(c.rules.size()));
    m_effect->setDraft(m_draft, m_faults);
    showEntry();
    sdk::PanelStatus status;
    status.state = sdk::PanelState::Ready;
    status.freshness = tr("version %1").arg(QString::fromStdString(m_draft.base().version));
    setStatus(status);
}

void CataloguePanel::addException()
{
    const auto rule = current();
    if (!rule || m_view != View::Rules) return;
    const auto area = m_rule->area();
    if (!area) return say(tr("This city has no town, community or grid of that name or number."), Tone::Alarm);
    domain::RoutingRule copy = m_draft.edited().rules[*rule];
    copy.area = *area;
    copy.level = m_rule->level();
    const std::size_t before = m_draft.edited().rules.size();
    const std::size_t added = m_draft.addRule(std::move(copy));
    const bool isNew = m_draft.edited().rules.size() > before;
    draftEdited();
    select(added);
    say(isNew ? tr("Added. Now say who leads there.") : tr("There is a rule for that place and level already; it is shown."), Tone::Secondary);
}

std::string CataloguePanel::freeCode(const std::string& department) const
{
    for (int n = 1;; ++n) {
        std::string number = std::to_string(n);
        number.insert(0, number.size() < 3 ? 3 - number.size() : 0, '0');
        const std::string code = department + "-" + number;
        if (!m_draft.edited().matter(code)) return code;
    }
}

void CataloguePanel::add()
{
    const domain::Catalogue& c = m_draft.edited();
    const auto entry = current();
    if (m_view == View::Matters && !c.departments.empty()) {
        domain::CatalogueMatter matter;
        matter.department = entry ? c.matters[*entry].department : c.departments.front().code;
        matter.kind = entry ? c.matters[*entry].kind : domain::CaseKind::Request;
        matter.list = entry ? c.matters[*entry].list : domain::MatterList::Grid;
        matter.code = freeCode(matter.department);
        domain::RoutingRule like;
        like.limits.report = {7, domain::LimitUnit::WorkingDays};
        const std::size_t added = m_draft.addMatter(std::move(matter), like);
        m_filter->clear(); // else it may hide what was added
        draftEdited();
        select(added);
        m_matter->findChild<QLineEdit*>(QStringLiteral("matterNameZh"))->setFocus();
        say(tr("Added, with a rule for the whole city. Now name it."), Tone::Secondary);
    } else if (m_view == View::Departments) {
        const auto& agencies = m_place.desk.city().agencies;
        const auto agency = std::ranges::find_if(agencies, [&](const domain::Agency& a) { return !c.department(a.code); });
        if (agency == agencies.end()) return say(tr("Every agency of the city is a department already."), Tone::Secondary);
        const std::size_t added = m_draft.addDepartment({agency->code, agency->name, agency->shortName});
        m_filter->clear();
        draftEdited();
        select(added);
    }
}

void CataloguePanel::duplicate()
{
    const auto entry = current();
    if (!entry) return;
    if (m_view == View::Rules) { // for where is to be said first
        m_rule->findChild<QLineEdit*>(QStringLiteral("ruleArea"))->setFocus();
        return say(tr("Say for which place or level the copy shall hold, then Enter."), Tone::Secondary);
    }
    if (m_view != View::Matters) return;
    domain::CatalogueMatter copy = m_draft.edited().matters[*entry];
    const auto rule = m_draft.cityRule(copy.code);
    const domain::RoutingRule like = rule ? m_draft.edited().rules[*rule] : domain::RoutingRule();
    copy.code = freeCode(copy.department);
    const std::size_t added = m_draft.addMatter(std::move(copy), like);
    m_filter->clear();
    draftEdited();
    select(added);
    m_matter->findChild<QLineEdit*>(QStringLiteral("matterNameZh"))->setFocus();
}

void CataloguePanel::remove()
{
    const auto entry = current();
    if (!entry || !m_remove->isEnabled()) return;
    if (m_view == View::Rules) m_draft.removeRule(*entry);
    else if (m_view == View::Matters) m_draft.removeMatter(*entry);
    else m_draft.removeDepartment(*entry);
    draftEdited();
}

void CataloguePanel::showFault()
{
    if (m_faults.empty()) return;
    const domain::Fault fault = m_faults.front();
    const View view = fault.code.starts_with("department.") ? View::Departments
        : fault.code.starts_with("rule.") && m_draft.edited().matter(fault.subject) ? View::Rules
                                                                                    : View::Matters;
    m_filter->setText(QString::fromStdString(fault.subject));
    setView(view);
    if (page().table->rowCount() > 0) page().view->setCurrentIndex(page().table->index(0, 0));
}

void CataloguePanel::publish(const QString& note)
{
    if (!m_publish || !m_draft.isChanged() || !m_faults.empty()) return;
    domain::Catalogue edited = m_draft.edited();
    edited.version = nextVersion(edited.version);
    if (auto sent = m_publish(edited, note.toStdString()); !sent)
        return say(tr("Not published: %1 Rules stay as they are; try again.").arg(QString::fromStdString(sent.error().sentence)), Tone::Alarm);
    m_effect->published();
    say(tr("Sent. It is in force as soon as the gateway has recorded it."), Tone::Secondary);
}

void CataloguePanel::catalogueReplaced()
{
    domain::Catalogue edited = m_draft.edited();
    edited.version = m_place.advice->catalogue().version;
    const bool lost = m_draft.isChanged() && !(edited == m_place.advice->catalogue());
    m_draft = CatalogueDraft(m_place.advice->sharedCatalogue());
    draftEdited();
    say(lost ? tr("Another version came into force; what was edited here was taken back.") : tr("The catalogue in force was replaced."),
        lost ? Tone::Warn : Tone::Secondary);
}

} // namespace zs::catalogue
