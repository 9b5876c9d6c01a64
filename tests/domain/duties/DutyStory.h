// Every command on a duty once, in an order in which each is legal in smallCity(): for tests of everything that carries them.
#pragma once

#include "domain/duties/Duties.h"
#include "domain/duties/zeroreport/Debts.h"

#include <map>
#include <set>

namespace zs::domain::test {

/// The duties that decisions ask about, by subject; cases 1…9 exist.
class FixedDuties final : public DutySurroundings {
public:
    bool isCase(CaseId id) const override { return id.value >= 1 && id.value <= 9; }
    const SensitivePeriod* period(std::uint64_t number) const override { return find<SensitivePeriod>(number); }
    const Campaign* campaign(std::uint64_t number) const override { return find<Campaign>(number); }

    const DutyState& of(Subject subject)
    {
        return all.try_emplace(subject, blankDuty(subject)).first->second;
    }
    template <class State>
    const State* find(std::uint64_t number) const
    {
        const auto it = all.find({State::kind, number});
        return it == all.end() ? nullptr : std::get_if<State>(&it->second);
    }

    std::map<Subject, DutyState> all;
};

struct DutyStep {
    Subject subject; ///< number 0: the next of its kind, which is 1
    DutyCommand command;
    TimePoint at{};
};

/// Noon of day 20,600 (2026-05-27) in a city 8 h east of UTC.
inline constexpr DayNumber storyDay = 20'600;
inline constexpr TimePoint storyNoon = startOf(storyDay, std::chrono::minutes(480)) + std::chrono::hours(12);

inline std::vector<DutyStep> dutyStory()
{
    using namespace std::chrono_literals;
    const Subject period{SubjectKind::SensitivePeriod, 1}, sheet{SubjectKind::ZeroReport, sheetNumber({1, 0, TownId(1)})};
    const Subject night{SubjectKind::NightVisit, 1}, meeting{SubjectKind::Consultation, 1}, campaign{SubjectKind::Campaign, 1};
    const Subject checks{SubjectKind::CampaignSheet, campaignSheetNumber(1, TownId(1))};
    const auto fresh = [](SubjectKind kind) { return Subject{kind, 0}; };
    const std::string hash(64, 'a');
    return {
        {fresh(period.kind), OpenPeriod{{"节日安保", "节前", storyDay, storyDay + 6, 18 * 60, {}}}, storyNoon},
        {sheet, RemindGrids{{{GridId(1), GridId(2)}}}, storyNoon + 1h},
        {sheet, ReportDay{GridId(1), 0, "", PersonId(1)}, storyNoon + 2h},
        {sheet, ReportDay{GridId(2), 2, "两处堵塞", {}}, storyNoon + 7h},
        {sheet, CorrectReport{{GridId(2), 1, "一处堵塞", "重复计数"}}, storyNoon + 8h},
        {period, ChangePeriod{{storyDay + 3, 17 * 60, "提前结束"}}, storyNoon + 8h},
        {period, ClosePeriod{{"全部报齐"}}, storyNoon + 9h},
        {fresh(night.kind), PlanNight{{TownId(1), storyDay, "老街片区", "出租屋用电", {PersonId(1), PersonId(2)}, {AgencyId(2)}, 30}}, storyNoon},
        {night, BeginNight{}, storyNoon + 8h},
        {night, CheckIn{{PersonId(1)}}, storyNoon + 8h + 20min},
        {night, RecordPlace{{PlaceCategory::Rental, GridId(1), 2, "飞线充电", {CaseId(3)}}}, storyNoon + 8h + 30min},
        {night, CloseNight{{"走访一处", {{"整改飞线", AgencyId(1), storyDay + 3}}}}, storyNoon + 10h},
        {night, FinishNightFollowUp{{0, "已拆除"}}, storyNoon + 30h},
        {fresh(night.kind), PlanNight{{TownId(1), storyDay + 1, "", "夜市", {PersonId(3)}, {}, 60}}, storyNoon},
        {{night.kind, 2}, CancelNight{{"暴雨"}}, storyNoon + 5h},
        {fresh(meeting.kind), CallConsultation{{"欠薪群体", "二楼会议室", {}, storyNoon + 20h, {CaseId(1), CaseId(2)}, {AgencyId(2), AgencyId(3)}}}, storyNoon},
        {meeting, SetAgenda{{{CaseId(1), CaseId(4)}, {AgencyId(2)}}}, storyNoon + 1h},
        {meeting, HoldConsultation{{{AgencyId(2)}}}, storyNoon + 20h},
        {meeting, DecideTask{{CaseId(4), AgencyId(2), "约谈用人单位", storyDay + 2}}, storyNoon + 21h},
        {meeting, FinishTask{{0, "已约谈，三日内付清"}}, storyNoon + 30h},
        {meeting, CloseConsultation{{"转常规跟踪"}}, storyNoon + 31h},
        {fresh(meeting.kind), CallConsultation{{"积水", "", TownId(1), storyNoon + 40h, {CaseId(5)}, {AgencyId(1)}}}, storyNoon},
        {{meeting.kind, 2}, CancelConsultation{{"已消除"}}, storyNoon + 1h},
        {fresh(campaign.kind), LaunchCampaign{{"电动车专项", "清飞线", {MatterId(2)}, {TownId(1)}, storyDay, storyDay + 10}}, storyNoon},
        {checks, CheckGrid{{GridId(2), 3, "三辆入楼", {CaseId(6)}}}, storyNoon + 2h},
        {checks, CheckGrid{{GridId(2), 1, "", {}}}, storyNoon + 26h},
        {campaign, ExtendCampaign{{storyDay + 20, "覆盖不足"}}, storyNoon + 27h},
        {campaign, CloseCampaign{{"一半网格已查"}}, storyNoon + 28h},
        {referenceSubject(ReferenceKind::Catalogue), Publish{{ReferenceKind::Catalogue, 1, hash, 2, "调整牵头单位"}, "{}"}, storyNoon},
    };
}

} // namespace zs::domain::test
