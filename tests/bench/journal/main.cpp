// bench_journal: commands a second of our journal, of raw sqlite3 in the same batches, and of one transaction a command,
// alternately in one run. Options: --rounds N, --commands N, --feeders N, --dir DIR (where the journals are made).
#include "tests/bench/journal/Ours.h"
#include "tests/bench/journal/Peers.h"
#include "tests/bench/journal/Work.h"
#include "tests/bench/kit/Report.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

using namespace zs::bench;

namespace {

struct Options {
    unsigned rounds = 7;
    std::size_t commands = 40'000;
    unsigned feeders = 1;
    std::filesystem::path dir = std::filesystem::temp_directory_path();
};

Options readOptions(int argc, char** argv)
{
    Options o;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--rounds")
            o.rounds = static_cast<unsigned>(std::max(5, std::atoi(argv[i + 1])));
        else if (name == "--commands")
            o.commands = static_cast<std::size_t>(std::max(1000, std::atoi(argv[i + 1])));
        else if (name == "--feeders")
            o.feeders = static_cast<unsigned>(std::clamp(std::atoi(argv[i + 1]), 1, 64));
        else if (name == "--dir")
            o.dir = argv[i + 1];
    }
    return o;
}

/// A folder for one run, gone after it.
class Folder {
public:
    explicit Folder(const std::filesystem::path& parent) : m_path((parent / "zs-bench-journal-XXXXXX").string())
    {
        if (!mkdtemp(m_path.data())) {
            std::perror("mkdtemp");
            std::exit(1);
        }
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    std::filesystem::path path() const { return m_path; }

private:
    std::string m_path;
};

struct Series {
    std::vector<double> perSecond, cpu, batch;
    void add(const Measured& m)
    {
        perSecond.push_back(m.perSecond);
        cpu.push_back(m.cpuMicros);
        batch.push_back(m.averageBatch);
    }
    template <class Say>
    void tell(const Say& say) const
    {
        say("_per_second", median(perSecond));
        say("_cpu_us", median(cpu));
        say("_batch", median(batch));
    }
};

} // namespace

int main(int argc, char** argv)
{
    const Options o = readOptions(argc, argv);
    std::vector<Row> rows;
    {
        const Folder scratch(o.dir);
        rows = makeRows(scratch.path(), o.commands);
    }
    const std::size_t singles = o.commands / 8;
    Series ours, raw, single;
    std::vector<double> toRaw, toSingle; // a ratio a round: what slows a round slows both
    for (unsigned round = 1; round <= o.rounds; ++round) {
        const auto inFolder = [&](auto&& run) {
            const Folder folder(o.dir);
            return run(folder.path());
        };
        const Measured a = inFolder([&](const auto& f) { return runOurs(f, o.commands, o.feeders); });
        const Measured b = inFolder([&](const auto& f) { return runRaw(f, rows, o.commands, static_cast<std::size_t>(a.averageBatch + 0.5)); });
        const Measured c = inFolder([&](const auto& f) { return runRaw(f, rows, singles, 1); });
        std::printf("round %u: ours %.0f/s (%.1f us, batch %.1f), raw %.0f/s (%.1f us), one by one %.0f/s (%.1f us)\n",
                    round, a.perSecond, a.cpuMicros, a.averageBatch, b.perSecond, b.cpuMicros, c.perSecond, c.cpuMicros);
        std::fflush(stdout);
        ours.add(a);
        raw.add(b);
        single.add(c);
        toRaw.push_back(a.perSecond / b.perSecond);
        toSingle.push_back(a.perSecond / c.perSecond);
    }
    Report report("journal");
    report.target("vs_raw", median(toRaw), ">=", 0.9, "x");
    report.target("vs_single", median(toSingle), ">=", 4, "x");
    ours.tell([&](const char* what, double value) { report.ours(std::string("commands") + what, value); });
    raw.tell([&](const char* what, double value) { report.peer(std::string("raw_sqlite3_same_batches") + what, value); });
    single.tell([&](const char* what, double value) { report.peer(std::string("one_transaction_a_command") + what, value); });
    report.print(static_cast<int>(o.rounds));
    return 0;
}
