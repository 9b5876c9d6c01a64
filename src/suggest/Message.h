// What a suggestion may look at: what an intake knows before anybody has routed. There is no field for a reporter, a handler or
// an operator, so none can be learned from.
#pragma once

#include "base/Clock.h"

#include <string>
#include <vector>

namespace zs::suggest {

struct Message {
    std::string category;           ///< the matter or what the sending system calls it; empty: none
    std::string title, text;        ///< UTF-8; of the text the first 2,000 characters count
    std::vector<std::string> areas; ///< codes of the places it lies in, coarse to fine (town, community, grid); may be empty
    std::string channel = {};       ///< code of the way it came in; empty: not known
};

/// A message and where people in the end sent it.
struct Example {
    Message message;
    std::string label; ///< code of the agency (or of the matter)
    TimePoint at{};
};

} // namespace zs::suggest
