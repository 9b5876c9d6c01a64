#include "ui/cases/PartyWords.h"

#include "domain/cases/Answerable.h"
#include "ui/cases/CaseWords.h"

namespace zs::cases {

using Who = domain::Answerable::Who;

QString PartyWords::answerable(const Workplace& place, const domain::Case& state)
{
    const domain::Answerable party = domain::answerable(state);
    switch (party.who) {
    case Who::None: break;
    case Who::FirstReceiver: return QString::fromStdString(party.operatorName);
    case Who::Agency:
    case Who::Police: return CaseWords::agency(place, party.agency);
    case Who::Handler: return CaseWords::person(place, party.person);
    case Who::Parent: return CaseWords::number(party.parent);
    }
    return QStringLiteral("—");
}

QString PartyWords::why(const domain::Case& state)
{
    switch (domain::answerable(state).who) {
    case Who::None: break;
    case Who::FirstReceiver: return tr("received it first");
    case Who::Agency: return tr("leads the case");
    case Who::Police: return tr("it stays with the police");
    case Who::Handler: return tr("was sent to it");
    case Who::Parent: return tr("it goes on in that case");
    }
    return {};
}

} // namespace zs::cases
