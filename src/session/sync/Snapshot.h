// Reads GET /v1/snapshot: zstd over one JSON object whose last member is the list of cases. 100,000 cases are some 60 MB of
// JSON: each case is cut out and parsed by itself, so that no tree of all is ever built.
#pragma once

#include "base/Result.h"
#include "domain/cases/Case.h"
#include "protocol/Messages.h"

#include <atomic>
#include <string_view>
#include <vector>

namespace zs::session {

struct Snapshot {
    protocol::Hello head;
    std::vector<domain::Case> cases;
};

/// Unpacks (when packed) and reads. "snapshot.form" with what is wrong; "snapshot.stopped" once `stop` is set. Any thread.
Result<Snapshot> readSnapshot(std::string_view bytes, const std::atomic<bool>& stop);

} // namespace zs::session
