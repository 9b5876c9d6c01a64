// A fingerprint of what a model was trained on.
#pragma once

#include "suggest/Message.h"

#include <string>
#include <vector>

namespace zs::suggest {

/// SHA-256 over all fields of all examples in their order, in hex.
std::string inputHash(const std::vector<Example>& examples);

} // namespace zs::suggest
