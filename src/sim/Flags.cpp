#include "sim/Flags.h"

#include <algorithm>
#include <charconv>

namespace zs::sim {

namespace {

Unexpected wrong(std::string sentence) {
    return fail("flags", std::move(sentence));
}

std::string plain(double v) {
    char buffer[64];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr};
}

template <class Number>
std::optional<Number> parsed(const std::string& text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

Result<Flags> Flags::parse(std::span<const std::string_view> arguments, std::span<const FlagSpec> known) {
    Flags flags;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view name = arguments[i];
        std::optional<std::string_view> attached;
        if (const std::size_t equals = name.find('=');
            name.starts_with("--") && equals != std::string_view::npos) {
            attached = name.substr(equals + 1);
            name = name.substr(0, equals);
        }
        const auto spec = std::ranges::find(known, name, &FlagSpec::name);
        if (spec == known.end())
            return wrong('"' + std::string(name) + "\" isn't known here; --help lists what is.");
        std::string value;
        if (spec->value.empty()) {
            if (attached)
                return wrong(std::string(name) + " takes no value.");
        } else if (attached) {
            value = *attached;
        } else if (++i < arguments.size()) {
            value = arguments[i];
        } else {
            return wrong(std::string(name) + " needs a value: " + std::string(spec->value) + '.');
        }
        if (!flags.m_values.emplace(name, value).second)
            return wrong(std::string(name) + " stands there twice.");
    }
    for (const FlagSpec& spec : known) {
        if (spec.need == FlagSpec::Need::Required && !flags.has(spec.name))
            return wrong(std::string(spec.name) + ' ' + std::string(spec.value) +
                         " is missing: " + std::string(spec.help) + '.');
    }
    return flags;
}

std::string Flags::text(std::string_view name, std::string_view otherwise) const {
    const auto it = m_values.find(std::string(name));
    return it == m_values.end() ? std::string(otherwise) : it->second;
}

Result<std::int64_t> Flags::integer(std::string_view name, std::int64_t otherwise, std::int64_t min,
                                    std::int64_t max) const {
    if (!has(name))
        return otherwise;
    const auto value = parsed<std::int64_t>(text(name));
    if (!value || *value < min || *value > max)
        return wrong(std::string(name) + " must be a whole number from " + std::to_string(min) + " to " +
                     std::to_string(max) + ", not \"" + text(name) + "\".");
    return *value;
}

Result<double> Flags::real(std::string_view name, double otherwise, double min, double max) const {
    if (!has(name))
        return otherwise;
    const auto value = parsed<double>(text(name));
    if (!value || !(*value >= min) || *value > max)
        return wrong(std::string(name) + " must be a number from " + plain(min) + " to " + plain(max) +
                     ", not \"" + text(name) + "\".");
    return *value;
}

std::string describe(std::span<const FlagSpec> flags) {
    std::size_t width = 0;
    const auto left = [](const FlagSpec& f) {
        return std::string(f.name) + (f.value.empty() ? "" : " ") + std::string(f.value);
    };
    for (const FlagSpec& f : flags)
        width = std::max(width, left(f).size());
    std::string out;
    for (const FlagSpec& f : flags) {
        std::string line = "  " + left(f);
        line.resize(width + 4, ' ');
        out += line + std::string(f.help) + (f.need == FlagSpec::Need::Required ? "  (required)" : "") + '\n';
    }
    return out;
}

} // namespace zs::sim
