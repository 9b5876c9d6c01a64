#include "ui/cases/CaseActions.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/Candidates.h"
#include "ui/cases/dialogs/ClassifyDialog.h"
#include "ui/cases/dialogs/DispatchDialog.h"
#include "ui/cases/dialogs/IntakeDialog.h"
#include "ui/cases/dialogs/RouteDialog.h"
#include "ui/cases/dialogs/TextDialog.h"

#include <QMenu>

namespace zs::cases {

CaseActions::CaseActions(const Workplace& place, QObject* parent) : QObject(parent), m_place(place) {}

QString CaseActions::label(Action action)
{
    switch (action) {
    case Action::Dispatch: return tr("Dispatch");
    case Action::Route: return tr("Route");
    case Action::Accept: return tr("Accept");
    case Action::Return: return tr("Return");
    case Action::Classify: return tr("Register");
    case Action::Note: return tr("Note");
    case Action::Acknowledge: return tr("Confirmed by phone");
    case Action::Arrive: return tr("On scene by phone");
    case Action::Finish: return tr("Closed by phone");
    case Action::Withdraw: return tr("Withdraw");
    }
    return {};
}

QString CaseActions::key(Action action)
{
    switch (action) {
    case Action::Dispatch: return QStringLiteral("D");
    case Action::Route: return QStringLiteral("R");
    case Action::Withdraw: return QStringLiteral("U");
    default: return {};
    }
}

QString CaseActions::iconName(Action action)
{
    switch (action) {
    case Action::Dispatch: return QStringLiteral("send");
    case Action::Route: return QStringLiteral("split");
    case Action::Accept: return QStringLiteral("check");
    case Action::Return: return QStringLiteral("undo-2");
    case Action::Classify: return QStringLiteral("tag");
    case Action::Note: return QStringLiteral("file-text");
    case Action::Acknowledge: return QStringLiteral("phone");
    case Action::Arrive: return QStringLiteral("map-pin");
    case Action::Finish: return QStringLiteral("check-check");
    case Action::Withdraw: return QStringLiteral("reply");
    }
    return {};
}

QString CaseActions::sentenceOf(const domain::Rejection& rejection) const
{
    return m_place.text(rejection.sentence);
}

Legality CaseActions::judge(CaseId id, const domain::CaseCommand& command) const
{
    const auto answer = m_place.desk.check(id, command);
    if (answer) return {true, {}, {}};
    return {false, sentenceOf(answer.error()), answer.error().instead};
}

Legality CaseActions::canRoute(CaseId id, AgencyId lead) const
{
    return judge(id, domain::Route{lead, {}, {}});
}

Legality CaseActions::canDispatch(CaseId id, PersonId person) const
{
    return judge(id, domain::Dispatch{person, {}});
}

const session::DeskCommand* CaseActions::lastUnsent(CaseId id) const
{
    const session::DeskCommand* last = nullptr;
    for (const session::DeskCommand& c : m_place.desk.outbox())
        if (c.caseId == id && c.state == session::CommandState::Waiting) last = &c;
    return last;
}

PersonId CaseActions::handlerOf(CaseId id) const
{
    const domain::Case* state = m_place.desk.cases().find(id);
    return state ? state->handler : PersonId();
}

Legality CaseActions::legality(CaseId id, Action action) const
{
    // The text that a person will type can't be judged yet: a dash stands for it.
    static const std::string typed = "-";
    const domain::Case* state = m_place.desk.cases().find(id);
    if (!state) return {false, tr("No case is selected."), {}};
    switch (action) {
    case Action::Dispatch: {
        const auto best = rankCandidates(m_place.desk, *state, 1);
        if (!best.empty()) return canDispatch(id, best.front().person);
        const auto& people = m_place.desk.city().people;
        const Legality any = people.empty() ? Legality{} : canDispatch(id, people.front().id);
        return state->isOpen() ? Legality{false, tr("Nobody on duty has room."), {}} : any;
    }
    case Action::Route: {
        Legality first;
        for (const AgencyId agency : laneAgencies(m_place.desk.city())) {
            const Legality answer = canRoute(id, agency);
            if (answer.legal) return answer;
            if (first.reason.isEmpty()) first = answer;
        }
        return first;
    }
    case Action::Accept: return judge(id, domain::Accept{});
    case Action::Return: return judge(id, domain::Return{typed});
    case Action::Classify: {
        const auto& matters = m_place.desk.city().matters;
        return judge(id, domain::Classify{matters.empty() ? domain::MatterId() : matters.front().id, state->priority});
    }
    case Action::Note: return judge(id, domain::Note{typed});
    case Action::Acknowledge: return judge(id, domain::Acknowledge{state->handler});
    case Action::Arrive: return judge(id, domain::Arrive{state->handler});
    case Action::Finish: return judge(id, domain::Finish{state->handler, domain::Outcome::Resolved, typed});
    case Action::Withdraw:
        return lastUnsent(id) ? Legality{true, {}, {}} : Legality{false, tr("Nothing of this case waits to be sent."), {}};
    }
    return {};
}

bool CaseActions::submit(CaseId id, const domain::CaseCommand& command)
{
    const auto answer = m_place.desk.submit(id, command);
    if (answer) Q_EMIT submitted(id, CaseWords::command(m_place, command));
    else Q_EMIT refused(id, sentenceOf(answer.error()), answer.error().instead);
    return answer.has_value();
}

void CaseActions::routeTo(CaseId id, AgencyId lead)
{
    submit(id, domain::Route{lead, {}, {}});
}

void CaseActions::dispatchTo(CaseId id, PersonId person)
{
    submit(id, domain::Dispatch{person, {}});
}

void CaseActions::askDispatch(CaseId id, PersonId person, QWidget* parent)
{
    auto* dialog = new DispatchDialog(m_place, *this, id, parent);
    if (!person.isNone()) dialog->choose(person);
    dialog->open();
}

void CaseActions::receive(QWidget* parent, std::optional<GeoPoint> at)
{
    auto* dialog = new IntakeDialog(m_place, *this, parent);
    if (at) dialog->setPlace(*at);
    dialog->open();
}

void CaseActions::run(CaseId id, Action action, QWidget* parent)
{
    if (const Legality now = legality(id, action); !now.legal) {
        Q_EMIT refused(id, now.reason, now.instead);
        return;
    }
    switch (action) {
    case Action::Dispatch: askDispatch(id, {}, parent); break;
    case Action::Route: (new RouteDialog(m_place, *this, id, parent))->open(); break;
    case Action::Accept: submit(id, domain::Accept{}); break;
    case Action::Return: (new TextDialog(m_place, *this, id, TextDialog::What::Return, parent))->open(); break;
    case Action::Classify: (new ClassifyDialog(m_place, *this, id, parent))->open(); break;
    case Action::Note: (new TextDialog(m_place, *this, id, TextDialog::What::Note, parent))->open(); break;
    case Action::Acknowledge: submit(id, domain::Acknowledge{handlerOf(id)}); break;
    case Action::Arrive: submit(id, domain::Arrive{handlerOf(id)}); break;
    case Action::Finish: (new TextDialog(m_place, *this, id, TextDialog::What::Finish, parent))->open(); break;
    case Action::Withdraw:
        if (const session::DeskCommand* last = lastUnsent(id))
            if (!m_place.desk.withdraw(last->id))
                Q_EMIT refused(id, tr("It has been sent already and can no longer be withdrawn."), {});
        break;
    }
}

void CaseActions::fillMenu(QMenu& menu, CaseId id, QWidget* parent)
{
    menu.setToolTipsVisible(true);
    const auto add = [&](QMenu& to, Action action, bool asks) {
        QAction* item = to.addAction(m_place.themes.icon(iconName(action)), asks ? label(action) + QChar(0x2026) : label(action));
        item->setObjectName(QStringLiteral("caseAction_%1").arg(static_cast<int>(action)));
        const Legality now = legality(id, action);
        item->setEnabled(now.legal);
        item->setToolTip(now.reason);
        // Shown only: the panel's own shortcuts do the work.
        if (!key(action).isEmpty()) item->setText(item->text() + u'\t' + key(action));
        connect(item, &QAction::triggered, this, [=, this] { run(id, action, parent); });
    };
    add(menu, Action::Dispatch, true);
    QMenu* route = menu.addMenu(m_place.themes.icon(iconName(Action::Route)), label(Action::Route));
    route->setObjectName(QStringLiteral("routeMenu"));
    route->setToolTipsVisible(true);
    int number = 0;
    for (const AgencyId agency : laneAgencies(m_place.desk.city())) {
        ++number;
        QString text = CaseWords::agency(m_place, agency);
        if (number <= 9) text += u'\t' + QString::number(number);
        QAction* item = route->addAction(text);
        item->setObjectName(QStringLiteral("routeTo_%1").arg(agency.value));
        const Legality now = canRoute(id, agency);
        item->setEnabled(now.legal);
        item->setToolTip(now.reason);
        connect(item, &QAction::triggered, this, [=, this] { routeTo(id, agency); });
    }
    route->addSeparator();
    add(*route, Action::Route, true);
    add(menu, Action::Accept, false);
    add(menu, Action::Return, true);
    add(menu, Action::Classify, true);
    add(menu, Action::Note, true);
    menu.addSeparator();
    add(menu, Action::Acknowledge, false);
    add(menu, Action::Arrive, false);
    add(menu, Action::Finish, true);
    menu.addSeparator();
    add(menu, Action::Withdraw, false);
}

std::vector<AgencyId> CaseActions::laneAgencies(const domain::City& city)
{
    std::vector<AgencyId> ids;
    for (const domain::Agency& agency : city.agencies)
        if (agency.kind != domain::AgencyKind::Centre) ids.push_back(agency.id);
    return ids;
}

} // namespace zs::cases
