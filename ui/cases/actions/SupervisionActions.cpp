// 督办: the next rung of the ladder towards an agency, and its answer.
#include "ui/cases/actions/ActionTable.h"

#include "domain/cases/Answerable.h"
#include "ui/cases/CaseActions.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/FactWords.h"
#include "ui/cases/dialogs/Fields.h"
#include "ui/cases/dialogs/SuperviseForm.h"

namespace zs::cases {

namespace {

using domain::Case;
using domain::LimitSpan;
using domain::LimitUnit;
using domain::SupervisionRung;
using Commands = std::vector<domain::CaseCommand>;

constexpr std::array rungs{SupervisionRung::Reminder, SupervisionRung::Urge,    SupervisionRung::Supervise,
                           SupervisionRung::Circular, SupervisionRung::Summons, SupervisionRung::Listed};
constexpr LimitSpan usualAnswer{1, LimitUnit::WorkingDays};

/// Whoever takes part in the case, the lead first.
std::vector<AgencyId> parties(const Workplace& place, const Case& state)
{
    std::vector<AgencyId> ids;
    if (state.lead) ids.push_back(state.lead);
    for (const AgencyId id : CaseActions::laneAgencies(place.desk.city()))
        if (id != state.lead && domain::takesPart(state, id)) ids.push_back(id);
    return ids;
}

/// Never below the last rung towards it: that one again is the least.
SupervisionRung leastRung(const Case& state, AgencyId agency)
{
    SupervisionRung least = SupervisionRung::Reminder;
    for (const domain::SupervisionStep& step : state.supervision)
        if (step.agency == agency) least = std::max(least, step.rung);
    return least;
}

Commands supervise(const Workplace& place, const Case& state)
{
    Commands all;
    for (const AgencyId agency : parties(place, state))
        all.emplace_back(domain::Supervise{leastRung(state, agency), agency, usualAnswer, typed});
    if (all.empty()) all.emplace_back(domain::Supervise{SupervisionRung::Reminder, state.lead, usualAnswer, typed});
    return all;
}

std::vector<AgencyId> owing(const Case& state)
{
    std::vector<AgencyId> ids;
    for (const domain::SupervisionStep& step : state.supervision)
        if (step.answeredAt == TimePoint{} && std::ranges::find(ids, step.agency) == ids.end()) ids.push_back(step.agency);
    return ids;
}

Commands answer(const Workplace&, const Case& state)
{
    Commands all;
    for (const AgencyId agency : owing(state)) all.emplace_back(domain::AnswerSupervision{agency, typed});
    if (all.empty()) all.emplace_back(domain::AnswerSupervision{state.lead, typed});
    return all;
}

Form answerForm(const Workplace& place, const Case& state)
{
    const auto ids = owing(state);
    Form form;
    form.name = "answerSupervisionDialog";
    form.heading = Forms::tr("Answer the supervision");
    form.verb = Forms::tr("Answer", "the supervision");
    form.missing = Forms::tr("Say what is being done about it, and by when.");
    form.fields = {fields::pick(FormField::Kind::One, "agency", Forms::tr("Agencies that owe an answer"),
                                Forms::agencies(place, ids),
                                ids.empty() ? std::vector<quint64>() : std::vector<quint64>{ids.front().value}),
                   Forms::reason(Forms::tr("&Measures"))};
    form.build = [](const FormValues& v) {
        return domain::AnswerSupervision{AgencyId(static_cast<std::uint16_t>(v.one("agency"))), v.text("text")};
    };
    return form;
}

} // namespace

Form superviseForm(const Workplace& place, const Case& state, AgencyId agency, std::optional<SupervisionRung> rung,
                   const QString& why)
{
    const auto ids = parties(place, state);
    const AgencyId first = !agency.isNone() ? agency : ids.empty() ? AgencyId() : ids.front();
    Form form;
    form.name = "superviseDialog";
    form.heading = Forms::tr("Supervise an agency");
    form.verb = Forms::tr("Issue");
    form.missing = Forms::tr("Say what is expected, and why now.");
    form.fields = {fields::pick(FormField::Kind::One, "agency", Forms::tr("Agencies of the case"), Forms::agencies(place, ids),
                                {first.value}),
                   fields::choice("rung", Forms::tr("Ru&ng"), rungs, FactWords::rung, rung.value_or(leastRung(state, first))),
                   fields::span("within", Forms::tr("Answer &within"), usualAnswer), Forms::reason()};
    form.fields.back().text = why;
    form.build = [](const FormValues& v) {
        return domain::Supervise{fields::chosen(v, "rung", rungs), AgencyId(static_cast<std::uint16_t>(v.one("agency"))),
                                 v.span("within"), v.text("text")};
    };
    form.note = [&place](const domain::CaseEvent& event) {
        const auto* e = std::get_if<domain::Supervised>(&event);
        return e ? Forms::tr("%1 to %2, to be answered within %3.")
                       .arg(capital(FactWords::rung(e->rung)), CaseWords::agency(place, e->agency), CaseWords::allowed(e->within))
                 : QString();
    };
    return form;
}

std::span<const ActionSpec> supervisionActions()
{
    using G = ActionGroup;
    static const ActionSpec all[] = {
        {Action::Supervise, "Supervise", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Supervise"), "S", "bell", G::Supervise,
         supervise, [](const Workplace& p, const Case& s) { return superviseForm(p, s, {}, std::nullopt, {}); }},
        {Action::AnswerSupervision, "AnswerSupervision", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Answer supervision"), "Shift+S",
         "message-square", G::Supervise, answer, answerForm},
    };
    return all;
}

} // namespace zs::cases
