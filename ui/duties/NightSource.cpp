#include "ui/duties/NightSource.h"

#include "ui/cases/CaseWords.h"
#include "ui/duties/DutyWords.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace zs::duties {

using domain::NightStage;
using domain::NightVisit;
using domain::SubjectKind;
using kit::Tone;

namespace {

const NightVisit* visitOf(const cases::Workplace& place, domain::Subject subject)
{
    return place.desk.duties().find<NightVisit>(subject.number);
}

int overdueOf(const NightVisit& visit, domain::DayNumber today)
{
    return static_cast<int>(std::ranges::count_if(visit.followUps, [&](const auto& f) { return f.isOverdue(today); }));
}

/// "Fire: check the wiring" is for that agency; a line without one is for `usual`.
std::pair<QVariant, QString> followUpIn(const QString& line, const QList<QPair<QString, QVariant>>& agencies, const QVariant& usual)
{
    static const QRegularExpression colon(QStringLiteral("[:：]"));
    const auto at = line.indexOf(colon);
    if (at > 0)
        for (const auto& [name, id] : agencies)
            if (name.compare(line.left(at).trimmed(), Qt::CaseInsensitive) == 0) return {id, line.mid(at + 1).trimmed()};
    return {usual, line};
}

std::string text(const FormValues& v, const char* key) { return v[QLatin1String(key)].toString().toStdString(); }

} // namespace

sdk::PanelInfo NightSource::panelInfo()
{
    return {QStringLiteral("duties.night"), tr("Night visits"), QStringLiteral("moon"), sdk::PanelArea::Centre, {960, 738},
            sdk::PanelVisibility::Hidden};
}

bool NightSource::shows(SubjectKind kind) const { return kind == SubjectKind::NightVisit; }

std::vector<DutyItem> NightSource::items() const
{
    const domain::DayNumber today = DutyWords::today(m_place);
    std::vector<DutyItem> items;
    std::vector<const NightVisit*> all = m_place.desk.duties().all<NightVisit>();
    const auto rank = [](const NightVisit* v) { return v->stage == NightStage::Running ? 0 : v->stage == NightStage::Planned ? 1 : 2; };
    std::ranges::stable_sort(all, [&](const NightVisit* a, const NightVisit* b) {
        return std::tuple(rank(a), -a->day, -static_cast<std::int64_t>(a->number)) < std::tuple(rank(b), -b->day, -static_cast<std::int64_t>(b->number));
    });
    for (const NightVisit* visit : all) {
        DutyItem item{{SubjectKind::NightVisit, visit->number},
                      DutyWords::shortDay(visit->day) + u' ' + DutyWords::town(m_place, visit->town),
                      QString::fromStdString(visit->focus), DutyWords::stage(visit->stage)};
        if (const auto silent = visit->silentAt(m_place.desk.serverNow()).size(); silent > 0) {
            item.trailing = tr("%1 silent").arg(silent);
            item.trailingTone = Tone::Alarm;
        } else if (const int overdue = overdueOf(*visit, today); overdue > 0) {
            item.trailing = tr("%1 overdue").arg(overdue);
            item.trailingTone = Tone::Alarm;
        }
        if (visit->stage == NightStage::Cancelled) item.look = kit::RowLook::Dimmed;
        if (m_place.desk.duties().isPending(item.subject)) item.look = kit::RowLook::Pending;
        items.push_back(std::move(item));
    }
    return items;
}

