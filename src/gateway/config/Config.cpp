#include "gateway/config/Config.h"

#include "gateway/json/SimdjsonValue.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <sstream>

namespace zs::gateway {

namespace {

struct Setting {
    std::string_view name; ///< as a flag: --name; as a variable: ZHONGSHU_NAME; in the file: "name"
    std::string_view value;
    std::string_view help;
    Result<void> (*apply)(Config& config, const std::string& text);
};

Unexpected wrong(std::string sentence) { return fail("config.value", std::move(sentence)); }

template <class N>
Result<N> number(const std::string& text, N least, N most, std::string_view unit)
{
    N value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        return wrong("must be a whole number of " + std::string(unit) + " from " + std::to_string(least) + " to "
                     + std::to_string(most) + ", not \"" + text + "\"");
    return value;
}

Result<void> setPath(std::filesystem::path& out, const std::string& text)
{
    if (text.empty())
        return wrong("must name a folder");
    out = text;
    return {};
}

Result<void> setFile(std::filesystem::path& out, const std::string& text)
{
    if (text.empty())
        return wrong("must name a file");
    out = text;
    return {};
}

Result<void> setMillis(std::chrono::milliseconds& out, const std::string& text)
{
    auto ms = number<std::int64_t>(text, 100, 600'000, "milliseconds");
    if (!ms)
        return Unexpected(ms.error());
    out = std::chrono::milliseconds(*ms);
    return {};
}

template <class N>
Result<void> setNumber(N& out, const std::string& text, N least, N most, std::string_view unit)
{
    auto n = number<N>(text, least, most, unit);
    if (!n)
        return Unexpected(n.error());
    out = *n;
    return {};
}

Result<void> setListen(Config& c, const std::string& text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return wrong("must be ADDRESS:PORT, for example 127.0.0.1:8443 or [::1]:8443, not \"" + text + "\"");
    std::string address = text.substr(0, colon);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    auto port = number<std::uint16_t>(text.substr(colon + 1), 0, 65535, "the port");
    if (!port)
        return wrong("must end with a port from 0 to 65535, not \"" + text.substr(colon + 1) + "\"");
    c.address = address;
    c.port = *port;
    return {};
}

constexpr std::array<Setting, 12> table{{
    {"data", "DIR", "folder for everything the gateway writes (made if missing)",
     [](Config& c, const std::string& t) { return setPath(c.data, t); }},
    {"city", "DIR", "the city pack", [](Config& c, const std::string& t) { return setPath(c.city, t); }},
    {"pki", "DIR", "ca.crt, gateway.crt, gateway.key and ca.crl (zhongshu-admin pki init makes them)",
     [](Config& c, const std::string& t) { return setPath(c.pki, t); }},
    {"calendar", "FILE", "work calendar with holidays and make-up days (the one that is built in)",
     [](Config& c, const std::string& t) { return setFile(c.calendar, t); }},
    {"listen", "ADDRESS:PORT", "where to listen; port 0 takes a free one (127.0.0.1:8443)", setListen},
    {"threads", "N", "threads that serve connections (2)",
     [](Config& c, const std::string& t) { return setNumber(c.threads, t, 1u, 64u, "threads"); }},
    {"max-connections", "N", "connections at once (2000)",
     [](Config& c, const std::string& t) { return setNumber(c.maxConnections, t, 1u, 100'000u, "connections"); }},
    {"handshake-timeout", "MS", "for TLS to be agreed on (10000)",
     [](Config& c, const std::string& t) { return setMillis(c.handshakeTimeout, t); }},
    {"request-timeout", "MS", "for a whole request to arrive, and between requests (30000)",
     [](Config& c, const std::string& t) { return setMillis(c.requestTimeout, t); }},
    {"stream-idle", "MS", "a silent console is pinged after half of it and closed after it (30000)",
     [](Config& c, const std::string& t) { return setMillis(c.streamIdle, t); }},
    {"upkeep", "MS", "between two looks for new certificates and a new revocation list (30000)",
     [](Config& c, const std::string& t) { return setMillis(c.upkeep, t); }},
    {"client-backlog", "BYTES", "kept for a slow console, which is closed beyond it (4194304)",
     [](Config& c, const std::string& t) {
         return setNumber(c.clientBacklog, t, std::size_t{524'288}, std::size_t{1} << 30, "bytes");
     }},
}};

const Setting* settingOf(std::string_view name)
{
    const auto found = std::ranges::find(table, name, &Setting::name);
    return found == table.end() ? nullptr : &*found;
}

std::string variableOf(std::string_view name)
{
    std::string out = "ZHONGSHU_";
    for (const char c : name)
        out.push_back(c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c));
    return out;
}

/// What was said, and by whom: a sentence names the place that must be mended.
struct Said {
    std::string value;
    std::string where;
};
using SaidBy = std::map<std::string, Said, std::less<>>;

struct Flags {
    Asked asked = Asked::Run;
    std::optional<std::string> file;
    SaidBy said;
};

Result<Flags> readFlags(const std::vector<std::string>& arguments)
{
    Flags flags;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--help" || argument == "-h") {
            flags.asked = Asked::Help;
            return flags;
        }
        if (argument == "--version") {
            flags.asked = Asked::Version;
            return flags;
        }
        const auto equals = argument.find('=');
        const std::string name = argument.starts_with("--") ? argument.substr(2, equals == std::string::npos
                                                                                     ? std::string::npos : equals - 2)
                                                            : std::string();
        if (name != "config" && !settingOf(name))
            return fail("config.flag", "There is no option \"" + argument + "\"; --help lists them.");
        std::string value;
        if (equals != std::string::npos)
            value = argument.substr(equals + 1);
        else if (i + 1 < arguments.size())
            value = arguments[++i];
        else
            return fail("config.flag", "The option --" + name + " needs a value.");
        if (name == "config")
            flags.file = value;
        else
            flags.said[name] = {value, "--" + name};
    }
    return flags;
}

Result<void> readFile(const std::string& path, SaidBy& said)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream content;
    if (!in || !(content << in.rdbuf()))
        return fail("config.file", "The configuration file " + path + " can't be read.");
    JsonParser parser;
    const std::string text = content.str();
    auto json = parser.parse(text);
    if (!json || !json->isObject())
        return fail("config.file", "The configuration file " + path + " isn't a JSON object.");
    std::size_t known = 0;
    for (const Setting& setting : table) {
        const auto member = json->member(setting.name);
        if (!member)
            continue;
        ++known;
        std::optional<std::string> value = member->text();
        if (const auto n = member->integer(); !value && n)
            value = std::to_string(*n);
        if (!value)
            return fail("config.file", "In " + path + " \"" + std::string(setting.name) + "\" must be a text or a number.");
        said[std::string(setting.name)] = {*value, "\"" + std::string(setting.name) + "\" in " + path};
    }
    if (json->memberCount() != known)
        return fail("config.file", "The configuration file " + path + " has entries that aren't known; --help lists them.");
    return {};
}

} // namespace

Result<Parsed> readConfig(const std::vector<std::string>& arguments, const Environment& environment)
{
    auto flags = readFlags(arguments);
    if (!flags)
        return Unexpected(flags.error());
    Parsed parsed;
    parsed.asked = flags->asked;
    if (flags->asked != Asked::Run)
        return parsed;
    SaidBy said;
    const auto file = flags->file ? flags->file : environment("ZHONGSHU_CONFIG");
    if (file) {
        if (auto read = readFile(*file, said); !read)
            return Unexpected(read.error());
    }
    for (const Setting& setting : table)
        if (const auto value = environment(variableOf(setting.name)))
            said[std::string(setting.name)] = {*value, variableOf(setting.name)};
    for (auto& [name, value] : flags->said)
        said[name] = std::move(value);
    for (const auto& [name, value] : said)
        if (auto applied = settingOf(name)->apply(parsed.config, value.value); !applied)
            return fail(applied.error().code, value.where + " " + applied.error().sentence + ".");
    const std::array<std::pair<const std::filesystem::path*, std::string_view>, 3> needed{
        {{&parsed.config.data, "data"}, {&parsed.config.city, "city"}, {&parsed.config.pki, "pki"}}};
    for (const auto& [path, name] : needed)
        if (path->empty())
            return fail("config.missing", "The option --" + std::string(name) + " (or " + variableOf(name) + ", or \""
                                              + std::string(name) + "\" in the configuration file) is needed.");
    return parsed;
}

std::string configHelp()
{
    std::string out = "zhongshud: the gateway of 中枢 Zhongshu.\n\n"
                      "Each option can also be a variable of the environment or an entry of a JSON file;\n"
                      "an option wins over a variable, a variable over the file.\n\n";
    const auto line = [&](std::string_view name, std::string_view value, std::string_view help) {
        std::string flag = "  --" + std::string(name) + " " + std::string(value);
        flag.resize(std::max<std::size_t>(flag.size() + 1, 28), ' ');
        out += flag + std::string(help) + "  [" + variableOf(name) + "]\n";
    };
    for (const Setting& setting : table)
        line(setting.name, setting.value, setting.help);
    line("config", "FILE", "JSON object with the same names");
    return out + "  --help, --version\n\nSIGTERM finishes what was accepted and ends; SIGHUP reads the certificates anew.\n";
}

} // namespace zs::gateway
