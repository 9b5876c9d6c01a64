#include "tests/bench/fold/Lives.h"

#include <array>
#include <random>

namespace zs::bench {

using namespace domain;

Lives makeLives(const City& city, const Surroundings& around, TimePoint now, std::size_t events, std::size_t decisions)
{
    constexpr std::size_t eventsACase = 12, atOnce = 2000; ///< so many cases are being worked on at the same time
    const auto commands = test::lifeCommands(now);
    const auto actors = test::lifeActors();
    std::mt19937_64 random(20261125);
    Lives lives;
    lives.events.reserve(events);
    std::vector<Case> open;
    std::vector<std::size_t> ages;
    std::uint64_t next = 0;
    std::array<std::size_t, std::variant_size_v<CaseEvent>> decisionsOf{};
    while (lives.events.size() < events) {
        if (open.size() < atOnce) {
            open.emplace_back().id = CaseId(++next);
            ages.push_back(0);
        }
        const std::size_t at = random() % open.size();
        Case& state = open[at];
        const Actor& actor = actors[random() % actors.size()];
        const CaseCommand& command = commands[random() % commands.size()].command;
        const auto event = decide(state, command, {now, actor, city, around});
        const bool isOver = ++ages[at] > eventsACase * 40;
        // Remarks are always legal, and cheap: only some, so that they don't flatter the figures.
        if (event && (!std::holds_alternative<Noted>(*event) || random() % 16 == 0)) {
            // Of each kind as many, whatever is frequent.
            if (auto& kept = decisionsOf[event->index()]; kept * std::variant_size_v<CaseEvent> < decisions && random() % 64 == 0) {
                ++kept;
                lives.decisions.push_back({state, command, actor});
            }
            now += Millis(20);
            const CaseId id = state.id;
            lives.events.push_back({static_cast<Seq>(lives.events.size() + 1), id, state.version + 1, now, actor.name, *event});
            evolve(state, lives.events.back());
        }
        if (isOver && state.version > 0) {
            std::swap(open[at], open.back());
            std::swap(ages[at], ages.back());
            open.pop_back();
            ages.pop_back();
        }
    }
    lives.cases = next;
    return lives;
}

} // namespace zs::bench
