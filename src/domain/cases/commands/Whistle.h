// 吹哨报到: the centre calls agencies to the case; each has to report in within a limit, or is stood down.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace zs::domain {

struct Whistle {
    static constexpr std::string_view name = "whistle";
    static constexpr Verb verb{"吹哨", "whistle agencies to a case"};
    static constexpr auto& allowed = roles::callers;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::vector<AgencyId> agencies;
    LimitSpan within;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agencies", self.agencies, Rule{.max = 8});
        v("within", self.within);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Whistle&) const = default;
};

struct Whistled {
    static constexpr std::string_view name = "whistled";
    std::vector<AgencyId> agencies;
    LimitSpan within;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agencies", self.agencies, Rule{.max = 8});
        v("within", self.within);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Whistled&) const = default;
};

struct ReportIn {
    static constexpr std::string_view name = "report_in";
    static constexpr Verb verb{"报到", "report in"};
    static constexpr auto& allowed = roles::deskAndAgency;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    AgencyId agency;
    std::string note;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const ReportIn&) const = default;
};

struct ReportedIn {
    static constexpr std::string_view name = "reported_in";
    AgencyId agency;
    std::string note;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("note", self.note, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const ReportedIn&) const = default;
};

struct StandDown {
    static constexpr std::string_view name = "stand_down";
    static constexpr Verb verb{"撤回吹哨", "stand an agency down"};
    static constexpr auto& allowed = roles::callers;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    AgencyId agency;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const StandDown&) const = default;
};

struct StoodDown {
    static constexpr std::string_view name = "stood_down";
    AgencyId agency;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("agency", self.agency);
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const StoodDown&) const = default;
};

tl::expected<Whistled, Rejection> decide(const Case& state, const Whistle& command, const Context& context);
void evolve(Case& state, const Whistled& event, TimePoint at, const std::string& by);
tl::expected<ReportedIn, Rejection> decide(const Case& state, const ReportIn& command, const Context& context);
void evolve(Case& state, const ReportedIn& event, TimePoint at, const std::string& by);
tl::expected<StoodDown, Rejection> decide(const Case& state, const StandDown& command, const Context& context);
void evolve(Case& state, const StoodDown& event, TimePoint at, const std::string& by);

} // namespace zs::domain
