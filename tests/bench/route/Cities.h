// Baltimore and Boston: trained on the first 70 % by time, asked about the rest.
#pragma once

#include "tests/bench/kit/Report.h"

#include <filesystem>
#include <string>

namespace zs::bench {

/// "baltimore" or "boston": prints and adds the figures to the report. Returns the bytes of the largest model.
std::size_t measureCity(const std::filesystem::path& data, const std::string& city, Report& report, int rounds);

} // namespace zs::bench
