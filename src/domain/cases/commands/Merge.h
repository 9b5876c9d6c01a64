// 合并: the case goes on in another one; and 拆分, which undoes it. Both events stand on the duplicate only: the parent is untouched,
// and the duplicate keeps its history and its clocks.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Merge {
    static constexpr std::string_view name = "merge";
    static constexpr Verb verb{"合并", "merge a case"};
    static constexpr auto& allowed = roles::everySeat;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    CaseId into;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("into", self.into);
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Merge&) const = default;
};

struct Merged {
    static constexpr std::string_view name = "merged";
    CaseId into;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("into", self.into);
        v("reason", self.reason, Rule{.max = 200, .presence = Presence::Optional});
    }
    bool operator==(const Merged&) const = default;
};

struct Unmerge {
    static constexpr std::string_view name = "unmerge";
    static constexpr Verb verb{"拆分", "undo a merge"};
    static constexpr auto& allowed = roles::everySeat;
    static constexpr NeedsBase needsBase = NeedsBase::Yes;
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Unmerge&) const = default;
};

struct Unmerged {
    static constexpr std::string_view name = "unmerged";
    CaseId from; ///< the case it was merged into
    std::string reason;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("from", self.from);
        v("reason", self.reason, Rule{.max = 200});
    }
    bool operator==(const Unmerged&) const = default;
};

tl::expected<Merged, Rejection> decide(const Case& state, const Merge& command, const Context& context);
void evolve(Case& state, const Merged& event, TimePoint at, const std::string& by);
tl::expected<Unmerged, Rejection> decide(const Case& state, const Unmerge& command, const Context& context);
void evolve(Case& state, const Unmerged& event, TimePoint at, const std::string& by);

} // namespace zs::domain
