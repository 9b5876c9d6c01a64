#include "ui/cases/dialogs/ClassifyDialog.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/PickList.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace zs::cases {

namespace {
constexpr domain::Priority priorities[] = {domain::Priority::Normal, domain::Priority::High, domain::Priority::Urgent};
}

ClassifyDialog::ClassifyDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("classifyDialog"), parent),
      m_matters(new PickList(place, QStringLiteral("matters"), this)), m_priority(new QComboBox(this))
{
    setMinimumWidth(place.themes.theme().px(560));
    body()->addWidget(m_matters, 1);
    for (std::size_t i = 0; i < std::size(priorities); ++i) m_priority->addItem(QString());
    m_priorityLabel = addRow(m_priority, QStringLiteral("priority"));
    connect(m_matters, &PickList::chosenChanged, this, [this] {
        const domain::Matter* matter =
            m_place.desk.city().matter(domain::MatterId(static_cast<std::uint16_t>(m_matters->chosen())));
        // The catalogue proposes; what a person set stays.
        if (matter && !m_priorityChosen) m_priority->setCurrentIndex(static_cast<int>(matter->priority));
        revise();
    });
    connect(m_matters, &PickList::activated, this, [this] { submit(); });
    connect(m_priority, &QComboBox::activated, this, [this] {
        m_priorityChosen = true;
        revise();
    });
    start();
    if (const domain::Case* state = place.desk.cases().find(id)) {
        m_priority->setCurrentIndex(static_cast<int>(state->priority));
        m_matters->choose(state->matter.value);
    }
    revise();
    m_matters->setFocus();
}

void ClassifyDialog::words()
{
    setRowLabel(m_priorityLabel, m_priority, tr("&Priority"));
    for (int i = 0; i < m_priority->count(); ++i) m_priority->setItemText(i, CaseWords::priority(priorities[i]));
    m_matters->setWords(tr("Matter or its number"), tr("Catalogue of matters"));
    const domain::Case* state = m_place.desk.cases().find(caseId());
    std::vector<PickItem> offered, same, others;
    const auto offers = state && m_place.advice ? m_place.advice->matters(*state) : std::vector<suggest::MatterOffer>();
    for (const domain::Matter& matter : m_place.desk.city().matters) {
        PickItem item;
        item.id = matter.id.value;
        item.text = m_place.text(matter.name);
        item.detail = QString::fromStdString(matter.code) + QStringLiteral(" · ") + CaseWords::kind(matter.kind);
        item.trailing = CaseWords::agency(m_place, matter.lead);
        domain::Case sample;
        sample.kind = matter.kind;
        item.symbol = CaseWords::symbol(sample, kit::Attention::Normal, kit::Pending::No);
        const auto offer = std::ranges::find_if(offers, [&](const suggest::MatterOffer& o) { return o.matter->code == matter.code; });
        if (offer != offers.end()) {
            QStringList said;
            for (const std::string& word : offer->words) said << QString::fromStdString(word);
            const QString words = said.join(tr(", "));
            item.detail += QStringLiteral(" · ");
            if (offer->confidence == 0) item.detail += tr("suggested, it says %1").arg(words);
            else if (words.isEmpty()) item.detail += tr("suggested, %1 %").arg(qRound(100 * offer->confidence));
            else item.detail += tr("suggested, %1 %: %2").arg(QString::number(qRound(100 * offer->confidence)), words);
            item.rank = static_cast<int>(offer - offers.begin());
            offered.push_back(std::move(item));
        } else {
            (state && matter.kind == state->kind ? same : others).push_back(std::move(item));
        }
    }
    std::ranges::sort(offered, {}, &PickItem::rank);
    same.insert(same.begin(), std::make_move_iterator(offered.begin()), std::make_move_iterator(offered.end()));
    same.insert(same.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    m_matters->setItems(std::move(same));
}

std::optional<domain::CaseCommand> ClassifyDialog::command() const
{
    if (m_matters->chosen() == 0) return std::nullopt;
    return domain::Classify{domain::MatterId(static_cast<std::uint16_t>(m_matters->chosen())),
                            priorities[qMax(0, m_priority->currentIndex())]};
}

QString ClassifyDialog::heading() const { return tr("Classify and register"); }
QString ClassifyDialog::verb() const { return tr("Register"); }
QString ClassifyDialog::missing() const { return tr("Choose the matter of the catalogue."); }

QString ClassifyDialog::legalNote(const domain::CaseEvent& event) const
{
    const auto* e = std::get_if<domain::Classified>(&event);
    if (!e) return {};
    return tr("Limits: response %1, on scene %2, report back %3.")
        .arg(CaseWords::allowed(e->limits.response), CaseWords::allowed(e->limits.onScene),
             CaseWords::allowed(e->limits.report));
}

} // namespace zs::cases
