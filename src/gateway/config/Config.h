// How a gateway is set up. Flags, ZHONGSHU_* variables and a JSON file say the same things from one table (Config.cpp);
// a flag wins over a variable, a variable over the file. A wrong or unknown one is an Error with a sentence.
#pragma once

#include "base/Result.h"
#include "protocol/Limits.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zs::gateway {

struct Config {
    std::filesystem::path data; ///< everything the gateway writes
    std::filesystem::path city; ///< city pack
    std::filesystem::path pki;  ///< ca.crt, gateway.crt, gateway.key, ca.crl
    std::filesystem::path calendar; ///< work calendar file; empty: the one that is built in
    std::string address = "127.0.0.1";
    std::uint16_t port = 8443; ///< 0: any free one
    unsigned threads = 2;      ///< that serve connections, 1-64
    unsigned maxConnections = 2000;
    std::chrono::milliseconds handshakeTimeout = protocol::handshakeTimeout;
    std::chrono::milliseconds requestTimeout = protocol::requestTimeout; ///< for a whole request, header and body
    std::chrono::milliseconds streamIdle = protocol::streamIdle;
    std::chrono::milliseconds upkeep = std::chrono::seconds(30); ///< between two looks at certificates and keys
    std::size_t clientBacklog = protocol::maxClientBacklog; ///< bytes kept for a slow console
};

enum class Asked { Run, Help, Version };

struct Parsed {
    Asked asked = Asked::Run;
    Config config;
};

/// A variable of the environment by name, or none.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// `arguments` without the program's name. Reads the file that --config or ZHONGSHU_CONFIG names.
Result<Parsed> readConfig(const std::vector<std::string>& arguments, const Environment& environment);
/// The table as a person reads it.
std::string configHelp();

} // namespace zs::gateway
