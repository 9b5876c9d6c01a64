// What the columns of a foreign table mean, as a small JSON file (resources/replay/, README.md there).
#pragma once

#include "base/GeoPoint.h"
#include "base/Result.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace zs::sim {

struct Mapping {
    /// Names of columns; empty: the table has none.
    struct Columns {
        std::string time, category, detail, lat, lon, agency, status, channel, id, region;
    } columns;
    /// Box of each region (value of the region column; "" where there is none) that is laid over the city.
    std::map<std::string, GeoBounds> regions;
    /// Category → matter code: the first whose text is found in the category, without regard to ASCII case.
    /// An empty code leaves the category out: its rows are reported, not played.
    std::vector<std::pair<std::string, std::string>> categories;
    std::string otherMatter;                     ///< code for the rest; empty: such a row is reported
    std::map<std::string, std::string> agencies; ///< the table's word → agency code
    std::map<std::string, std::string> channels; ///< the table's word → channel word
    std::vector<std::string> closed;             ///< statuses of cases that were worked on: they are routed
    std::vector<std::string> leftOut;            ///< statuses whose rows are reported and not played
    char separator = ',';
};

/// Errors: "mapping.file", "mapping.field" with the field's name.
Result<Mapping> readMapping(const std::filesystem::path& path);

} // namespace zs::sim
