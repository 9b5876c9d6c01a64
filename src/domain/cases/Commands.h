// THE list of what can be done with a case. A new command stands in a file of its family in commands/ (the command, its event,
// who may, decide, evolve, fields) and with its two names in the lists below: codecs, rights, journal and console follow.
#pragma once

// Intake and register
#include "domain/cases/commands/Classify.h"
#include "domain/cases/commands/Decline.h"
#include "domain/cases/commands/Receive.h"
#include "domain/cases/commands/RulePolice.h"
// Routing
#include "domain/cases/commands/Accept.h"
#include "domain/cases/commands/Reroute.h"
#include "domain/cases/commands/Return.h"
#include "domain/cases/commands/Route.h"
// In the field
#include "domain/cases/commands/Acknowledge.h"
#include "domain/cases/commands/Arrive.h"
#include "domain/cases/commands/Dispatch.h"
#include "domain/cases/commands/Finish.h"
// Requests, pauses, levels
#include "domain/cases/commands/Escalate.h"
#include "domain/cases/commands/Requests.h"
#include "domain/cases/commands/Suspend.h"
// Several agencies
#include "domain/cases/commands/Mediate.h"
#include "domain/cases/commands/Supervise.h"
#include "domain/cases/commands/Whistle.h"
// Beside the case
#include "domain/cases/commands/Attach.h"
#include "domain/cases/commands/Link.h"
#include "domain/cases/commands/Merge.h"
#include "domain/cases/commands/Note.h"
// After the end
#include "domain/cases/commands/Close.h"
#include "domain/cases/commands/Reopen.h"

#include <variant>

namespace zs::domain {

using CaseCommand = std::variant<                                                                          //
    Receive, Classify, Route, Accept, Return, Dispatch, Acknowledge, Arrive, Note, Finish,                  //
    Decline, RulePolice, Reroute,                                                                           //
    AskExtension, AskSuspension, AskEscalation, Approve, Deny, Suspend, Resume, Escalate,                   //
    Merge, Unmerge, Link, Unlink, Attach,                                                                   //
    Whistle, ReportIn, StandDown, Supervise, AnswerSupervision,                                             //
    OpenMediation, ProlongMediation, CloseMediation, AskConfirmation, RecordConfirmation,                                     //
    Rework, Reopen, Rate, FollowUp, Archive>;
/// The event of each command, in the same order.
using CaseEvent = std::variant<                                                                            //
    Received, Classified, Routed, Accepted, Returned, Dispatched, Acknowledged, Arrived, Noted, Finished,   //
    Declined, PoliceRuled, Rerouted,                                                                        //
    ExtensionAsked, SuspensionAsked, EscalationAsked, Approved, Denied, Suspended, Resumed, Escalated,      //
    Merged, Unmerged, Linked, Unlinked, Attached,                                                           //
    Whistled, ReportedIn, StoodDown, Supervised, SupervisionAnswered,                                       //
    MediationOpened, MediationProlonged, MediationClosed, ConfirmationAsked, ConfirmationRecorded,                              //
    Reworked, Reopened, Rated, FollowedUp, Archived>;
static_assert(std::variant_size_v<CaseCommand> == std::variant_size_v<CaseEvent>);

/// An event as the journal holds it. `version` is the case's version after it.
struct RecordedEvent {
    Seq seq = 0;
    CaseId caseId;
    std::uint32_t version = 0;
    TimePoint at{};
    std::string by; ///< name of the actor
    CaseEvent event;

    bool operator==(const RecordedEvent&) const = default;
};

/// Decides with the role's rights checked first. Pure; any thread.
tl::expected<CaseEvent, Rejection> decide(const Case& state, const CaseCommand& command, const Context& context);

/// Folds one event. `state.id` and `state.version` are set from it. Pure; any thread.
void evolve(Case& state, const RecordedEvent& event);

/// The wire name: "dispatch", "dispatched".
std::string_view nameOf(const CaseCommand& command);
std::string_view nameOf(const CaseEvent& event);
bool isAllowed(Role role, const CaseCommand& command);
/// Why isAllowed() says no: which roles may. `state` tells what is being decided; an empty one will do.
Rejection forbidden(const Case& state, const CaseCommand& command);
NeedsBase needsBase(const CaseCommand& command);

} // namespace zs::domain
