// The recorded routings that the benchmark learns from and is asked about. They lie outside the product (../shared/data) and are
// read at run time. Reporters' columns are never read, nor is `queue`, which holds the answer.
#pragma once

#include "base/Result.h"
#include "suggest/Message.h"

#include <filesystem>
#include <string>
#include <vector>

namespace zs::bench {

/// The part of unified_events that has agencies: "baltimore" or "boston", oldest first, with what the intake knew: category,
/// detail, channel, the words of the street (from the city's own file; no house number), and the neighbourhood and cells of
/// 1,000, 300, 100 and 40 m, which stand in for a city's towns, communities and grids. `due` and `queue` come of the routing.
Result<std::vector<suggest::Example>> readCity(const std::filesystem::path& data, const std::string& city);

struct Letters {
    std::vector<suggest::Example> labelled;   ///< 495 messages in 7 classes
    std::vector<suggest::Message> background; ///< others without a class; none that stands among the labelled ones
};
Result<Letters> readLetters(const std::filesystem::path& data);

} // namespace zs::bench
