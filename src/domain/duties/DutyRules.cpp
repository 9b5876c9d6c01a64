#include "domain/duties/DutyRules.h"

#include "domain/cases/PersonalNumbers.h"

#include <algorithm>

namespace zs::domain {

namespace {

/// Levels of the centre; who is below directs nothing that reaches further.
std::optional<Rejection> mustBeOfLevel(const DutyContext& context, Level level)
{
    if (context.actor.level >= level)
        return std::nullopt;
    const LocalText name = levelName(level);
    return Rejection{"duty.level",
                     {"这项工作须由" + name.zh + "或以上中心办理。", "This is for a centre of the " + name.en + " level or above."},
                     {}};
}

Level lowestAboveTowns(const City& city)
{
    const auto above = std::ranges::find_if(city.levels, [](Level level) { return level > Level::Town; });
    return above == city.levels.end() ? Level::City : *above;
}

LocalText nameOf(Role role)
{
    switch (role) {
    case Role::DutyOfficer: return {"值班员", "duty officer"};
    case Role::Dispatcher: return {"调度员", "dispatcher"};
    case Role::Supervisor: return {"督办员", "supervisor"};
    case Role::Leader: return {"领导", "leader"};
    case Role::Agency: return {"责任单位", "agency"};
    case Role::FieldApp: return {"网格员应用", "field app"};
    case Role::Intake: return {"外部受理系统", "intake system"};
    }
    return {};
}

} // namespace

std::optional<Rejection> checkDutyText(std::string_view text, std::size_t min, std::size_t max, std::string_view zhName,
                                       std::string_view enName)
{
    if (auto bad = checkForm(text, min, max, zhName, enName))
        return bad;
    if (holdsPersonalNumber(text)) {
        Rejection r;
        r.code = "text.personal";
        r.sentence.zh.append(zhName).append("里不能有电话或证件号码，也不要写居民姓名。");
        r.sentence.en.append(enName).append(" must not hold a telephone or identity number, nor a resident's name.");
        return r;
    }
    return std::nullopt;
}

std::optional<Rejection> mustCoverTown(const DutyContext& context, TownId town)
{
    if (auto bad = mustBeOfLevel(context, town ? Level::Town : Level::City))
        return bad;
    if (context.actor.town.isNone() || context.actor.town == town)
        return std::nullopt;
    const Town* own = context.city.town(context.actor.town);
    Rejection r{"duty.town", {"这个岗位只管", "This desk acts only for "}, {}};
    r.sentence.zh.append(own ? own->name.zh : std::string("本镇街")).append("的工作；全市的由市级中心办理。");
    r.sentence.en.append(own ? own->name.en : std::string("its own town")).append("; what concerns others is done by the city's centre.");
    return r;
}

std::optional<Rejection> mustCoverTowns(const DutyContext& context, std::span<const TownId> towns)
{
    if (towns.empty())
        return mustCoverTown(context, TownId{});
    if (towns.size() > 1)
        if (auto bad = mustBeOfLevel(context, lowestAboveTowns(context.city)))
            return bad;
    for (const TownId town : towns)
        if (auto bad = mustCoverTown(context, town))
            return bad;
    return std::nullopt;
}

std::optional<Rejection> checkTowns(const DutyContext& context, std::span<const TownId> towns)
{
    if (std::ranges::any_of(towns, [&](TownId t) { return context.city.town(t) == nullptr; }))
        return Rejection{"duty.town_unknown", {"没有这个镇街。", "There is no such town."}, {}};
    if (holdsTwice(towns))
        return Rejection{"duty.town_twice", {"同一个镇街写了两次。", "A town is named twice."}, {}};
    return std::nullopt;
}

std::optional<Rejection> checkAgencies(const DutyContext& context, std::span<const AgencyId> agencies, std::size_t max)
{
    if (std::ranges::any_of(agencies, [&](AgencyId a) { return context.city.agency(a) == nullptr; }))
        return Rejection{"duty.agency_unknown", {"没有这个单位。", "There is no such agency."}, {}};
    if (holdsTwice(agencies))
        return Rejection{"duty.agency_twice", {"同一个单位写了两次。", "An agency is named twice."}, {}};
    if (agencies.size() > max)
        return Rejection{"duty.agencies_many",
                         {"最多 " + std::to_string(max) + " 个单位。", "At most " + std::to_string(max) + " agencies."}, {}};
    return std::nullopt;
}

std::optional<Rejection> checkCases(const DutyContext& context, std::span<const CaseId> cases, std::size_t max)
{
    for (const CaseId id : cases)
        if (id.isNone() || !context.surroundings.isCase(id))
            return Rejection{"duty.case_unknown",
                             {"没有事件 " + displayNumber(id) + "。", "There is no case " + displayNumber(id) + "."}, {}};
    if (holdsTwice(cases))
        return Rejection{"duty.case_twice", {"同一个事件写了两次。", "A case is named twice."}, {}};
    if (cases.size() > max)
        return Rejection{"duty.cases_many",
                         {"最多 " + std::to_string(max) + " 个事件。", "At most " + std::to_string(max) + " cases."}, {}};
    return std::nullopt;
}

std::optional<Rejection> mustBeAgency(const DutyContext& context, AgencyId agency)
{
    if (context.actor.agency.isNone() || context.actor.agency == agency)
        return std::nullopt;
    const Agency* owner = context.city.agency(agency);
    Rejection r{"duty.agency", {"这件事由", "This is for "}, agency};
    r.sentence.zh.append(owner ? owner->name.zh : std::string("另一单位")).append("办理，其他单位不能代答。");
    r.sentence.en.append(owner ? owner->name.en : std::string("another agency")).append(" to answer, and for nobody else.");
    return r;
}

std::optional<Rejection> checkDays(const DutyContext& context, DayNumber first, DayNumber last, int maxDays)
{
    if (last < first)
        return Rejection{"duty.days_order", {"结束日期早于开始日期。", "The last day is before the first."}, {}};
    if (last - first >= maxDays)
        return Rejection{"duty.days_many",
                         {"最长 " + std::to_string(maxDays) + " 天。", "At most " + std::to_string(maxDays) + " days."}, {}};
    if (last < dayNumber(context.now, context.city.utcOffset))
        return Rejection{"duty.days_past", {"这段日期已经过去。", "Those days are past."}, {}};
    return std::nullopt;
}

LocalText rolesText(std::span<const Role> roles)
{
    LocalText text;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const LocalText name = nameOf(roles[i]);
        text.zh.append(i == 0 ? "" : "、").append(name.zh);
        text.en.append(i == 0 ? "" : i + 1 == roles.size() ? " or " : ", ").append(name.en);
    }
    return text;
}

} // namespace zs::domain
