// The states in the journal are a fold of its events. When a newer program folds the same events to something else (a field that
// is new, say), the states are made anew from the events, once: they never hold what only an older program understood.
#pragma once

#include "base/storage/Sqlite.h"

namespace zs::gateway {

/// Raised whenever evolve() makes another state of a case of old events. 3: turns with their times.
inline constexpr int caseFold = 3;

/// Makes the states of cases anew where they were made by another fold; all or nothing. Some 10 µs an event, and the
/// memory of one case.
Result<void> bringStatesUpToDate(storage::Database& db);

} // namespace zs::gateway
