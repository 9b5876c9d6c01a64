#include "sim/live/LiveCommand.h"

#include "sim/live/Connect.h"
#include "sim/live/Live.h"

#include <QCoreApplication>

#include <cstdio>

namespace zs::sim {

namespace {

constexpr FlagSpec kFlags[] = {
    kGatewayFlag,
    kPkiFlag,
    kCityFlag,
    {"--rate", "X", "new cases a minute (default 6)"},
    {"--count", "N", "stop making cases after N; people go on"},
    {"--seed", "N", "which day (default 1)"},
    {"--pace", "X", "how many times as fast as real people are (default 3)"},
    {"--routed", "SHARE", "share of cases that the intake desk routes by itself (default 0.55)"},
    {"--dispatched", "SHARE", "share of accepted cases for which agencies send someone by themselves (default 0.6)"},
    {"--intake", "NAME", "certificate of the intake desk (default intake-1)"},
    {"--agency", "NAME", "certificate that speaks for the agencies (default agency-1)"},
    {"--field", "NAME", "certificate of the field app (default field-1)"},
};

Result<LiveOptions> optionsOf(const Flags& flags)
{
    const auto rate = flags.real("--rate", 6, 0, 100'000), pace = flags.real("--pace", 3, 0.01, 1000),
               routed = flags.real("--routed", 0.55, 0, 1), dispatched = flags.real("--dispatched", 0.6, 0, 1);
    const auto count = flags.integer("--count", -1, 0, 1'000'000'000), seed = flags.integer("--seed", 1, 0, 1'000'000'000);
    for (const auto* value : {&rate, &pace, &routed, &dispatched}) {
        if (!*value)
            return Unexpected(value->error());
    }
    for (const auto* value : {&count, &seed}) {
        if (!*value)
            return Unexpected(value->error());
    }
    return LiveOptions{*rate, *count, static_cast<std::uint64_t>(*seed), {*pace, *routed, *dispatched}};
}

Result<void> run(const Flags& flags)
{
    const auto options = optionsOf(flags);
    if (!options)
        return Unexpected(options.error());
    const auto connection = connectionOf(flags);
    if (!connection)
        return Unexpected(connection.error());
    const auto intake = identityOf(flags, flags.text("--intake", "intake-1"));
    const auto agency = identityOf(flags, flags.text("--agency", "agency-1"));
    const auto field = identityOf(flags, flags.text("--field", "field-1"));
    for (const auto* identity : {&intake, &agency, &field}) {
        if (!*identity)
            return Unexpected(identity->error());
    }
    int argc = 1;
    char name[] = "zhongshu-sim";
    char* argv[] = {name, nullptr};
    QCoreApplication app(argc, argv);
    quitOnSignal();
    Live live(connection->city, connection->gateway, {*intake, *agency, *field}, *options);
    std::optional<Error> wrong;
    QObject::connect(&live, &Live::ended, &app, [&](const Error& why) {
        wrong = why;
        app.quit();
    });
    QObject::connect(&live, &Live::ready, &app, [&] {
        std::printf("live: city %s, %zu people on duty\n", connection->city->id.c_str(), live.crowd().onDuty());
        std::fflush(stdout);
    });
    QObject::connect(&live, &Live::allReceived, &app, [&] {
        std::printf("received=%lld\n", static_cast<long long>(live.figures().received));
        std::fflush(stdout);
    });
    live.start();
    app.exec();
    const LiveFigures& f = live.figures();
    std::printf("cases=%lld commands=%lld refused=%lld position_frames=%lld\n", static_cast<long long>(f.received),
                static_cast<long long>(f.commands), static_cast<long long>(f.refused), static_cast<long long>(f.frames));
    if (wrong)
        return Unexpected(*wrong);
    return {};
}

} // namespace

const Command liveCommand{"live", "plays a day: staff move, cases come in, agencies and field people answer", kFlags, run};

} // namespace zs::sim
