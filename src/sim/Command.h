// One subcommand of zhongshu-sim: what it is called, which flags it takes, what it does.
#pragma once

#include "base/Result.h"
#include "sim/Flags.h"

#include <span>
#include <string_view>

namespace zs::sim {

struct Command {
    std::string_view name;
    std::string_view summary;
    std::span<const FlagSpec> flags;
    /// An error of code "flags" ends the program with 2, any other with 1.
    Result<void> (*run)(const Flags& flags);
};

} // namespace zs::sim
