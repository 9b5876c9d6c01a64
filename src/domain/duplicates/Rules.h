// How near in place and time a case must be to be a candidate for the same matter. A setting of the city.
#pragma once

#include <chrono>

namespace zs::domain {

struct DuplicateRules {
    double radiusMetres = 250;      ///< 10…5,000
    std::chrono::hours window{72};  ///< before and after; 1…8,760

    bool operator==(const DuplicateRules&) const = default;
};

} // namespace zs::domain
