// Roads over the cells: arterials join towns, secondary roads join communities to their town, streets the
// rest.
#pragma once

#include "sim/city/TownPlan.h"

#include <cstdint>
#include <vector>

namespace zs::sim {

enum class RoadClass : std::uint8_t { None, Street, Secondary, Arterial };

struct Road {
    RoadClass kind = RoadClass::Street;
    std::vector<Spot> line;
};

std::vector<Road> layRoads(const TownPlan& plan, const Partition& partition, const Terrain& terrain,
                           const Noise& noise);

} // namespace zs::sim
