// The work calendar as a file, and as the content of a published version: JSON (README.md), at most 256 KB.
#pragma once

#include "base/Result.h"
#include "domain/sla/WorkCalendar.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace zs::protocol {

inline constexpr std::size_t maxCalendarBytes = 256u << 10;

/// `name` stands in the sentences. Errors: "calendar.size", "calendar.json", "calendar.field", and those of domain::problemOf().
Result<domain::CalendarData> readCalendar(std::string_view json, std::string_view name);
/// The same data give the same bytes, and readCalendar() gives the data back.
std::string writeCalendar(const domain::CalendarData& data);

/// Reads a file; blocks. Errors: "calendar.file" and those of readCalendar().
Result<std::shared_ptr<const domain::WorkCalendar>> loadCalendar(const std::filesystem::path& file);
/// The one that is built in (resources/vocab/calendar). Can't fail in a build whose tests passed.
Result<std::shared_ptr<const domain::WorkCalendar>> shippedCalendar();

} // namespace zs::protocol
