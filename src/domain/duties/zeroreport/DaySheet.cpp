#include "domain/duties/zeroreport/DaySheet.h"

#include "domain/duties/DutyRules.h"
#include "domain/duties/zeroreport/SensitivePeriod.h"

#include <algorithm>

namespace zs::domain {

namespace {

struct Day {
    const SensitivePeriod* period = nullptr;
    DayNumber day = 0;
    TownId town;
};

/// The day that a sheet is of, or why nothing can be done with it now.
tl::expected<Day, Rejection> openDay(const DaySheet& state, const DutyContext& context)
{
    const SheetPlace place = sheetPlace(state.number);
    const SensitivePeriod* period = context.surroundings.period(place.period);
    if (!period || state.number != sheetNumber(place))
        return refuse("zero.period", "没有这个敏感时段。", "There is no such sensitive period.");
    const DayNumber day = period->first + place.day;
    if (!period->coversDay(day) || !period->coversTown(place.town) || !context.city.town(place.town))
        return refuse("zero.scope", "这一天或这个镇街不在敏感时段之内。", "That day or that town isn't part of the sensitive period.");
    if (period->stage == PeriodStage::Closed)
        return refuse("period.closed", "这个敏感时段已经结束。", "This sensitive period is closed.");
    if (auto bad = mustCoverTown(context, place.town))
        return Refused(*bad);
    if (context.now < startOf(day, context.city.utcOffset))
        return refuse("zero.early", "这一天还没有开始，不能提前报。", "That day hasn't begun; nothing can be reported ahead.");
    return Day{period, day, place.town};
}

std::optional<Rejection> checkGrid(const Day& day, GridId id, const DutyContext& context)
{
    const Grid* grid = context.city.grid(id);
    if (!grid || grid->town != day.town)
        return Rejection{"zero.grid", {"这个镇街没有这个网格。", "This town has no such grid."}, {}};
    return std::nullopt;
}

std::optional<Rejection> checkFigures(std::uint16_t count, const std::string& note)
{
    if (count > 999)
        return Rejection{"zero.count", {"一天一格最多报 999 件。", "At most 999 a grid and day."}, {}};
    return checkDutyText(note, 0, 200, "说明", "The note");
}

} // namespace

const GridReport* DaySheet::find(GridId grid) const
{
    const auto it = std::ranges::lower_bound(reports, grid, {}, &GridReport::grid);
    return it != reports.end() && it->grid == grid ? &*it : nullptr;
}

TimePoint DaySheet::remindedAt(GridId grid) const
{
    for (auto it = reminders.rbegin(); it != reminders.rend(); ++it)
        if (std::ranges::find(it->grids, grid) != it->grids.end())
            return it->at;
    return {};
}

tl::expected<DayReported, Rejection> decide(const DaySheet& state, const ReportDay& command, const DutyContext& context)
{
    const auto day = openDay(state, context);
    if (!day)
        return Refused(day.error());
    if (auto bad = checkGrid(*day, command.grid, context))
        return Refused(*bad);
    if (state.find(command.grid))
        return refuse("zero.twice", "这个网格当天已经报过；有误请更正。", "This grid has reported that day already: correct it instead.");
    if (auto bad = checkFigures(command.count, command.note))
        return Refused(*bad);
    if (command.person && !context.city.person(command.person))
        return refuse("zero.person", "没有这名网格员。", "There is no such grid officer.");
    const bool late = context.now > day->period->dueAt(day->day, context.city.utcOffset);
    return DayReported{command.grid, command.count, command.note, command.person, late ? Timeliness::Late : Timeliness::InTime};
}

tl::expected<ReportCorrected, Rejection> decide(const DaySheet& state, const CorrectReport& command, const DutyContext& context)
{
    const auto day = openDay(state, context);
    if (!day)
        return Refused(day.error());
    if (auto bad = checkGrid(*day, command.grid, context))
        return Refused(*bad);
    const GridReport* report = state.find(command.grid);
    if (!report)
        return refuse("zero.nothing", "这个网格当天还没有报，没有可更正的。", "This grid hasn't reported that day; there is nothing to correct.");
    if (report->earlier.size() >= DaySheet::maxCorrections)
        return refuse("zero.corrections", "更正次数过多，请在备注中说明。", "It was corrected too often already.");
    if (auto bad = checkFigures(command.count, command.note))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.reason, 1, 200, "更正原因", "The reason of the correction"))
        return Refused(*bad);
    if (report->count == command.count && report->note == command.note)
        return refuse("zero.same", "与已报内容相同。", "That is what was reported already.");
    return static_cast<const ReportCorrected&>(command);
}

tl::expected<GridsReminded, Rejection> decide(const DaySheet& state, const RemindGrids& command, const DutyContext& context)
{
    const auto day = openDay(state, context);
    if (!day)
        return Refused(day.error());
    if (command.grids.empty())
        return refuse("zero.nobody", "没有要催报的网格。", "There is no grid to remind.");
    if (holdsTwice(std::span<const GridId>(command.grids)))
        return refuse("zero.grid_twice", "同一个网格写了两次。", "A grid is named twice.");
    for (const GridId grid : command.grids) {
        if (auto bad = checkGrid(*day, grid, context))
            return Refused(*bad);
        if (state.find(grid))
            return refuse("zero.paid", "其中有网格已经报了，不用催。", "One of these grids has reported already.");
    }
    if (state.reminders.size() >= DaySheet::maxReminders)
        return refuse("zero.reminders", "今天已催报多次，请电话联系或派员。", "They were reminded often enough: call them, or send somebody.");
    return static_cast<const GridsReminded&>(command);
}

void evolve(DaySheet& state, const DayReported& event, TimePoint at, const std::string& by)
{
    const auto place = std::ranges::lower_bound(state.reports, event.grid, {}, &GridReport::grid);
    state.reports.insert(place, {event.grid, event.count, event.note, event.person, by, at, {}, event.timeliness, {}});
}

void evolve(DaySheet& state, const ReportCorrected& event, TimePoint at, const std::string& by)
{
    const auto it = std::ranges::lower_bound(state.reports, event.grid, {}, &GridReport::grid);
    if (it == state.reports.end() || it->grid != event.grid)
        return;
    const TimePoint said = it->earlier.empty() ? it->at : it->correctedAt;
    it->earlier.push_back({it->count, it->note, event.reason, it->by, said});
    it->count = event.count;
    it->note = event.note;
    it->by = by;
    it->correctedAt = at;
}

void evolve(DaySheet& state, const GridsReminded& event, TimePoint at, const std::string& by)
{
    state.reminders.push_back({at, by, event.grids});
}

} // namespace zs::domain
