// zhongshu-sim: makes cities, and plays a day in them against a running gateway. Wiring only.
#include "sim/city/CityCommand.h"
#include "sim/field/HistoryCommand.h"
#include "sim/import/ImportCommand.h"
#include "sim/live/LiveCommand.h"
#include "sim/replay/ReplayCommand.h"
#include "sim/tracks/TracksCommand.h"

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace zs;
using namespace zs::sim;

namespace {

constexpr const Command* kCommands[] = {&cityCommand, &historyCommand, &importCommand, &liveCommand,
                                        &replayCommand, &tracksCommand};

int usage() {
    std::puts("zhongshu-sim COMMAND [FLAGS]\n");
    for (const Command* c : kCommands)
        std::printf("  %-12s %.*s\n", std::string(c->name).c_str(), int(c->summary.size()),
                    c->summary.data());
    std::puts("\nzhongshu-sim COMMAND --help lists the flags of a command.");
    return 0;
}

int complain(const std::string& sentence, int code) {
    std::fprintf(stderr, "zhongshu-sim: %s\n", sentence.c_str());
    return code;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h")
        return usage();
    const auto command = std::ranges::find(kCommands, arguments[0], [](const Command* c) { return c->name; });
    if (command == std::end(kCommands))
        return complain('"' + std::string(arguments[0]) + "\" isn't a command; --help lists them.", 2);
    const Command& c = **command;
    const std::span own(arguments.data() + 1, arguments.size() - 1);
    if (std::ranges::any_of(own, [](std::string_view a) { return a == "--help" || a == "-h"; })) {
        std::printf("zhongshu-sim %s: %s\n\n%s", std::string(c.name).c_str(), std::string(c.summary).c_str(),
                    describe(c.flags).c_str());
        return 0;
    }
    const auto flags = Flags::parse(own, c.flags);
    if (!flags)
        return complain(flags.error().sentence, 2);
    if (const auto done = c.run(*flags); !done)
        return complain(done.error().sentence, done.error().code == "flags" ? 2 : 1);
    return 0;
}
