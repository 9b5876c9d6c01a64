#include "ui/cases/CaseActions.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/CommandWords.h"
#include "ui/cases/dialogs/DispatchDialog.h"
#include "ui/cases/dialogs/FormDialog.h"
#include "ui/cases/dialogs/IntakeDialog.h"
#include "ui/cases/dialogs/RouteDialog.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace zs::cases {

namespace {

/// The parts of the menu after the everyday ones; each becomes a menu of its own.
struct GroupName {
    ActionGroup group;
    const char* id;
    const char* label;
};
constexpr GroupName groupNames[] = {{ActionGroup::Phone, "Phone", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Reported by phone")},
                                    {ActionGroup::Ask, "Ask", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Time and level")},
                                    {ActionGroup::Whistle, "Whistle", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Whistle and report-in")},
                                    {ActionGroup::Supervise, "Supervise", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Supervision")},
                                    {ActionGroup::Mediate, "Mediate", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Mediation")},
                                    {ActionGroup::Relate, "Relate", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Other cases and files")},
                                    {ActionGroup::After, "After", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "After it was closed")}};

bool asks(Action action)
{
    const ActionSpec* spec = specOf(action);
    return spec && (spec->form || spec->open);
}

} // namespace

CaseActions::CaseActions(const Workplace& place, QObject* parent) : QObject(parent), m_place(place) {}

// --- what stands in the table ---------------------------------------------------------------------------------------

QString CaseActions::label(Action action)
{
    const ActionSpec* spec = specOf(action);
    return spec ? tr(spec->label) : tr("Withdraw");
}

QString CaseActions::key(Action action)
{
    const ActionSpec* spec = specOf(action);
    return spec ? QString::fromLatin1(spec->key) : QStringLiteral("U");
}

QString CaseActions::iconName(Action action)
{
    const ActionSpec* spec = specOf(action);
    return spec ? QString::fromLatin1(spec->icon) : QStringLiteral("reply");
}

QList<kit::SheetKey> CaseActions::sheetKeys()
{
    QList<kit::SheetKey> keys;
    for (const ActionSpec& spec : actionTable()) {
        const QString pressed = QString::fromLatin1(spec.key);
        const auto same = std::ranges::find(keys, pressed, &kit::SheetKey::key);
        if (same == keys.end()) keys.append({pressed, tr(spec.label)});
        else same->does += QStringLiteral(" / ") + tr(spec.label); // whichever is legal
    }
    keys.append({key(Action::Withdraw), label(Action::Withdraw)});
    keys.append({QStringLiteral("."), tr("Every action, and why not")});
    return keys;
}

// --- is it legal ------------------------------------------------------------------------------------------------------

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

bool CaseActions::isRouted(const Workplace& place, CaseId id)
{
    const domain::Case* state = place.desk.cases().find(id);
    return state && state->phase >= domain::Phase::Routed && state->isOpen();
}

Legality CaseActions::canRoute(CaseId id, AgencyId lead) const
{
    return isRouted(m_place, id) ? judge(id, domain::Reroute{lead, {}, typed}) : judge(id, domain::Route{lead, {}, {}});
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

Legality CaseActions::canWithdraw(CaseId id) const
{
    if (lastUnsent(id)) return {true, {}, {}};
    return {false, tr("Nothing of this case waits to be sent."), {}};
}

Legality CaseActions::legality(CaseId id, Action action) const
{
    const domain::Case* state = m_place.desk.cases().find(id);
    if (!state) return {false, tr("No case is selected."), {}};
    const ActionSpec* spec = specOf(action);
    if (!spec) return canWithdraw(id);
    if (spec->obstacle)
        if (const QString reason = spec->obstacle(m_place, *state); !reason.isEmpty()) return {false, reason, {}};
    std::optional<Legality> first;
    for (const domain::CaseCommand& command : spec->probes(m_place, *state)) {
        Legality answer = judge(id, command);
        if (answer.legal) return answer;
        if (!first) first = std::move(answer);
    }
    return first.value_or(Legality{});
}

// --- do it --------------------------------------------------------------------------------------------------------

bool CaseActions::submit(CaseId id, const domain::CaseCommand& command)
{
    const auto answer = m_place.desk.submit(id, command);
    if (answer) Q_EMIT submitted(id, CommandWords::text(m_place, command));
    else Q_EMIT refused(id, sentenceOf(answer.error()), answer.error().instead);
    return answer.has_value();
}

void CaseActions::routeTo(CaseId id, AgencyId lead, QWidget* parent)
{
    if (const Legality now = canRoute(id, lead); !isRouted(m_place, id) || !now.legal) {
        const domain::Case* state = m_place.desk.cases().find(id);
        if (now.legal) submit(id, domain::Route{lead, state && m_place.advice ? m_place.advice->assistants(*state, lead) : std::vector<AgencyId>(), {}});
        else Q_EMIT refused(id, now.reason, now.instead);
        return;
    }
    auto* dialog = new RouteDialog(m_place, *this, id, parent);
    dialog->choose(lead);
    dialog->open();
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
    const ActionSpec* spec = specOf(action);
    if (!spec) {
        if (const session::DeskCommand* last = lastUnsent(id); last && !m_place.desk.withdraw(last->id))
            Q_EMIT refused(id, tr("It has been sent already and can no longer be withdrawn."), {});
        return;
    }
    if (spec->open) {
        spec->open(m_place, *this, id, parent);
    } else if (spec->form) {
        (new FormDialog(m_place, *this, id, spec->form, parent))->open();
    } else {
        for (const domain::CaseCommand& command : spec->probes(m_place, *m_place.desk.cases().find(id))) {
            if (!judge(id, command).legal) continue;
            submit(id, command);
            return;
        }
    }
}

bool CaseActions::runKey(CaseId id, const QKeyEvent& event, QWidget* parent)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (modifiers != Qt::NoModifier && modifiers != Qt::ShiftModifier) return false;
    const QString pressed = QKeySequence(event.key() | static_cast<int>(modifiers.toInt())).toString(QKeySequence::PortableText);
    std::optional<Action> found;
    for (const ActionSpec& spec : actionTable()) {
        if (pressed != QLatin1String(spec.key)) continue;
        if (!found || !legality(id, *found).legal) found = spec.action;
        if (legality(id, *found).legal) break;
    }
    if (!found && pressed == key(Action::Withdraw)) found = Action::Withdraw;
    if (found) run(id, *found, parent);
    return found.has_value();
}

// --- the menu -----------------------------------------------------------------------------------------------------

void CaseActions::addTo(QMenu& menu, CaseId id, Action action, QWidget* parent)
{
    QString text = asks(action) ? label(action) + QChar(0x2026) : label(action);
    // Shown only: the panel's own shortcuts do the work.
    text += u'\t' + key(action);
    QAction* item = menu.addAction(m_place.themes.icon(iconName(action)), text);
    const ActionSpec* spec = specOf(action);
    item->setObjectName(QStringLiteral("caseAction_") + QLatin1String(spec ? spec->id : "Withdraw"));
    const Legality now = legality(id, action);
    item->setEnabled(now.legal);
    item->setToolTip(now.reason);
    connect(item, &QAction::triggered, this, [=, this] { run(id, action, parent); });
}

void CaseActions::addRoutes(QMenu& menu, CaseId id, QWidget* parent)
{
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
        connect(item, &QAction::triggered, this, [=, this] { routeTo(id, agency, parent); });
    }
    route->addSeparator();
    addTo(*route, id, Action::Route, parent);
}

void CaseActions::fillMenu(QMenu& menu, CaseId id, QWidget* parent)
{
    menu.setToolTipsVisible(true);
    for (const ActionSpec& spec : actionTable()) {
        if (spec.group != ActionGroup::Everyday) continue;
        if (spec.action == Action::Route) addRoutes(menu, id, parent);
        else addTo(menu, id, spec.action, parent);
    }
    menu.addSeparator();
    for (const GroupName& name : groupNames) {
        QMenu* part = nullptr;
        int legal = 0;
        for (const ActionSpec& spec : actionTable()) {
            if (spec.group != name.group) continue;
            if (!part) {
                part = menu.addMenu(tr(name.label));
                part->setObjectName(QStringLiteral("caseMenu") + QLatin1String(name.id));
                part->setToolTipsVisible(true);
            }
            addTo(*part, id, spec.action, parent);
            legal += part->actions().last()->isEnabled();
        }
        // To be opened also when nothing in it is legal: the reasons stand there.
        if (part && legal > 0) part->setTitle(tr(name.label) + QStringLiteral("  ") + QString::number(legal));
    }
    menu.addSeparator();
    addTo(menu, id, Action::Withdraw, parent);
}

std::vector<AgencyId> CaseActions::laneAgencies(const domain::City& city)
{
    std::vector<AgencyId> ids;
    for (const domain::Agency& agency : city.agencies)
        if (agency.kind != domain::AgencyKind::Centre) ids.push_back(agency.id);
    return ids;
}

} // namespace zs::cases
