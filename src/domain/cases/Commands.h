// THE list of what can be done with a case. A new command is one pair of files in commands/ (the command, its event, who may,
// decide, evolve, fields) and its two names in the lists below: codecs, rights, journal and console follow from here.
#pragma once

#include "domain/cases/commands/Accept.h"
#include "domain/cases/commands/Acknowledge.h"
#include "domain/cases/commands/Arrive.h"
#include "domain/cases/commands/Classify.h"
#include "domain/cases/commands/Dispatch.h"
#include "domain/cases/commands/Finish.h"
#include "domain/cases/commands/Note.h"
#include "domain/cases/commands/Receive.h"
#include "domain/cases/commands/Return.h"
#include "domain/cases/commands/Route.h"

#include <variant>

namespace zs::domain {

using CaseCommand = std::variant<Receive, Classify, Route, Accept, Return, Dispatch, Acknowledge, Arrive, Note, Finish>;
using CaseEvent =
    std::variant<Received, Classified, Routed, Accepted, Returned, Dispatched, Acknowledged, Arrived, Noted, Finished>;

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
NeedsBase needsBase(const CaseCommand& command);

} // namespace zs::domain
