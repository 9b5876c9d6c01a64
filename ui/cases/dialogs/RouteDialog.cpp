#include "ui/cases/dialogs/RouteDialog.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/PickList.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace zs::cases {

RouteDialog::RouteDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
    : CommandDialog(place, actions, id, QStringLiteral("routeDialog"), parent),
      m_agencies(new PickList(place, QStringLiteral("agencies"), this)), m_reason(new QLineEdit(this))
{
    body()->addWidget(m_agencies, 1);
    m_reasonLabel = addRow(m_reason, QStringLiteral("routeReason"));
    connect(m_agencies, &PickList::chosenChanged, this, [this] { revise(); });
    connect(m_agencies, &PickList::activated, this, [this] { submit(); });
    connect(m_reason, &QLineEdit::textChanged, this, [this] { revise(); });
    start();
    m_agencies->setFocus();
}

void RouteDialog::words()
{
    setRowLabel(m_reasonLabel, m_reason, tr("&Reason"));
    m_agencies->setWords(tr("Agency"), tr("Agencies that can lead, then the others"));
    const domain::Case* state = m_place.desk.cases().find(caseId());
    const domain::Matter* matter = state ? m_place.desk.city().matter(state->matter) : nullptr;
    std::vector<PickItem> can, cannot;
    int number = 0;
    for (const AgencyId id : CaseActions::laneAgencies(m_place.desk.city())) {
        PickItem item;
        item.id = id.value;
        item.text = CaseWords::agency(m_place, id);
        item.detail = CaseWords::agencyFull(m_place, id);
        if (matter && matter->lead == id) item.detail += QStringLiteral(" · ") + tr("leads this matter by the catalogue");
        if (++number <= 9) item.trailing = QString::number(number);
        const Legality now = m_actions->canRoute(caseId(), id);
        item.reason = now.reason;
        if (!now.legal) cannot.push_back(std::move(item));
        else if (matter && matter->lead == id) can.insert(can.begin(), std::move(item));
        else can.push_back(std::move(item));
    }
    can.insert(can.end(), std::make_move_iterator(cannot.begin()), std::make_move_iterator(cannot.end()));
    const quint64 first = can.empty() ? 0 : can.front().id;
    const quint64 before = m_agencies->chosen();
    m_agencies->setItems(std::move(can));
    m_agencies->choose(before ? before : first);
}

std::optional<domain::CaseCommand> RouteDialog::command() const
{
    if (m_agencies->chosen() == 0) return std::nullopt;
    return domain::Route{AgencyId(static_cast<std::uint16_t>(m_agencies->chosen())), {},
                         m_reason->text().trimmed().toStdString()};
}

QString RouteDialog::heading() const { return tr("Route to an agency"); }
QString RouteDialog::verb() const { return tr("Route"); }
QString RouteDialog::missing() const { return tr("Choose the agency that shall lead."); }

QString RouteDialog::legalNote(const domain::CaseEvent& event) const
{
    const auto* routed = std::get_if<domain::Routed>(&event);
    return routed ? tr("%1 leads and has to accept it.").arg(CaseWords::agencyFull(m_place, routed->lead)) : QString();
}

} // namespace zs::cases
