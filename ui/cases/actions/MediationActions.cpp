// 调解: opened with the consent of both sides, closed with a result, and confirmed by the court where the sides ask for it.
#include "ui/cases/actions/ActionTable.h"

#include "domain/sla/Limits.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/dialogs/Fields.h"

namespace zs::cases {

namespace {

using namespace domain;
using Commands = std::vector<domain::CaseCommand>;

constexpr std::array kinds{MediationKind::People, MediationKind::Police, MediationKind::Administrative, MediationKind::Petition,
                           MediationKind::Court};
constexpr std::array forces{MediationForce::FullTime, MediationForce::Lawyer, MediationForce::Invited};
constexpr std::array results{MediationResult::Settled, MediationResult::Failed, MediationResult::Withdrawn};
constexpr std::array answers{Confirmation::Confirmed, Confirmation::Refused};
constexpr std::array consents{Consent::None, Consent::BothSides};

QString consentText(Consent consent)
{
    return consent == Consent::BothSides ? Forms::tr("both sides agreed") : Forms::tr("not yet");
}

std::vector<PickItem> mediators(const Workplace& place)
{
    std::vector<PickItem> items;
    for (const Person& person : place.desk.city().people) {
        if (person.role != PersonRole::Mediator) continue;
        PickItem item;
        item.id = person.id.value;
        item.text = place.text(person.name);
        item.detail = CaseWords::agency(place, person.agency) + QStringLiteral(" · ") + CaseWords::grid(place, person.homeGrid);
        kit::Symbol symbol;
        symbol.shape = kit::Shape::Person;
        item.symbol = symbol;
        items.push_back(std::move(item));
    }
    return items;
}

Commands openMediation(const Workplace& place, const Case&)
{
    const auto pool = mediators(place);
    const PersonId mediator = pool.empty() ? PersonId() : PersonId(static_cast<std::uint32_t>(pool.front().id));
    return {OpenMediation{MediationKind::People, MediationForce::FullTime, mediator, Consent::BothSides}};
}

Form openForm(const Workplace& place, const Case& state)
{
    const MediationKind usual = state.channel == Channel::PoliceHandover ? MediationKind::Police
        : state.channel == Channel::CourtReferral                       ? MediationKind::Court
        : state.channel == Channel::PetitionHall                        ? MediationKind::Petition
                                                                        : MediationKind::People;
    Form form;
    form.name = "openMediationDialog";
    form.heading = Forms::tr("Open a mediation");
    form.verb = Forms::tr("Open", "a mediation");
    form.missing = Forms::tr("Choose the mediator.");
    form.fields = {fields::pick(FormField::Kind::One, "mediator", Forms::tr("Mediators"), mediators(place)),
                   fields::choice("kind", Forms::tr("&Kind"), kinds, FactWords::mediation, usual),
                   fields::choice("force", Forms::tr("&By"), forces, FactWords::force, MediationForce::FullTime),
                   fields::choice("consent", Forms::tr("&Consent"), consents, consentText, Consent::None)};
    form.build = [](const FormValues& v) {
        return OpenMediation{fields::chosen(v, "kind", kinds), fields::chosen(v, "force", forces),
                             PersonId(static_cast<std::uint32_t>(v.one("mediator"))), fields::chosen(v, "consent", consents)};
    };
    return form;
}

Form prolongForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "prolongMediationDialog";
    form.heading = Forms::tr("Prolong the mediation");
    form.verb = Forms::tr("Prolong");
    form.missing = Forms::tr("Say why both sides need more time; no full names of citizens.");
    form.fields = {fields::span("span", Forms::tr("&More time"), mediationLimit),
                   fields::choice("consent", Forms::tr("&Consent"), consents, consentText, Consent::None), Forms::reason()};
    form.build = [](const FormValues& v) {
        return ProlongMediation{v.span("span"), fields::chosen(v, "consent", consents), v.text("text")};
    };
    return form;
}

Form closeForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "closeMediationDialog";
    form.heading = Forms::tr("Close the mediation");
    form.verb = Forms::tr("Close", "a mediation");
    form.missing = Forms::tr("Say what was agreed, or why not; no full names of citizens.");
    form.fields = {fields::choice("result", Forms::tr("&Outcome"), results, FactWords::result, MediationResult::Settled),
                   Forms::reason(Forms::tr("&Account"))};
    form.build = [](const FormValues& v) { return CloseMediation{fields::chosen(v, "result", results), v.text("text")}; };
    return form;
}

Form recordForm(const Workplace&, const Case&)
{
    Form form;
    form.name = "recordConfirmationDialog";
    form.heading = Forms::tr("What the court decided");
    form.verb = Forms::tr("Record");
    form.fields = {fields::choice("confirmation", Forms::tr("&Decision"), answers, FactWords::confirmation, Confirmation::Confirmed)};
    form.build = [](const FormValues& v) { return RecordConfirmation{fields::chosen(v, "confirmation", answers)}; };
    return form;
}

} // namespace

std::span<const ActionSpec> mediationActions()
{
    using G = ActionGroup;
    static const ActionSpec all[] = {
        {Action::OpenMediation, "OpenMediation", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Open a mediation"), "G", "handshake",
         G::Mediate, openMediation, openForm},
        {Action::ProlongMediation, "ProlongMediation", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Prolong the mediation"), "G",
         "hourglass", G::Mediate,
         [](const Workplace&, const Case&) -> Commands { return {ProlongMediation{mediationLimit, Consent::BothSides, typed}}; }, prolongForm},
        {Action::CloseMediation, "CloseMediation", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Close the mediation"), "Shift+G",
         "clipboard-check", G::Mediate,
         [](const Workplace&, const Case&) -> Commands { return {CloseMediation{MediationResult::Settled, typed}}; }, closeForm},
        {Action::AskConfirmation, "AskConfirmation", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Ask for judicial confirmation"),
         "Q", "gavel", G::Mediate, [](const Workplace&, const Case&) -> Commands { return {AskConfirmation{}}; }},
        {Action::RecordConfirmation, "RecordConfirmation",
         QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Record the court's decision"), "Shift+Q", "scale", G::Mediate,
         [](const Workplace&, const Case&) -> Commands { return {RecordConfirmation{Confirmation::Confirmed}}; }, recordForm},
    };
    return all;
}

} // namespace zs::cases
