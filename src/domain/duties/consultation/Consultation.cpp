#include "domain/duties/consultation/Consultation.h"

#include "domain/duties/DutyRules.h"

#include <algorithm>

namespace zs::domain {

namespace {

LocalText nameOf(ConsultationStage stage)
{
    switch (stage) {
    case ConsultationStage::Called: return {"已召集", "called"};
    case ConsultationStage::Held: return {"已召开", "held"};
    case ConsultationStage::Closed: return {"已办结", "closed"};
    case ConsultationStage::Cancelled: return {"已取消", "cancelled"};
    }
    return {};
}

std::optional<Rejection> mustBe(const Consultation& state, ConsultationStage wanted, std::string_view zh, std::string_view en)
{
    if (state.stage == wanted)
        return std::nullopt;
    const LocalText name = nameOf(state.stage);
    Rejection r{"consultation.stage", {"会商", "The consultation is "}, {}};
    r.sentence.zh.append(name.zh).append("，不能").append(zh).append("。");
    r.sentence.en.append(name.en).append(" and can't be ").append(en).append(".");
    return r;
}

std::optional<Rejection> checkAgenda(const std::vector<CaseId>& agenda, const std::vector<AgencyId>& invited, const DutyContext& context)
{
    if (agenda.empty())
        return Rejection{"consultation.agenda", {"会商至少要有一个事件。", "A consultation needs at least one case."}, {}};
    if (auto bad = checkCases(context, agenda, Consultation::maxCases))
        return bad;
    if (invited.empty())
        return Rejection{"consultation.invited", {"会商至少要邀请一个单位。", "A consultation needs at least one agency."}, {}};
    return checkAgencies(context, invited, Consultation::maxAgencies);
}

} // namespace

int Consultation::tasksIn(TaskState wanted, DayNumber today) const
{
    return static_cast<int>(std::ranges::count_if(tasks, [&](const Task& t) { return t.stateOn(today) == wanted; }));
}

tl::expected<ConsultationCalled, Rejection> decide(const Consultation&, const CallConsultation& command, const DutyContext& context)
{
    if (auto bad = checkDutyText(command.topic, 1, 80, "议题", "The topic"))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.place, 0, 80, "地点", "The place"))
        return Refused(*bad);
    if (command.town && !context.city.town(command.town))
        return refuse("duty.town_unknown", "没有这个镇街。", "There is no such town.");
    if (auto bad = mustCoverTown(context, command.town))
        return Refused(*bad);
    if (command.at < context.now - std::chrono::hours(24))
        return refuse("consultation.past", "会商时间已经过去。", "That time is past.");
    if (auto bad = checkAgenda(command.agenda, command.invited, context))
        return Refused(*bad);
    return static_cast<const ConsultationCalled&>(command);
}

tl::expected<AgendaSet, Rejection> decide(const Consultation& state, const SetAgenda& command, const DutyContext& context)
{
    if (auto bad = mustBe(state, ConsultationStage::Called, "改议程", "given another agenda"))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkAgenda(command.agenda, command.invited, context))
        return Refused(*bad);
    return static_cast<const AgendaSet&>(command);
}

tl::expected<ConsultationHeld, Rejection> decide(const Consultation& state, const HoldConsultation& command, const DutyContext& context)
{
    if (auto bad = mustBe(state, ConsultationStage::Called, "召开", "held"))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkAgencies(context, command.attended, Consultation::maxAgencies))
        return Refused(*bad);
    for (const AgencyId agency : command.attended)
        if (std::ranges::find(state.invited, agency) == state.invited.end())
            return refuse("consultation.uninvited", "到会单位中有未受邀的，请先改议程。", "An agency attended that wasn't invited: set the agenda first.");
    return static_cast<const ConsultationHeld&>(command);
}

