// More time, a pause, a higher level: asked by an agency and decided by another person, or done by the desk itself.
#include "ui/cases/actions/ActionTable.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/dialogs/Fields.h"

namespace zs::cases {

namespace {

using domain::Case;
using domain::Level;
using domain::LimitSpan;
using domain::LimitUnit;
using Commands = std::vector<domain::CaseCommand>;

constexpr LimitSpan usualExtension{3, LimitUnit::WorkingDays};

TimePoint tomorrow(const Workplace& place) { return place.desk.serverNow() + std::chrono::hours(24); }

/// The levels above the case's that the city has; all of them where none is above, so that the rules can say so.
std::vector<Level> levelsAbove(const Workplace& place, const Case& state)
{
    std::vector<Level> above;
    for (const Level level : place.desk.city().levels)
        if (level > state.level) above.push_back(level);
    return above.empty() ? place.desk.city().levels : above;
}

template <class Command>
Commands toLevels(const Workplace& place, const Case& state)
{
    Commands all;
    for (const Level level : levelsAbove(place, state)) all.emplace_back(Command{level, typed});
    if (all.empty()) all.emplace_back(Command{Level::City, typed});
    return all;
}

FormField levelField(const Workplace& place, const Case& state)
{
    FormField field;
    field.kind = FormField::Kind::Choice;
    field.id = "level";
    field.label = Forms::tr("&Level");
    for (const Level level : levelsAbove(place, state)) field.choices << capital(FactWords::level(level));
    return field;
}

Form extensionForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "askExtensionDialog";
    form.heading = Forms::tr("Ask for more time");
    form.verb = Forms::tr("Ask");
    form.missing = Forms::tr("Say why the time isn't enough: who decides reads this.");
    form.fields = {fields::span("span", Forms::tr("&More time"), usualExtension), Forms::reason()};
    form.build = [](const FormValues& v) { return domain::AskExtension{v.span("span"), v.text("text")}; };
    form.note = [](const domain::CaseEvent&) { return Forms::tr("The limit changes once somebody else approves it."); };
    return form;
}

template <class Command>
Form pauseForm(const char* name, const QString& heading, const QString& verb)
{
    Form form;
    form.name = name;
    form.heading = heading;
    form.verb = verb;
    form.missing = Forms::tr("Say what has to be waited for; no limit runs in that time.");
    form.fields = {fields::until("until", Forms::tr("&Until")), Forms::reason()};
    form.build = [](const FormValues& v) {
        Command command;
        command.until = v.until("until");
        command.reason = v.text("text");
        return command;
    };
    return form;
}

template <class Command>
Form levelForm(const Workplace& place, const Case& state, const char* name, const QString& heading, const QString& verb)
{
    Form form;
    form.name = name;
    form.heading = heading;
    form.verb = verb;
    form.missing = Forms::tr("Say why this level can't settle it.");
    form.fields = {levelField(place, state), Forms::reason()};
    form.build = [levels = levelsAbove(place, state)](const FormValues& v) -> std::optional<domain::CaseCommand> {
        const auto i = static_cast<std::size_t>(v.choice("level"));
        if (i >= levels.size()) return std::nullopt;
        return Command{levels[i], v.text("text")};
    };
    return form;
}

/// What the request that waits would change, as one sentence.
QString wanted(const Workplace& place, const Case& state)
{
    if (!state.request) return {};
    const domain::Request& r = *state.request;
    const QString by = QString::fromStdString(r.by);
    const QString why = QString::fromStdString(r.reason);
    switch (r.kind) {
    case domain::RequestKind::Extension: return Forms::tr("%1 asks for %2 more: %3").arg(by, CaseWords::allowed(r.span), why);
    case domain::RequestKind::Suspension:
        return Forms::tr("%1 asks to suspend it until %2: %3").arg(by, CaseWords::until(place, r.until, place.desk.serverNow()), why);
    case domain::RequestKind::Escalation: return Forms::tr("%1 asks to escalate it to the %2: %3").arg(by, FactWords::level(r.to), why);
    }
    return {};
}

Form approveForm(const Workplace& place, const Case& state)
{
    Form form;
    form.name = "approveDialog";
    form.heading = Forms::tr("Approve the request");
    form.verb = Forms::tr("Approve");
    form.fields = {fields::optional(Forms::reason(Forms::tr("&Note")))};
    form.build = [](const FormValues& v) { return domain::Approve{v.text("text")}; };
    form.note = [sentence = wanted(place, state)](const domain::CaseEvent&) { return sentence; };
    return form;
}

Form denyForm(const Workplace& place, const Case& state)
{
    Form form;
    form.name = "denyDialog";
    form.heading = Forms::tr("Deny the request");
    form.verb = Forms::tr("Deny");
    form.missing = Forms::tr("Say why not: who asked reads this.") + u' ' + wanted(place, state);
    form.fields = {Forms::reason()};
    form.build = [](const FormValues& v) { return domain::Deny{v.text("text")}; };
    form.note = [sentence = wanted(place, state)](const domain::CaseEvent&) { return sentence; };
    return form;
}

Form resumeForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "resumeDialog";
    form.heading = Forms::tr("Resume the case");
    form.verb = Forms::tr("Resume");
    form.fields = {fields::optional(Forms::reason())};
    form.build = [](const FormValues& v) { return domain::Resume{v.text("text")}; };
    form.note = [](const domain::CaseEvent&) { return Forms::tr("The limits run on from here."); };
    return form;
}

} // namespace

