#include "domain/cases/Commands.h"

#include "domain/cases/commands/Rules.h"

#include <algorithm>
#include <type_traits>

namespace zs::domain {

namespace {

/// What only the unit that dispatched the case decides, by the kind that was asked for.
LocalText whatIsDecided(const Case& state)
{
    if (!state.request)
        return {"延期、挂起和升级", "Extensions, suspensions and escalations"};
    switch (state.request->kind) {
    case RequestKind::Extension: return {"延期", "An extension"};
    case RequestKind::Suspension: return {"挂起", "A suspension"};
    case RequestKind::Escalation: return {"升级", "An escalation"};
    }
    return {};
}

template <class Command>
Rejection allowedOnlyTo(const Case& state)
{
    const LocalText who = roleNames(Command::allowed);
    if constexpr (std::is_same_v<Command, Approve> || std::is_same_v<Command, Deny>) {
        const LocalText what = whatIsDecided(state);
        return {"role.decide",
                {what.zh + "须由派遣单位批准：" + who.zh + "。",
                 what.en + " can only be decided by the unit that dispatched the case: " + who.en + "."},
                {}};
    } else {
        return {"role.forbidden",
                {"只有" + who.zh + "可以" + std::string(Command::verb.zh) + "。",
                 "Only " + who.en + " may " + std::string(Command::verb.en) + "."},
                {}};
    }
}

} // namespace

tl::expected<CaseEvent, Rejection> decide(const Case& state, const CaseCommand& command, const Context& context)
{
    if (state.phase != Phase::None)
        if (auto bad = mustBeInScope(state, context))
            return Refused(std::move(*bad));
    return std::visit(
        [&]<class Command>(const Command& c) -> tl::expected<CaseEvent, Rejection> {
            if (std::ranges::find(Command::allowed, context.actor.role) == std::ranges::end(Command::allowed))
                return Refused(allowedOnlyTo<Command>(state));
            auto decided = decide(state, c, context);
            if (!decided)
                return Refused(std::move(decided.error()));
            return CaseEvent(std::move(*decided));
        },
        command);
}

Rejection forbidden(const Case& state, const CaseCommand& command)
{
    return std::visit([&]<class Command>(const Command&) { return allowedOnlyTo<Command>(state); }, command);
}

void evolve(Case& state, const RecordedEvent& recorded)
{
    std::visit([&](const auto& event) { evolve(state, event, recorded.at, recorded.by); }, recorded.event);
    state.id = recorded.caseId;
    state.version = recorded.version;
}

std::string_view nameOf(const CaseCommand& command)
{
    return std::visit([](const auto& c) { return std::decay_t<decltype(c)>::name; }, command);
}

std::string_view nameOf(const CaseEvent& event)
{
    return std::visit([](const auto& e) { return std::decay_t<decltype(e)>::name; }, event);
}

bool isAllowed(Role role, const CaseCommand& command)
{
    return std::visit([role](const auto& c) { return std::ranges::count(std::decay_t<decltype(c)>::allowed, role) > 0; },
                      command);
}

NeedsBase needsBase(const CaseCommand& command)
{
    return std::visit([](const auto& c) { return std::decay_t<decltype(c)>::needsBase; }, command);
}

} // namespace zs::domain
