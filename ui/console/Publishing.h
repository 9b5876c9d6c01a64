// The console's end of published reference data: what an editor made goes out as a command, what was published comes into use.
#pragma once

#include "session/Session.h"
#include "ui/cases/Workplace.h"

#include <functional>
#include <string>

namespace zs::console {

/// Sends `content` as the next version of its kind. Pending until the gateway has it: referencePublished() follows.
/// Errors: a refusal's code, with its sentence in the reader's language.
Result<void> publish(session::Session& session, const cases::Workplace& place, domain::ReferenceKind kind, std::string content,
                     const std::string& note);

/// From now on the routing catalogue in force is what `advice` knows; `replaced` is called after each change. `context` ends it.
void followCatalogue(session::Session& session, cases::RoutingAdvice& advice, QObject* context, std::function<void()> replaced);

/// From now on the work calendar in force is what `session` counts limits with.
void followCalendar(session::Session& session);

} // namespace zs::console