tl::expected<TaskDecided, Rejection> decide(const Consultation& state, const DecideTask& command, const DutyContext& context)
{
    if (auto bad = mustBe(state, ConsultationStage::Held, "议定任务", "given tasks"))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (std::ranges::find(state.agenda, command.caseId) == state.agenda.end())
        return refuse("consultation.off_agenda", "这个事件不在议程上。", "That case isn't on the agenda.");
    if (auto bad = checkAgencies(context, std::span(&command.agency, 1), 1))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.what, 1, 200, "任务", "The task"))
        return Refused(*bad);
    if (command.due < dayNumber(context.now, context.city.utcOffset))
        return refuse("consultation.due", "任务期限已经过去。", "The day until which it is due is over.");
    if (state.tasks.size() >= Consultation::maxTasks)
        return refuse("consultation.tasks", "一次会商最多 100 项任务。", "At most 100 tasks.");
    return static_cast<const TaskDecided&>(command);
}

tl::expected<TaskFinished, Rejection> decide(const Consultation& state, const FinishTask& command, const DutyContext& context)
{
    if (command.index >= state.tasks.size())
        return refuse("consultation.no_task", "没有这项任务。", "There is no such task.");
    const Task& task = state.tasks[command.index];
    if (task.doneAt != TimePoint{})
        return refuse("consultation.task_done", "这项任务已经办结。", "This task is done already.");
    if (auto bad = mustBeAgency(context, task.agency))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.result, 1, 500, "结果", "The result"))
        return Refused(*bad);
    return static_cast<const TaskFinished&>(command);
}

tl::expected<ConsultationClosed, Rejection> decide(const Consultation& state, const CloseConsultation& command, const DutyContext& context)
{
    if (auto bad = mustBe(state, ConsultationStage::Held, "办结", "closed"))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.conclusion, 1, 2000, "结论", "The conclusion"))
        return Refused(*bad);
    return static_cast<const ConsultationClosed&>(command);
}

tl::expected<ConsultationCancelled, Rejection> decide(const Consultation& state, const CancelConsultation& command, const DutyContext& context)
{
    if (auto bad = mustBe(state, ConsultationStage::Called, "取消", "cancelled"))
        return Refused(*bad);
    if (auto bad = mustCoverTown(context, state.town))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.reason, 1, 200, "原因", "The reason"))
        return Refused(*bad);
    return static_cast<const ConsultationCancelled&>(command);
}

void evolve(Consultation& state, const ConsultationCalled& event, TimePoint at, const std::string& by)
{
    state.topic = event.topic;
    state.place = event.place;
    state.town = event.town;
    state.at = event.at;
    state.agenda = event.agenda;
    state.invited = event.invited;
    state.calledAt = at;
    state.calledBy = by;
}

void evolve(Consultation& state, const AgendaSet& event, TimePoint, const std::string&)
{
    state.agenda = event.agenda;
    state.invited = event.invited;
}

void evolve(Consultation& state, const ConsultationHeld& event, TimePoint at, const std::string&)
{
    state.stage = ConsultationStage::Held;
    state.attended = event.attended;
    state.at = at;
}

void evolve(Consultation& state, const TaskDecided& event, TimePoint at, const std::string&)
{
    state.tasks.push_back({event.caseId, event.agency, event.what, event.due, at, {}, {}, {}});
}

void evolve(Consultation& state, const TaskFinished& event, TimePoint at, const std::string& by)
{
    if (event.index >= state.tasks.size())
        return;
    Task& task = state.tasks[event.index];
    task.doneAt = at;
    task.result = event.result;
    task.doneBy = by;
}

void evolve(Consultation& state, const ConsultationClosed& event, TimePoint at, const std::string&)
{
    state.stage = ConsultationStage::Closed;
    state.conclusion = event.conclusion;
    state.closedAt = at;
}

void evolve(Consultation& state, const ConsultationCancelled& event, TimePoint at, const std::string&)
{
    state.stage = ConsultationStage::Cancelled;
    state.conclusion = event.reason;
    state.closedAt = at;
}

} // namespace zs::domain
