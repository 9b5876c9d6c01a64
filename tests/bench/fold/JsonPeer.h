// The peer: what an event store without types does. Each event is its JSON text; a handler is looked up by the kind and called
// through std::function; the state of a case is a map from field to JSON text.
#pragma once

#include "domain/cases/Commands.h"

#include <string>
#include <vector>

namespace zs::bench {

struct JsonEvent {
    std::uint64_t caseId = 0;
    std::string kind;
    std::string data; ///< as the journal keeps it
};

std::vector<JsonEvent> asJson(const std::vector<domain::RecordedEvent>& events);

/// Seconds of the fold. `fields` receives how many fields all states have, so that nothing can be left out.
double foldJson(const std::vector<JsonEvent>& events, std::size_t cases, std::size_t& fields);

} // namespace zs::bench
