// 关联: the case belongs to another one; nothing else changes.
#pragma once

#include "domain/cases/Case.h"
#include "domain/cases/commands/Roles.h"

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace zs::domain {

struct Link {
    static constexpr std::string_view name = "link";
    static constexpr Verb verb{"关联事件", "link cases"};
    static constexpr auto& allowed = roles::everySeat;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    CaseId other;
    LinkKind kind = LinkKind::Related;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("other", self.other);
        v("kind", self.kind);
    }
    bool operator==(const Link&) const = default;
};

struct Linked {
    static constexpr std::string_view name = "linked";
    CaseId other;
    LinkKind kind = LinkKind::Related;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("other", self.other);
        v("kind", self.kind);
    }
    bool operator==(const Linked&) const = default;
};

struct Unlink {
    static constexpr std::string_view name = "unlink";
    static constexpr Verb verb{"取消关联", "unlink cases"};
    static constexpr auto& allowed = roles::everySeat;
    static constexpr NeedsBase needsBase = NeedsBase::No;
    CaseId other;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("other", self.other);
    }
    bool operator==(const Unlink&) const = default;
};

struct Unlinked {
    static constexpr std::string_view name = "unlinked";
    CaseId other;

    template <class Visitor, class Self>
    static void fields(Visitor& v, Self& self)
    {
        v("other", self.other);
    }
    bool operator==(const Unlinked&) const = default;
};

tl::expected<Linked, Rejection> decide(const Case& state, const Link& command, const Context& context);
void evolve(Case& state, const Linked& event, TimePoint at, const std::string& by);
tl::expected<Unlinked, Rejection> decide(const Case& state, const Unlink& command, const Context& context);
void evolve(Case& state, const Unlinked& event, TimePoint at, const std::string& by);

} // namespace zs::domain
