#include "domain/duties/Duties.h"

#include "domain/duties/DutyRules.h"

#include <algorithm>
#include <type_traits>

namespace zs::domain {

namespace {

template <std::size_t I = 0>
DutyState blankOf(Subject subject)
{
    if constexpr (I < std::variant_size_v<DutyState>) {
        using State = std::variant_alternative_t<I, DutyState>;
        if (State::kind != subject.kind)
            return blankOf<I + 1>(subject);
        State state;
        state.number = subject.number;
        return state;
    } else {
        return {};
    }
}

std::optional<Rejection> checkExistence(Begins begins, std::uint64_t number, std::uint32_t version)
{
    switch (begins) {
    case Begins::Lazily:
        return std::nullopt;
    case Begins::No:
        if (version == 0)
            return Rejection{"duty.unknown", {"没有这项工作，可能编号有误。", "There is no such duty; perhaps its number is wrong."}, {}};
        return std::nullopt;
    case Begins::Numbered:
        if (version != 0 || number != 0)
            return Rejection{"duty.number", {"新工作的编号由网关给出。", "The gateway numbers what is new: leave the number 0."}, {}};
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

DutyState blankDuty(Subject subject) { return blankOf(subject); }

Subject subjectOf(const DutyState& state)
{
    return std::visit([](const auto& s) { return Subject{std::decay_t<decltype(s)>::kind, s.number}; }, state);
}

std::uint32_t versionOf(const DutyState& state)
{
    return std::visit([](const auto& s) { return s.version; }, state);
}

tl::expected<DutyEvent, Rejection> decide(const DutyState& state, const DutyCommand& command, const DutyContext& context)
{
    if (!isAllowed(context.actor.role, command))
        return Refused(roleRefusal(command));
    return std::visit(
        [&](const auto& c) -> tl::expected<DutyEvent, Rejection> {
            using State = typename std::decay_t<decltype(c)>::State;
            const State* typed = std::get_if<State>(&state);
            if (!typed)
                return refuse("duty.kind", "这个动作不属于这类工作。", "This command isn't one of that kind of duty.");
            if (auto bad = checkExistence(std::decay_t<decltype(c)>::begins, typed->number, typed->version))
                return Refused(*bad);
            auto decided = decide(*typed, c, context);
            if (!decided)
                return Refused(std::move(decided.error()));
            return DutyEvent(std::move(*decided));
        },
        command);
}

Result<void> evolve(DutyState& state, const RecordedDutyEvent& recorded)
{
    return std::visit(
        [&](const auto& event) -> Result<void> {
            using State = typename std::decay_t<decltype(event)>::State;
            State* typed = std::get_if<State>(&state);
            if (!typed || recorded.subject.kind != State::kind)
                return fail("duty.kind", "The event isn't one of that kind of duty.");
            typed->number = recorded.subject.number;
            evolve(*typed, event, recorded.at, recorded.by);
            typed->version = recorded.version;
            return {};
        },
        recorded.event);
}

std::string_view nameOf(const DutyCommand& command)
{
    return std::visit([](const auto& c) { return std::decay_t<decltype(c)>::name; }, command);
}

std::string_view nameOf(const DutyEvent& event)
{
    return std::visit([](const auto& e) { return std::decay_t<decltype(e)>::name; }, event);
}

SubjectKind subjectKindOf(const DutyCommand& command)
{
    return std::visit([](const auto& c) { return std::decay_t<decltype(c)>::State::kind; }, command);
}

SubjectKind subjectKindOf(const DutyEvent& event)
{
    return std::visit([](const auto& e) { return std::decay_t<decltype(e)>::State::kind; }, event);
}

bool isAllowed(Role role, const DutyCommand& command)
{
    return std::visit([role](const auto& c) { return std::ranges::count(std::decay_t<decltype(c)>::allowed, role) > 0; },
                      command);
}

NeedsBase needsBase(const DutyCommand& command)
{
    return std::visit([](const auto& c) { return std::decay_t<decltype(c)>::needsBase; }, command);
}

Begins beginsOf(const DutyCommand& command)
{
    return std::visit([](const auto& c) { return std::decay_t<decltype(c)>::begins; }, command);
}

Rejection roleRefusal(const DutyCommand& command)
{
    const LocalText who = std::visit([](const auto& c) { return rolesText(std::decay_t<decltype(c)>::allowed); }, command);
    return {"role.forbidden", {"这个动作只能由" + who.zh + "来做。", "Only a " + who.en + " may do this."}, {}};
}

} // namespace zs::domain
