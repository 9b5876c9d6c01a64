// Believable new cases: what, where, how it came in, who told. All invented.
#pragma once

#include "domain/cases/commands/Receive.h"
#include "domain/city/City.h"
#include "sim/city/Random.h"

#include <memory>
#include <vector>

namespace zs::sim {

struct MadeCase {
    domain::Receive receive;
    domain::MatterId what; ///< what it will be classified as
};

class CaseMaker {
public:
    CaseMaker(std::shared_ptr<const domain::City> city, std::uint64_t seed);
    /// A city without grids or matters makes none: don't ask.
    MadeCase make();
    /// The same of a given matter at a given place.
    MadeCase make(const domain::Matter& matter, const domain::Grid& grid, GeoPoint place);

private:
    std::shared_ptr<const domain::City> m_city;
    Random m_random;
    std::vector<std::size_t> m_matters; ///< each as often as its weight says
};

} // namespace zs::sim
