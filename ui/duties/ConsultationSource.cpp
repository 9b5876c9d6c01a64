#include "ui/duties/ConsultationSource.h"

#include "ui/cases/CaseWords.h"
#include "ui/duties/DutyWords.h"

#include <algorithm>
#include <tuple>

namespace zs::duties {

using domain::Consultation;
using domain::ConsultationStage;
using domain::SubjectKind;
using domain::TaskState;
using kit::Tone;

namespace {

const Consultation* meetingOf(const cases::Workplace& place, domain::Subject subject)
{
    return place.desk.duties().find<Consultation>(subject.number);
}

std::string text(const FormValues& v, const char* key) { return v[QLatin1String(key)].toString().toStdString(); }

QString agencyNames(const cases::Workplace& place, const std::vector<AgencyId>& ids)
{
    QStringList names;
    for (const AgencyId id : ids) names.append(DutyWords::agency(place, id));
    return names.join(QStringLiteral(", "));
}

} // namespace

sdk::PanelInfo ConsultationSource::panelInfo()
{
    return {QStringLiteral("duties.consultation"), tr("Consultations"), QStringLiteral("users"), sdk::PanelArea::Centre, {960, 738},
            sdk::PanelVisibility::Hidden};
}

bool ConsultationSource::shows(SubjectKind kind) const { return kind == SubjectKind::Consultation; }

std::vector<DutyItem> ConsultationSource::items() const
{
    const domain::DayNumber today = DutyWords::today(m_place);
    std::vector<const Consultation*> all = m_place.desk.duties().all<Consultation>();
    std::ranges::stable_sort(all, [&](const Consultation* a, const Consultation* b) {
        return std::tuple(-a->tasksIn(TaskState::Overdue, today), a->stage, b->at) < std::tuple(-b->tasksIn(TaskState::Overdue, today), b->stage, a->at);
    });
    std::vector<DutyItem> items;
    for (const Consultation* c : all) {
        DutyItem item{{SubjectKind::Consultation, c->number}, QString::fromStdString(c->topic), DutyWords::clock(m_place, c->at),
                      DutyWords::stage(c->stage)};
        if (const int overdue = c->tasksIn(TaskState::Overdue, today); overdue > 0) {
            item.trailing = tr("%1 overdue").arg(overdue);
            item.trailingTone = Tone::Alarm;
        } else if (const int open = c->tasksIn(TaskState::Open, today); open > 0) {
            item.trailing = tr("%1 open").arg(open);
        }
        if (c->stage == ConsultationStage::Cancelled) item.look = kit::RowLook::Dimmed;
        if (m_place.desk.duties().isPending(item.subject)) item.look = kit::RowLook::Pending;
        items.push_back(std::move(item));
    }
    return items;
}

DutyDetail ConsultationSource::detail(domain::Subject subject) const
{
    const Consultation* c = meetingOf(m_place, subject);
    if (!c) return {};
    const domain::DayNumber today = DutyWords::today(m_place);
    DutyDetail detail;
    detail.heading = QString::fromStdString(c->topic);
    detail.facts = {{tr("Stage"), DutyWords::stage(c->stage)},
                    {tr("When, where"), DutyWords::clock(m_place, c->at) + u' ' + QString::fromStdString(c->place)},
                    {tr("For"), DutyWords::town(m_place, c->town)},
                    {tr("Agenda"), DutyWords::cases(c->agenda)},
                    {tr("Invited"), agencyNames(m_place, c->invited)},
                    {tr("Attended"), agencyNames(m_place, c->attended)},
                    {tr("Conclusion"), QString::fromStdString(c->conclusion)}};
    if (const int overdue = c->tasksIn(TaskState::Overdue, today); overdue > 0) detail.warning = tr("Overdue tasks: %1").arg(overdue);
    detail.tableName = tr("Tasks");
    detail.table.heads = {tr("Case"), tr("Agency"), tr("Due"), tr("State"), tr("What")};
    for (const domain::Task& task : c->tasks) {
        const TaskState state = task.stateOn(today);
        detail.table.rows.push_back({{zs::cases::CaseWords::number(task.caseId)}, {DutyWords::agency(m_place, task.agency)}, {DutyWords::shortDay(task.due)},
            state == TaskState::Done ? TableCell{tr("done"), Tone::Ok} : state == TaskState::Overdue ? TableCell{tr("overdue"), Tone::Alarm} : TableCell{tr("open"), Tone::Secondary},
            {QString::fromStdString(task.what) + (task.result.empty() ? QString() : QStringLiteral(" → ") + QString::fromStdString(task.result)), Tone::Secondary}});
    }
    return detail;
}

std::vector<DutyAction> ConsultationSource::actions(domain::Subject subject, int row) const
{
    const domain::City& city = m_place.desk.city();
    const QDate today = DutyWords::date(DutyWords::today(m_place));
    QList<QPair<QString, QVariant>> agencies;
    for (const domain::Agency& a : city.agencies) agencies.append({m_place.text(a.shortName), a.id.value});
    if (subject.number == 0) {
        const CaseId chosen = m_place.selection.selectedCase();
        const auto offset = city.utcOffset;
        const TownId town = m_place.desk.seat().town; // a town's seat calls for its town
        return {{QStringLiteral("consultationCall"), tr("Call a consultation…"), QStringLiteral("plus"), QKeySequence(Qt::Key_N),
                 {QStringLiteral("consultationForm"), tr("Call a consultation"), tr("Call"),
                  {{QStringLiteral("consultationTopic"), tr("Topic"), FieldKind::Text},
                   {QStringLiteral("consultationPlace"), tr("Place"), FieldKind::Text},
                   {QStringLiteral("consultationDay"), tr("Day"), FieldKind::Day, today},
                   {QStringLiteral("consultationTime"), tr("Time"), FieldKind::Minute, 15 * 60},
                   {QStringLiteral("consultationCases"), tr("Cases (numbers)"), FieldKind::Text, chosen ? zs::cases::CaseWords::number(chosen) : QString()},
                   {QStringLiteral("consultationInvited"), tr("Invited"), FieldKind::Many, QVariantList(), agencies}},
                  {SubjectKind::Consultation, 0}, [offset, town](const FormValues& v) -> std::optional<domain::DutyCommand> {
                      auto ids = DutyWords::casesIn(v[QStringLiteral("consultationCases")].toString());
                      if (!ids) return std::nullopt;
                      const TimePoint at = domain::startOf(DutyWords::day(v[QStringLiteral("consultationDay")].toDate()), offset)
                                           + std::chrono::minutes(v[QStringLiteral("consultationTime")].toInt());
                      return domain::CallConsultation{{text(v, "consultationTopic"), text(v, "consultationPlace"), town, at, std::move(*ids),
                                                       idsOf<AgencyId>(v[QStringLiteral("consultationInvited")])}};
                  }}}};
    }
    const Consultation* c = meetingOf(m_place, subject);
    if (!c) return {};
    QList<QPair<QString, QVariant>> invited, agenda;
    QVariantList everyone;
    for (const AgencyId id : c->invited) {
        invited.append({DutyWords::agency(m_place, id), id.value});
        everyone.append(id.value);
    }
    for (const CaseId id : c->agenda) {
        const domain::Case* state = m_place.desk.cases().find(id);
        agenda.append({zs::cases::CaseWords::number(id) + u' ' + (state ? QString::fromStdString(state->title) : QString()), QVariant::fromValue<qulonglong>(id.value)});
    }
    std::vector<DutyAction> all;
    if (c->stage == ConsultationStage::Called) {
        all.push_back({QStringLiteral("consultationCancel"), tr("Cancel it…"), QStringLiteral("ban"), {},
                       {QStringLiteral("consultationCancelForm"), tr("Cancel the consultation"), tr("Cancel it"),
                        {{QStringLiteral("consultationReason"), tr("Why"), FieldKind::Text}}, subject,
                        [](const FormValues& v) { return domain::CancelConsultation{{text(v, "consultationReason")}}; }}});
        all.push_back({QStringLiteral("consultationAgenda"), tr("Agenda…"), QStringLiteral("list-todo"), QKeySequence(Qt::Key_A),
                       {QStringLiteral("consultationAgendaForm"), tr("Agenda and invitations"), tr("Set"),
                        {{QStringLiteral("consultationCases"), tr("Cases (numbers)"), FieldKind::Text, DutyWords::cases(c->agenda)},
                         {QStringLiteral("consultationInvited"), tr("Invited"), FieldKind::Many, everyone, agencies}}, subject,
                        [](const FormValues& v) -> std::optional<domain::DutyCommand> {
                            auto ids = DutyWords::casesIn(v[QStringLiteral("consultationCases")].toString());
                            if (!ids) return std::nullopt;
                            return domain::SetAgenda{{std::move(*ids), idsOf<AgencyId>(v[QStringLiteral("consultationInvited")])}};
                        }}});
        all.push_back({QStringLiteral("consultationHold"), tr("It was held…"), QStringLiteral("users"), QKeySequence(Qt::Key_H),
                       {QStringLiteral("consultationHoldForm"), tr("Who attended"), tr("Held"),
                        {{QStringLiteral("consultationAttended"), tr("Attended"), FieldKind::Many, everyone, invited}}, subject,
                        [](const FormValues& v) { return domain::HoldConsultation{{idsOf<AgencyId>(v[QStringLiteral("consultationAttended")])}}; }}});
    }
    if (c->stage == ConsultationStage::Held) {
        all.push_back({QStringLiteral("consultationTask"), tr("Decide a task…"), QStringLiteral("gavel"), QKeySequence(Qt::Key_T),
                       {QStringLiteral("consultationTaskForm"), tr("Decide a task"), tr("Decide"),
                        {{QStringLiteral("taskCase"), tr("Case"), FieldKind::Choice, agenda.front().second, agenda},
                         {QStringLiteral("taskAgency"), tr("By whom"), FieldKind::Choice, everyone.front(), agencies},
                         {QStringLiteral("taskWhat"), tr("What"), FieldKind::Text},
                         {QStringLiteral("taskDue"), tr("Until"), FieldKind::Day, today.addDays(3)}}, subject,
                        [](const FormValues& v) {
                            return domain::DecideTask{{CaseId(v[QStringLiteral("taskCase")].toULongLong()),
                                AgencyId(static_cast<AgencyId::rep>(v[QStringLiteral("taskAgency")].toUInt())), text(v, "taskWhat"),
                                DutyWords::day(v[QStringLiteral("taskDue")].toDate())}};
                        }}});
        all.push_back({QStringLiteral("consultationClose"), tr("Close…"), QStringLiteral("check"), {},
                       {QStringLiteral("consultationCloseForm"), tr("Close the consultation"), tr("Close it"),
                        {{QStringLiteral("consultationConclusion"), tr("Conclusion"), FieldKind::LongText}}, subject,
                        [](const FormValues& v) { return domain::CloseConsultation{{text(v, "consultationConclusion")}}; }}});
    }
    const auto at = static_cast<std::size_t>(row);
    if (row >= 0 && at < c->tasks.size() && c->tasks[at].doneAt == TimePoint{})
        all.push_back({QStringLiteral("consultationDone"), tr("It is done…"), QStringLiteral("check-check"), QKeySequence(Qt::Key_E),
                       {QStringLiteral("consultationDoneForm"), QString::fromStdString(c->tasks[at].what), tr("Done"),
                        {{QStringLiteral("taskResult"), tr("Result"), FieldKind::LongText}}, subject, [row](const FormValues& v) {
                            return domain::FinishTask{{static_cast<std::uint16_t>(row), text(v, "taskResult")}};
                        }}});
    return all;
}

CaseId ConsultationSource::caseOfRow(domain::Subject subject, int row) const
{
    const Consultation* c = meetingOf(m_place, subject);
    return c && row >= 0 && static_cast<std::size_t>(row) < c->tasks.size() ? c->tasks[static_cast<std::size_t>(row)].caseId : CaseId{};
}

QString ConsultationSource::emptyHeadline() const { return tr("No consultation"); }
QString ConsultationSource::emptySentence() const { return tr("Meetings on hard cases stand here, with the tasks they decided."); }

} // namespace zs::duties
