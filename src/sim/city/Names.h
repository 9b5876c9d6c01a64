// Invented names. Towns and communities belong to no real city; people's names are put together from common
// characters.
#pragma once

#include "domain/LocalText.h"
#include "sim/city/Random.h"

#include <vector>

namespace zs::sim {

struct TownName {
    domain::LocalText name;      ///< 鹭汀镇, Luting
    domain::LocalText shortName; ///< 鹭汀, Luting
};

/// 33 names: four subdistricts of the core first, 28 towns, a park last.
const std::vector<TownName>& townNames();

/// `count` different two-character names, at most about 900, in an order that the chance decides.
std::vector<domain::LocalText> communityNames(std::size_t count, Random& random);

domain::LocalText personName(Random& random);

} // namespace zs::sim
