#include "admin/cli/Options.h"

#include <algorithm>

namespace zs::admin {

namespace {

Unexpected usage(std::string sentence)
{
    return fail("usage", std::move(sentence));
}

} // namespace

Result<Options> Options::read(std::span<const Flag> flags, std::span<const std::string> arguments)
{
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string name = arguments[i];
        if (!name.starts_with("--")) return usage("\"" + name + "\" is not expected here.");
        std::string value;
        bool given = false;
        if (const auto equals = name.find('='); equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
            given = true;
        }
        const auto flag = std::find_if(flags.begin(), flags.end(), [&](const Flag& f) { return f.name == name; });
        if (flag == flags.end()) return usage("There is no flag \"" + name + "\" here.");
        std::vector<std::string>& values = options.m_given[name];
        if (flag->takes == Takes::Nothing) {
            if (given) return usage(name + " takes no value.");
            continue;
        }
        if (!given) {
            if (i + 1 >= arguments.size() || arguments[i + 1].starts_with("--")) {
                return usage(name + " needs a value (" + std::string(flag->value) + ").");
            }
            value = arguments[++i];
        }
        if (value.empty()) return usage(name + " needs a value (" + std::string(flag->value) + ").");
        if (flag->takes == Takes::Value && !values.empty()) return usage(name + " is given twice.");
        values.push_back(value);
    }
    for (const Flag& flag : flags) {
        if (flag.need == Need::Required && !options.has(flag.name)) {
            return usage(std::string(flag.name) + " is missing.");
        }
    }
    return options;
}

bool Options::has(std::string_view flag) const
{
    return m_given.find(flag) != m_given.end();
}

std::string Options::value(std::string_view flag, std::string_view otherwise) const
{
    const auto found = m_given.find(flag);
    if (found == m_given.end() || found->second.empty()) return std::string(otherwise);
    return found->second.front();
}

std::vector<std::string> Options::values(std::string_view flag) const
{
    const auto found = m_given.find(flag);
    return found == m_given.end() ? std::vector<std::string>{} : found->second;
}

std::string helpOf(std::span<const Flag> flags)
{
    std::string text;
    for (const Flag& flag : flags) {
        std::string left = "  " + std::string(flag.name);
        if (flag.takes != Takes::Nothing) left.append(" ").append(flag.value);
        if (flag.takes == Takes::Values) left += "…";
        // "…" is three bytes and one column
        const std::size_t columns = left.size() - (flag.takes == Takes::Values ? 2 : 0);
        left.append(columns < 26 ? 26 - columns : 1, ' ');
        text.append(left).append(flag.help);
        if (flag.need == Need::Required) text += " (required)";
        text += '\n';
    }
    return text;
}

} // namespace zs::admin
