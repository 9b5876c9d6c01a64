// The formulas themselves: which indicators a case belongs to in a time, and whether it counts. Pure; any thread.
#pragma once

#include "domain/indicators/Indicator.h"
#include "domain/indicators/Measure.h"
#include "domain/indicators/Period.h"

#include <cstdint>
#include <vector>

namespace zs::domain::indicators {

enum class Counts : std::uint8_t { No, Yes };

/// That a case (or one of its whistles, or a zero report) is in an indicator's cohort.
struct Entry {
    std::uint32_t row = 0;  ///< which case, in the order they were added
    IndicatorId indicator = IndicatorId::Received;
    Window window = Window::Current;
    Counts counts = Counts::No; ///< Yes: in the numerator too
    AgencyId agency;            ///< whose figure it is: the lead, or who was called
    std::int64_t value = 0;     ///< milliseconds, for durations
};

/// Appends the entries of one case in `span`.
void judge(const CaseMeasure& state, std::uint32_t row, Window window, Span span, std::vector<Entry>& into);
/// The same of a zero report; `row` counts the reports.
void judge(const ZeroReportMeasure& report, std::uint32_t row, Window window, Span span, std::vector<Entry>& into);

} // namespace zs::domain::indicators
