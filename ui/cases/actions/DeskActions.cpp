// What a desk does with a case every day: register, decline, route, dispatch, and what comes in by phone.
#include "ui/cases/actions/ActionTable.h"

#include "ui/cases/Candidates.h"
#include "ui/cases/CaseActions.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/ClassifyDialog.h"
#include "ui/cases/dialogs/DispatchDialog.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/dialogs/Fields.h"
#include "ui/cases/dialogs/RouteDialog.h"

namespace zs::cases {

namespace {

using domain::Case;
using Commands = std::vector<domain::CaseCommand>;

Commands classify(const Workplace& place, const Case& state)
{
    const auto& matters = place.desk.city().matters;
    return {domain::Classify{matters.empty() ? domain::MatterId() : matters.front().id, state.priority}};
}

Commands route(const Workplace& place, const Case&)
{
    Commands all;
    for (const AgencyId agency : CaseActions::laneAgencies(place.desk.city())) all.emplace_back(domain::Route{agency, {}, {}});
    if (all.empty()) all.emplace_back(domain::Route{});
    return all;
}

Commands reroute(const Workplace& place, const Case& state)
{
    Commands all;
    for (const AgencyId agency : CaseActions::laneAgencies(place.desk.city()))
        if (agency != state.lead) all.emplace_back(domain::Reroute{agency, {}, typed});
    if (all.empty()) all.emplace_back(domain::Reroute{state.lead, {}, typed});
    return all;
}

Commands dispatch(const Workplace& place, const Case& state)
{
    const auto best = rankCandidates(place.desk, state, 1);
    const auto& people = place.desk.city().people;
    return {domain::Dispatch{!best.empty() ? best.front().person : people.empty() ? PersonId() : people.front().id, {}}};
}

QString nobodyHasRoom(const Workplace& place, const Case& state)
{
    return state.isOpen() && rankCandidates(place.desk, state, 1).empty() ? CaseActions::tr("Nobody on duty has room.") : QString();
}

Form returnForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "returnDialog";
    form.heading = Forms::tr("Return to the centre");
    form.verb = Forms::tr("Return");
    form.missing = Forms::tr("Say why: the centre routes it anew by this.");
    form.fields = {Forms::reason()};
    form.build = [](const FormValues& v) { return domain::Return{v.text("text")}; };
    return form;
}

Form noteForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "noteDialog";
    form.heading = Forms::tr("Add a note");
    form.verb = Forms::tr("Add");
    form.missing = Forms::tr("Write what the next one should know; no full names of citizens.");
    form.fields = {Forms::reason(Forms::tr("&Note"))};
    form.build = [](const FormValues& v) { return domain::Note{v.text("text")}; };
    return form;
}

Form finishForm(const Workplace&, const Case& state)
{
    using domain::Outcome;
    static constexpr Outcome outcomes[] = {Outcome::Resolved, Outcome::Settled, Outcome::NotFound, Outcome::Referred};
    Form form;
    form.name = "finishDialog";
    form.heading = Forms::tr("Close the case");
    form.verb = Forms::tr("Close", "the case");
    form.missing = Forms::tr("Say what was done, as reported by the person on scene.");
    FormField outcome;
    outcome.kind = FormField::Kind::Choice;
    outcome.id = "outcome";
    outcome.label = Forms::tr("&Outcome");
    for (const Outcome o : outcomes) outcome.choices << capital(CaseWords::outcome(o));
    form.fields = {outcome, Forms::reason(Forms::tr("&Summary"))};
    form.build = [person = state.handler](const FormValues& v) {
        return domain::Finish{person, outcomes[v.choice("outcome")], v.text("text")};
    };
    return form;
}

Form declineForm(const Workplace&, const Case&)
{
    using domain::DeclineGround;
    static constexpr std::array grounds{DeclineGround::NotOurDuty, DeclineGround::Judicial, DeclineGround::NoSubstance,
                                        DeclineGround::Repeated, DeclineGround::Other};
    Form form;
    form.name = "declineDialog";
    form.heading = Forms::tr("Decline the case");
    form.verb = Forms::tr("Decline");
    form.missing = Forms::tr("Write what the citizen is told, and where they can turn to instead.");
    form.fields = {fields::choice("ground", Forms::tr("&Ground"), grounds, FactWords::ground, DeclineGround::NotOurDuty),
                   Forms::reason(Forms::tr("&Text for the citizen"))};
    form.build = [](const FormValues& v) { return domain::Decline{fields::chosen(v, "ground", grounds), v.text("text")}; };
    form.note = [](const domain::CaseEvent&) { return Forms::tr("The citizen is told exactly this."); };
    return form;
}

