// THE list of the daily duties and of what can be done with them: codecs, rights, journal and console follow from here. A new
// duty is one folder (state, commands, events, decide, evolve) and its names in the lists below and in Subject.h.
#pragma once

#include "base/Result.h"
#include "domain/duties/Subject.h"
#include "domain/duties/campaign/Campaign.h"
#include "domain/duties/consultation/Consultation.h"
#include "domain/duties/nightvisit/NightCommands.h"
#include "domain/duties/reference/Reference.h"
#include "domain/duties/zeroreport/DaySheet.h"
#include "domain/duties/zeroreport/SensitivePeriod.h"

#include <variant>

namespace zs::domain {

using DutyState = std::variant<SensitivePeriod, DaySheet, NightVisit, Consultation, Campaign, CampaignSheet, Reference>;

using DutyCommand = std::variant<
    OpenPeriod, ChangePeriod, ClosePeriod, ReportDay, CorrectReport, RemindGrids,
    PlanNight, BeginNight, RecordPlace, CheckIn, CloseNight, FinishNightFollowUp, CancelNight,
    CallConsultation, SetAgenda, HoldConsultation, DecideTask, FinishTask, CloseConsultation, CancelConsultation,
    LaunchCampaign, ExtendCampaign, CloseCampaign, CheckGrid,
    Publish>;

using DutyEvent = std::variant<
    PeriodOpened, PeriodChanged, PeriodClosed, DayReported, ReportCorrected, GridsReminded,
    NightPlanned, NightBegun, PlaceRecorded, CheckedIn, NightClosed, NightFollowUpFinished, NightCancelled,
    ConsultationCalled, AgendaSet, ConsultationHeld, TaskDecided, TaskFinished, ConsultationClosed, ConsultationCancelled,
    CampaignLaunched, CampaignExtended, CampaignClosed, GridChecked,
    Published>;

/// As RecordedEvent, of a duty. `version` is the duty's version after it.
struct RecordedDutyEvent {
    Seq seq = 0;
    Subject subject;
    std::uint32_t version = 0;
    TimePoint at{};
    std::string by;
    DutyEvent event;

    bool operator==(const RecordedDutyEvent&) const = default;
};

/// Nothing yet: version 0. `kind` is not Case.
DutyState blankDuty(Subject subject);
Subject subjectOf(const DutyState& state);
std::uint32_t versionOf(const DutyState& state);

/// Decides, with rights and existence checked first. `state` may be blank. Pure; any thread.
tl::expected<DutyEvent, Rejection> decide(const DutyState& state, const DutyCommand& command, const DutyContext& context);
/// Folds one event; the state's number and version are set from it. An event of another kind changes nothing: an Error for
/// who reads from outside ("duty.kind").
Result<void> evolve(DutyState& state, const RecordedDutyEvent& event);

std::string_view nameOf(const DutyCommand& command);
std::string_view nameOf(const DutyEvent& event);
SubjectKind subjectKindOf(const DutyCommand& command);
SubjectKind subjectKindOf(const DutyEvent& event);
bool isAllowed(Role role, const DutyCommand& command);
NeedsBase needsBase(const DutyCommand& command);
Begins beginsOf(const DutyCommand& command);
/// "Only a … may do this."
Rejection roleRefusal(const DutyCommand& command);

} // namespace zs::domain
