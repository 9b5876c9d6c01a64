// The gateway's picture of all cases, unpacked.
#pragma once

#include "base/Result.h"
#include "domain/cases/Case.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace zs::sim {

struct Snapshot {
    Seq seq = 0; ///< all events up to it are folded in
    std::string city;
    std::vector<domain::Case> cases;
};

Result<Snapshot> readSnapshot(const QByteArray& packed);

} // namespace zs::sim