/// The 110 rule as a card: two questions, and what follows from the answers.
Form policeForm(const Workplace& place, const Case& state)
{
    using domain::CallNature;
    using domain::Priority;
    static constexpr std::array natures{CallNature::Civil, CallNature::PoliceMatter};
    static constexpr std::array urgencies{Priority::Normal, Priority::High, Priority::Urgent};
    Form form;
    form.name = "policeDialog";
    form.heading = Forms::tr("Rule on a call from 110");
    form.verb = Forms::tr("Rule");
    form.missing = Forms::tr("A police matter or an urgent dispute stays with the police; the rest goes to the department. Say why.");
    form.fields = {fields::choice("nature", Forms::tr("&Matter"), natures, FactWords::nature, CallNature::Civil),
                   fields::choice("urgency", Forms::tr("&Urgency"), urgencies, CaseWords::priority, state.priority),
                   Forms::reason()};
    form.build = [](const FormValues& v) {
        return domain::RulePolice{fields::chosen(v, "nature", natures), fields::chosen(v, "urgency", urgencies), v.text("text")};
    };
    form.note = [&place](const domain::CaseEvent& event) {
        const auto* e = std::get_if<domain::PoliceRuled>(&event);
        if (!e) return QString();
        return e->ruling == domain::PoliceRuling::StaysWithPolice
            ? Forms::tr("Stays with the police: goes to %1 at once.").arg(CaseWords::agency(place, e->lead))
            : Forms::tr("Goes to the responsible department, which follows it up and closes it.");
    };
    return form;
}

template <class Dialog>
void openDialog(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
{
    (new Dialog(place, actions, id, parent))->open();
}

} // namespace

std::span<const ActionSpec> deskActions()
{
    using G = ActionGroup;
    static const ActionSpec all[] = {
        {Action::Dispatch, "Dispatch", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Dispatch"), "D", "send", G::Everyday, dispatch,
         nullptr, openDialog<DispatchDialog>, nobodyHasRoom},
        {Action::Route, "Route", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Route"), "R", "split", G::Everyday, route, nullptr,
         openDialog<RouteDialog>},
        {Action::Reroute, "Reroute", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Re-route"), "R", "arrow-left-right", G::Everyday,
         reroute, nullptr, openDialog<RouteDialog>},
        {Action::Accept, "Accept", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Accept"), "T", "check", G::Everyday,
         [](const Workplace&, const Case&) -> Commands { return {domain::Accept{}}; }},
        {Action::Return, "Return", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Return"), "B", "undo-2", G::Everyday,
         [](const Workplace&, const Case&) -> Commands { return {domain::Return{typed}}; }, returnForm},
        {Action::Classify, "Classify", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Register"), "C", "tag", G::Everyday, classify,
         nullptr, openDialog<ClassifyDialog>},
        {Action::RulePolice, "RulePolice", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Rule on 110"), "P", "shield", G::Everyday,
         [](const Workplace&, const Case& s) -> Commands {
             return {domain::RulePolice{domain::CallNature::Civil, s.priority, typed}};
         },
         policeForm},
        {Action::Decline, "Decline", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Decline"), "Shift+D", "ban", G::Everyday,
         [](const Workplace&, const Case&) -> Commands { return {domain::Decline{domain::DeclineGround::Other, typed}}; },
         declineForm},
        {Action::Note, "Note", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Note"), "N", "file-text", G::Everyday,
         [](const Workplace&, const Case&) -> Commands { return {domain::Note{typed}}; }, noteForm},
        {Action::Acknowledge, "Acknowledge", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Confirmed by phone"), "Shift+C", "phone",
         G::Phone, [](const Workplace&, const Case& s) -> Commands { return {domain::Acknowledge{s.handler}}; }},
        {Action::Arrive, "Arrive", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "On scene by phone"), "Shift+A", "map-pin", G::Phone,
         [](const Workplace&, const Case& s) -> Commands { return {domain::Arrive{s.handler}}; }},
        {Action::Finish, "Finish", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Closed by phone"), "F", "check-check", G::Phone,
         [](const Workplace&, const Case& s) -> Commands {
             return {domain::Finish{s.handler, domain::Outcome::Resolved, typed}};
         },
         finishForm},
    };
    return all;
}

} // namespace zs::cases