DutyDetail NightSource::detail(domain::Subject subject) const
{
    const NightVisit* visit = visitOf(m_place, subject);
    if (!visit) return {};
    const TimePoint now = m_place.desk.serverNow();
    const domain::DayNumber today = DutyWords::today(m_place);
    const auto silent = visit->silentAt(now);
    DutyDetail detail;
    detail.heading = tr("Night visit %1 · %2 · %3").arg(visit->number).arg(DutyWords::town(m_place, visit->town), DutyWords::shortDay(visit->day));
    QStringList team, agencies, who;
    for (const auto& member : visit->team) {
        QString name = zs::cases::CaseWords::person(m_place, member.person);
        if (member.checkedInAt != TimePoint{}) name += QStringLiteral(" ") + DutyWords::clock(m_place, member.checkedInAt).right(5);
        team.append(name);
    }
    for (const PersonId id : silent) who.append(zs::cases::CaseWords::person(m_place, id));
    for (const AgencyId id : visit->agencies) agencies.append(DutyWords::agency(m_place, id));
    if (!silent.empty()) detail.warning = tr("Not checked in for more than %1 min: %2").arg(visit->checkInMinutes).arg(who.join(QStringLiteral(", ")));
    detail.facts = {{tr("Stage"), DutyWords::stage(visit->stage)},
                    {tr("Area"), QString::fromStdString(visit->area)},
                    {tr("Focus"), QString::fromStdString(visit->focus)},
                    {tr("Team, last check-in"), team.join(QStringLiteral(", "))},
                    {tr("Agencies"), agencies.join(QStringLiteral(", "))},
                    {tr("Places"), tr("%1, with %2 findings").arg(visit->places.size()).arg(visit->findings())},
                    {tr("Summary"), QString::fromStdString(visit->summary)}};
    // What is still to be done first, then what was seen: one table, so that nothing goes when the visit is closed.
    detail.tableName = visit->followUps.empty() ? tr("Places seen") : tr("To follow up, and places seen");
    if (visit->followUps.empty()) detail.table.heads = {tr("At"), tr("Place"), tr("Grid"), tr("Findings"), tr("Cases and note")};
    else detail.table.heads = {tr("At, until"), tr("Place, agency"), tr("Grid"), tr("Findings, state"), tr("Cases and note, what")};
    for (const auto& f : visit->followUps)
        detail.table.rows.push_back({{tr("until %1").arg(DutyWords::shortDay(f.due))}, {DutyWords::agency(m_place, f.agency)}, {QString()},
            f.isDone() ? TableCell{tr("done"), Tone::Ok} : f.isOverdue(today) ? TableCell{tr("overdue"), Tone::Alarm} : TableCell{tr("open"), Tone::Secondary},
            {QString::fromStdString(f.what)}});
    for (const auto& p : visit->places) {
        const domain::Grid* grid = m_place.desk.city().grid(p.grid);
        const QString cases = DutyWords::cases(p.cases), note = QString::fromStdString(p.note);
        detail.table.rows.push_back({{DutyWords::clock(m_place, p.at).right(5)}, {DutyWords::category(p.category)},
            {grid ? m_place.text(grid->name) : QString()},
            p.findings > 0 ? TableCell{QString::number(p.findings), Tone::Primary} : TableCell{tr("none"), Tone::Tertiary},
            {cases + (cases.isEmpty() || note.isEmpty() ? QString() : QStringLiteral(" · ")) + note, Tone::Secondary}});
    }
    return detail;
}

