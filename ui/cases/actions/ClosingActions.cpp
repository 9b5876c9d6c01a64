// After a case was closed: done again, reopened, rated by the citizen, followed up, archived.
#include "ui/cases/actions/ActionTable.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/CaseActions.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/dialogs/Fields.h"
#include "ui/cases/dialogs/FormDialog.h"

namespace zs::cases {

namespace {

using namespace domain;
using Commands = std::vector<domain::CaseCommand>;

constexpr std::array ratings{Satisfaction::Satisfied, Satisfaction::Basically, Satisfaction::Dissatisfied};
constexpr std::array visits{FollowUpResult::Satisfied, FollowUpResult::Dissatisfied, FollowUpResult::Unreachable};

template <class Command>
Form backForm(const char* name, const QString& heading, const QString& verb, const QString& missing, const QString& note)
{
    Form form;
    form.name = name;
    form.heading = heading;
    form.verb = verb;
    form.missing = missing;
    form.fields = {Forms::reason()};
    form.build = [](const FormValues& v) { return Command{v.text("text")}; };
    form.note = [note](const CaseEvent&) { return note; };
    return form;
}

Form reworkForm(const Workplace&, const Case&)
{
    return backForm<Rework>("reworkDialog", Forms::tr("Send it back for rework"), Forms::tr("Send back"),
                            Forms::tr("Say what is still to be done."),
                            Forms::tr("Goes back to the same agency; the clock of the case runs on as it was."));
}

Form reopenForm(const Workplace&, const Case&)
{
    return backForm<Reopen>("reopenDialog", Forms::tr("Reopen the case"), Forms::tr("Reopen"), Forms::tr("Say what is new."),
                            Forms::tr("Starts anew at registration, with a new clock."));
}

Form rateForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "rateDialog";
    form.heading = Forms::tr("The citizen's rating");
    form.verb = Forms::tr("Record");
    form.fields = {fields::choice("satisfaction", Forms::tr("&Rating"), ratings, FactWords::satisfaction, Satisfaction::Satisfied),
                   fields::optional(Forms::reason(Forms::tr("&Comment")))};
    form.build = [](const FormValues& v) { return Rate{fields::chosen(v, "satisfaction", ratings), v.text("text")}; };
    return form;
}

/// As it may be shown: masked.
QString reporterOf(const Case& state)
{
    return QString::fromStdString(state.reporter.name + " " + state.reporter.phone).trimmed();
}

Form followUpForm(const Workplace&, const Case& state)
{
    Form form;
    form.name = "followUpDialog";
    form.heading = Forms::tr("Follow-up visit or call");
    form.verb = Forms::tr("Record");
    form.fields = {fields::choice("result", Forms::tr("&Outcome"), visits, FactWords::followUp, FollowUpResult::Satisfied),
                   fields::optional(Forms::reason(Forms::tr("&Comment")))};
    form.build = [](const FormValues& v) { return FollowUp{fields::chosen(v, "result", visits), v.text("text")}; };
    form.note = [via = CaseWords::channel(state.channel), who = reporterOf(state)](const CaseEvent& event) {
        const auto* e = std::get_if<FollowedUp>(&event);
        if (e && e->result == FollowUpResult::Dissatisfied) return Forms::tr("Dissatisfied: the case is reopened with this.");
        return who.isEmpty() ? Forms::tr("Nobody left a number: ask on the spot, or record that nobody could be reached.")
                             : Forms::tr("Shown masked: %1. This desk doesn't hold the number; call through where it came in: %2.").arg(who, via);
    };
    return form;
}

Form archiveForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "archiveDialog";
    form.heading = Forms::tr("Archive without having reached the citizen");
    form.verb = Forms::tr("Archive");
    form.missing = Forms::tr("Say why nobody is tried again on another day.");
    form.fields = {Forms::reason()};
    form.build = [](const FormValues& v) { return Archive{v.text("text")}; };
    return form;
}

/// At once, and only where nobody was reached with a reason.
void archive(const Workplace& place, CaseActions& actions, CaseId id, QWidget* parent)
{
    if (place.desk.check(id, Archive{}))
        actions.submit(id, Archive{});
    else
        (new FormDialog(place, actions, id, archiveForm, parent))->open();
}

} // namespace

std::span<const ActionSpec> closingActions()
{
    using G = ActionGroup;
    static const ActionSpec all[] = {
        {Action::Rate, "Rate", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Record a rating"), "V", "star", G::After,
         [](const Workplace&, const Case&) -> Commands { return {domain::Rate{Satisfaction::Satisfied, {}}}; }, rateForm},
        {Action::FollowUp, "FollowUp", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Follow up"), "Shift+V", "phone-call", G::After,
         [](const Workplace&, const Case&) -> Commands { return {domain::FollowUp{FollowUpResult::Satisfied, {}}}; }, followUpForm},
        {Action::Rework, "Rework", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Send back for rework"), "X", "repeat", G::After,
         [](const Workplace&, const Case&) -> Commands { return {domain::Rework{typed}}; }, reworkForm},
        {Action::Reopen, "Reopen", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Reopen"), "O", "rotate-ccw", G::After,
         [](const Workplace&, const Case&) -> Commands { return {domain::Reopen{typed}}; }, reopenForm},
        {Action::Archive, "Archive", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Archive"), "Z", "archive", G::After,
         [](const Workplace&, const Case&) -> Commands { return {domain::Archive{}, domain::Archive{typed}}; }, nullptr, archive},
    };
    return all;
}

} // namespace zs::cases
