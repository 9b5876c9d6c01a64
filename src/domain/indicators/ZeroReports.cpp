#include "domain/indicators/ZeroReports.h"

#include "domain/duties/zeroreport/Debts.h"

#include <algorithm>

namespace zs::domain::indicators {

void addZeroReports(const SensitivePeriod& period, const SheetLookup& sheet, const City& city, const Windows& windows,
                    std::vector<ZeroReportMeasure>& into)
{
    for (DayNumber day = period.first; day <= period.last; ++day) {
        const TimePoint due = period.dueAt(day, city.utcOffset);
        if (std::ranges::none_of(windows, [&](const Span& span) { return span.has(due); }))
            continue;
        const bool cameTooLate = period.stage == PeriodStage::Closed && period.closedAt <= due;
        TownId town;
        const DaySheet* ofTown = nullptr;
        for (const Grid& grid : city.grids) {
            if (!period.coversTown(grid.town))
                continue;
            if (grid.town != town) { // grids of a town mostly stand together
                town = grid.town;
                ofTown = sheet(sheetOf(period, day, town));
            }
            const GridReport* report = ofTown ? ofTown->find(grid.id) : nullptr;
            if (!report && cameTooLate)
                continue;
            into.push_back({grid.id, grid.town, due, report ? report->at : TimePoint{}});
        }
    }
}

} // namespace zs::domain::indicators
