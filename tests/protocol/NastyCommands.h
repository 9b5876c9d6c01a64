// Commands that are wrong in one way each, and some that only look wrong.
#pragma once

#include <string>
#include <vector>

namespace zs::protocol::test {

enum class Verdict {
    Good,
    Refused,
    GatewayRefuses ///< Qt's parser lets it through; only the gateway has to refuse it
};

struct NastyCommand {
    const char* name;
    std::string text;
    Verdict verdict = Verdict::Refused;
};

/// A well-formed command.
std::string nastyBase();
std::vector<NastyCommand> nastyCommands();

} // namespace zs::protocol::test
