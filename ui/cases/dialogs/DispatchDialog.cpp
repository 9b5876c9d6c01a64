#include "ui/cases/dialogs/DispatchDialog.h"

#include "ui/cases/Candidates.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/PickList.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace zs::cases {

DispatchDialog::DispatchDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("dispatchDialog"), parent),
      m_people(new PickList(place, QStringLiteral("people"), this)), m_note(new QLineEdit(this))
{
    setMinimumWidth(place.themes.theme().px(560));
    body()->addWidget(m_people, 1);
    m_noteLabel = addRow(m_note, QStringLiteral("dispatchNote"));
    connect(m_people, &PickList::chosenChanged, this, [this] { revise(); });
    connect(m_people, &PickList::activated, this, [this] { submit(); });
    connect(m_note, &QLineEdit::textChanged, this, [this] { revise(); });
    start();
    m_people->setFocus();
}

void DispatchDialog::words()
{
    setRowLabel(m_noteLabel, m_note, tr("&Note for the person"));
    m_people->setWords(tr("Name, grid or agency"), tr("Staff on duty, best placed first"));
    const domain::Case* state = m_place.desk.cases().find(caseId());
    if (!state) return;
    const domain::City& city = m_place.desk.city();
    std::vector<PickItem> items;
    for (const Candidate& c : rankCandidates(m_place.desk, *state, city.people.size(), Room::Any)) {
        const domain::Person* person = city.person(c.person);
        PickItem item;
        item.id = c.person.value;
        item.text = m_place.text(person->name);
        item.detail = CaseWords::role(person->role) + QStringLiteral(" · ") + reasonsOf(m_place, c);
        item.search = CaseWords::grid(m_place, person->homeGrid) + u' ' + CaseWords::agency(m_place, person->agency);
        item.trailing = (c.metres ? CaseWords::distance(*c.metres) + QStringLiteral("  ") : QString())
            + loadText(c.load, c.capacity);
        kit::Symbol symbol;
        symbol.shape = person->role == domain::PersonRole::VolunteerTeam ? kit::Shape::Team : kit::Shape::Person;
        item.symbol = symbol;
        if (!c.hasRoom()) item.reason = tr("full");
        items.push_back(std::move(item));
    }
    const quint64 first = items.empty() ? 0 : items.front().id;
    const quint64 before = m_people->chosen();
    m_people->setItems(std::move(items));
    m_people->choose(before ? before : first);
}

void DispatchDialog::choose(PersonId person)
{
    m_people->choose(person.value);
    revise();
}

std::optional<domain::CaseCommand> DispatchDialog::command() const
{
    if (m_people->chosen() == 0) return std::nullopt;
    return domain::Dispatch{PersonId(static_cast<std::uint32_t>(m_people->chosen())), m_note->text().trimmed().toStdString()};
}

QString DispatchDialog::heading() const { return tr("Dispatch"); }
QString DispatchDialog::verb() const { return tr("Dispatch"); }
QString DispatchDialog::missing() const { return tr("Choose whom to send."); }

QString DispatchDialog::legalNote(const domain::CaseEvent& event) const
{
    const auto* sent = std::get_if<domain::Dispatched>(&event);
    if (!sent) return {};
    const domain::Person* person = m_place.desk.city().person(sent->person);
    const int load = m_place.desk.cases().openCasesOf(sent->person);
    return tr("Sends %1; load %2 → %3 of %4.")
        .arg(CaseWords::person(m_place, sent->person))
        .arg(load)
        .arg(load + 1)
        .arg(person ? person->capacity : 0);
}

} // namespace zs::cases
