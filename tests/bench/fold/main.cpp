// bench_fold: 1,000,000 events folded into the state of their cases on one core, beside the same events as JSON through a registry
// of handlers; and decide() on warm cases. Options: --rounds N, --events N.
#include "tests/bench/fold/JsonPeer.h"
#include "tests/bench/fold/Lives.h"
#include "tests/bench/kit/Report.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

using namespace zs;
using namespace zs::bench;

namespace {

using Seconds = std::chrono::duration<double>;
using SteadyClock = std::chrono::steady_clock;

double fold(const Lives& lives, std::size_t& versions)
{
    std::vector<domain::Case> states(lives.cases + 1);
    const auto start = SteadyClock::now();
    for (const domain::RecordedEvent& event : lives.events)
        evolve(states[event.caseId.value], event);
    const Seconds took = SteadyClock::now() - start;
    versions = 0;
    for (const domain::Case& state : states)
        versions += state.version;
    return took.count();
}

double decisionsASecond(const Lives& lives, const domain::City& city, const domain::Surroundings& around, TimePoint now,
                        std::size_t count)
{
    std::size_t legal = 0;
    const auto start = SteadyClock::now();
    for (std::size_t i = 0; i < count; ++i) {
        const Decision& d = lives.decisions[i % lives.decisions.size()];
        legal += decide(d.state, d.command, {now, d.actor, city, around}).has_value() ? 1u : 0u;
    }
    const Seconds took = SteadyClock::now() - start;
    if (legal != count)
        std::fprintf(stderr, "only %zu of %zu decisions were legal\n", legal, count);
    return static_cast<double>(count) / took.count();
}

} // namespace

int main(int argc, char** argv)
{
    int rounds = 7;
    std::size_t count = 1'000'000;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (std::string_view(argv[i]) == "--rounds")
            rounds = std::max(5, std::atoi(argv[i + 1]));
        else if (std::string_view(argv[i]) == "--events")
            count = static_cast<std::size_t>(std::max(1000, std::atoi(argv[i + 1])));
    }
    const domain::City city = domain::test::lifeCity();
    const domain::test::FixedSurroundings around = domain::test::lifeSurroundings();
    const TimePoint now = fromUnixMillis(1'795'600'000'000);
    const Lives lives = makeLives(city, around, now, count, 512);
    const auto json = asJson(lives.events);
    std::printf("%zu events of %zu cases, %zu decisions\n", lives.events.size(), lives.cases, lives.decisions.size());
    std::map<std::string_view, std::size_t> kinds;
    for (const domain::RecordedEvent& event : lives.events)
        ++kinds[nameOf(event.event)];
    for (const auto& [kind, n] : kinds)
        std::printf("  %-22s %.1f %%\n", std::string(kind).c_str(), 100.0 * static_cast<double>(n) / static_cast<double>(lives.events.size()));
    std::vector<double> ours, peer, ratio, decides;
    for (int round = 1; round <= rounds; ++round) {
        std::size_t versions = 0, fields = 0;
        ours.push_back(fold(lives, versions));
        peer.push_back(foldJson(json, lives.cases, fields));
        ratio.push_back(peer.back() / ours.back());
        decides.push_back(decisionsASecond(lives, city, around, now, count));
        std::printf("round %d: fold %.3f s (%zu), as JSON %.3f s (%zu fields), %.2f M decisions/s\n", round, ours.back(), versions,
                    peer.back(), fields, decides.back() / 1e6);
        std::fflush(stdout);
    }
    const double million = 1e6 / static_cast<double>(lives.events.size());
    Report report("fold");
    report.target("million_events_s", median(ours) * million, "<=", 1, "s");
    report.target("decisions_per_s", median(decides), ">=", 1e6, "1/s");
    report.ours("fold_s", median(ours));
    report.ours("decisions_per_s", median(decides));
    report.peer("json_registry_fold_s", median(peer));
    report.peer("json_registry_to_ours", median(ratio));
    report.print(rounds);
    return 0;
}
