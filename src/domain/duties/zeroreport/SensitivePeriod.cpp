#include "domain/duties/zeroreport/SensitivePeriod.h"

#include "domain/duties/DutyRules.h"

#include <algorithm>

namespace zs::domain {

namespace {

std::optional<Rejection> checkDue(std::uint16_t minute)
{
    if (minute < 1 || minute > 24 * 60)
        return Rejection{"period.due", {"截止时刻应在 00:01 到 24:00 之间。", "The time of day must be between 00:01 and 24:00."}, {}};
    return std::nullopt;
}

/// Nobody was asked to report by an hour that is over: every grid would be late at once.
std::optional<Rejection> checkHour(const DutyContext& context, DayNumber first, DayNumber last, std::uint16_t minute)
{
    const DayNumber today = dayNumber(context.now, context.city.utcOffset);
    if (today < first || today > last || context.now < startOf(today, context.city.utcOffset) + std::chrono::minutes(minute))
        return std::nullopt;
    return Rejection{"period.hour_past",
                     {"今天的截止时刻已过，所有网格会立即缺报；请从明天开始，或把时刻定晚些。",
                      "Today's hour is past and every grid would be late at once: begin tomorrow, or set a later hour."},
                     {}};
}

std::optional<Rejection> mustBeOpen(const SensitivePeriod& state)
{
    if (state.stage == PeriodStage::Closed)
        return Rejection{"period.closed", {"这个敏感时段已经结束。", "This sensitive period is closed."}, {}};
    return std::nullopt;
}

} // namespace

bool SensitivePeriod::coversTown(TownId town) const { return towns.empty() || std::ranges::find(towns, town) != towns.end(); }

tl::expected<PeriodOpened, Rejection> decide(const SensitivePeriod&, const OpenPeriod& command, const DutyContext& context)
{
    if (auto bad = checkDutyText(command.title, 1, 40, "名称", "The name"))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.reason, 0, 200, "事由", "The reason"))
        return Refused(*bad);
    if (auto bad = checkDays(context, command.first, command.last, SensitivePeriod::maxDays))
        return Refused(*bad);
    // Days that were over before anybody was asked to report would all be missing.
    if (command.first < dayNumber(context.now, context.city.utcOffset))
        return refuse("period.past", "敏感时段不能从过去的日期开始。", "A sensitive period can't begin on a day that is over.");
    if (auto bad = checkDue(command.dueMinute))
        return Refused(*bad);
    if (auto bad = checkHour(context, command.first, command.last, command.dueMinute))
        return Refused(*bad);
    if (auto bad = checkTowns(context, command.towns))
        return Refused(*bad);
    if (auto bad = mustCoverTowns(context, command.towns))
        return Refused(*bad);
    return static_cast<const PeriodOpened&>(command);
}

tl::expected<PeriodChanged, Rejection> decide(const SensitivePeriod& state, const ChangePeriod& command, const DutyContext& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustCoverTowns(context, state.towns))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.reason, 1, 200, "事由", "The reason"))
        return Refused(*bad);
    if (auto bad = checkDays(context, state.first, command.last, SensitivePeriod::maxDays))
        return Refused(*bad);
    if (auto bad = checkDue(command.dueMinute))
        return Refused(*bad);
    const bool wasToCome = !checkHour(context, state.first, state.last, state.dueMinute);
    if (auto bad = checkHour(context, state.first, command.last, command.dueMinute); bad && wasToCome)
        return Refused(*bad);
    if (command.last == state.last && command.dueMinute == state.dueMinute)
        return refuse("period.same", "没有要改的。", "Nothing would change.");
    return static_cast<const PeriodChanged&>(command);
}

tl::expected<PeriodClosed, Rejection> decide(const SensitivePeriod& state, const ClosePeriod& command, const DutyContext& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustCoverTowns(context, state.towns))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.summary, 1, 1000, "小结", "The summary"))
        return Refused(*bad);
    return static_cast<const PeriodClosed&>(command);
}

void evolve(SensitivePeriod& state, const PeriodOpened& event, TimePoint at, const std::string& by)
{
    state.name = event.title;
    state.reason = event.reason;
    state.first = event.first;
    state.last = event.last;
    state.dueMinute = event.dueMinute;
    state.towns = event.towns;
    state.openedAt = at;
    state.openedBy = by;
}

void evolve(SensitivePeriod& state, const PeriodChanged& event, TimePoint, const std::string&)
{
    state.last = event.last;
    state.dueMinute = event.dueMinute;
}

void evolve(SensitivePeriod& state, const PeriodClosed& event, TimePoint at, const std::string& by)
{
    state.stage = PeriodStage::Closed;
    state.summary = event.summary;
    state.closedAt = at;
    state.closedBy = by;
}

} // namespace zs::domain
