// What can be done with a night visit. Most events say just what was asked: then the command is the event and who may.
#pragma once

#include "domain/duties/nightvisit/NightVisit.h"

namespace zs::domain {

struct NightPlanned {
    using State = NightVisit;
    static constexpr std::string_view name = "night_planned";
    TownId town;
    DayNumber day = 0;
    std::string area;
    std::string focus;
    std::vector<PersonId> team;
    std::vector<AgencyId> agencies;
    std::uint16_t checkInMinutes = 30;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("town", self.town);
        v("day", self.day);
        v("area", self.area, Rule{.max = 100, .presence = Presence::Optional});
        v("focus", self.focus, Rule{.max = 200});
        v("team", self.team, Rule{.max = NightVisit::maxTeam});
        v("agencies", self.agencies, Rule{.max = 12, .presence = Presence::Optional});
        v("check_in_minutes", self.checkInMinutes, optionalField);
    }
    bool operator==(const NightPlanned&) const = default;
};
struct PlanNight : NightPlanned {
    static constexpr std::string_view name = "plan_night";
    static constexpr Begins begins = Begins::Numbered;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct NightBegun {
    using State = NightVisit;
    static constexpr std::string_view name = "night_begun";
    template <class Visitor, class Self>
    static void fields(Visitor&, Self&)
    {
    }
    bool operator==(const NightBegun&) const = default;
};
struct BeginNight : NightBegun {
    static constexpr std::string_view name = "begin_night";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreAndField;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct PlaceRecorded {
    using State = NightVisit;
    static constexpr std::string_view name = "place_recorded";
    PlaceCategory category = PlaceCategory::Other;
    GridId grid;
    std::uint16_t findings = 0;
    std::string note;
    std::vector<CaseId> cases;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("category", self.category);
        v("grid", self.grid);
        v("findings", self.findings);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
        v("cases", self.cases, Rule{.max = 20, .presence = Presence::Optional});
    }
    bool operator==(const PlaceRecorded&) const = default;
};
struct RecordPlace : PlaceRecorded {
    static constexpr std::string_view name = "record_place";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreAndField;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct CheckedIn {
    using State = NightVisit;
    static constexpr std::string_view name = "checked_in";
    PersonId person;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("person", self.person);
    }
    bool operator==(const CheckedIn&) const = default;
};
struct CheckIn : CheckedIn {
    static constexpr std::string_view name = "check_in";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreAndField;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct PlannedNightFollowUp {
    std::string what;
    AgencyId agency;
    DayNumber due = 0;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("what", self.what, Rule{.max = 200});
        v("agency", self.agency);
        v("due", self.due);
    }
    bool operator==(const PlannedNightFollowUp&) const = default;
};
struct NightClosed {
    using State = NightVisit;
    static constexpr std::string_view name = "night_closed";
    std::string summary;
    std::vector<PlannedNightFollowUp> followUps;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("summary", self.summary, Rule{.max = 1000});
        v("follow_ups", self.followUps, Rule{.max = NightVisit::maxFollowUps, .presence = Presence::Optional});
    }
    bool operator==(const NightClosed&) const = default;
};
struct CloseNight : NightClosed {
    static constexpr std::string_view name = "close_night";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

struct NightFollowUpFinished {
    using State = NightVisit;
    static constexpr std::string_view name = "night_follow_up_finished";
    std::uint16_t index = 0; ///< from 0, in the order of NightVisit::followUps
    std::string result;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("index", self.index);
        v("result", self.result, Rule{.max = 500});
    }
    bool operator==(const NightFollowUpFinished&) const = default;
};
struct FinishNightFollowUp : NightFollowUpFinished {
    static constexpr std::string_view name = "finish_night_follow_up";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

struct NightCancelled {
    using State = NightVisit;
    static constexpr std::string_view name = "night_cancelled";
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const NightCancelled&) const = default;
};
struct CancelNight : NightCancelled {
    static constexpr std::string_view name = "cancel_night";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

tl::expected<NightPlanned, Rejection> decide(const NightVisit& state, const PlanNight& command, const DutyContext& context);
tl::expected<NightBegun, Rejection> decide(const NightVisit& state, const BeginNight& command, const DutyContext& context);
tl::expected<PlaceRecorded, Rejection> decide(const NightVisit& state, const RecordPlace& command, const DutyContext& context);
tl::expected<CheckedIn, Rejection> decide(const NightVisit& state, const CheckIn& command, const DutyContext& context);
tl::expected<NightClosed, Rejection> decide(const NightVisit& state, const CloseNight& command, const DutyContext& context);
tl::expected<NightFollowUpFinished, Rejection> decide(const NightVisit& state, const FinishNightFollowUp& command, const DutyContext& context);
tl::expected<NightCancelled, Rejection> decide(const NightVisit& state, const CancelNight& command, const DutyContext& context);
void evolve(NightVisit& state, const NightPlanned& event, TimePoint at, const std::string& by);
void evolve(NightVisit& state, const NightBegun& event, TimePoint at, const std::string& by);
void evolve(NightVisit& state, const PlaceRecorded& event, TimePoint at, const std::string& by);
void evolve(NightVisit& state, const CheckedIn& event, TimePoint at, const std::string& by);
void evolve(NightVisit& state, const NightClosed& event, TimePoint at, const std::string& by);
void evolve(NightVisit& state, const NightFollowUpFinished& event, TimePoint at, const std::string& by);
void evolve(NightVisit& state, const NightCancelled& event, TimePoint at, const std::string& by);

} // namespace zs::domain
