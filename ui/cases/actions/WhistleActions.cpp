// 吹哨报到: call several agencies to one case; each has to report in.
#include "ui/cases/actions/ActionTable.h"

#include "ui/cases/CaseActions.h"
#include "ui/cases/CaseWords.h"
#include "ui/cases/dialogs/Fields.h"

namespace zs::cases {

namespace {

using domain::Case;
using domain::LimitSpan;
using domain::LimitUnit;
using Commands = std::vector<domain::CaseCommand>;

constexpr LimitSpan usualReportIn{30, LimitUnit::Minutes};

std::vector<AgencyId> owing(const Case& state)
{
    std::vector<AgencyId> ids;
    for (const domain::WhistleCall& call : state.whistles)
        if (call.isOwed()) ids.push_back(call.agency);
    return ids;
}

Commands whistle(const Workplace& place, const Case&)
{
    Commands all;
    for (const AgencyId agency : CaseActions::laneAgencies(place.desk.city()))
        all.emplace_back(domain::Whistle{{agency}, usualReportIn, typed});
    if (all.empty()) all.emplace_back(domain::Whistle{{}, usualReportIn, typed});
    return all;
}

template <class Command>
Commands ofOwing(const Workplace&, const Case& state)
{
    Commands all;
    for (const AgencyId agency : owing(state)) all.emplace_back(Command{agency, typed});
    if (all.empty()) all.emplace_back(Command{state.lead, typed});
    return all;
}

Form whistleForm(const Workplace& place, const Case& state)
{
    const auto legal = [&](AgencyId id) {
        const auto answer = place.desk.check(state.id, domain::Whistle{{id}, usualReportIn, typed});
        return answer ? QString() : place.text(answer.error().sentence);
    };
    // What the catalogue names as assisting is proposed; a person chooses.
    std::vector<quint64> proposed;
    for (const AgencyId id : state.assisting)
        if (legal(id).isEmpty()) proposed.push_back(id.value);
    Form form;
    form.name = "whistleDialog";
    form.heading = Forms::tr("Whistle agencies to the case");
    form.verb = Forms::tr("Whistle");
    form.missing = Forms::tr("Tick the agencies that have to come (Space), and say what for.");
    form.fields = {fields::pick(FormField::Kind::Several, "agencies", Forms::tr("Agencies to be called"),
                                Forms::agencies(place, CaseActions::laneAgencies(place.desk.city()), legal), proposed),
                   fields::span("within", Forms::tr("Report in &within"), usualReportIn), Forms::reason()};
    form.build = [](const FormValues& v) {
        return domain::Whistle{Forms::agencyIds(v.picked("agencies")), v.span("within"), v.text("text")};
    };
    form.note = [](const domain::CaseEvent& event) {
        const auto* e = std::get_if<domain::Whistled>(&event);
        return e ? Forms::tr("Agencies called: %1; each has its own clock of %2.").arg(e->agencies.size()).arg(CaseWords::allowed(e->within))
                 : QString();
    };
    return form;
}

template <class Command>
Form owingForm(const Workplace& place, const Case& state, const char* name, const QString& heading, const QString& verb,
               FormField text)
{
    const auto ids = owing(state);
    Form form;
    form.name = name;
    form.heading = heading;
    form.verb = verb;
    form.missing = Forms::tr("Choose the agency.");
    form.fields = {fields::pick(FormField::Kind::One, "agency", Forms::tr("Agencies that haven't reported in"),
                                Forms::agencies(place, ids),
                                ids.empty() ? std::vector<quint64>() : std::vector<quint64>{ids.front().value}),
                   fields::optional(std::move(text))};
    form.build = [](const FormValues& v) {
        return Command{AgencyId(static_cast<std::uint16_t>(v.one("agency"))), v.text("text")};
    };
    return form;
}

} // namespace

std::span<const ActionSpec> whistleActions()
{
    using G = ActionGroup;
    static const ActionSpec all[] = {
        {Action::Whistle, "Whistle", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Whistle"), "W", "megaphone", G::Whistle, whistle,
         whistleForm},
        {Action::ReportIn, "ReportIn", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Report in"), "I", "log-in", G::Whistle,
         ofOwing<domain::ReportIn>,
         [](const Workplace& p, const Case& s) {
             return owingForm<domain::ReportIn>(p, s, "reportInDialog", Forms::tr("Report in"), Forms::tr("Report in"),
                                                Forms::reason(Forms::tr("&Note")));
         }},
        {Action::StandDown, "StandDown", QT_TRANSLATE_NOOP("zs::cases::CaseActions", "Stand down"), "Shift+W", "log-out", G::Whistle,
         ofOwing<domain::StandDown>,
         [](const Workplace& p, const Case& s) {
             return owingForm<domain::StandDown>(p, s, "standDownDialog", Forms::tr("Stand an agency down"),
                                                 Forms::tr("Stand down"), Forms::reason());
         }},
    };
    return all;
}

} // namespace zs::cases
