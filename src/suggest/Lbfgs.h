// L-BFGS: minimises a smooth convex function of many variables. Deterministic.
#pragma once

#include <functional>
#include <vector>

namespace zs::suggest {

/// The value at a point; fills `gradient`, which has the point's size.
using Objective = std::function<double(const std::vector<double>& at, std::vector<double>& gradient)>;

/// Starts at `at` and leaves the best point there. Stops after `iterations`, or when a step gains less than a millionth.
void minimise(std::vector<double>& at, int iterations, const Objective& objective);

} // namespace zs::suggest
