#include "domain/duties/zeroreport/Debts.h"

namespace zs::domain {

void TownDay::add(const GridDay& day)
{
    switch (day.state) {
    case ReportState::NotAsked: return;
    case ReportState::Waiting: ++waiting; break;
    case ReportState::Missing: ++missing; break;
    case ReportState::Zero: ++zero; break;
    case ReportState::Found: ++found; break;
    }
    ++asked;
    findings += day.count;
    if (day.timeliness == Timeliness::Late)
        ++late;
}

void TownDay::add(const TownDay& other)
{
    asked += other.asked;
    zero += other.zero;
    found += other.found;
    missing += other.missing;
    waiting += other.waiting;
    late += other.late;
    findings += other.findings;
}

std::uint64_t sheetOf(const SensitivePeriod& period, DayNumber day, TownId town)
{
    return sheetNumber({period.number, day - period.first, town});
}

GridDay gridDay(const SensitivePeriod& period, const DaySheet* sheet, const Grid& grid, DayNumber day, TimePoint now,
                std::chrono::minutes utcOffset)
{
    if (!period.coversDay(day) || !period.coversTown(grid.town))
        return {};
    if (const GridReport* report = sheet ? sheet->find(grid.id) : nullptr)
        return {report->count > 0 ? ReportState::Found : ReportState::Zero, report->count, report->timeliness,
                !report->earlier.empty()};
    // After the period was closed nobody is asked any more, but what was owed by then stays owed.
    const TimePoint reached = period.stage == PeriodStage::Closed ? period.closedAt : now;
    if (reached < startOf(day, utcOffset))
        return {};
    if (reached > period.dueAt(day, utcOffset))
        return {ReportState::Missing, 0, Timeliness::InTime, false};
    return {period.stage == PeriodStage::Closed ? ReportState::NotAsked : ReportState::Waiting, 0, Timeliness::InTime, false};
}

TownDay townDay(const SensitivePeriod& period, const DaySheet* sheet, std::span<const Grid* const> grids, DayNumber day,
                TimePoint now, std::chrono::minutes utcOffset)
{
    TownDay town;
    for (const Grid* grid : grids)
        town.add(gridDay(period, sheet, *grid, day, now, utcOffset));
    return town;
}

std::vector<GridId> debtors(const SensitivePeriod& period, const DaySheet* sheet, std::span<const Grid* const> grids,
                            DayNumber day, TimePoint now, std::chrono::minutes utcOffset)
{
    std::vector<GridId> owe;
    for (const Grid* grid : grids) {
        const ReportState state = gridDay(period, sheet, *grid, day, now, utcOffset).state;
        if (state == ReportState::Missing || state == ReportState::Waiting)
            owe.push_back(grid->id);
    }
    return owe;
}

} // namespace zs::domain
