// Routings out of a journal, as the suggestions learn them.
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

/// Every case that an agency took (or finished) and did not give back, with the agency that leads it now: whoever corrected a
/// routing has corrected the example. Nothing of a reporter, a handler or an operator is read out of it.
/// Errors: those of the journal.
Result<std::vector<suggest::Example>> examplesOf(const std::filesystem::path& data, const domain::City& city, Categories categories);

} // namespace zs::admin