std::span<const ActionSpec> requestActions()
{
    using G = ActionGroup;
    static const ActionSpec all[] = {
        {Action::Approve, "Approve", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Approve"), "Y", "circle-check", G::Ask,
         [](const Workplace&, const Case&) -> Commands { return {domain::Approve{}}; }, approveForm},
        {Action::Deny, "Deny", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Deny"), "Shift+Y", "circle-x", G::Ask,
         [](const Workplace&, const Case&) -> Commands { return {domain::Deny{typed}}; }, denyForm},
        {Action::AskExtension, "AskExtension", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Ask for more time"), "E", "hourglass",
         G::Ask, [](const Workplace&, const Case&) -> Commands { return {domain::AskExtension{usualExtension, typed}}; },
         extensionForm},
        {Action::AskSuspension, "AskSuspension", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Ask to suspend"), "Shift+E", "pause",
         G::Ask, [](const Workplace& p, const Case&) -> Commands { return {domain::AskSuspension{tomorrow(p), typed}}; },
         [](const Workplace&, const Case&) {
             return pauseForm<domain::AskSuspension>("askSuspensionDialog", Forms::tr("Ask to suspend it"), Forms::tr("Ask"));
         }},
        {Action::AskEscalation, "AskEscalation", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Ask to escalate"), "Shift+L",
         "chevrons-up", G::Ask, toLevels<domain::AskEscalation>,
         [](const Workplace& p, const Case& s) {
             return levelForm<domain::AskEscalation>(p, s, "askEscalationDialog", Forms::tr("Ask to escalate it"), Forms::tr("Ask"));
         }},
        {Action::Suspend, "Suspend", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Suspend"), "H", "pause", G::Ask,
         [](const Workplace& p, const Case&) -> Commands { return {domain::Suspend{typed, tomorrow(p)}}; },
         [](const Workplace&, const Case&) {
             return pauseForm<domain::Suspend>("suspendDialog", Forms::tr("Suspend the case"), Forms::tr("Suspend"));
         }},
        {Action::Resume, "Resume", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Resume"), "H", "play", G::Ask,
         [](const Workplace&, const Case&) -> Commands { return {domain::Resume{}}; }, resumeForm},
        {Action::Escalate, "Escalate", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Escalate"), "L", "chevrons-up", G::Ask,
         toLevels<domain::Escalate>,
         [](const Workplace& p, const Case& s) {
             return levelForm<domain::Escalate>(p, s, "escalateDialog", Forms::tr("Escalate the case"), Forms::tr("Escalate"));
         }},
    };
    return all;
}

} // namespace zs::cases
