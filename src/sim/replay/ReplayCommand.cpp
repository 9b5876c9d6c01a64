#include "sim/replay/ReplayCommand.h"

#include "sim/live/LiveApp.h"
#include "sim/replay/Csv.h"
#include "sim/replay/Table.h"

#include <cstdio>
#include <fstream>

namespace zs::sim {

namespace {

constexpr std::size_t kMaxTable = 1024u << 20;

constexpr FlagSpec kFlags[] = {
    {"--csv", "FILE", "the table; .zst and .gz are unpacked", FlagSpec::Need::Required},
    {"--mapping", "FILE", "what its columns mean (resources/replay)", FlagSpec::Need::Required},
    {"--city", "DIR", "the city pack", FlagSpec::Need::Required},
    {"--gateway", "URL", "https://host:port of zhongshud"},
    {"--pki", "DIR", "folder with ca.crt and the certificates"},
    {"--speed", "X", "how many times as fast as it was recorded (default 600)"},
    {"--from", "TIME", "leave out what is earlier, e.g. 2018-01-01"},
    {"--to", "TIME", "leave out what is later"},
    {"--count", "N", "at most so many cases"},
    {"--report", "FILE", "rows that can't be played, with line and reason (default replay-report.csv)"},
    {"--check", "", "only read the table and write the report"},
    {"--quit", "", "end when everything was received; otherwise people go on"},
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

Result<std::optional<TimePoint>> timeOf(const Flags& flags, const char* flag) {
    if (!flags.has(flag))
        return std::optional<TimePoint>();
    if (const auto time = parseTime(flags.text(flag)))
        return std::optional(*time);
    return fail("flags", std::string(flag) + " must be a time such as 2018-01-01T08:00:00, not \"" +
                             flags.text(flag) + "\".");
}

Result<void> writeReport(const Table& table, const std::string& path) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out << reportOf(table);
    out.flush();
    if (!out)
        return fail("replay.report", "Can't write the report " + path + '.');
    return {};
}

/// The table, cut to --from and --to; the report is written.
Result<std::shared_ptr<const Table>> tableOf(const Flags& flags, const domain::City& city) {
    const auto mapping = readMapping(flags.text("--mapping"));
    if (!mapping)
        return Unexpected(mapping.error());
    const auto from = timeOf(flags, "--from"), to = timeOf(flags, "--to");
    if (!from)
        return Unexpected(from.error());
    if (!to)
        return Unexpected(to.error());
    const auto csv = readPacked(flags.text("--csv"), kMaxTable);
    if (!csv)
        return Unexpected(csv.error());
    auto table = readTable(*csv, *mapping, city);
    if (!table)
        return Unexpected(table.error());
    const std::string report = flags.text("--report", "replay-report.csv");
    if (auto written = writeReport(*table, report); !written)
        return Unexpected(written.error());
    const std::size_t readable = table->cases.size();
    std::erase_if(table->cases, [&](const RecordedCase& c) {
        return (*from && c.time < **from) || (*to && c.time > **to);
    });
    std::printf("rows=%zu bad=%zu other_time=%zu cases=%zu report=%s\n", table->rows, table->bad.size(),
                readable - table->cases.size(), table->cases.size(), report.c_str());
    std::fflush(stdout);
    return std::make_shared<const Table>(std::move(*table));
}

Result<void> run(const Flags& flags) {
    const auto speed = flags.real("--speed", 600, 0.001, 1e9);
    const auto count = flags.integer("--count", -1, 0, 1'000'000'000);
    if (!speed)
        return Unexpected(speed.error());
    if (!count)
        return Unexpected(count.error());
    if (flags.has("--check")) {
        const auto city = cityOf(flags);
        if (!city)
            return Unexpected(city.error());
        if (const auto table = tableOf(flags, **city); !table)
            return Unexpected(table.error());
        return {};
    }
    for (const char* flag : {"--gateway", "--pki"}) {
        if (!flags.has(flag))
            return fail("flags", std::string(flag) + " is missing; only --check does without.");
    }
    LiveApp app;
    if (auto ready = app.prepare(flags); !ready)
        return ready;
    const auto table = tableOf(flags, *app.city());
    if (!table)
        return Unexpected(table.error());
    return app.run(std::make_unique<TableSource>(*table, *speed, *count),
                   flags.has("--quit") ? LiveApp::WhenOver::Quit : LiveApp::WhenOver::GoOn);
}

} // namespace

const Command replayCommand{"replay", "plays a real table of cases against a gateway", kFlags, run};

} // namespace zs::sim
