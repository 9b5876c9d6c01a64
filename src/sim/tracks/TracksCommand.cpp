#include "sim/tracks/TracksCommand.h"

#include "protocol/Limits.h"
#include "sim/live/Connect.h"
#include "sim/live/Desk.h"
#include "sim/live/LiveApp.h"
#include "sim/tracks/TrackPlayer.h"

#include <QCoreApplication>

#include <cstdio>

namespace zs::sim {

namespace {

constexpr FlagSpec kFlags[] = {
    {"--tracks", "FILES", "recorded tracks, with commas between: GPX, NMEA, CSV, cabs; .gz and .zst too",
     FlagSpec::Need::Required},
    {"--city", "DIR", "the city pack", FlagSpec::Need::Required},
    {"--gateway", "URL", "https://host:port of zhongshud"},
    {"--pki", "DIR", "folder with ca.crt and the certificates"},
    {"--people", "N", "at most so many people (default 200)"},
    {"--speed", "X", "how many times as fast as recorded (default 1)"},
    {"--check", "", "only read the files and say what is in them"},
    kFieldFlag,
};

Result<std::vector<Track>> tracksOf(const Flags& flags) {
    std::vector<Track> out;
    const std::string list = flags.text("--tracks");
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t comma = std::min(list.find(',', at), list.size());
        const std::string path = list.substr(at, comma - at);
        at = comma + 1;
        auto file = readTracks(path);
        if (!file)
            return Unexpected(file.error());
        std::size_t points = 0;
        for (const Track& t : file->tracks)
            points += t.points.size();
        std::printf("%s: %zu tracks, %zu points, %zu lines left out\n", path.c_str(), file->tracks.size(),
                    points, file->bad.size());
        for (std::size_t i = 0; i < std::min<std::size_t>(file->bad.size(), 5); ++i)
            std::printf("  line %zu: %s\n", file->bad[i].first, file->bad[i].second.c_str());
        std::move(file->tracks.begin(), file->tracks.end(), std::back_inserter(out));
    }
    std::fflush(stdout);
    if (out.empty())
        return fail("tracks.none", "There is no track in " + list + '.');
    return out;
}

Result<void> run(const Flags& flags) {
    const auto people =
        flags.integer("--people", 200, 1, static_cast<std::int64_t>(protocol::maxPositionsPerFrame));
    const auto speed = flags.real("--speed", 1, 0.001, 10'000);
    if (!people)
        return Unexpected(people.error());
    if (!speed)
        return Unexpected(speed.error());
    auto tracks = tracksOf(flags);
    if (!tracks)
        return Unexpected(tracks.error());
    if (flags.has("--check"))
        return {};
    for (const char* flag : {"--gateway", "--pki"}) {
        if (!flags.has(flag))
            return fail("flags", std::string(flag) + " is missing; only --check does without.");
    }
    int argc = 1;
    char name[] = "zhongshu-sim";
    char* argv[] = {name, nullptr};
    QCoreApplication app(argc, argv);
    quitOnSignal();
    const auto connection = connectionOf(flags);
    if (!connection)
        return Unexpected(connection.error());
    const auto identity = identityOf(flags, flags.text("--field", "field-1"));
    if (!identity)
        return Unexpected(identity.error());
    const SystemClock clock;
    TrackPlayer player(connection->city, std::move(*tracks), static_cast<std::size_t>(*people), *speed,
                       clock.now());
    std::printf("tracks: %zu people\n", player.people());
    std::fflush(stdout);
    Desk desk(connection->gateway, *identity);
    std::optional<Error> wrong;
    QObject::connect(&desk, &Desk::hopeless, &app, [&](const Error& why) {
        wrong = why;
        app.quit();
    });
    QTimer tick;
    tick.setInterval(protocol::positionTick);
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &app, [&] {
        desk.postPositions({QByteArray::fromStdString(protocol::encodePositions(player.at(clock.now())))});
    });
    tick.start();
    app.exec();
    if (wrong)
        return Unexpected(*wrong);
    return {};
}

} // namespace

const Command tracksCommand{"tracks", "moves staff along recorded GPS tracks", kFlags, run};

} // namespace zs::sim
