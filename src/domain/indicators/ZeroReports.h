// Zero reports as figures see them: each grid and day of a sensitive period that owed one within a time.
#pragma once

#include "domain/duties/zeroreport/DaySheet.h"
#include "domain/duties/zeroreport/SensitivePeriod.h"
#include "domain/indicators/Measure.h"
#include "domain/indicators/Period.h"

#include <functional>
#include <vector>

namespace zs::domain::indicators {

/// The sheet of a number (sheetOf()), or null: nobody of that town has reported.
using SheetLookup = std::function<const DaySheet*(std::uint64_t)>;

/// Appends what `period` asked for in any of the windows. Days whose time came after the period was closed were owed by nobody.
/// Pure; a month of 3,000 grids takes some milliseconds.
void addZeroReports(const SensitivePeriod& period, const SheetLookup& sheet, const City& city, const Windows& windows,
                    std::vector<ZeroReportMeasure>& into);

} // namespace zs::domain::indicators
