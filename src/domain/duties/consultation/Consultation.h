// 会商研判: a joint meeting on hard or growing cases. Its agenda is cases, its decisions become tasks: who does what on which
// case until when.
#pragma once

#include "domain/duties/DutyContext.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

enum class ConsultationStage : std::uint8_t { Called, Held, Closed, Cancelled };
constexpr auto enumNames(ConsultationStage)
{
    return std::array<std::string_view, 4>{"called", "held", "closed", "cancelled"};
}

enum class TaskState : std::uint8_t { Open, Overdue, Done };

/// What a consultation decided on one case.
struct Task {
    CaseId caseId;
    AgencyId agency;
    std::string what;
    DayNumber due = 0;
    TimePoint decidedAt{};
    TimePoint doneAt{}; ///< epoch: not yet
    std::string result;
    std::string doneBy;

    TaskState stateOn(DayNumber today) const
    {
        return doneAt != TimePoint{} ? TaskState::Done : today > due ? TaskState::Overdue : TaskState::Open;
    }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("case", self.caseId);
        v("agency", self.agency);
        v("what", self.what, Rule{.max = 200});
        v("due", self.due);
        v("decided_at", self.decidedAt);
        v("done_at", self.doneAt);
        v("result", self.result, Rule{.max = 500});
        v("done_by", self.doneBy);
    }
    bool operator==(const Task&) const = default;
};

struct Consultation {
    static constexpr SubjectKind kind = SubjectKind::Consultation;
    static constexpr std::size_t maxCases = 30, maxAgencies = 30, maxTasks = 100;

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    ConsultationStage stage = ConsultationStage::Called;
    std::string topic;
    std::string place;
    TownId town;                     ///< none = the whole city
    TimePoint at{};                  ///< when it is to be, then when it was held
    std::vector<CaseId> agenda;
    std::vector<AgencyId> invited;
    std::vector<AgencyId> attended;  ///< once held
    std::vector<Task> tasks;
    std::string conclusion;          ///< or why it was cancelled
    std::string calledBy;
    TimePoint calledAt{}, closedAt{};

    int tasksIn(TaskState state, DayNumber today) const;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("stage", self.stage);
        v("topic", self.topic, Rule{.max = 80});
        v("place", self.place, Rule{.max = 80});
        v("town", self.town);
        v("at", self.at);
        v("agenda", self.agenda, Rule{.max = maxCases});
        v("invited", self.invited, Rule{.max = maxAgencies});
        v("attended", self.attended, Rule{.max = maxAgencies});
        v("tasks", self.tasks, Rule{.max = maxTasks});
        v("conclusion", self.conclusion, Rule{.max = 2000});
        v("called_by", self.calledBy);
        v("called_at", self.calledAt);
        v("closed_at", self.closedAt);
    }
    bool operator==(const Consultation&) const = default;
};

struct ConsultationCalled {
    using State = Consultation;
    static constexpr std::string_view name = "consultation_called";
    std::string topic;
    std::string place;
    TownId town;
    TimePoint at{};
    std::vector<CaseId> agenda;
    std::vector<AgencyId> invited;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("topic", self.topic, Rule{.max = 80});
        v("place", self.place, Rule{.max = 80, .presence = Presence::Optional});
        v("town", self.town, optionalField);
        v("at", self.at);
        v("agenda", self.agenda, Rule{.max = Consultation::maxCases});
        v("invited", self.invited, Rule{.max = Consultation::maxAgencies});
    }
    bool operator==(const ConsultationCalled&) const = default;
};
struct CallConsultation : ConsultationCalled {
    static constexpr std::string_view name = "call_consultation";
    static constexpr Begins begins = Begins::Numbered;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct AgendaSet {
    using State = Consultation;
    static constexpr std::string_view name = "agenda_set";
    std::vector<CaseId> agenda;
    std::vector<AgencyId> invited;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agenda", self.agenda, Rule{.max = Consultation::maxCases});
        v("invited", self.invited, Rule{.max = Consultation::maxAgencies});
    }
    bool operator==(const AgendaSet&) const = default;
};
struct SetAgenda : AgendaSet {
    static constexpr std::string_view name = "set_agenda";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

struct ConsultationHeld {
    using State = Consultation;
    static constexpr std::string_view name = "consultation_held";
    std::vector<AgencyId> attended;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("attended", self.attended, Rule{.max = Consultation::maxAgencies});
    }
    bool operator==(const ConsultationHeld&) const = default;
};
struct HoldConsultation : ConsultationHeld {
    static constexpr std::string_view name = "hold_consultation";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

struct TaskDecided {
    using State = Consultation;
    static constexpr std::string_view name = "task_decided";
    CaseId caseId;
    AgencyId agency;
    std::string what;
    DayNumber due = 0;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("case", self.caseId);
        v("agency", self.agency);
        v("what", self.what, Rule{.max = 200});
        v("due", self.due);
    }
    bool operator==(const TaskDecided&) const = default;
};
struct DecideTask : TaskDecided {
    static constexpr std::string_view name = "decide_task";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct TaskFinished {
    using State = Consultation;
    static constexpr std::string_view name = "task_finished";
    std::uint16_t index = 0; ///< from 0, in the order of Consultation::tasks
    std::string result;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("index", self.index);
        v("result", self.result, Rule{.max = 500});
    }
    bool operator==(const TaskFinished&) const = default;
};
struct FinishTask : TaskFinished {
    static constexpr std::string_view name = "finish_task";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct ConsultationClosed {
    using State = Consultation;
    static constexpr std::string_view name = "consultation_closed";
    std::string conclusion;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("conclusion", self.conclusion, Rule{.max = 2000});
    }
    bool operator==(const ConsultationClosed&) const = default;
};
struct CloseConsultation : ConsultationClosed {
    static constexpr std::string_view name = "close_consultation";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

struct ConsultationCancelled {
    using State = Consultation;
    static constexpr std::string_view name = "consultation_cancelled";
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const ConsultationCancelled&) const = default;
};
struct CancelConsultation : ConsultationCancelled {
    static constexpr std::string_view name = "cancel_consultation";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

tl::expected<ConsultationCalled, Rejection> decide(const Consultation& state, const CallConsultation& command, const DutyContext& context);
tl::expected<AgendaSet, Rejection> decide(const Consultation& state, const SetAgenda& command, const DutyContext& context);
tl::expected<ConsultationHeld, Rejection> decide(const Consultation& state, const HoldConsultation& command, const DutyContext& context);
tl::expected<TaskDecided, Rejection> decide(const Consultation& state, const DecideTask& command, const DutyContext& context);
tl::expected<TaskFinished, Rejection> decide(const Consultation& state, const FinishTask& command, const DutyContext& context);
tl::expected<ConsultationClosed, Rejection> decide(const Consultation& state, const CloseConsultation& command, const DutyContext& context);
tl::expected<ConsultationCancelled, Rejection> decide(const Consultation& state, const CancelConsultation& command, const DutyContext& context);
void evolve(Consultation& state, const ConsultationCalled& event, TimePoint at, const std::string& by);
void evolve(Consultation& state, const AgendaSet& event, TimePoint at, const std::string& by);
void evolve(Consultation& state, const ConsultationHeld& event, TimePoint at, const std::string& by);
void evolve(Consultation& state, const TaskDecided& event, TimePoint at, const std::string& by);
void evolve(Consultation& state, const TaskFinished& event, TimePoint at, const std::string& by);
void evolve(Consultation& state, const ConsultationClosed& event, TimePoint at, const std::string& by);
void evolve(Consultation& state, const ConsultationCancelled& event, TimePoint at, const std::string& by);

} // namespace zs::domain
