// The gateway's picture of all cases and duties, unpacked.
#pragma once

#include "base/Result.h"
#include "domain/cases/Case.h"
#include "domain/duties/Duties.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace zs::sim {

struct Snapshot {
    Seq seq = 0; ///< all events up to it are folded in
    std::string city;
    std::vector<domain::Case> cases;
    std::vector<domain::DutyState> duties;
};

Result<Snapshot> readSnapshot(const QByteArray& packed);

} // namespace zs::sim
