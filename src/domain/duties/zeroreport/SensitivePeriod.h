// 敏感时段: from one day to another every grid in its area reports once a day until a time of day, even if it found nothing.
#pragma once

#include "domain/duties/DutyContext.h"

#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

enum class PeriodStage : std::uint8_t { Open, Closed };
constexpr auto enumNames(PeriodStage) { return std::array<std::string_view, 2>{"open", "closed"}; }

struct SensitivePeriod {
    static constexpr SubjectKind kind = SubjectKind::SensitivePeriod;
    static constexpr int maxDays = 92;

    std::uint64_t number = 0;
    std::uint32_t version = 0;
    PeriodStage stage = PeriodStage::Open;
    std::string name;   ///< "国庆安保"
    std::string reason;
    DayNumber first = 0, last = 0;
    std::uint16_t dueMinute = 0;  ///< local time of day until which a report is in time, minutes after midnight, 1…1440
    std::vector<TownId> towns;    ///< empty = the whole city
    TimePoint openedAt{}, closedAt{};
    std::string openedBy, closedBy;
    std::string summary;          ///< said at the end

    bool coversDay(DayNumber day) const { return day >= first && day <= last; }
    bool coversTown(TownId town) const;
    TimePoint dueAt(DayNumber day, std::chrono::minutes utcOffset) const
    {
        return startOf(day, utcOffset) + std::chrono::minutes(dueMinute);
    }

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("number", self.number);
        v("version", self.version);
        v("stage", self.stage);
        v("name", self.name);
        v("reason", self.reason, Rule{.max = 200});
        v("first", self.first);
        v("last", self.last);
        v("due_minute", self.dueMinute);
        v("towns", self.towns, Rule{.max = 200});
        v("opened_at", self.openedAt);
        v("closed_at", self.closedAt);
        v("opened_by", self.openedBy);
        v("closed_by", self.closedBy);
        v("summary", self.summary, Rule{.max = 1000});
    }
    bool operator==(const SensitivePeriod&) const = default;
};

struct PeriodOpened {
    using State = SensitivePeriod;
    static constexpr std::string_view name = "period_opened";
    std::string title;
    std::string reason;
    DayNumber first = 0, last = 0;
    std::uint16_t dueMinute = 0;
    std::vector<TownId> towns;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("title", self.title);
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
        v("first", self.first);
        v("last", self.last);
        v("due_minute", self.dueMinute);
        v("towns", self.towns, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const PeriodOpened&) const = default;
};

struct OpenPeriod : PeriodOpened {
    static constexpr std::string_view name = "open_period";
    static constexpr Begins begins = Begins::Numbered;
    static constexpr auto allowed = directors;
    static constexpr NeedsBase needsBase = NeedsBase::No;
};

/// The end is moved, or the time of day.
struct PeriodChanged {
    using State = SensitivePeriod;
    static constexpr std::string_view name = "period_changed";
    DayNumber last = 0;
    std::uint16_t dueMinute = 0;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("last", self.last);
        v("due_minute", self.dueMinute);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const PeriodChanged&) const = default;
};

struct ChangePeriod : PeriodChanged {
    static constexpr std::string_view name = "change_period";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = directors;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

struct PeriodClosed {
    using State = SensitivePeriod;
    static constexpr std::string_view name = "period_closed";
    std::string summary;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("summary", self.summary, Rule{.max = 1000});
    }
    bool operator==(const PeriodClosed&) const = default;
};

struct ClosePeriod : PeriodClosed {
    static constexpr std::string_view name = "close_period";
    static constexpr Begins begins = Begins::No;
    static constexpr auto allowed = directors;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
};

tl::expected<PeriodOpened, Rejection> decide(const SensitivePeriod& state, const OpenPeriod& command, const DutyContext& context);
tl::expected<PeriodChanged, Rejection> decide(const SensitivePeriod& state, const ChangePeriod& command, const DutyContext& context);
tl::expected<PeriodClosed, Rejection> decide(const SensitivePeriod& state, const ClosePeriod& command, const DutyContext& context);
void evolve(SensitivePeriod& state, const PeriodOpened& event, TimePoint at, const std::string& by);
void evolve(SensitivePeriod& state, const PeriodChanged& event, TimePoint at, const std::string& by);
void evolve(SensitivePeriod& state, const PeriodClosed& event, TimePoint at, const std::string& by);

} // namespace zs::domain
