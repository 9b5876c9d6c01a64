#include "sim/live/LiveCommand.h"

#include "sim/live/LiveApp.h"

namespace zs::sim {

namespace {

constexpr FlagSpec kFlags[] = {
    kGatewayFlag,
    kPkiFlag,
    kCityFlag,
    {"--rate", "X", "new cases a minute (default 6)"},
    {"--count", "N", "stop making cases after N; people go on"},
    kSeedFlag,
    kPaceFlag,
    kRoutedFlag,
    kDispatchedFlag,
    kIntakeFlag,
    kAgencyFlag,
    kFieldFlag,
    kDutyFlag,
    kSupervisorFlag,
    kSideWaysFlag,
};

Result<void> run(const Flags& flags) {
    LiveApp app;
    if (auto ready = app.prepare(flags); !ready)
        return ready;
    const auto rate = flags.real("--rate", 6, 0, 100'000);
    const auto count = flags.integer("--count", -1, 0, 1'000'000'000);
    if (!rate)
        return Unexpected(rate.error());
    if (!count)
        return Unexpected(count.error());
    return app.run(std::make_unique<ChanceSource>(app.city(), app.options().seed, *rate, *count),
                   LiveApp::WhenOver::GoOn);
}

} // namespace

const Command liveCommand{"live", "plays a day: staff move, cases come in, agencies and field people answer",
                          kFlags, run};

} // namespace zs::sim
