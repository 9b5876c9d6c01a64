#include "sim/field/HistoryCommand.h"

#include "protocol/JsonWriter.h"
#include "protocol/citypack/CityPack.h"
#include "sim/field/History.h"

#include <cstdio>
#include <fstream>

namespace zs::sim {

namespace {

constexpr FlagSpec kFlags[] = {
    {"--city", "DIR", "the city pack", FlagSpec::Need::Required},
    {"--seed", "N", "which past: the same number gives the same bytes (default 1)"},
    {"--cases", "N", "how many cases (default 4000)"},
    {"--out", "FILE", "a line of JSON each", FlagSpec::Need::Required},
};

Result<void> run(const Flags& flags) {
    const auto seed = flags.integer("--seed", 1, 0, 1'000'000'000);
    if (!seed)
        return Unexpected(seed.error());
    const auto cases = flags.integer("--cases", 4000, 1, 1'000'000);
    if (!cases)
        return Unexpected(cases.error());
    const auto city = protocol::readCityPack(flags.text("--city"));
    if (!city)
        return Unexpected(city.error());
    const auto history = makeHistory(*city, static_cast<std::uint64_t>(*seed), static_cast<std::size_t>(*cases));
    const std::string file(flags.text("--out"));
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    for (const domain::PastRouting& past : history) {
        std::string line;
        protocol::JsonWriter(line).value(past);
        out << line << '\n';
    }
    if (!out.flush())
        return fail("sim.write", "Can't write " + file + ".");
    std::printf("history=%zu\n", history.size());
    return {};
}

} // namespace

const Command historyCommand{"history", "writes the past of a city: routed cases that suggestions can learn from", kFlags, run};

} // namespace zs::sim
