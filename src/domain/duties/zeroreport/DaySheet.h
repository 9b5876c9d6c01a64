// 日排查零报告 of one town on one day of a sensitive period: what its grids reported. One subject a town and day (some 30 a
// day in a city of 3,000 grids, each of at most a few KB), for a grid alone would be too many and a day of the whole city too
// large to write anew with each report. A grid that isn't here has not reported, which isn't the same as nothing found.
#pragma once

#include "domain/duties/DutyContext.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

enum class Timeliness : std::uint8_t { InTime, Late };
constexpr auto enumNames(Timeliness) { return std::array<std::string_view, 2>{"in_time", "late"}; }

/// What the number of a day sheet says.
struct SheetPlace {
    std::uint64_t period = 0; ///< below 2^24
    int day = 0;              ///< after the period's first, 0…4095
    TownId town;

    bool operator==(const SheetPlace&) const = default;
};
constexpr std::uint64_t sheetNumber(const SheetPlace& place)
{
    return place.period << 28 | static_cast<std::uint64_t>(place.day) << 16 | place.town.value;
}
constexpr SheetPlace sheetPlace(std::uint64_t number)
{
    return {number >> 28, static_cast<int>(number >> 16 & 0xfff), TownId(static_cast<std::uint16_t>(number & 0xffff))};
}

/// What was said of a grid before it was corrected.
struct EarlierReport {
    std::uint16_t count = 0;
    std::string note;
    std::string reason; ///< why it was corrected
    std::string by;     ///< who had reported it
    TimePoint at{};     ///< when that was

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("count", self.count);
        v("note", self.note, Rule{.max = 200});
        v("reason", self.reason, Rule{.max = 200});
        v("by", self.by);
        v("at", self.at);
    }
    bool operator==(const EarlierReport&) const = default;
};

struct GridReport {
    GridId grid;
    std::uint16_t count = 0; ///< hazards and disputes found; 0 = nothing
    std::string note;
    PersonId person;         ///< grid officer for whom the app spoke; none: a desk
    std::string by;
    TimePoint at{};          ///< of the first report: a correction doesn't make it late
    TimePoint correctedAt{}; ///< epoch: never
    Timeliness timeliness = Timeliness::InTime;
    std::vector<EarlierReport> earlier; ///< oldest first

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grid", self.grid);
        v("count", self.count);
        v("note", self.note, Rule{.max = 200});
        v("person", self.person);
        v("by", self.by);
        v("at", self.at);
        v("corrected_at", self.correctedAt);
        v("timeliness", self.timeliness);
        v("earlier", self.earlier, Rule{.max = 10});
    }
    bool operator==(const GridReport&) const = default;
};

struct Reminder {
    TimePoint at{};
    std::string by;
    std::vector<GridId> grids;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("at", self.at);
        v("by", self.by);
        v("grids", self.grids, Rule{.max = 4000});
    }
    bool operator==(const Reminder&) const = default;
};

struct DaySheet {
    static constexpr SubjectKind kind = SubjectKind::ZeroReport;
    static constexpr std::size_t maxCorrections = 10, maxReminders = 12;

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    std::vector<GridReport> reports; ///< by grid
    std::vector<Reminder> reminders; ///< oldest first

    const GridReport* find(GridId grid) const;
    TimePoint remindedAt(GridId grid) const; ///< the last time; epoch: never

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("reports", self.reports, Rule{.max = 4000});
        v("reminders", self.reminders, Rule{.max = maxReminders});
    }
    bool operator==(const DaySheet&) const = default;
};

/// 零报告: the grid reports, for the first time that day.
struct ReportDay {
    using State = DaySheet;
    static constexpr std::string_view name = "report_day";
    static constexpr Begins begins = Begins::Lazily;
    static constexpr auto allowed = centreAndField;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    GridId grid;
    std::uint16_t count = 0;
    std::string note;
    PersonId person;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grid", self.grid);
        v("count", self.count);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
        v("person", self.person, optionalField);
    }
    bool operator==(const ReportDay&) const = default;
};

struct DayReported {
    using State = DaySheet;
    static constexpr std::string_view name = "day_reported";
    GridId grid;
    std::uint16_t count = 0;
    std::string note;
    PersonId person;
    Timeliness timeliness = Timeliness::InTime;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grid", self.grid);
        v("count", self.count);
        v("note", self.note, Rule{.max = 200});
        v("person", self.person);
        v("timeliness", self.timeliness);
    }
    bool operator==(const DayReported&) const = default;
};

/// 更正: what was reported was wrong; the earlier figure stays in the record.
struct ReportCorrected {
    using State = DaySheet;
    static constexpr std::string_view name = "report_corrected";
    GridId grid;
    std::uint16_t count = 0;
    std::string note;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grid", self.grid);
        v("count", self.count);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const ReportCorrected&) const = default;
};

struct CorrectReport : ReportCorrected {
    static constexpr std::string_view name = "correct_report";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = centreAndField;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

/// 催报: the centre asks grids that have not reported; recorded, so that who was asked and still owes is known.
struct GridsReminded {
    using State = DaySheet;
    static constexpr std::string_view name = "grids_reminded";
    std::vector<GridId> grids;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("grids", self.grids, Rule{.max = 4000});
    }
    bool operator==(const GridsReminded&) const = default;
};

struct RemindGrids : GridsReminded {
    static constexpr std::string_view name = "remind_grids";
    static constexpr Begins begins = Begins::Lazily;
    static constexpr auto allowed = centreRoles;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

tl::expected<DayReported, Rejection> decide(const DaySheet& state, const ReportDay& command, const DutyContext& context);
tl::expected<ReportCorrected, Rejection> decide(const DaySheet& state, const CorrectReport& command, const DutyContext& context);
tl::expected<GridsReminded, Rejection> decide(const DaySheet& state, const RemindGrids& command, const DutyContext& context);
void evolve(DaySheet& state, const DayReported& event, TimePoint at, const std::string& by);
void evolve(DaySheet& state, const ReportCorrected& event, TimePoint at, const std::string& by);
void evolve(DaySheet& state, const GridsReminded& event, TimePoint at, const std::string& by);

} // namespace zs::domain
