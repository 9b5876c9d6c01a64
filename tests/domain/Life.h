// Everything that can be done with a case, for tests that try all of it: a city in which every command can be legal, who acts,
// and the commands of each family, sensible ones and silly ones.
#pragma once

#include "tests/domain/CityFixture.h"

#include <random>
#include <string>
#include <vector>

namespace zs::domain::test {

/// smallCity() with police (4), a second town with grid 3, and a mediator (person 4). City and town have centres.
inline City lifeCity()
{
    City city = smallCity();
    city.towns.push_back({TownId(2), "441900002", {"乙镇", "Yi"}, {113.6, 22.9}, {}});
    city.communities.push_back({CommunityId(2), "441900002001", {"乙一", "Yi 1"}, TownId(2)});
    city.grids.push_back({GridId(3), "441900002001001", {"乙01", "Yi 01"}, TownId(2), CommunityId(2), {113.6, 22.9}, {}});
    city.agencies.push_back({AgencyId(4), "police", {"公安局", "Police"}, {"公安", "Police"}, AgencyKind::Police,
                             {CaseKind::Dispute, CaseKind::Request}, MediationRule::None});
    Person mediator = city.people.front();
    mediator.id = PersonId(4);
    mediator.name = {"陈静", "Chen Jing"};
    mediator.role = PersonRole::Mediator;
    city.people.push_back(mediator);
    city.levels = {Level::Town, Level::City};
    return city;
}

/// One of each role, with and without bonds. Seats of one person share a name: only who is the same person matters.
inline std::vector<Actor> lifeActors()
{
    return {{"duty-1", Role::DutyOfficer}, {"console-1", Role::Dispatcher}, {"supervisor-1", Role::Supervisor},
            {"leader-1", Role::Leader}, {"agency-1", Role::Agency}, {"agency-1", Role::Agency, Level::City, AgencyId(2)},
            {"field-1", Role::FieldApp}, {"intake-1", Role::Intake}, {"console-1", Role::Dispatcher, Level::Town, {}, TownId(1)},
            {"supervisor-1", Role::Supervisor, Level::Town, {}, TownId(2)},
            // The one that is whistled and decides on confirmations, and the one that is asked to help.
            {"court-1", Role::Agency, Level::City, AgencyId(3)}, {"police-1", Role::Agency, Level::City, AgencyId(4)}};
}

enum class Family { Core, Requests, Whistles, Supervision, Mediation, Relations };

struct LifeCommand {
    Family family;
    CaseCommand command;
};

inline constexpr CaseId parentCase{99}, mergedCase{98}, closedCase{97};

/// `now` as given to decide().
inline std::vector<LifeCommand> lifeCommands(TimePoint now)
{
    using namespace std::chrono_literals;
    using F = Family;
    const LimitSpan hour{1, LimitUnit::WorkingMinutes};
    const LimitSpan none{};
    const TimePoint soon = now + 48h;
    const Receive walkIn{CaseKind::Dispute, Channel::WalkIn, "噪声", "夜间施工", {113.5, 22.9}, {}, Priority::Normal, "王小明", "13812345678"};
    Receive handover = walkIn, court = walkIn, untitled = walkIn, outside = walkIn, elsewhere = walkIn;
    handover.channel = Channel::PoliceHandover;
    handover.reporterPhone.clear();
    court.channel = Channel::CourtReferral;
    untitled.title.clear();
    outside.place = {0, 0};
    elsewhere.grid = GridId(3);
    Receive again = walkIn, repeated = walkIn, unheard = walkIn;
    again.duplicateOf = parentCase;
    repeated.duplicateOf = closedCase;
    unheard.duplicateOf = CaseId(5);
    return {
        {F::Core, walkIn}, {F::Core, handover}, {F::Core, court}, {F::Core, untitled}, {F::Core, outside}, {F::Core, elsewhere},
        {F::Core, Classify{MatterId(1), Priority::High}}, {F::Core, Classify{MatterId(2), Priority::Urgent}}, {F::Core, Classify{MatterId(99), {}}},
        {F::Core, Decline{DeclineGround::NotOurDuty, "请向法院起诉"}}, {F::Core, Decline{DeclineGround::None, "x"}}, {F::Core, Decline{DeclineGround::Other, ""}},
        {F::Core, RulePolice{CallNature::PoliceMatter, Priority::High, "有人受伤"}}, {F::Core, RulePolice{CallNature::Civil, Priority::Urgent, "矛盾激化"}},
        {F::Core, RulePolice{CallNature::Civil, Priority::Normal, "普通纠纷"}},
        {F::Core, Route{AgencyId(2), {}, ""}}, {F::Core, Route{AgencyId(3), {}, ""}}, {F::Core, Route{AgencyId(1), {AgencyId(2), AgencyId(4)}, "协办"}},
        {F::Core, Route{AgencyId(9), {}, ""}}, {F::Core, Route{AgencyId(1), {AgencyId(2), AgencyId(2)}, ""}},
        {F::Core, Reroute{AgencyId(1), {}, "改由中心"}}, {F::Core, Reroute{AgencyId(2), {}, "属司法"}}, {F::Core, Reroute{AgencyId(2), {}, ""}},
        {F::Core, Accept{}}, {F::Core, Return{"不属本单位"}}, {F::Core, Return{""}},
        {F::Core, Dispatch{PersonId(1), ""}}, {F::Core, Dispatch{PersonId(2), "带声级计"}}, {F::Core, Dispatch{PersonId(3), ""}}, {F::Core, Dispatch{PersonId(77), ""}},
        {F::Core, Acknowledge{PersonId(1)}}, {F::Core, Acknowledge{PersonId(2)}}, {F::Core, Arrive{PersonId(1)}}, {F::Core, Arrive{PersonId(2)}},
        {F::Core, Finish{PersonId(1), Outcome::Settled, "双方和解"}}, {F::Core, Finish{PersonId(2), Outcome::Resolved, "已整改"}},
        {F::Core, Finish{{}, Outcome::Resolved, "电话答复"}}, {F::Core, Finish{PersonId(1), Outcome::Settled, ""}},
        {F::Core, Rework{"材料不全"}}, {F::Core, Reopen{"又来反映"}},
        {F::Core, Rate{Satisfaction::Satisfied, ""}}, {F::Core, Rate{Satisfaction::None, ""}},
        {F::Core, FollowUp{FollowUpResult::Satisfied, ""}}, {F::Core, FollowUp{FollowUpResult::Dissatisfied, "没有解决"}},
        {F::Core, FollowUp{FollowUpResult::Unreachable, ""}}, {F::Core, FollowUp{FollowUpResult::None, ""}},
        {F::Core, Archive{}},
        {F::Requests, AskExtension{{3, LimitUnit::WorkingDays}, "待鉴定"}}, {F::Requests, AskExtension{none, "x"}}, {F::Requests, AskSuspension{soon, "当事人外出"}},
        {F::Requests, AskSuspension{now, "x"}}, {F::Requests, AskEscalation{Level::City, "跨镇"}}, {F::Requests, AskEscalation{Level::County, "x"}},
        {F::Requests, Approve{"同意"}}, {F::Requests, Deny{"理由不足"}}, {F::Requests, Deny{""}},
        {F::Requests, Suspend{"等鉴定", soon}}, {F::Requests, Suspend{"x", now + 24h * 400}}, {F::Requests, Resume{""}},
        {F::Requests, Escalate{Level::City, "本级难以化解"}}, {F::Requests, Escalate{Level::Grid, "x"}},
        {F::Whistles, Whistle{{AgencyId(3)}, hour, "联合处置"}}, {F::Whistles, Whistle{{AgencyId(3), AgencyId(2)}, none, "x"}}, {F::Whistles, Whistle{{}, hour, "x"}},
        {F::Whistles, ReportIn{AgencyId(3), "已到"}}, {F::Whistles, ReportIn{AgencyId(2), ""}}, {F::Whistles, StandDown{AgencyId(3), ""}},
        {F::Supervision, Supervise{SupervisionRung::Reminder, AgencyId(2), hour, "超期"}}, {F::Supervision, Supervise{SupervisionRung::Circular, AgencyId(2), hour, "仍未办"}},
        {F::Supervision, Supervise{SupervisionRung::Urge, AgencyId(4), hour, "x"}}, {F::Supervision, AnswerSupervision{AgencyId(2), "已安排专人"}},
        {F::Mediation, OpenMediation{MediationKind::Police, MediationForce::FullTime, PersonId(4), Consent::BothSides}},
        {F::Mediation, OpenMediation{MediationKind::Court, MediationForce::Lawyer, PersonId(4), Consent::None}},
        {F::Mediation, OpenMediation{MediationKind::People, MediationForce::Invited, PersonId(1), Consent::BothSides}},
        {F::Mediation, ProlongMediation{{20, LimitUnit::NaturalDays}, Consent::BothSides, "等评估结论"}},
        {F::Mediation, ProlongMediation{{20, LimitUnit::NaturalDays}, Consent::None, "x"}}, {F::Mediation, ProlongMediation{{31, LimitUnit::NaturalDays}, Consent::BothSides, "x"}},
        {F::Mediation, CloseMediation{MediationResult::Settled, "分期履行"}}, {F::Mediation, CloseMediation{MediationResult::Failed, "未达成"}},
        {F::Mediation, CloseMediation{MediationResult::None, "x"}}, {F::Mediation, AskConfirmation{}},
        {F::Mediation, RecordConfirmation{Confirmation::Confirmed}}, {F::Mediation, RecordConfirmation{Confirmation::Refused}}, {F::Mediation, RecordConfirmation{Confirmation::None}},
        {F::Relations, again}, {F::Relations, repeated}, {F::Relations, unheard},
        {F::Relations, Merge{parentCase, "同一件事"}}, {F::Relations, Merge{CaseId(1), ""}}, {F::Relations, Merge{mergedCase, ""}}, {F::Relations, Merge{closedCase, ""}},
        {F::Relations, Merge{CaseId(5), ""}}, {F::Relations, Unmerge{"不是同一件"}}, {F::Relations, Link{parentCase, LinkKind::Repeat}}, {F::Relations, Link{CaseId(1), {}}},
        {F::Relations, Link{CaseId(5), {}}}, {F::Relations, Unlink{parentCase}}, {F::Relations, Note{"回电"}}, {F::Relations, Note{"\x01"}}, {F::Relations, Note{"回电13900008000"}},
        {F::Relations, Attach{"现场.jpg", "image/jpeg", 1024, std::string(64, 'a')}}, {F::Relations, Attach{"现场.jpg", "jpeg", 1024, std::string(64, 'a')}},
        {F::Relations, Attach{"现场.jpg", "image/jpeg", 0, std::string(64, 'a')}}, {F::Relations, Attach{"现场.jpg", "image/jpeg", 1, "A"}},
    };
}

/// The cases that others can be merged into or linked with.
inline FixedSurroundings lifeSurroundings()
{
    FixedSurroundings around;
    Case other;
    other.version = 1;
    other.grid = GridId(1);
    other.level = Level::Town;
    other.phase = Phase::Classified;
    other.id = parentCase;
    around.cases[parentCase] = other;
    other.id = mergedCase;
    other.phase = Phase::Merged;
    other.mergedInto = parentCase;
    around.cases[mergedCase] = other;
    other.id = closedCase;
    other.phase = Phase::Finished;
    around.cases[closedCase] = other;
    return around;
}

} // namespace zs::domain::test