std::vector<DutyAction> NightSource::actions(domain::Subject subject, int row) const
{
    const domain::City& city = m_place.desk.city();
    const QDate today = DutyWords::date(DutyWords::today(m_place));
    QList<QPair<QString, QVariant>> agencies;
    for (const domain::Agency& a : city.agencies) agencies.append({m_place.text(a.shortName), a.id.value});
    if (subject.number == 0) {
        QList<QPair<QString, QVariant>> towns, people;
        for (const domain::Town& t : city.towns) towns.append({m_place.text(t.name), t.id.value});
        for (const domain::Person& p : city.people) people.append({m_place.text(p.name), p.id.value});
        const QVariant firstTown = towns.isEmpty() ? QVariant() : towns.front().second;
        return {{QStringLiteral("nightPlan"), tr("Plan a visit…"), QStringLiteral("plus"), QKeySequence(Qt::Key_N),
                 {QStringLiteral("nightForm"), tr("Plan a night visit"), tr("Plan"),
                  {{QStringLiteral("nightTown"), tr("Town"), FieldKind::Choice, firstTown, towns},
                   {QStringLiteral("nightArea"), tr("Area"), FieldKind::Text},
                   {QStringLiteral("nightDay"), tr("Day"), FieldKind::Day, today},
                   {QStringLiteral("nightFocus"), tr("Focus"), FieldKind::Text},
                   {QStringLiteral("nightTeam"), tr("Team"), FieldKind::Many, QVariantList(), people},
                   {QStringLiteral("nightAgencies"), tr("Agencies"), FieldKind::Many, QVariantList(), agencies},
                   {QStringLiteral("nightInterval"), tr("Check-in every (min)"), FieldKind::Number, 30, {}, 240}},
                  {SubjectKind::NightVisit, 0}, [](const FormValues& v) {
                      return domain::PlanNight{{TownId(static_cast<TownId::rep>(v[QStringLiteral("nightTown")].toUInt())),
                          DutyWords::day(v[QStringLiteral("nightDay")].toDate()), text(v, "nightArea"), text(v, "nightFocus"),
                          idsOf<PersonId>(v[QStringLiteral("nightTeam")]), idsOf<AgencyId>(v[QStringLiteral("nightAgencies")]),
                          static_cast<std::uint16_t>(v[QStringLiteral("nightInterval")].toInt())}};
                  }}}};
    }
    const NightVisit* visit = visitOf(m_place, subject);
    if (!visit) return {};
    std::vector<DutyAction> all;
    if (visit->stage == NightStage::Planned) {
        all.push_back({QStringLiteral("nightCancel"), tr("Cancel it…"), QStringLiteral("ban"), {},
                       {QStringLiteral("nightCancelForm"), tr("Cancel the visit"), tr("Cancel it"),
                        {{QStringLiteral("nightReason"), tr("Why"), FieldKind::Text}}, subject,
                        [](const FormValues& v) { return domain::CancelNight{{text(v, "nightReason")}}; }}});
        all.push_back({QStringLiteral("nightBegin"), tr("Begin"), QStringLiteral("play"), QKeySequence(Qt::Key_B),
                       {QStringLiteral("nightBegin"), {}, {}, {}, subject, [](const FormValues&) { return domain::BeginNight{}; }}});
    }
    if (visit->stage == NightStage::Running) {
        QList<QPair<QString, QVariant>> grids, team, categories;
        for (const domain::Grid& g : city.grids)
            if (g.town == visit->town) grids.append({m_place.text(g.name), g.id.value});
        for (const auto& m : visit->team) team.append({zs::cases::CaseWords::person(m_place, m.person), m.person.value});
        for (std::size_t i = 0; i < enumNames(domain::PlaceCategory{}).size(); ++i)
            categories.append({DutyWords::category(static_cast<domain::PlaceCategory>(i)), static_cast<int>(i)});
        const QVariant firstGrid = grids.isEmpty() ? QVariant() : grids.front().second;
        all.push_back({QStringLiteral("nightCheckIn"), tr("Check in…"), QStringLiteral("user-check"), QKeySequence(Qt::Key_I),
                       {QStringLiteral("nightCheckInForm"), tr("Somebody checks in"), tr("Check in"),
                        {{QStringLiteral("nightPerson"), tr("Who"), FieldKind::Choice, team.front().second, team}}, subject,
                        [](const FormValues& v) { return domain::CheckIn{{PersonId(v[QStringLiteral("nightPerson")].toUInt())}}; }}});
        all.push_back({QStringLiteral("nightPlace"), tr("Record a place…"), QStringLiteral("map-pin"), QKeySequence(Qt::Key_P),
                       {QStringLiteral("nightPlaceForm"), tr("Record a place"), tr("Record"),
                        {{QStringLiteral("nightCategory"), tr("Kind of place"), FieldKind::Choice, 0, categories},
                         {QStringLiteral("nightGrid"), tr("Grid"), FieldKind::Choice, firstGrid, grids},
                         {QStringLiteral("nightFindings"), tr("Findings"), FieldKind::Number, 0, {}, 99},
                         {QStringLiteral("nightCases"), tr("Cases (numbers)"), FieldKind::Text},
                         {QStringLiteral("nightNote"), tr("Note, no residents' names"), FieldKind::Text}}, subject,
                        [](const FormValues& v) -> std::optional<domain::DutyCommand> {
                            auto ids = DutyWords::casesIn(v[QStringLiteral("nightCases")].toString());
                            if (!ids) return std::nullopt;
                            return domain::RecordPlace{{static_cast<domain::PlaceCategory>(v[QStringLiteral("nightCategory")].toInt()),
                                GridId(v[QStringLiteral("nightGrid")].toUInt()), static_cast<std::uint16_t>(v[QStringLiteral("nightFindings")].toInt()),
                                text(v, "nightNote"), std::move(*ids)}};
                        }}});
        all.push_back({QStringLiteral("nightClose"), tr("Close…"), QStringLiteral("check"), QKeySequence(Qt::Key_E),
                       {QStringLiteral("nightCloseForm"), tr("Close the visit"), tr("Close it"),
                        {{QStringLiteral("nightSummary"), tr("Summary"), FieldKind::LongText},
                         {QStringLiteral("nightWhat"), tr("To follow up, a line each (\"agency: what\")"), FieldKind::Lines},
                         {QStringLiteral("nightAgency"), tr("By whom"), FieldKind::Choice, agencies.front().second, agencies},
                         {QStringLiteral("nightDue"), tr("Until"), FieldKind::Day, today.addDays(3)}}, subject,
                        [agencies](const FormValues& v) {
                            domain::CloseNight close{{text(v, "nightSummary"), {}}};
                            const auto due = DutyWords::day(v[QStringLiteral("nightDue")].toDate());
                            for (const QString& line : v[QStringLiteral("nightWhat")].toStringList()) {
                                const auto [agency, what] = followUpIn(line, agencies, v[QStringLiteral("nightAgency")]);
                                close.followUps.push_back({what.toStdString(), AgencyId(static_cast<AgencyId::rep>(agency.toUInt())), due});
                            }
                            return close;
                        }}});
    }
    if (visit->stage == NightStage::Closed && row >= 0 && static_cast<std::size_t>(row) < visit->followUps.size())
        all.push_back({QStringLiteral("nightDone"), tr("It is done…"), QStringLiteral("check-check"), QKeySequence(Qt::Key_E),
                       {QStringLiteral("nightDoneForm"), QString::fromStdString(visit->followUps[static_cast<std::size_t>(row)].what), tr("Done"),
                        {{QStringLiteral("nightResult"), tr("Result"), FieldKind::LongText}}, subject, [row](const FormValues& v) {
                            return domain::FinishNightFollowUp{{static_cast<std::uint16_t>(row), text(v, "nightResult")}};
                        }}});
    return all;
}

CaseId NightSource::caseOfRow(domain::Subject subject, int row) const
{
    const NightVisit* visit = visitOf(m_place, subject);
    const std::size_t first = visit ? visit->followUps.size() : 0; // places come after them
    if (!visit || row < 0 || static_cast<std::size_t>(row) < first || static_cast<std::size_t>(row) - first >= visit->places.size()) return {};
    const auto& ids = visit->places[static_cast<std::size_t>(row) - first].cases;
    return ids.empty() ? CaseId{} : ids.front();
}

QString NightSource::emptyHeadline() const { return tr("No night visit"); }
QString NightSource::emptySentence() const { return tr("Visits that are planned, under way and closed stand here."); }

} // namespace zs::duties
