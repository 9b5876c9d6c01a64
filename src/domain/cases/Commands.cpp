#include "domain/cases/Commands.h"

#include <algorithm>
#include <type_traits>

namespace zs::domain {

tl::expected<CaseEvent, Rejection> decide(const Case& state, const CaseCommand& command, const Context& context)
{
    if (!isAllowed(context.actor.role, command))
        return tl::unexpected(Rejection{"role.forbidden",
                                        {"这张证书的角色不能做这个动作。", "The role of this certificate may not do this."},
                                        {}});
    return std::visit(
        [&](const auto& c) -> tl::expected<CaseEvent, Rejection> {
            auto decided = decide(state, c, context);
            if (!decided)
                return tl::unexpected(std::move(decided.error()));
            return CaseEvent(std::move(*decided));
        },
        command);
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
