// Which cells of the partition are the city's grids, and which town and community each belongs to.
#pragma once

#include "sim/city/Partition.h"

#include <vector>

namespace zs::sim {

inline constexpr std::size_t kTowns = 33, kCommunities = 609, kGrids = 2'927, kCoreTowns = 4;

struct TownPlan {
    std::vector<Spot> centres;   ///< of towns; the core's first
    std::vector<Spot> sites;     ///< cells: grids first (kGrids of them), then land and sea around
    std::vector<int> townOfCell; ///< for every cell; kNoLabel beyond the city
    std::vector<int> communityOfCell;
    std::vector<int> townOfCommunity;
};

/// Chooses town centres and cell sites: denser where people live.
TownPlan placeSites(const Terrain& terrain, Random& random);

/// Fills townOfCell: nearest centre over a warped plane, then made contiguous.
void assignTowns(TownPlan& plan, const Partition& partition, const Noise& noise);

/// Fills the communities: each town's cells are halved and halved again until it has its share of
/// kCommunities.
void assignCommunities(TownPlan& plan, const Partition& partition);

} // namespace zs::sim
