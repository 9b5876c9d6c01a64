// The past of the demo city: cases of two years as people classified and routed them. The same city, seed and count give the
// same list.
#pragma once

#include "domain/catalogue/PastRouting.h"
#include "domain/city/City.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace zs::sim {

/// Oldest first, evenly over the two years that end with 2025. A city without grids or matters has none.
std::vector<domain::PastRouting> makeHistory(const std::shared_ptr<const domain::City>& city, std::uint64_t seed, std::size_t count);

} // namespace zs::sim
