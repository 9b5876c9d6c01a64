// 专项行动: for some days every grid in an area is checked for some matters. Coverage = grids checked ÷ grids in the area.
#pragma once

#include "domain/city/City.h"
#include "domain/duties/DutyContext.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

enum class CampaignStage : std::uint8_t { Open, Closed };
constexpr auto enumNames(CampaignStage) { return std::array<std::string_view, 2>{"open", "closed"}; }

struct Campaign {
    static constexpr SubjectKind kind = SubjectKind::Campaign;
    static constexpr int maxDays = 400;
    static constexpr std::size_t maxMatters = 40;

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    CampaignStage stage = CampaignStage::Open;
    std::string name;
    std::string goal;
    std::vector<MatterId> matters;
    std::vector<TownId> towns; ///< empty = the whole city
    DayNumber first = 0, last = 0;
    std::string summary;
    std::string launchedBy;
    TimePoint launchedAt{}, closedAt{};

    bool coversTown(TownId town) const;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("stage", self.stage);
        v("name", self.name);
        v("goal", self.goal, Rule{.max = 200});
        v("matters", self.matters, Rule{.max = maxMatters});
        v("towns", self.towns, Rule{.max = 200});
        v("first", self.first);
        v("last", self.last);
        v("summary", self.summary, Rule{.max = 1000});
        v("launched_by", self.launchedBy);
        v("launched_at", self.launchedAt);
        v("closed_at", self.closedAt);
    }
    bool operator==(const Campaign&) const = default;
};

struct GridCheck {
    GridId grid;
    std::uint16_t checks = 0;   ///< how often
    std::uint16_t findings = 0; ///< of all checks
    TimePoint at{};             ///< the last
    std::vector<CaseId> cases;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grid", self.grid);
        v("checks", self.checks);
        v("findings", self.findings);
        v("at", self.at);
        v("cases", self.cases, Rule{.max = 40});
    }
    bool operator==(const GridCheck&) const = default;
};

/// The checks of a campaign in one town: apart, so that a check doesn't write the whole city's anew.
struct CampaignSheet {
    static constexpr SubjectKind kind = SubjectKind::CampaignSheet;

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    std::vector<GridCheck> grids; ///< by grid

    const GridCheck* find(GridId grid) const;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("grids", self.grids, Rule{.max = 4000});
    }
    bool operator==(const CampaignSheet&) const = default;
};

constexpr std::uint64_t campaignSheetNumber(std::uint64_t campaign, TownId town) { return campaign << 16 | town.value; }
constexpr std::uint64_t campaignOf(std::uint64_t sheet) { return sheet >> 16; }
constexpr TownId townOf(std::uint64_t sheet) { return TownId(static_cast<std::uint16_t>(sheet & 0xffff)); }

struct CampaignCoverage {
    int grids = 0, checked = 0, findings = 0;

    double share() const { return grids > 0 ? static_cast<double>(checked) / grids : 0; }
    void add(const CampaignCoverage& other);
};
/// `sheet` null: nothing checked. `grids`: how many the town has.
CampaignCoverage coverageOf(const CampaignSheet* sheet, int grids);

struct CampaignLaunched {
    using State = Campaign;
    static constexpr std::string_view name = "campaign_launched";
    std::string title;
    std::string goal;
    std::vector<MatterId> matters;
    std::vector<TownId> towns;
    DayNumber first = 0, last = 0;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("title", self.title);
        v("goal", self.goal, Rule{.max = 200, .presence = Presence::Optional});
        v("matters", self.matters, Rule{.max = Campaign::maxMatters});
        v("towns", self.towns, Rule{.max = 200, .presence = Presence::Optional});
        v("first", self.first);
        v("last", self.last);
    }
    bool operator==(const CampaignLaunched&) const = default;
};
struct LaunchCampaign : CampaignLaunched {
    static constexpr std::string_view name = "launch_campaign";
    static constexpr Begins begins = Begins::Numbered;
    static constexpr auto allowed = directors;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct CampaignExtended {
    using State = Campaign;
    static constexpr std::string_view name = "campaign_extended";
    DayNumber last = 0;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("last", self.last);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const CampaignExtended&) const = default;
};
struct ExtendCampaign : CampaignExtended {
    static constexpr std::string_view name = "extend_campaign";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = directors;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

struct CampaignClosed {
    using State = Campaign;
    static constexpr std::string_view name = "campaign_closed";
    std::string summary;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("summary", self.summary, Rule{.max = 1000});
    }
    bool operator==(const CampaignClosed&) const = default;
};
struct CloseCampaign : CampaignClosed {
    static constexpr std::string_view name = "close_campaign";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = directors;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

/// 检查一格: stands on the town's sheet.
struct GridChecked {
    using State = CampaignSheet;
    static constexpr std::string_view name = "grid_checked";
    GridId grid;
    std::uint16_t findings = 0;
    std::string note;
    std::vector<CaseId> cases;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grid", self.grid);
        v("findings", self.findings);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
        v("cases", self.cases, Rule{.max = 20, .presence = Presence::Optional});
    }
    bool operator==(const GridChecked&) const = default;
};
struct CheckGrid : GridChecked {
    static constexpr std::string_view name = "check_grid";
    static constexpr Begins begins = Begins::Lazily;
    static constexpr auto allowed = centreAndField;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

tl::expected<CampaignLaunched, Rejection> decide(const Campaign& state, const LaunchCampaign& command, const DutyContext& context);
tl::expected<CampaignExtended, Rejection> decide(const Campaign& state, const ExtendCampaign& command, const DutyContext& context);
tl::expected<CampaignClosed, Rejection> decide(const Campaign& state, const CloseCampaign& command, const DutyContext& context);
tl::expected<GridChecked, Rejection> decide(const CampaignSheet& state, const CheckGrid& command, const DutyContext& context);
void evolve(Campaign& state, const CampaignLaunched& event, TimePoint at, const std::string& by);
void evolve(Campaign& state, const CampaignExtended& event, TimePoint at, const std::string& by);
void evolve(Campaign& state, const CampaignClosed& event, TimePoint at, const std::string& by);
void evolve(CampaignSheet& state, const GridChecked& event, TimePoint at, const std::string& by);

} // namespace zs::domain
