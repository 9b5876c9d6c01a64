// 495 Chinese letters to a government, in five folds.
#pragma once

#include "tests/bench/kit/Report.h"

#include <filesystem>

namespace zs::bench {

/// Prints them and adds their figures to the report. Returns the bytes of the largest model.
std::size_t measureLetters(const std::filesystem::path& data, Report& report, int rounds);

} // namespace zs::bench
