// What suggestions learn from: routings and classifications out of a journal, or out of a history file.
#pragma once

#include "base/Result.h"
#include "domain/city/City.h"
#include "suggest/Message.h"

#include <filesystem>
#include <vector>

namespace zs::admin {

enum class Categories {
    Both, ///< each case twice, with its matter and without: suggestions are asked for before and after classifying
    Known ///< each case once, as it stands
};

enum class Learn {
    Agency, ///< who leads it
    Matter  ///< what it was classified as, from words, channel and place alone
};

/// Every case that an agency took (or finished) and did not give back, with the agency that leads it now: whoever corrected a
/// routing has corrected the example. Nothing of a reporter, a handler or an operator is read out of it.
/// Errors: those of the journal.
Result<std::vector<suggest::Example>> examplesOf(const std::filesystem::path& data, const domain::City& city, Learn learn, Categories categories);

/// The same of a file with a PastRouting a line as JSON. Errors: "suggest.history" with the number of the line.
Result<std::vector<suggest::Example>> examplesOfHistory(const std::filesystem::path& file, Learn learn, Categories categories);

} // namespace zs::admin
