// What a command of zhongshu-admin is, and how one is found and run.
#pragma once

#include "admin/cli/Options.h"
#include "base/Clock.h"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zs::admin {

/// What a command may touch besides the files it is told of; tests bring their own.
struct Surroundings {
    const Clock& clock;
    std::ostream& out;
};

/// 0, or 1 when the answer is "no" (a broken chain); an Error is printed as a sentence and ends with 1.
using Handler = Result<int> (*)(const Options&, const Surroundings&);

struct Command {
    std::string_view name; ///< "pki init"
    std::string_view help; ///< a line
    std::vector<Flag> flags;
    Handler handler;
};

/// All commands of the program, by feature. Adding one: a folder, a table entry there, a line in commands().
std::vector<Command> commands();

/// Finds the command that the first one or two arguments name, and runs it. The exit status: 0, 1 (it failed or the
/// answer is no; a sentence says why on `err`), 2 (wrong call; a sentence on `err`). Help goes to `out`.
int run(std::span<const Command> all, std::span<const std::string> arguments, const Surroundings& around,
        std::ostream& err);

} // namespace zs::admin
