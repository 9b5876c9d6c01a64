// Reads GET /v1/snapshot: zstd over one JSON object. 100,000 cases are some 60 MB of
// JSON: each case is cut out and parsed by itself, so that no tree of all is ever built.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "domain/cases/Case.h"
#include "session/DutyStore.h"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace zs::session {

struct Snapshot {
    Seq seq = 0;       ///< all events up to here are folded in
    TimePoint now{};   ///< the gateway's clock when it was made
    std::string city;
    std::vector<domain::Case> cases;
    DutyStore::Contents duties;

    /// All but the cases and duties.
    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("seq", self.seq);
        v("now", self.now);
        v("city", self.city);
    }
};

/// Unpacks (when packed) and reads. "snapshot.form" with what is wrong; "snapshot.stopped" once `stop` is set. Any thread.
Result<Snapshot> readSnapshot(std::string_view bytes, const std::atomic<bool>& stop);

} // namespace zs::session
