#include "ui/duties/ZeroForms.h"

#include "domain/duties/zeroreport/Debts.h"
#include "ui/duties/DutyWords.h"

namespace zs::duties {

using domain::SubjectKind;

namespace {

constexpr int usualDue = 18 * 60;

std::string text(const FormValues& v, const char* key) { return v[QLatin1String(key)].toString().toStdString(); }

/// The field ends at 23:59: 0:00 is the end of the day.
std::uint16_t dueOf(const FormValues& v)
{
    const int minute = v[QStringLiteral("periodDue")].toInt();
    return static_cast<std::uint16_t>(minute == 0 ? 24 * 60 : minute);
}

} // namespace

DutyForm::Ask ZeroForms::open(const cases::Workplace& place)
{
    const domain::City& city = place.desk.city();
    const domain::DayNumber today = DutyWords::today(place);
    const bool isOver = place.desk.serverNow() >= domain::startOf(today, city.utcOffset) + std::chrono::minutes(usualDue);
    const QDate first = DutyWords::date(today + (isOver ? 1 : 0));
    QList<QPair<QString, QVariant>> towns;
    for (const domain::Town& town : city.towns) towns.append({place.text(town.name), town.id.value});
    QVariantList own;
    if (const TownId town = place.desk.seat().town) own.append(town.value);
    return {QStringLiteral("periodForm"), tr("Open a sensitive period"), tr("Open"),
            {{QStringLiteral("periodName"), tr("Name"), FieldKind::Text},
             {QStringLiteral("periodReason"), tr("Reason"), FieldKind::Text},
             {QStringLiteral("periodFirst"), tr("From"), FieldKind::Day, first},
             {QStringLiteral("periodLast"), tr("To"), FieldKind::Day, first.addDays(6)},
             {QStringLiteral("periodDue"), tr("Due each day"), FieldKind::Minute, usualDue},
             {QStringLiteral("periodTowns"), tr("Towns (none: all)"), FieldKind::Many, own, towns}},
            {SubjectKind::SensitivePeriod, 0}, [](const FormValues& v) {
                return domain::OpenPeriod{{text(v, "periodName"), text(v, "periodReason"), DutyWords::day(v[QStringLiteral("periodFirst")].toDate()),
                                           DutyWords::day(v[QStringLiteral("periodLast")].toDate()), dueOf(v),
                                           idsOf<TownId>(v[QStringLiteral("periodTowns")])}};
            }};
}

DutyForm::Ask ZeroForms::change(const domain::SensitivePeriod& period)
{
    return {QStringLiteral("changePeriodForm"), tr("Change the period"), tr("Change"),
            {{QStringLiteral("periodLast"), tr("To"), FieldKind::Day, DutyWords::date(period.last)},
             {QStringLiteral("periodDue"), tr("Due each day"), FieldKind::Minute, period.dueMinute % (24 * 60)},
             {QStringLiteral("periodReason"), tr("Reason"), FieldKind::Text}},
            {SubjectKind::SensitivePeriod, period.number}, [](const FormValues& v) {
                return domain::ChangePeriod{{DutyWords::day(v[QStringLiteral("periodLast")].toDate()), dueOf(v), text(v, "periodReason")}};
            }};
}

DutyForm::Ask ZeroForms::close(const domain::SensitivePeriod& period)
{
    return {QStringLiteral("closePeriodForm"), tr("Close the period"), tr("Close"),
            {{QStringLiteral("periodSummary"), tr("Summary"), FieldKind::LongText}}, {SubjectKind::SensitivePeriod, period.number},
            [](const FormValues& v) { return domain::ClosePeriod{{text(v, "periodSummary")}}; }};
}

DutyForm::Ask ZeroForms::report(const cases::Workplace& place, const domain::SensitivePeriod& period, const domain::Grid& grid,
                                domain::DayNumber day)
{
    const domain::Subject sheet{SubjectKind::ZeroReport, domain::sheetOf(period, day, grid.town)};
    const auto* state = place.desk.duties().find<domain::DaySheet>(sheet.number);
    const domain::GridReport* report = state ? state->find(grid.id) : nullptr;
    const QString of = place.text(grid.name) + u' ' + DutyWords::shortDay(day);
    const Field count{QStringLiteral("reportCount"), tr("Found"), FieldKind::Number, report ? report->count : 0, {}, 999};
    const Field note{QStringLiteral("reportNote"), tr("Note"), FieldKind::Text, report ? QString::fromStdString(report->note) : QString()};
    const auto number = [](const FormValues& v) { return static_cast<std::uint16_t>(v[QStringLiteral("reportCount")].toInt()); };
    if (!report)
        return {QStringLiteral("reportForm"), tr("Report for %1").arg(of), tr("Report"), {count, note}, sheet,
                [=, id = grid.id](const FormValues& v) { return domain::ReportDay{id, number(v), text(v, "reportNote"), {}}; }};
    return {QStringLiteral("correctForm"), tr("Correct the report of %1").arg(of), tr("Correct"),
            {count, note, {QStringLiteral("correctReason"), tr("Why"), FieldKind::Text}}, sheet, [=, id = grid.id](const FormValues& v) {
                return domain::CorrectReport{{id, number(v), text(v, "reportNote"), text(v, "correctReason")}};
            }};
}

} // namespace zs::duties
