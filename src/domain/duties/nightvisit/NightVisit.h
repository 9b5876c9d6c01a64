// 平安夜访: officials go out at night. Before: where, when, who, what to look at. During: places seen, what was found, and each
// person's check-ins, so that nobody is lost alone. After: a summary and what is to be followed up. A place is a category in a
// grid; no resident has a name here, and what was found lies in cases of its own, linked by number.
#pragma once

#include "domain/duties/DutyContext.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

enum class NightStage : std::uint8_t { Planned, Running, Closed, Cancelled };
constexpr auto enumNames(NightStage) { return std::array<std::string_view, 4>{"planned", "running", "closed", "cancelled"}; }

enum class PlaceCategory : std::uint8_t {
    Housing,       ///< 住宅
    Rental,        ///< 出租屋
    Shop,          ///< 小商铺
    Workshop,      ///< 小作坊、厂房
    Catering,      ///< 餐饮、夜市
    Entertainment, ///< 娱乐场所
    Construction,  ///< 工地
    School,        ///< 学校周边
    PublicSpace,   ///< 广场、公园、水域
    Other
};
constexpr auto enumNames(PlaceCategory)
{
    return std::array<std::string_view, 10>{"housing", "rental", "shop", "workshop", "catering", "entertainment",
        "construction", "school", "public_space", "other"};
}

struct PlaceVisit {
    PlaceCategory category = PlaceCategory::Other;
    GridId grid;
    std::uint16_t findings = 0;
    std::string note;
    std::vector<CaseId> cases; ///< opened from it
    TimePoint at{};

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("category", self.category);
        v("grid", self.grid);
        v("findings", self.findings);
        v("note", self.note, Rule{.max = 200});
        v("cases", self.cases, Rule{.max = 20});
        v("at", self.at);
    }
    bool operator==(const PlaceVisit&) const = default;
};

/// One of the team, and when they last said that all is well.
struct TeamMember {
    PersonId person;
    TimePoint checkedInAt{}; ///< epoch: not yet

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
        v("checked_in_at", self.checkedInAt);
    }
    bool operator==(const TeamMember&) const = default;
};

/// What is to be done after the night, by whom and until when.
struct NightFollowUp {
    std::string what;
    AgencyId agency;
    DayNumber due = 0;
    TimePoint doneAt{}; ///< epoch: not yet
    std::string result;

    bool isDone() const { return doneAt != TimePoint{}; }
    bool isOverdue(DayNumber today) const { return !isDone() && today > due; }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("what", self.what, Rule{.max = 200});
        v("agency", self.agency);
        v("due", self.due);
        v("done_at", self.doneAt, optionalField);
        v("result", self.result, Rule{.max = 500, .presence = Presence::Optional});
    }
    bool operator==(const NightFollowUp&) const = default;
};

struct NightVisit {
    static constexpr SubjectKind kind = SubjectKind::NightVisit;
    static constexpr std::size_t maxTeam = 30, maxPlaces = 300, maxFollowUps = 50;

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    NightStage stage = NightStage::Planned;
    TownId town;
    DayNumber day = 0;
    std::string area;                   ///< the part of the town, in words
    std::string focus;
    std::vector<TeamMember> team;
    std::vector<AgencyId> agencies;
    std::uint16_t checkInMinutes = 30;  ///< at least so often each of the team checks in
    std::vector<PlaceVisit> places;
    std::vector<NightFollowUp> followUps;
    std::string summary;                ///< or why it was cancelled
    std::string plannedBy;
    TimePoint plannedAt{}, beganAt{}, endedAt{};

    int findings() const;
    /// Who hasn't checked in for longer than agreed, while it runs.
    std::vector<PersonId> silentAt(TimePoint now) const;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("stage", self.stage);
        v("town", self.town);
        v("day", self.day);
        v("area", self.area, Rule{.max = 100});
        v("focus", self.focus, Rule{.max = 200});
        v("team", self.team, Rule{.max = maxTeam});
        v("agencies", self.agencies, Rule{.max = 12});
        v("check_in_minutes", self.checkInMinutes);
        v("places", self.places, Rule{.max = maxPlaces});
        v("follow_ups", self.followUps, Rule{.max = maxFollowUps});
        v("summary", self.summary, Rule{.max = 1000});
        v("planned_by", self.plannedBy);
        v("planned_at", self.plannedAt);
        v("began_at", self.beganAt);
        v("ended_at", self.endedAt);
    }
    bool operator==(const NightVisit&) const = default;
};

} // namespace zs::domain
