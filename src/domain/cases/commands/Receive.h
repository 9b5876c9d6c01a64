// 统一受理: a case enters the platform; if it is known to be one that is there, it is merged into that at once, in the same event,
// so that nothing has to be kept in mind until the case has its number.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Receive {
    static constexpr std::string_view name = "receive";
    static constexpr Verb verb{"受理事件", "receive a case"};
    static constexpr auto& allowed = roles::receivers;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    CaseKind kind = CaseKind::Request;
    Channel channel = Channel::OtherPlatform;
    std::string title;
    std::string detail;
    GeoPoint place;
    GridId grid;  ///< none: found from the place
    Priority priority = Priority::Normal;
    std::string reporterName;  ///< kept apart by the gateway, masked in the event
    std::string reporterPhone;  ///< the same
    CaseId duplicateOf{};       ///< the same matter: merged into it; only seats of the centre say so

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("channel", self.channel);
        v("title", self.title, Rule{.max = 80});
        v("detail", self.detail, Rule{.max = 4000, .presence = Presence::Optional});
        v("place", self.place);
        v("grid", self.grid, optionalField);
        v("priority", self.priority, optionalField);
        v("reporter_name", self.reporterName, Rule{.max = 40, .presence = Presence::Optional});
        v("reporter_phone", self.reporterPhone, Rule{.max = 20, .presence = Presence::Optional});
        v("duplicate_of", self.duplicateOf, optionalField);
    }
    bool operator==(const Receive&) const = default;
};

struct Received {
    static constexpr std::string_view name = "received";
    CaseKind kind = CaseKind::Request;
    Channel channel = Channel::OtherPlatform;
    std::string title;
    std::string detail;
    GeoPoint place;
    GridId grid;
    Priority priority = Priority::Normal;
    MaskedReporter reporter;
    Level level = Level::City; ///< of the centre that it is for, wherever it was received
    TimeLimits limits{};         ///< until a matter says more
    std::uint16_t masked = 0; ///< telephone and identity numbers that title and detail held
    CaseId mergedInto{};         ///< what it is a duplicate of
    CaseId repeats{};            ///< the same of one that was over by then: filed, and linked to it (重复反映)

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("kind", self.kind);
        v("channel", self.channel);
        v("title", self.title, Rule{.max = 80});
        v("detail", self.detail, Rule{.max = 4000});
        v("place", self.place);
        v("grid", self.grid);
        v("priority", self.priority);
        v("reporter", self.reporter);
        v("level", self.level, optionalField);
        v("limits", self.limits, optionalField);
        v("masked", self.masked, optionalField);
        v("merged_into", self.mergedInto, optionalField);
        v("repeats", self.repeats, optionalField);
    }
    bool operator==(const Received&) const = default;
};

tl::expected<Received, Rejection> decide(const Case& state, const Receive& command, const Context& context);
void evolve(Case& state, const Received& event, TimePoint at, const std::string& by);

} // namespace zs::domain
