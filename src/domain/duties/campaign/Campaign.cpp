#include "domain/duties/campaign/Campaign.h"

#include "domain/duties/DutyRules.h"

#include <algorithm>

namespace zs::domain {

namespace {

std::optional<Rejection> mustBeOpen(const Campaign& state)
{
    if (state.stage == CampaignStage::Closed)
        return Rejection{"campaign.closed", {"这个专项行动已经结束。", "This campaign is closed."}, {}};
    return std::nullopt;
}

constexpr std::size_t maxCasesOfGrid = 40;

} // namespace

bool Campaign::coversTown(TownId town) const { return towns.empty() || std::ranges::find(towns, town) != towns.end(); }

const GridCheck* CampaignSheet::find(GridId grid) const
{
    const auto it = std::ranges::lower_bound(grids, grid, {}, &GridCheck::grid);
    return it != grids.end() && it->grid == grid ? &*it : nullptr;
}

void CampaignCoverage::add(const CampaignCoverage& other)
{
    grids += other.grids;
    checked += other.checked;
    findings += other.findings;
}

CampaignCoverage coverageOf(const CampaignSheet* sheet, int grids)
{
    CampaignCoverage coverage{grids, 0, 0};
    if (!sheet)
        return coverage;
    coverage.checked = static_cast<int>(sheet->grids.size());
    for (const GridCheck& check : sheet->grids)
        coverage.findings += check.findings;
    return coverage;
}

tl::expected<CampaignLaunched, Rejection> decide(const Campaign&, const LaunchCampaign& command, const DutyContext& context)
{
    if (auto bad = checkDutyText(command.title, 1, 40, "名称", "The name"))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.goal, 0, 200, "目标", "The goal"))
        return Refused(*bad);
    if (command.matters.empty() || command.matters.size() > Campaign::maxMatters)
        return refuse("campaign.matters", "专项行动要有 1 到 40 个事项。", "A campaign needs 1 to 40 matters.");
    for (const MatterId matter : command.matters)
        if (!context.city.matter(matter))
            return refuse("campaign.matter", "没有这个入格事项。", "There is no such matter.");
    if (holdsTwice(std::span<const MatterId>(command.matters)))
        return refuse("campaign.matter_twice", "同一个事项写了两次。", "A matter is named twice.");
    if (auto bad = checkTowns(context, command.towns))
        return Refused(*bad);
    if (auto bad = mustCoverTowns(context, command.towns))
        return Refused(*bad);
    if (auto bad = checkDays(context, command.first, command.last, Campaign::maxDays))
        return Refused(*bad);
    return static_cast<const CampaignLaunched&>(command);
}

tl::expected<CampaignExtended, Rejection> decide(const Campaign& state, const ExtendCampaign& command, const DutyContext& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustCoverTowns(context, state.towns))
        return Refused(*bad);
    if (command.last <= state.last)
        return refuse("campaign.shorter", "新的结束日期应在原日期之后。", "The new last day must be after the present one.");
    if (auto bad = checkDays(context, state.first, command.last, Campaign::maxDays))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.reason, 1, 200, "原因", "The reason"))
        return Refused(*bad);
    return static_cast<const CampaignExtended&>(command);
}

tl::expected<CampaignClosed, Rejection> decide(const Campaign& state, const CloseCampaign& command, const DutyContext& context)
{
    if (auto bad = mustBeOpen(state))
        return Refused(*bad);
    if (auto bad = mustCoverTowns(context, state.towns))
        return Refused(*bad);
    if (auto bad = checkDutyText(command.summary, 1, 1000, "小结", "The summary"))
        return Refused(*bad);
    return static_cast<const CampaignClosed&>(command);
}

tl::expected<GridChecked, Rejection> decide(const CampaignSheet& state, const CheckGrid& command, const DutyContext& context)
{
    const Campaign* campaign = context.surroundings.campaign(campaignOf(state.number));
    if (!campaign)
        return refuse("campaign.unknown", "没有这个专项行动。", "There is no such campaign.");
    if (auto bad = mustBeOpen(*campaign))
        return Refused(*bad);
    const TownId town = townOf(state.number);
    const Grid* grid = context.city.grid(command.grid);
    if (!grid || grid->town != town || !campaign->coversTown(town))
        return refuse("campaign.grid", "这个网格不在专项行动的范围内。", "That grid isn't part of the campaign.");
    if (auto bad = mustCoverTown(context, town))
        return Refused(*bad);
    const DayNumber today = dayNumber(context.now, context.city.utcOffset);
    if (today < campaign->first || today > campaign->last)
        return refuse("campaign.days", "今天不在专项行动的日期内；需要时先延长。", "Today isn't one of the campaign's days; extend it first if need be.");
    if (command.findings > 999)
        return refuse("campaign.findings", "一次最多记 999 个问题。", "At most 999 findings a check.");
    if (auto bad = checkDutyText(command.note, 0, 200, "说明", "The note"))
        return Refused(*bad);
    if (auto bad = checkCases(context, command.cases, 20))
        return Refused(*bad);
    const GridCheck* before = state.find(command.grid);
    if (before && before->cases.size() + command.cases.size() > maxCasesOfGrid)
        return refuse("campaign.cases", "一个网格最多关联 40 个事件。", "At most 40 cases a grid.");
    if (before && (before->findings + command.findings > 60'000 || before->checks > 60'000))
        return refuse("campaign.checks", "这个网格检查次数过多。", "That grid was checked too often.");
    return static_cast<const GridChecked&>(command);
}

void evolve(Campaign& state, const CampaignLaunched& event, TimePoint at, const std::string& by)
{
    state.name = event.title;
    state.goal = event.goal;
    state.matters = event.matters;
    state.towns = event.towns;
    state.first = event.first;
    state.last = event.last;
    state.launchedAt = at;
    state.launchedBy = by;
}

void evolve(Campaign& state, const CampaignExtended& event, TimePoint, const std::string&) { state.last = event.last; }

void evolve(Campaign& state, const CampaignClosed& event, TimePoint at, const std::string&)
{
    state.stage = CampaignStage::Closed;
    state.summary = event.summary;
    state.closedAt = at;
}

void evolve(CampaignSheet& state, const GridChecked& event, TimePoint at, const std::string&)
{
    auto it = std::ranges::lower_bound(state.grids, event.grid, {}, &GridCheck::grid);
    if (it == state.grids.end() || it->grid != event.grid)
        it = state.grids.insert(it, {event.grid, 0, 0, {}, {}});
    it->checks = static_cast<std::uint16_t>(it->checks + 1);
    it->findings = static_cast<std::uint16_t>(it->findings + event.findings);
    it->at = at;
    it->cases.insert(it->cases.end(), event.cases.begin(), event.cases.end());
}

} // namespace zs::domain
