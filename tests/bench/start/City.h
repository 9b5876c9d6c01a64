// What bench_start starts on: a demo city in which everyone is on duty, and a journal of many cases.
#pragma once

#include "base/Result.h"
#include "domain/city/City.h"

#include <filesystem>
#include <memory>

namespace zs::bench {

/// Copies the pack at `from` to `to` with all staff on duty around the clock.
Result<std::shared_ptr<const domain::City>> everyoneOnDuty(const std::filesystem::path& from, const std::filesystem::path& to);

/// Fills a new journal in `data` with `cases` received and classified cases all over the city.
Result<void> fillJournal(const std::filesystem::path& data, const domain::City& city, int cases);

/// One frame after the other with a position for everyone.
std::vector<std::string> positionsOfAll(const domain::City& city, TimePoint now);

} // namespace zs::bench
